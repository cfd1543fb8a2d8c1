import { mkdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import { fail } from '../../contract/result.ts';
import { anna, createAppRig, downloadWhole, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { withKeptLibrary } from '../support/open-kept-library.ts';

/** All that may be another after using the app while data is frozen: what a download is made of (and where it is silent), and what the service says of the freeze. */
const mayChange = [
  'content',
  'cookies',
  'course_quality',
  'downloads',
  'licences',
  // What the app sends is told to the person, whatever else rests.
  'network_requests',
  'network_state',
  'network_totals',
  'privacy_requests',
  'rights_choices',
  'search_documents',
  'search_terms',
  'silences',
];

/** An hour is nine seconds. */
const factor = 400;

let rig: AppRig;
let clock: FastClock;
beforeEach(async () => {
  rig = await createAppRig();
  clock = createFastClock(factor);
});
afterEach(() => rig.remove());

async function started(): Promise<RunningApp> {
  const app = await rig.start({ clock });
  await signInAnna(app);
  return app;
}

async function watch(app: RunningApp, lectureId: LectureId, fromMs: number): Promise<void> {
  const watched = [{ startMs: fromMs, endMs: fromMs + 5000 }];
  valueOf(await app.routes['playback.savePosition']({ lectureId, positionMs: fromMs + 5000, watched }));
}

/** How many rows each table of Anna's stopped app has, and what is in those that say how far she is. */
async function kept(): Promise<ReadonlyMap<string, unknown>> {
  return withKeptLibrary(rig.userDataFolder, anna.password, (database) => {
    const names = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all() as string[];
    const rowsOf = (name: string) => database.prepare(`SELECT * FROM "${name}"`).all();
    const wholly = ['progress', 'watched', 'history', 'home_visit', 'ratings', 'course_rate', 'sync_outbox'];
    return new Map(names.map((name) => [name, wholly.includes(name) ? rowsOf(name) : rowsOf(name).length]));
  });
}

/** What the service was asked since it was last looked at. */
async function askedRoutes(): Promise<readonly string[]> {
  const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as { routes: Record<string, unknown> };
  await fetch(`${rig.service.origin}/_stats`, { method: 'DELETE' });
  return Object.keys(stats.routes);
}

const setRestricted = async (app: RunningApp, on: boolean) =>
  valueOf(await app.routes['rights.setProcessing']({ what: 'restricted', on, words: 'Freeze my data.' }));

describe('limiting and objecting, below the window', () => {
  it('G5: an hour of use while the data is frozen leaves nothing of it in the library and tells the service nothing', async () => {
    const app = await started();
    const [first, second] = (await firstLectures(app)) as [LectureId, LectureId];
    const course = valueOf(await app.routes['catalogue.home'](null)).courses[0]?.id as CourseId;
    valueOf(await app.routes['sync.set']({ on: true }));
    await watch(app, first, 0);
    await app.until(async () => valueOf(await app.routes['sync.read'](null)).phase === 'idle');
    const view = await setRestricted(app, true);
    expect(view.requests).toMatchObject([{ kind: 'restriction', text: 'Freeze my data.' }]);
    await mkdir(rig.downloadFolder, { recursive: true });
    await app.stop();
    const before = await kept();

    const again = await started();
    await askedRoutes();
    const endsAtMs = clock.nowMs() + 3_600_000;
    for (let fromMs = 0; clock.nowMs() < endsAtMs; fromMs = (fromMs + 5000) % 40_000) {
      const lectureId = fromMs % 10_000 === 0 ? first : second;
      valueOf(await again.routes['playback.open']({ lectureId }));
      await watch(again, lectureId, fromMs);
      valueOf(await again.routes['catalogue.home'](null));
      valueOf(await again.routes['study.setRate']({ courseId: course, rate: 1.5 }));
      valueOf(await again.routes['search.remember']({ text: 'frozen' }));
      valueOf(await again.routes['recommendations.dismiss']({ courseId: course }));
      await again.routes['playback.close']({ lectureId });
      again.wake();
      await new Promise((next) => void setTimeout(next, 100));
    }
    await watch(again, first, 20_000);
    // It goes on where the person is, all the same.
    const place = valueOf(await again.routes['playback.open']({ lectureId: first }));
    expect(place.positionMs).toBe(25_000);
    expect(valueOf(await again.routes['recommendations.read'](null))).toEqual({ state: 'off' });
    const subject = { kind: 'lecture', id: first } as const;
    expect(await again.routes['ratings.rate']({ subject, stars: 5 })).toEqual(fail('restricted'));
    const days = { fromDay: '2026-01-01', toDay: '2026-01-31' } as never;
    expect(await again.routes['statistics.read'](days)).toEqual(fail('restricted'));
    expect(valueOf(await again.routes['sync.read'](null))).toMatchObject({ phase: 'waiting', error: 'restricted' });
    const asked = await askedRoutes();
    expect(asked.filter((route) => /history|ratings/u.test(route))).toEqual([]);
    // Playing and downloading go on.
    await downloadWhole(again, second);
    await again.stop();
    const after = await kept();
    const changed = [...after.keys()].filter(
      (name) => JSON.stringify(after.get(name)) !== JSON.stringify(before.get(name)),
    );
    expect(changed.filter((name) => !mayChange.includes(name))).toEqual([]);
    expect(changed).toContain('downloads');
  });

  it('G5: lifted, what is watched is kept and exchanged again, and nothing of the time between comes up', async () => {
    const app = await started();
    const [first, second] = (await firstLectures(app)) as [LectureId, LectureId];
    valueOf(await app.routes['sync.set']({ on: true }));
    await setRestricted(app, true);
    await watch(app, first, 0);
    await setRestricted(app, false);
    await watch(app, second, 0);
    const { entries } = valueOf(await app.routes['history.list']({ before: null, limit: 9, text: '' }));
    expect(entries.map(({ lectureId }) => lectureId)).toEqual([second]);
    await app.until(async () => {
      const { phase, waitingCount } = valueOf(await app.routes['sync.read'](null));
      return phase === 'idle' && waitingCount === 0;
    });
    expect(valueOf(await app.routes['rights.read'](null)).processing.restricted).toBe(false);
    expect(await askedRoutes()).toContain('POST /v1/history/events');
  });

  it('G5 B5: an objection to profiling ends recommendations at once and forgets what was dismissed, for this account alone', async () => {
    const app = await started();
    const [first] = (await firstLectures(app)) as [LectureId];
    const course = valueOf(await app.routes['catalogue.home'](null)).courses[0]?.id as CourseId;
    await watch(app, first, 0);
    valueOf(await app.routes['recommendations.dismiss']({ courseId: course }));
    expect(valueOf(await app.routes['recommendations.read'](null)).state).not.toBe('off');
    valueOf(await app.routes['rights.setProcessing']({ what: 'objectsToProfiling', on: true, words: 'No profiling.' }));
    expect(valueOf(await app.routes['recommendations.read'](null))).toEqual({ state: 'off' });
    expect(valueOf(await app.routes['settings.read'](null)).recommendations).toBe(true);
    await mkdir(rig.downloadFolder, { recursive: true });
    await app.stop();
    const tables = await kept();
    expect([tables.get('recommendation_dismissed'), tables.get('recommendation_start')]).toEqual([0, 0]);
    expect((tables.get('history') as unknown[]).length).toBe(1);
    const again = await started();
    expect(valueOf(await again.routes['recommendations.read'](null))).toEqual({ state: 'off' });
  });
});
