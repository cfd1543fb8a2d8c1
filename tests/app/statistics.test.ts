import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import { dayAfter, localDay } from '../../contract/domain/local-day.ts';
import { anna, createAppRig, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const minuteMs = 60_000;
const words = { title: 'Статистика: год', day: 'День', course: '=Курс', minutes: 'Минуты', sittings: 'Просмотры' };
const today = localDay(Date.now(), (timeMs) => -new Date(timeMs).getTimezoneOffset());
const week = { fromDay: dayAfter(today, -6), toDay: today };

async function started(): Promise<{
  app: RunningApp;
  first: LectureId;
  second: LectureId;
  file: string;
  names: string[];
}> {
  const file = join(rig.folder, 'study.csv');
  const names: string[] = [];
  const app = await rig.start({
    notes: {
      chooseFile: (name) => Promise.resolve((names.push(name), file)),
      camera: { open: () => Promise.resolve(null) },
    },
  });
  await signInAnna(app);
  const [first, second] = (await firstLectures(app)) as [LectureId, LectureId];
  return { app, first, second, file, names };
}

async function watch(app: RunningApp, lectureId: LectureId, fromMs: number, minutes: number): Promise<void> {
  const endMs = fromMs + minutes * minuteMs;
  valueOf(
    await app.routes['playback.savePosition']({ lectureId, positionMs: endMs, watched: [{ startMs: fromMs, endMs }] }),
  );
}

describe('the study statistics, below the window', () => {
  it('E5: what is watched is counted, what is deleted no more, and nothing is told to who is signed out', async () => {
    const { app, first, second } = await started();
    await watch(app, first, 0, 2);
    await watch(app, first, 2 * minuteMs, 1);
    await watch(app, second, 0, 4);
    const statistics = valueOf(await app.routes['statistics.read'](week));
    expect(statistics).toMatchObject({
      days: [{ day: today, watchedMs: 7 * minuteMs }],
      totals: { watchedMs: 7 * minuteMs, dayCount: 1, lectureCount: 2 },
      currentStreak: { dayCount: 1, lastDay: today },
      longestStreak: { dayCount: 1, lastDay: today },
      others: { courseCount: 0, watchedMs: 0 },
    });
    expect(statistics.courses.every(({ title }) => title !== '')).toBe(true);
    expect(statistics.courses.reduce((sum, { watchedMs }) => sum + watchedMs, 0)).toBe(7 * minuteMs);
    const removed = valueOf(await app.routes['history.remove']({ all: true }));
    expect(valueOf(await app.routes['statistics.read'](week))).toMatchObject({ days: [], totals: { watchedMs: 0 } });
    valueOf(await app.routes['history.undo']({ removalId: removed.removalId }));
    expect(valueOf(await app.routes['statistics.read'](week))).toEqual(statistics);
    valueOf(await app.routes['account.lock'](null));
    expect(await app.routes['statistics.read'](week)).toMatchObject({ error: { code: 'signed-out' } });
  });

  it('E5 E2: nothing is counted with the history off, nor in a private session', async () => {
    const { app, first, second } = await started();
    valueOf(await app.routes['settings.update']({ keepHistory: false }));
    await watch(app, first, 0, 2);
    valueOf(await app.routes['settings.update']({ keepHistory: true }));
    valueOf(await app.routes['session.private']({ on: true }));
    await watch(app, second, 0, 2);
    valueOf(await app.routes['session.private']({ on: false }));
    expect(valueOf(await app.routes['statistics.read'](week)).totals.watchedMs).toBe(0);
    await watch(app, second, 0, 3);
    expect(valueOf(await app.routes['statistics.read'](week)).totals.watchedMs).toBe(3 * minuteMs);
  });

  it('E5: the export has a line for each day and course, is read as UTF-8, and is no formula', async () => {
    const { app, first, second } = await started();
    await watch(app, first, 0, 2);
    await watch(app, second, 0, 4);
    await app.stop();
    await withKeptLibrary(rig.userDataFolder, anna.password, (database) => {
      database.exec(`UPDATE history SET day = '2025-02-28', course_id = 'gone', course_title = '=HYPERLINK("x"), лекции'
        WHERE lecture_id = '${second}'`);
    });
    const again = await started();
    await writeFile(again.file, 'older');
    expect(valueOf(await again.app.routes['statistics.export']({ days: null, words }))).toEqual({ lineCount: 2 });
    expect(again.names).toEqual([`Статистика год ${today}.csv`]);
    const bytes = await readFile(again.file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, old, now, end] = bytes.toString('utf8').slice(1).split('\r\n');
    expect(heading).toBe("День,'=Курс,Минуты,Просмотры");
    expect(old).toBe(`2025-02-28,"'=HYPERLINK(""x""), лекции",4,1`);
    expect(now).toMatch(new RegExp(`^${today},.+,2,1$`, 'u'));
    expect(end).toBe('');
    expect(valueOf(await again.app.routes['statistics.export']({ days: week, words }))).toEqual({ lineCount: 1 });
    expect((await readFile(again.file, 'utf8')).split('\r\n')).toHaveLength(3);
    expect((await readdir(rig.folder)).filter((name) => name.startsWith('.lectoroom-'))).toEqual([]);
  });
});
