import { describe, expect, it } from 'vitest';
import { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import { done, ok } from '../../../contract/result.ts';
import type { Places } from './memory-places.ts';
import { createPrivateSession } from './private-session.ts';

const lectureId = LectureId.parse('l1');
const courseId = CourseId.parse('c1');

function makeScene() {
  const written: string[] = [];
  const told: boolean[] = [];
  const write = (name: string) => Promise.resolve((written.push(name), done));
  const library: Places = {
    progress: {
      ofLecture: () => Promise.resolve(ok({ positionMs: 7000, completed: false, watchedAtMs: 1 })),
      save: () => write('save'),
    },
    study: {
      addWatched(_, spans) {
        if (spans.length > 0) written.push('addWatched');
        return Promise.resolve(ok({ watched: [{ startMs: 0, endMs: 7000 }], grew: false, durationMs: 60_000 }));
      },
      mark: () => Promise.resolve((written.push('mark'), ok([]))),
      rateOfCourse: () => Promise.resolve(ok(1.5)),
      keepRate: () => write('keepRate'),
    },
  };
  const session = createPrivateSession({ library, onChange: ({ on }) => void told.push(on) });
  return { session, library, written, told };
}

describe('a private session', () => {
  it('E2: keeps places, what was watched, marks and speeds in memory, over what is known, and writes nothing', async () => {
    const { session, written } = makeScene();
    session.set(true);
    const places = session.places();
    expect(await places.progress.ofLecture(lectureId)).toMatchObject({ value: { positionMs: 7000 } });
    await places.progress.save(lectureId, { positionMs: 20_000, completed: true, watchedAtMs: 5 });
    await places.progress.save(lectureId, { positionMs: 9000, completed: false, watchedAtMs: 6 });
    expect(await places.progress.ofLecture(lectureId)).toEqual(
      ok({ positionMs: 9000, completed: true, watchedAtMs: 6 }),
    );
    const added = await places.study.addWatched(lectureId, [{ startMs: 7500, endMs: 90_000 }]);
    expect(added).toEqual(ok({ watched: [{ startMs: 0, endMs: 60_000 }], grew: true, durationMs: 60_000 }));
    expect(await places.study.addWatched(lectureId, [])).toMatchObject({ value: { grew: false } });
    const mark = { lectureId, completed: false, watched: [], watchedAtMs: 7 };
    expect(await places.study.mark(mark)).toEqual(ok([{ startMs: 0, endMs: 60_000 }]));
    expect(await places.progress.ofLecture(lectureId)).toMatchObject({ value: { completed: false, positionMs: 9000 } });
    expect(await places.study.addWatched(lectureId, [])).toMatchObject({ value: { watched: [] } });
    expect(await places.study.rateOfCourse(courseId)).toEqual(ok(1.5));
    await places.study.keepRate(courseId, null);
    expect(await places.study.rateOfCourse(courseId)).toEqual(ok(null));
    expect(written).toEqual([]);
  });

  it('E2: ended, nothing of it is left, and what was begun in it does not end on the disk', async () => {
    const { session, library, written, told } = makeScene();
    expect(session.set(true)).toEqual({ on: true });
    session.set(true);
    const places = session.places();
    await places.progress.save(lectureId, { positionMs: 20_000, completed: false, watchedAtMs: 5 });
    session.end();
    await places.progress.save(lectureId, { positionMs: 30_000, completed: false, watchedAtMs: 6 });
    expect([session.isOn(), session.places() === library, written.length]).toEqual([false, true, 0]);
    session.set(true);
    expect(await session.places().progress.ofLecture(lectureId)).toMatchObject({ value: { positionMs: 7000 } });
    expect(told).toEqual([true, false, true]);
  });

  it('G5: frozen, it keeps nothing either, and nobody is told of a private session; lifted, what was held is gone', async () => {
    const { session, library, written, told } = makeScene();
    session.freeze(true);
    expect([session.isOn(), session.keepsNothing()]).toEqual([false, true]);
    await session.places().progress.save(lectureId, { positionMs: 20_000, completed: false, watchedAtMs: 5 });
    expect(await session.places().progress.ofLecture(lectureId)).toMatchObject({ value: { positionMs: 20_000 } });
    session.freeze(false);
    expect([session.places() === library, written, told]).toEqual([true, [], []]);
  });

  it('G5 E2: a private session in it ends without a trace, and the freeze goes on; the account closes the same way', async () => {
    const { session } = makeScene();
    const place = async () => session.places().progress.ofLecture(lectureId);
    session.freeze(true);
    session.set(true);
    await session.places().progress.save(lectureId, { positionMs: 20_000, completed: false, watchedAtMs: 5 });
    session.set(false);
    expect([session.keepsNothing(), await place()]).toMatchObject([true, { value: { positionMs: 7000 } }]);
    await session.places().progress.save(lectureId, { positionMs: 30_000, completed: false, watchedAtMs: 5 });
    session.end();
    expect([session.keepsNothing(), await place()]).toMatchObject([true, { value: { positionMs: 7000 } }]);
    session.set(true);
    session.freeze(false);
    expect([session.isOn(), session.keepsNothing()]).toEqual([true, true]);
  });
});
