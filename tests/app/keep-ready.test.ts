import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, firstLectures, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const courseOf = async (app: RunningApp): Promise<CourseId> =>
  valueOf(await app.routes['catalogue.home'](null)).courses[0]!.id;
const keep = async (app: RunningApp, count: number): Promise<void> =>
  void valueOf(await app.routes['downloads.keepReady']({ courseId: await courseOf(app), count }));
const here = async (app: RunningApp): Promise<readonly LectureId[]> =>
  valueOf(await app.routes['downloads.list'](null)).map(({ lectureId }) => lectureId);
const watch = async (app: RunningApp, lectureId: LectureId, completed: boolean): Promise<void> =>
  void valueOf(
    await app.routes['playback.savePosition']({
      lectureId,
      positionMs: 1000,
      watched: completed ? [{ startMs: 0, endMs: 1e9 }] : [],
    }),
  );
const comes = (app: RunningApp, id: LectureId) => app.until(async () => (await stateOf(app, id)) === 'complete');

async function begin(): Promise<readonly [RunningApp, ...LectureId[]]> {
  const app = await rig.start();
  await signInAnna(app, true);
  valueOf(await app.routes['settings.update']({ downloadQuality: '360p' }));
  return [app, ...(await firstLectures(app))];
}

describe('D1: the next lectures are kept ready', () => {
  it('D1: one watched to its end brings the next one by itself, in the usual quality, also after a restart', async () => {
    const [app, a, b, c, d] = await begin();
    await keep(app, 1);
    await comes(app, a!);
    expect(await here(app)).toEqual([a]);
    await watch(app, a!, true);
    await comes(app, b!);
    const [, second] = valueOf(await app.routes['downloads.list'](null));
    expect(second?.quality).toBe('360p');
    const course = valueOf(await app.routes['catalogue.course']({ courseId: await courseOf(app) }));
    // It was nobody's choice for the course.
    expect(course).toMatchObject({ chosenQuality: null, keepReadyCount: 1 });
    await watch(app, b!, false);
    await comes(app, c!);
    await app.stop();
    const again = await rig.start();
    await watch(again, c!, true);
    await comes(again, d!);
    expect(await here(again)).toEqual([a, b, c, d]);
  });

  it('C2 D1: one that is counted as watched by hand brings the next one too', async () => {
    const [app, a, b] = await begin();
    await keep(app, 1);
    await comes(app, a!);
    valueOf(await app.routes['playback.setCompleted']({ lectureId: a!, completed: true, watched: [] }));
    await comes(app, b!);
    expect(await here(app)).toEqual([a, b]);
  });

  it('D1: what the person removed stays away, over a restart too; 0 ends it and removes nothing', async () => {
    const [app, a, b, c] = await begin();
    await keep(app, 3);
    for (const id of [a!, b!, c!]) await comes(app, id);
    valueOf(await app.routes['downloads.remove']({ lectureId: b! }));
    const again = await rig.start();
    valueOf(await again.routes['catalogue.refresh'](null));
    await keep(again, 3);
    expect(await here(again)).toEqual([a, c]);
    await keep(again, 0);
    await watch(again, c!, true);
    expect(await here(again)).toEqual([a, c]);
  });

  it('D1 D5: it obeys the queue: with everything paused the lecture waits too', async () => {
    const [app, a] = await begin();
    valueOf(await app.routes['downloads.pauseAll'](null));
    await keep(app, 1);
    expect(valueOf(await app.routes['downloads.list'](null))[0]).toMatchObject({
      lectureId: a,
      waitsFor: { kind: 'all-paused' },
    });
    valueOf(await app.routes['downloads.resumeAll'](null));
    await comes(app, a!);
  });
});
