import { expect, it, onTestFinished } from 'vitest';
import type { CourseId } from '../../contract/domain/ids.ts';
import { createAppRig, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { RunningApp } from '../support/app-rig.ts';

const fault = { route: 'GET /v1/popular', times: null, fault: { kind: 'status', status: 503 } } as const;

async function cards(app: RunningApp) {
  const { courses } = valueOf(await app.routes['catalogue.courses']({ after: null }));
  return Object.fromEntries(courses.map(({ id, popularity }) => [id, popularity]));
}
const known = async (app: RunningApp) => Object.values(await cards(app)).some((each) => each !== undefined);
const forYou = async (app: RunningApp) => valueOf(await app.routes['recommendations.read'](null));

it('B1 B5: the figures of all learners come with the catalogue, stay without the service, and are a new learner’s first recommendations', async () => {
  const rig = await createAppRig();
  onTestFinished(() => rig.remove());
  await rig.setFaults([fault]);
  const app = await rig.start();
  await signInAnna(app, true);
  const [lectureId] = await firstLectures(app);
  expect(await known(app)).toBe(false);
  expect(await forYou(app)).toEqual({ state: 'nothing-watched' });
  await app.stop();

  await rig.clearFaults();
  const second = await rig.start();
  await second.until(() => known(second));
  const figures = { viewerCount: 15, rating: { average: 4.8, count: 13 } };
  expect((await cards(second))['course-memory']).toEqual(figures);
  expect((await cards(second))['course-probability']).toEqual({ viewerCount: 5, rating: null });
  const popular = await forYou(second);
  expect(popular.state === 'ready' && popular.items.map(({ course, reason }) => [course.id, reason.kind])).toEqual([
    ['course-memory', 'popular'],
    ['course-seeking', 'popular'],
    ['course-probability', 'popular'],
  ]);
  valueOf(await second.routes['settings.update']({ recommendations: false }));
  expect(await forYou(second)).toEqual({ state: 'off' });
  valueOf(await second.routes['settings.update']({ recommendations: true }));
  await second.stop();

  await rig.setFaults([{ route: '*', times: null, fault: { kind: 'status', status: 503 } }]);
  const third = await rig.start();
  expect((await cards(third))['course-memory']).toEqual(figures);
  if (lectureId === undefined) throw new Error('no lecture');
  valueOf(
    await third.routes['playback.savePosition']({
      lectureId,
      positionMs: 9000,
      watched: [{ startMs: 0, endMs: 9000 }],
    }),
  );
  const watched = await forYou(third);
  const reasons = watched.state === 'ready' ? watched.items.map(({ reason }) => reason.kind) : [];
  expect(reasons).not.toContain('popular');
});

it('B5: with the sample courses as they are, a watched lecture recommends a course that shares something with it', async () => {
  const rig = await createAppRig();
  onTestFinished(() => rig.remove());
  const app = await rig.start();
  await signInAnna(app);
  const courses = Object.keys(await cards(app)) as CourseId[];
  const found: Record<string, readonly string[]> = {};
  for (const courseId of courses) {
    const detail = valueOf(await app.routes['catalogue.course']({ courseId }));
    const lectures = detail.sections.flatMap((section) => section.lectures);
    for (const { id: lectureId, durationMs } of lectures) {
      const watched = [{ startMs: 0, endMs: durationMs }];
      valueOf(await app.routes['playback.setCompleted']({ lectureId, completed: true, watched }));
    }
    const { state, ...rest } = await forYou(app);
    const items = state === 'ready' && 'items' in rest ? rest.items : [];
    found[courseId] = items.map(({ course, reason }) => `${course.id} ${reason.kind}`);
    for (const { id: lectureId } of lectures) {
      valueOf(await app.routes['playback.setCompleted']({ lectureId, completed: false, watched: [] }));
    }
  }
  expect(found).toEqual({
    'course-memory': ['course-probability topic'],
    'course-probability': ['course-memory topic'],
    'course-seeking': [],
  });
});
