import { expect } from 'vitest';
import type { LicenceView } from '../../contract/domain/licence.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { downloadWhole, firstLectures, signInAnna, valueOf } from './app-rig.ts';
import type { AppRig, RunningApp } from './app-rig.ts';
import type { MovableClock } from './movable-clock.ts';

/** An address where no service is. */
export const nowhere = 'http://127.0.0.1:9';

/** Starts the app with its clock so many days from today. */
export function startAt(rig: AppRig, clock: MovableClock, days: number, origin?: string): Promise<RunningApp> {
  clock.setDays(days);
  return rig.start(origin === undefined ? { clock } : { clock, origin });
}

/** Anna, remembered, downloads the first lecture. */
export async function annaDownloads(app: RunningApp): Promise<LectureId> {
  await signInAnna(app, true);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!, 'audio');
  return lectureId!;
}

/** Opens a lecture. */
export const play = (app: RunningApp, lectureId: LectureId) => app.routes['playback.open']({ lectureId });
/** Presses the button that renews. */
export const renew = (app: RunningApp, lectureId: LectureId) => app.routes['licences.renew']({ lectureId });
/** Asks for the whole of its bytes, as the window does. */
export const media = (app: RunningApp, url: string) =>
  app.media({ method: 'GET', url, range: null, signal: AbortSignal.timeout(10_000) });
/** The lecture's licence as the list of downloads shows it. */
export async function licenceOf(app: RunningApp, lectureId: LectureId): Promise<LicenceView | undefined> {
  const items = valueOf(await app.routes['downloads.list'](null));
  return items.find((item) => item.lectureId === lectureId)?.licence;
}
/** It opens from this disk, and its bytes come. */
export async function expectPlays(app: RunningApp, lectureId: LectureId): Promise<void> {
  const plan = valueOf(await play(app, lectureId));
  expect(plan.source).toBe('downloaded');
  const answer = await media(app, plan.mediaUrl);
  expect([answer.status, (await answer.arrayBuffer()).byteLength > 10_000]).toEqual([200, true]);
}
