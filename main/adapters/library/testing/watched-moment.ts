import { DeviceId } from '../../../../contract/domain/ids.ts';
import { localDay } from '../../../../contract/domain/local-day.ts';
import type { WatchedMoment } from '../../../history-ports.ts';
import { lectureId } from './sample-data.ts';

/** The computer of `watchedMoment`. */
export const deviceId = DeviceId.parse('this-computer');

/** Five seconds of a lecture, watched up to `iso` in a place whose time is UTC. */
export function watchedMoment(lecture: string, iso: string, change: Partial<WatchedMoment> = {}): WatchedMoment {
  const nowMs = Date.parse(iso);
  return {
    lectureId: lectureId(lecture),
    deviceId,
    nowMs,
    startedAtMs: nowMs - 5000,
    day: localDay(nowMs, () => 0),
    offsetMinutes: 0,
    watchedMs: 5000,
    fromMs: 10_000,
    toMs: 15_000,
    ...change,
  };
}
