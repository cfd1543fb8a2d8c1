import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CourseId, LectureId } from '../../contract/domain/ids.ts';
import { startService } from '../../service/start-service.ts';
import type { RunningService } from '../../service/start-service.ts';
import { anna, createAppRig, ilya, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';

const shipped = resolve(import.meta.dirname, '..', '..', 'service', 'samples');
const [memory, probability] = ['course-memory', 'course-probability'].map((id) => CourseId.parse(id)) as [
  CourseId,
  CourseId,
];

let rig: AppRig;
let alike: RunningService;
beforeEach(async () => {
  rig = await createAppRig();
  alike = await serviceOfAlikeCourses(rig.folder);
});
afterEach(async () => {
  await rig.remove();
  await alike.close();
});

/** Here two of the sample courses share all of their topics, and the third none with them. */
async function serviceOfAlikeCourses(folder: string): Promise<RunningService> {
  const samplesFolder = join(folder, 'alike');
  await mkdir(samplesFolder, { recursive: true });
  await symlink(join(shipped, 'media'), join(samplesFolder, 'media'));
  const manifest = JSON.parse(await readFile(join(shipped, 'manifest.json'), 'utf8')) as {
    readonly courses: { readonly id: string; topics: string[] }[];
  };
  for (const course of manifest.courses) {
    course.topics = course.id === 'course-seeking' ? ['video', 'networks'] : ['chance', 'learning'];
  }
  await writeFile(join(samplesFolder, 'manifest.json'), JSON.stringify(manifest));
  const dataFolder = join(folder, 'alike-service');
  // Nothing is popular: what is recommended here comes from what was watched.
  return startService({
    dataFolder,
    samplesFolder,
    port: 0,
    host: '127.0.0.1',
    passwordCost: 2 ** 12,
    leastPeople: 1000,
  });
}

const read = async (app: RunningApp) => valueOf(await app.routes['recommendations.read'](null));

/** Counts a lecture of the course about memory as watched. */
async function watch(app: RunningApp): Promise<void> {
  const detail = valueOf(await app.routes['catalogue.course']({ courseId: memory }));
  const lecture = detail.sections[0]?.lectures[0];
  if (lecture === undefined) throw new Error('the course has no lecture');
  const watched = [{ startMs: 0, endMs: lecture.durationMs }];
  const input = { lectureId: LectureId.parse(lecture.id), completed: true, watched };
  valueOf(await app.routes['playback.setCompleted'](input));
}

/** How many rows are kept for recommendations. */
async function keptRows(): Promise<number> {
  return withKeptLibrary(rig.userDataFolder, anna.password, (database) => {
    const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    return count('recommendation_dismissed') + count('recommendation_start');
  });
}

describe('recommendations, below the window', () => {
  it('B5 A6: a watched lecture recommends a course like it, with the reason, to nobody else and without the service', async () => {
    const app = await rig.start({ origin: alike.origin });
    await signInAnna(app);
    expect(await read(app)).toEqual({ state: 'nothing-watched' });
    await watch(app);
    await alike.close();
    const found = await read(app);
    expect(found).toMatchObject({
      state: 'ready',
      items: [{ course: { id: probability }, reason: { kind: 'watched', courseId: memory } }],
    });
    alike = await serviceOfAlikeCourses(join(rig.folder, 'again'));
    const other = await rig.start({ origin: alike.origin });
    expect(await other.routes['recommendations.read'](null)).toMatchObject({ error: { code: 'signed-out' } });
    valueOf(await other.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    valueOf(await other.routes['catalogue.refresh'](null));
    expect(await read(other)).toEqual({ state: 'nothing-watched' });
  });

  it('B5: what was dismissed stays away over a restart, and is in no file in clear', async () => {
    const app = await rig.start({ origin: alike.origin });
    await signInAnna(app, true);
    await watch(app);
    valueOf(await app.routes['recommendations.dismiss']({ courseId: probability }));
    expect(await read(app)).toEqual({ state: 'ready', items: [] });
    await app.stop();
    const { findings } = await findPlaintext([rig.userDataFolder], textNeedles('course', probability));
    expect(findings).toEqual([]);
    const again = await rig.start({ origin: alike.origin });
    expect(await read(again)).toEqual({ state: 'ready', items: [] });
    valueOf(await again.routes['recommendations.restore']({ courseId: probability }));
    expect(await read(again)).toMatchObject({ items: [{ course: { id: probability } }] });
  });

  it('B5: switched off, nothing is computed and no row is kept, also in the library of who comes in later', async () => {
    const app = await rig.start({ origin: alike.origin });
    await signInAnna(app);
    await watch(app);
    valueOf(await app.routes['recommendations.dismiss']({ courseId: probability }));
    valueOf(await app.routes['account.signOut']({ erase: false }));
    // Nobody's library is open: Anna's rows are still there.
    valueOf(await app.routes['settings.update']({ recommendations: false }));
    await app.stop();
    expect(await keptRows()).toBe(1);

    const off = await rig.start({ origin: alike.origin });
    await signInAnna(off);
    expect(await read(off)).toEqual({ state: 'off' });
    valueOf(await off.routes['recommendations.dismiss']({ courseId: probability }));
    valueOf(await off.routes['recommendations.reset'](null));
    await off.stop();
    expect(await keptRows()).toBe(0);

    const on = await rig.start({ origin: alike.origin });
    await signInAnna(on);
    valueOf(await on.routes['settings.update']({ recommendations: true }));
    expect(await read(on)).toMatchObject({ state: 'ready', items: [{ course: { id: probability } }] });
    valueOf(await on.routes['recommendations.dismiss']({ courseId: probability }));
    valueOf(await on.routes['settings.update']({ recommendations: false }));
    await on.stop();
    expect(await keptRows()).toBe(0);
  });

  it('B5: started anew, what was watched before says nothing any more', async () => {
    const app = await rig.start({ origin: alike.origin });
    await signInAnna(app);
    await watch(app);
    valueOf(await app.routes['recommendations.dismiss']({ courseId: probability }));
    valueOf(await app.routes['recommendations.reset'](null));
    expect(await read(app)).toEqual({ state: 'nothing-watched' });
  });
});
