import type { LectureId } from '../../contract/domain/ids.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';

/** Renews the licence of a downloaded lecture and answers whether it was done; a failure is told as a notice. */
export function useRenewLicence(): (lectureId: LectureId) => Promise<boolean> {
  const attempt = useAttempt();
  return (lectureId) => attempt(() => ask('licences.renew', { lectureId }));
}
