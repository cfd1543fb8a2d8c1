import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LectureId } from '../../contract/domain/ids.ts';
import { useIsOffline } from '../lib/courses.ts';
import { useDownload } from '../lib/downloads.ts';
import { HereLine, NeedsNetworkLine } from './state-line.tsx';

/** One line about how a lecture stands with this computer: it is here, or it needs a network that is not there; else nothing. */
export function LectureState({ lectureId }: { readonly lectureId: LectureId }): ReactNode {
  const { t } = useTranslation();
  const isHere = useDownload(lectureId)?.state === 'complete';
  const offline = useIsOffline();
  if (isHere) return <HereLine>{t('download.here')}</HereLine>;
  return offline ? <NeedsNetworkLine /> : null;
}
