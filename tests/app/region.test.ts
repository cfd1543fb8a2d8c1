import { expect, it, onTestFinished } from 'vitest';
import type { CourseId } from '../../contract/domain/ids.ts';
import { anna, createAppRig, downloadWhole, signInAnna, stateOf, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { samplesOfferedIn } from '../support/region-samples.ts';

const courseId = 'course-memory' as CourseId;
/** Anna tells the service, from somewhere else, in which country she is. */
async function say(rig: AppRig, region: string): Promise<void> {
  const ask = async (path: string, method: string, body: unknown, token = '') =>
    fetch(`${rig.service.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
  const device = { id: 'elsewhere', name: 'Elsewhere', platform: 'linux' };
  const signedIn = await ask('/v1/sessions', 'POST', {
    email: anna.email,
    password: anna.password,
    device,
    remember: false,
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  expect((await ask('/v1/account/region', 'PUT', { region }, accessToken)).status).toBe(204);
}

async function lecturesOf(app: RunningApp) {
  const course = valueOf(await app.routes['catalogue.course']({ courseId }));
  return { available: course.available, ids: course.sections.flatMap(({ lectures }) => lectures.map(({ id }) => id)) };
}

it('B2: what is not offered in the region says so, is neither fetched nor streamed, and what is here still plays', async () => {
  const rig = await createAppRig(await samplesOfferedIn(courseId, ['RU']));
  onTestFinished(() => rig.remove());
  const app = await rig.start();
  await signInAnna(app);
  const { available, ids } = await lecturesOf(app);
  const [here, other] = ids;
  if (here === undefined || other === undefined) throw new Error('too few lectures');
  expect(available).toBe(true);
  await downloadWhole(app, here);

  await say(rig, 'FR');
  expect(valueOf(await app.routes['catalogue.refresh'](null))).toEqual({ changed: true });
  expect((await lecturesOf(app)).available).toBe(false);
  const { courses } = valueOf(await app.routes['catalogue.courses']({ after: null }));
  expect(courses.filter((course) => !course.available).map(({ id }) => id)).toEqual([courseId]);

  expect(await app.routes['playback.open']({ lectureId: other })).toMatchObject({
    error: { code: 'region-unavailable' },
  });
  valueOf(await app.routes['downloads.start']({ lectureIds: [other], quality: '360p' }));
  await app.until(async () => (await stateOf(app, other)) === 'failed');
  const failed = valueOf(await app.routes['downloads.list'](null)).find(({ lectureId }) => lectureId === other);
  expect(failed?.error).toEqual({ code: 'region-unavailable' });
  expect(valueOf(await app.routes['playback.open']({ lectureId: here })).source).toBe('downloaded');

  await say(rig, 'RU');
  valueOf(await app.routes['catalogue.refresh'](null));
  expect((await lecturesOf(app)).available).toBe(true);
  valueOf(await app.routes['downloads.resume']({ lectureId: other }));
  await app.until(async () => (await stateOf(app, other)) === 'complete');
});

it('B2: a person says their country in the app: the catalogue is at once as it is there, and without the service nothing changes', async () => {
  const rig = await createAppRig(await samplesOfferedIn(courseId, ['RU']));
  onTestFinished(() => rig.remove());
  const app = await rig.start();
  await signInAnna(app);
  expect((await lecturesOf(app)).available).toBe(true);
  const before = valueOf(await app.routes['account.region'](null));
  expect([before.region, before.regions.includes('FR')]).toEqual([null, true]);
  valueOf(await app.routes['account.setRegion']({ region: 'FR' }));
  expect((await lecturesOf(app)).available).toBe(false);
  expect(await app.routes['account.setRegion']({ region: 'XX' })).toMatchObject({
    error: { code: 'service-nonsense' },
  });
  await rig.setFaults([{ route: '*', times: null, fault: { kind: 'status', status: 503 } }]);
  expect(await app.routes['account.setRegion']({ region: null })).toMatchObject({ error: { code: 'service-failed' } });
  await rig.clearFaults();
  expect(valueOf(await app.routes['account.region'](null)).region).toBe('FR');
  valueOf(await app.routes['account.setRegion']({ region: null }));
  expect((await lecturesOf(app)).available).toBe(true);
});
