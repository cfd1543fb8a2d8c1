import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { Settings } from '../../contract/domain/settings.ts';
import { anna, createAppRig, firstLectures, ilya, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { countInPages } from '../support/count-in-pages.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { keptAccount } from '../support/kept-library.ts';
import { createMovableClock } from '../support/movable-clock.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

async function started(
  part: Partial<Settings> = {},
): Promise<{ app: RunningApp; first: LectureId; second: LectureId }> {
  const app = await rig.start();
  await signInAnna(app);
  valueOf(await app.routes['settings.update'](part));
  const [first, second] = await firstLectures(app);
  if (first === undefined || second === undefined) throw new Error('no lectures');
  return { app, first, second };
}

async function watch(app: RunningApp, lectureId: LectureId, fromMs = 0): Promise<void> {
  const watched = [{ startMs: fromMs, endMs: fromMs + 5000 }];
  valueOf(await app.routes['playback.savePosition']({ lectureId, positionMs: fromMs + 5000, watched }));
}

async function entriesOf(app: RunningApp) {
  return valueOf(await app.routes['history.list']({ before: null, limit: 50, text: '' })).entries;
}

/** How many rows the library of Anna's stopped app has of what could tell what was watched. */
async function rowsKept(): Promise<Readonly<Record<string, number>>> {
  return withKeptLibrary(rig.userDataFolder, anna.password, (database) =>
    Object.fromEntries(
      ['history', 'progress', 'watched', 'course_rate', 'content'].map((table) => [
        table,
        database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
      ]),
    ),
  );
}

describe('the watch history, below the window', () => {
  it('E1 A6: what is watched is kept, is never in clear, and belongs to one account', async () => {
    const { app, first, second } = await started();
    await watch(app, first);
    await watch(app, first, 5000);
    await watch(app, second);
    const entries = await entriesOf(app);
    expect(entries.map(({ lectureId, watchedMs, fromMs, toMs }) => [lectureId, watchedMs, fromMs, toMs])).toEqual([
      [second, 5000, 0, 5000],
      [first, 10_000, 0, 10_000],
    ]);
    expect(app.events.some(({ name }) => name === 'history.changed')).toBe(true);
    const [{ lectureTitle }] = entries as [(typeof entries)[number]];
    const word = lectureTitle.split(' ')[0] ?? '';
    const found = valueOf(await app.routes['history.list']({ before: null, limit: 50, text: word.toUpperCase() }));
    expect(found.entries.map(({ lectureId }) => lectureId)).toContain(second);
    valueOf(await app.routes['account.signOut']({ erase: false }));
    expect(await app.routes['history.list']({ before: null, limit: 50, text: '' })).toMatchObject({
      error: { code: 'signed-out' },
    });
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    expect(await entriesOf(app)).toEqual([]);
    await app.stop();
    const { findings, filesRead } = await findPlaintext([rig.userDataFolder], textNeedles('title', lectureTitle));
    expect(filesRead).toBeGreaterThan(3);
    expect(findings).toEqual([]);
  });

  it('E1: deleted, it can be had back; closed or not, it is in no page of the file then, nor in its raw bytes', async () => {
    const { app, first, second } = await started();
    await watch(app, first);
    await watch(app, second);
    const before = await entriesOf(app);
    const { keys, libraryFolder } = await keptAccount(rig);
    const file = join(libraryFolder, 'library.db');
    // The catalogue has the titles too, and goes on having them.
    const title = before[0]?.lectureTitle ?? '';
    const pagesBefore = countInPages(file, keys.libraryKey, title);
    const removed = valueOf(await app.routes['history.remove']({ all: true }));
    expect(removed.count).toBe(2);
    expect(await entriesOf(app)).toEqual([]);
    expect(await readFile(`${file}-wal`)).toHaveLength(0);
    const pagesAfter = countInPages(file, keys.libraryKey, title);
    expect(pagesAfter).toBeLessThan(pagesBefore);
    valueOf(await app.routes['history.undo']({ removalId: removed.removalId }));
    expect(await entriesOf(app)).toEqual(before);
    expect(await app.routes['history.undo']({ removalId: removed.removalId })).toMatchObject({
      error: { code: 'not-found' },
    });
    const [entry] = before as [(typeof before)[number]];
    valueOf(await app.routes['history.remove']({ entryIds: [entry.id] }));
    valueOf(await app.routes['history.remove']({ courseId: entry.courseId }));
    await app.stop();
    expect(countInPages(file, keys.libraryKey, title)).toBe(pagesAfter);
    const raw = await readFile(file);
    for (const needle of Object.values(textNeedles('title', title))) expect(raw.includes(needle)).toBe(false);
    expect(await rowsKept()).toMatchObject({ history: 0, progress: 2 });
    const again = await rig.start();
    await signInAnna(again);
    expect(await again.routes['history.undo']({ removalId: 3 })).toMatchObject({ error: { code: 'not-found' } });
    expect(await entriesOf(again)).toEqual([]);
  });

  it('E2: with the history off no row is written, while the place and what was watched are', async () => {
    const { app, first } = await started({ keepHistory: false });
    await watch(app, first);
    expect(valueOf(await app.routes['history.state'](null))).toEqual({ count: 0, nextPurgeAtMs: null });
    await app.stop();
    expect(await rowsKept()).toMatchObject({ history: 0, progress: 1, watched: 1 });
    const again = await rig.start();
    await signInAnna(again);
    expect(valueOf(await again.routes['settings.read'](null)).keepHistory).toBe(false);
  });

  it('E2: a private session resumes and completes as always, and leaves not one row and not one page behind', async () => {
    const { app, first, second } = await started();
    await watch(app, second);
    // What only the window of an open lecture asks for is here before the private session.
    await app.routes['playback.open']({ lectureId: second });
    await app.routes['playback.close']({ lectureId: second });
    await app.stop();
    const { keys, libraryFolder } = await keptAccount(rig);
    const file = join(libraryFolder, 'library.db');
    const rowsBefore = await rowsKept();
    const pagesBefore = countInPages(file, keys.libraryKey, first);

    const again = await rig.start();
    await signInAnna(again);
    expect(valueOf(await again.routes['session.private']({ on: true }))).toEqual({ on: true });
    const plan = valueOf(await again.routes['playback.open']({ lectureId: first }));
    expect(plan.source).toBe('network');
    expect(valueOf(await again.routes['stage.artwork']({ lectureId: first })).dataUrl).toMatch(/^data:/);
    await watch(again, first, 10_000);
    valueOf(await again.routes['study.setRate']({ courseId: plan.courseId, rate: 2 }));
    expect(valueOf(await again.routes['study.read']({ lectureId: first }))).toMatchObject({
      watched: [{ startMs: 10_000, endMs: 15_000 }],
      courseRate: 2,
    });
    expect(valueOf(await again.routes['playback.plan']({ lectureId: first })).positionMs).toBe(15_000);
    const marked = { lectureId: first, completed: true, watched: [{ startMs: 0, endMs: plan.durationMs }] };
    valueOf(await again.routes['playback.setCompleted'](marked));
    expect(await entriesOf(again)).toHaveLength(1);
    const home = valueOf(await again.routes['catalogue.home'](null));
    expect(home.continueWatching.map(({ lectureId }) => lectureId)).toEqual([second]);

    valueOf(await again.routes['session.private']({ on: false }));
    expect(valueOf(await again.routes['study.read']({ lectureId: first }))).toMatchObject({
      watched: [],
      completed: false,
      courseRate: null,
    });
    valueOf(await again.routes['session.private']({ on: true }));
    await watch(again, first, 20_000);
    await again.stop();
    expect(await rowsKept()).toEqual(rowsBefore);
    expect(countInPages(file, keys.libraryKey, first)).toBe(pagesBefore);
    const settings = await readFile(join(rig.userDataFolder, 'computer.db'));
    expect(settings.includes('rivate')).toBe(false);
    const last = await rig.start();
    await signInAnna(last);
    expect(valueOf(await last.routes['session.read'](null))).toEqual({ on: false });
  });

  it('E2: a private session ends with the account, and nobody begins one without', async () => {
    const { app } = await started();
    valueOf(await app.routes['session.private']({ on: true }));
    valueOf(await app.routes['account.lock'](null));
    expect(valueOf(await app.routes['session.read'](null))).toEqual({ on: false });
    const told = app.events.filter(({ name }) => name === 'session.changed').map(({ payload }) => payload);
    expect(told).toEqual([{ on: true }, { on: false }]);
    expect(await app.routes['session.private']({ on: true })).toMatchObject({ error: { code: 'signed-out' } });
  });

  it('E3: what is older than its days is gone at the next start; a clock that was turned back takes nothing', async () => {
    const clock = createMovableClock();
    const app = await rig.start({ clock });
    await signInAnna(app);
    valueOf(await app.routes['settings.update']({ historyRetentionDays: 30 }));
    const [first, second] = (await firstLectures(app)) as [LectureId, LectureId];
    await watch(app, first);
    const countAt = async (days: number): Promise<number> => {
      clock.setDays(days);
      const later = await rig.start({ clock });
      await signInAnna(later);
      const state = valueOf(await later.routes['history.state'](null));
      expect((state.nextPurgeAtMs ?? 0) - clock.nowMs()).toBeLessThanOrEqual(25 * 3_600_000);
      return state.count;
    };
    expect(await countAt(20)).toBe(1);
    const middle = await rig.start({ clock });
    await signInAnna(middle);
    await watch(middle, second);
    expect(await countAt(-400)).toBe(2);
    expect(await countAt(21)).toBe(2);
    expect(await countAt(31)).toBe(1);
    expect(await countAt(51)).toBe(0);
  });
});
