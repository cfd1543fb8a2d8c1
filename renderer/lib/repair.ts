import { useEffect, useState } from 'react';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { listen } from './api.ts';

/** With these a lecture cannot be mended in parts: its file is gone or of no use, or the service has another version. */
const wholeDownloads: readonly AppErrorCode[] = [
  'asset-missing',
  'asset-damaged',
  'changed-at-service',
  'digest-mismatch',
  'not-downloaded',
];

/** Whether after this failure of a repair only a whole download helps; with any other (no network, a full disk) what is here is kept. */
export function needsWholeDownload(code: AppErrorCode): boolean {
  return wholeDownloads.includes(code);
}

/** How far main is with checking or repairing a lecture, from 0 to 1; begins anew when `work` changes. */
export function useCheckShare(lectureId: LectureId, work: string): number {
  const [told, setTold] = useState({ work, share: 0 });
  useEffect(
    () =>
      listen('downloads.checking', (progress) => {
        if (progress.lectureId === lectureId) setTold({ work, share: progress.share });
      }),
    [lectureId, work],
  );
  return told.work === work ? told.share : 0;
}
