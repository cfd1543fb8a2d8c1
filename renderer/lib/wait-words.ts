import type { TFunction } from 'i18next';
import type { WaitReason } from '../../contract/domain/download.ts';
import { assertNever } from '../../contract/result.ts';
import type { Format } from './format.ts';

/** Why a download waits, in a few words, with the time where one is known. */
export function waitWords(reason: WaitReason, t: TFunction, format: Format): string {
  switch (reason.kind) {
    case 'turn':
      return t('queue.wait.turn');
    case 'all-paused':
      return t('queue.wait.allPaused');
    case 'offline':
      return t('queue.wait.offline');
    case 'service':
      return t('queue.wait.service', { time: format.timeOfDay(reason.untilMs) });
    case 'night':
      return t('queue.wait.night', { time: format.timeOfDay(reason.untilMs) });
    case 'disk-full':
      return t('queue.wait.diskFull');
    case 'drive-away':
      return t('queue.wait.driveAway');
    case 'moving':
      return t('queue.wait.moving');
    case 'metered':
      return t('queue.wait.metered');
    case 'cap':
      return t('queue.wait.cap');
    case 'floor':
      return t('queue.wait.floor');
    default:
      return assertNever(reason);
  }
}

/** What a person may want to know or do about it, with the drive of the folder by its name; null where the reason says all. */
export function waitHint(reason: WaitReason, t: TFunction, drive: string | null): string | null {
  switch (reason.kind) {
    case 'turn':
    case 'all-paused':
    case 'night':
    // Said once, above the queue.
    case 'metered':
      return null;
    case 'offline':
    case 'service':
      return t('download.waitingHint');
    case 'disk-full':
      return t('queue.hint.diskFull');
    case 'drive-away':
      return drive === null ? t('queue.hint.driveAway') : t('folder.plugInHint', { drive });
    case 'moving':
      return t('queue.hint.moving');
    case 'cap':
      return t('queue.hint.cap');
    case 'floor':
      return t('queue.hint.floor');
    default:
      return assertNever(reason);
  }
}
