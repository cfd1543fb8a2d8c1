import { afterEach, beforeEach, expect, it } from 'vitest';
import { AssetId } from '../../contract/domain/ids.ts';
import type { Course } from '../../contract/domain/course.ts';
import { applyCatalogue } from '../../main/adapters/library/testing/sample-data.ts';
import { createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig } from '../support/app-rig.ts';
import { keptAccount, withLibrary } from '../support/kept-library.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

/** The course as a service names it that has made all its lectures anew. */
const renewed = (course: Course): Course => ({
  ...course,
  sections: course.sections.map((section) => ({
    ...section,
    lectures: section.lectures.map((lecture) => ({
      ...lecture,
      media: lecture.media.map((media) => ({ ...media, id: AssetId.parse(`${media.id}-renewed`) })),
    })),
  })),
});

it('C1 D1: what is downloaded plays without the service also when that has put another file in its place', async () => {
  const app = await rig.start();
  await signInAnna(app, true);
  const [lectureId] = await firstLectures(app);
  await downloadWhole(app, lectureId!);
  const before = valueOf(await app.routes['playback.open']({ lectureId: lectureId! }));
  const [item] = valueOf(await app.routes['downloads.list'](null));
  await app.stop();
  await rig.stopService();
  await withLibrary(rig, await keptAccount(rig), async (library) => {
    const found = valueOf(await library.catalogue.course(before.courseId));
    const courses = [renewed(found!.course)];
    valueOf(await applyCatalogue(library, { cursor: 'later', complete: false, courses, removedCourseIds: [] }, null));
  });
  const again = await rig.start();
  const plan = valueOf(await again.routes['playback.open']({ lectureId: lectureId! }));
  expect(plan).toMatchObject({ source: 'downloaded', quality: '360p', mediaUrl: before.mediaUrl });
  const signal = AbortSignal.timeout(10_000);
  const whole = await again.media({ method: 'GET', url: plan.mediaUrl, range: null, signal });
  expect((await whole.arrayBuffer()).byteLength).toBe(item!.sizeBytes);
  const network = await again.routes['playback.plan']({ lectureId: lectureId!, from: 'network' });
  expect(network).toEqual({ ok: false, error: { code: 'service-unreachable' } });
});
