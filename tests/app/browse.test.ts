import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { ListThing } from '../../contract/domain/browse.ts';
import { anna, createAppRig, firstLectures, ilya, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig } from '../support/app-rig.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

it('B1 B6: the catalogue, a lecturer and what comes next are here without the service, from what was watched', async () => {
  const app = await rig.start();
  await signInAnna(app);
  await rig.stopService();
  const { courses, next } = valueOf(await app.routes['catalogue.courses']({ after: null }));
  expect([courses.length, next]).toEqual([3, null]);
  const [first] = courses;
  if (first === undefined) throw new Error('the catalogue is empty');
  const found = valueOf(await app.routes['catalogue.lecturer']({ lecturerId: first.lecturerId }));
  expect(found.lecturer.name).toBe(first.lecturerName);
  expect(found.courses.map(({ id }) => id)).toContain(first.id);

  const [watched, following] = await firstLectures(app);
  if (watched === undefined) throw new Error('no lecture');
  expect(valueOf(await app.routes['catalogue.nextUp'](null))).toEqual([]);
  valueOf(await app.routes['playback.setCompleted']({ lectureId: watched, completed: true, watched: [] }));
  expect(valueOf(await app.routes['catalogue.nextUp'](null))).toMatchObject([
    { lectureId: following, courseId: first.id, courseTitle: first.title },
  ]);
  const [now] = valueOf(await app.routes['catalogue.courses']({ after: null })).courses;
  expect([now?.begunCount, now?.completedCount]).toEqual([1, 1]);
});

it('B1: a catalogue in pages whose line is cut goes on at the next page, also after a restart', async () => {
  const paged = await createAppRig(undefined, { cataloguePageBytes: 1 });
  onTestFinished(() => paged.remove());
  const broken = { kind: 'status', status: 503 };
  await paged.setFaults([{ route: 'GET /v1/catalogue', skip: 1, times: null, fault: broken }]);
  let app = await paged.start();
  await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: true });
  await app.routes['catalogue.refresh'](null);
  const courseCount = async () => valueOf(await app.routes['catalogue.courses']({ after: null })).courses.length;
  expect(await courseCount()).toBe(1);
  await app.stop();
  await paged.clearFaults();
  // The first page is not asked for again.
  await paged.setFaults([{ route: 'GET /v1/catalogue', skip: 2, times: null, fault: broken }]);
  app = await paged.start();
  await app.until(async () => (await courseCount()) === 3);
});

it('B6 A6: the list is kept over a restart, in order, encrypted, and is nobody else’s', async () => {
  let app = await rig.start();
  await signInAnna(app, true);
  const [lectureId] = await firstLectures(app);
  const [, course] = valueOf(await app.routes['catalogue.courses']({ after: null })).courses;
  if (lectureId === undefined || course === undefined) throw new Error('the catalogue is empty');
  const things: readonly ListThing[] = [
    { kind: 'lecture', lectureId },
    { kind: 'course', courseId: course.id },
  ];
  for (const thing of things) valueOf(await app.routes['list.add']({ thing, addedAtMs: null }));
  expect(app.events.filter(({ name }) => name === 'list.changed')).toHaveLength(2);
  app = await rig.start();
  const kinds = async () => valueOf(await app.routes['list.read'](null)).map(({ kind }) => kind);
  expect((await kinds()).toSorted()).toEqual(['course', 'lecture']);
  const { addedAtMs } = valueOf(await app.routes['list.remove']({ thing: things[0]! }));
  expect(await kinds()).toEqual(['course']);
  valueOf(await app.routes['list.add']({ thing: things[0]!, addedAtMs }));
  const back = valueOf(await app.routes['list.read'](null)).find(({ kind }) => kind === 'lecture');
  expect(back?.addedAtMs).toBe(addedAtMs);

  valueOf(await app.routes['account.signOut']({ erase: false }));
  expect(await app.routes['list.read'](null)).toMatchObject({ error: { code: 'signed-out' } });
  valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
  valueOf(await app.routes['catalogue.refresh'](null));
  expect(await kinds()).toEqual([]);
  await app.stop();
  const { findings } = await findPlaintext([rig.userDataFolder], textNeedles('course', course.id));
  expect(findings).toEqual([]);
});
