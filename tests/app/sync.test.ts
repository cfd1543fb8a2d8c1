import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../contract/domain/history.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { createAppRig, firstLectures, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { createFastClock, type FastClock } from '../support/fast-clock.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';

/** Fifty times as fast: what waits half a minute waits half a second. */
const factor = 50;
const weeksMs = 30 * 86_400_000;

let rig: AppRig;
let clock: FastClock;
beforeEach(async () => {
  rig = await createAppRig();
  clock = createFastClock(factor);
});
afterEach(() => rig.remove());

async function twoComputers() {
  const one = await rig.start({ clock });
  await signInAnna(one, true);
  const other = await rig.secondComputer().start({ clock });
  await signInAnna(other, true);
  const [first, second] = (await firstLectures(one)) as [LectureId, LectureId];
  return { one, other, first, second };
}

const turn = async (app: RunningApp, on: boolean) => valueOf(await app.routes['sync.set']({ on }));
const viewOf = async (app: RunningApp) => valueOf(await app.routes['sync.read'](null));
const entriesOf = async (app: RunningApp): Promise<readonly HistoryEntry[]> =>
  valueOf(await app.routes['history.list']({ before: null, limit: 50, text: '' })).entries;

async function watch(app: RunningApp, lectureId: LectureId, fromMs = 0): Promise<void> {
  const watched = [{ startMs: fromMs, endMs: fromMs + 5000 }];
  valueOf(await app.routes['playback.savePosition']({ lectureId, positionMs: fromMs + 5000, watched }));
}

/** All that waits has been told, and nobody is busy. */
async function settled(...apps: readonly RunningApp[]): Promise<void> {
  for (const app of apps) {
    await app.until(async () => {
      const { phase, waitingCount } = await viewOf(app);
      return phase === 'idle' && waitingCount === 0;
    });
  }
}

/** What one has told reaches the other: it looks of itself every quarter of an hour, which is eighteen seconds here. */
async function exchanged(from: RunningApp, to: RunningApp): Promise<void> {
  await settled(from);
  to.wake();
  await settled(to);
}

/** How often the service was asked for anything of the history. */
async function askedCount(): Promise<number> {
  const stats = (await (await fetch(`${rig.service.origin}/_stats`)).json()) as {
    readonly routes: Readonly<Record<string, { readonly requests: number }>>;
  };
  const routes = Object.entries(stats.routes).filter(([route]) => route.includes('/v1/history'));
  return routes.reduce((sum, [, { requests }]) => sum + requests, 0);
}

async function serviceHolds(title: string): Promise<boolean> {
  const { findings, filesRead } = await findPlaintext([join(rig.folder, 'service')], textNeedles('title', title));
  expect(filesRead).toBeGreaterThan(0);
  return findings.length > 0;
}

const quiet = (realMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, realMs);
  });

describe('the exchange between computers, below the window', () => {
  it('E4: what was watched on one computer is on the other: the entry, the place, the parts and a mark by hand', async () => {
    const { one, other, first, second } = await twoComputers();
    await watch(one, first, 20_000);
    await turn(one, true);
    await settled(one);
    await turn(other, true);
    await settled(other);
    const [entry] = await entriesOf(one);
    expect(await entriesOf(other)).toEqual([entry]);
    expect(valueOf(await other.routes['study.read']({ lectureId: first })).watched).toEqual([
      { startMs: 20_000, endMs: 25_000 },
    ]);
    const home = valueOf(await other.routes['catalogue.home'](null));
    expect(home.continueWatching.map(({ lectureId }) => lectureId)).toEqual([first]);
    expect(other.events.map(({ name }) => name)).toEqual(expect.arrayContaining(['history.changed', 'sync.changed']));
    const here = valueOf(await other.routes['devices.list'](null)).find(({ current }) => current);
    const there = valueOf(await one.routes['devices.list'](null)).find(({ current }) => current);
    expect([entry?.deviceId, entry?.deviceId]).toEqual([
      there?.deviceId,
      expect.not.stringMatching(here?.deviceId ?? ''),
    ]);

    valueOf(await other.routes['playback.setCompleted']({ lectureId: second, completed: true, watched: [] }));
    await watch(other, first, 40_000);
    await exchanged(other, one);
    await one.until(async () => (await entriesOf(one)).length === 2);
    const marked = valueOf(await one.routes['study.read']({ lectureId: second }));
    expect(marked.completed).toBe(true);
    expect(valueOf(await one.routes['study.read']({ lectureId: first })).watched).toHaveLength(2);
    valueOf(await one.routes['playback.setCompleted']({ lectureId: second, completed: false, watched: [] }));
    await exchanged(one, other);
    await other.until(async () => !valueOf(await other.routes['study.read']({ lectureId: second })).completed);
  });

  it('E4: deleted on one, it is gone from the other and from the service’s disk; undone within its minute, nobody hears of it', async () => {
    const { one, other, first, second } = await twoComputers();
    await turn(one, true);
    await watch(one, first);
    await watch(one, second);
    await settled(one);
    await turn(other, true);
    await settled(other);
    const title = (await entriesOf(one)).find(({ lectureId }) => lectureId === first)?.lectureTitle ?? '';
    expect(title).not.toBe('');
    expect(await serviceHolds(title)).toBe(true);
    const [gone] = (await entriesOf(other)).filter(({ lectureId }) => lectureId === first);
    const removal = { entryIds: [gone?.id ?? ('' as HistoryEntry['id'])] };
    const taken = valueOf(await other.routes['history.remove'](removal));
    valueOf(await other.routes['history.undo']({ removalId: taken.removalId }));
    await exchanged(other, one);
    expect(await entriesOf(one)).toHaveLength(2);

    valueOf(await other.routes['history.remove'](removal));
    await one.until(async () => {
      one.wake();
      return (await entriesOf(one)).length === 1;
    });
    expect(await serviceHolds(title)).toBe(false);
    expect((await entriesOf(other)).map(({ lectureId }) => lectureId)).toEqual([second]);

    valueOf(await one.routes['history.remove']({ all: true }));
    await other.until(async () => {
      other.wake();
      return (await entriesOf(other)).length === 0;
    });
    await watch(other, first);
    await exchanged(other, one);
    await one.until(async () => (await entriesOf(one)).length === 1);
  });

  it('E2 E4: off, the service is asked for nothing; turned off, what waits is never sent; a private session sends nothing', async () => {
    const { one, first, second } = await twoComputers();
    await watch(one, first);
    await quiet(1000);
    expect(await askedCount()).toBe(0);
    expect(await viewOf(one)).toMatchObject({ on: false, phase: 'off', copy: 'none' });

    await turn(one, true);
    await settled(one);
    valueOf(await one.routes['session.private']({ on: true }));
    await watch(one, second);
    valueOf(await one.routes['playback.setCompleted']({ lectureId: second, completed: true, watched: [] }));
    expect((await viewOf(one)).waitingCount).toBe(0);
    valueOf(await one.routes['session.private']({ on: false }));

    const posts = { route: 'POST /v1/history/events', times: null, fault: { kind: 'status', status: 503 } };
    await rig.setFaults([posts]);
    await watch(one, second);
    await one.until(async () => (await viewOf(one)).phase === 'waiting');
    expect((await viewOf(one)).waitingCount).toBeGreaterThan(0);
    const off = await turn(one, false);
    expect(off).toMatchObject({ on: false, waitingCount: 0, copy: 'there' });
    await rig.clearFaults();
    const before = await askedCount();
    await watch(one, first, 30_000);
    await quiet(1000);
    one.wake();
    await quiet(200);
    expect(await askedCount()).toBe(before);
    const again = await rig.start({ clock });
    await again.until(async () => valueOf(await again.routes['account.read'](null)).kind === 'signed-in');
    await watch(again, second);
    await quiet(1000);
    expect(await askedCount()).toBe(before);
    const title = (await entriesOf(again)).find(({ lectureId }) => lectureId === second)?.lectureTitle ?? '';
    expect(await serviceHolds(title)).toBe(false);
  });

  it('E4: with the history off, only how far one is goes out', async () => {
    const { one, other, first } = await twoComputers();
    valueOf(await one.routes['settings.update']({ keepHistory: false }));
    await turn(one, true);
    await watch(one, first);
    await settled(one);
    await turn(other, true);
    await settled(other);
    expect(await entriesOf(other)).toEqual([]);
    expect(valueOf(await other.routes['study.read']({ lectureId: first })).watched).toHaveLength(1);
  });

  it('E4: the copy is deleted with the switch, also when that has to wait; the other computer stops, says so, and begins anew', async () => {
    const { one, other, first, second } = await twoComputers();
    await watch(one, first);
    await turn(one, true);
    await settled(one);
    await turn(other, true);
    await settled(other);
    const [entry] = await entriesOf(one);
    await rig.setFaults([{ route: 'DELETE /v1/history', times: 2, fault: { kind: 'status', status: 503 } }]);
    expect(valueOf(await one.routes['sync.deleteCopy'](null))).toMatchObject({ on: false, copy: 'deleting' });
    await one.until(async () => {
      one.wake();
      return (await viewOf(one)).copy === 'none';
    });
    for (const trace of [entry?.lectureTitle, entry?.id, first]) expect(await serviceHolds(trace ?? '')).toBe(false);
    expect(await entriesOf(one)).toEqual([entry]);

    await watch(other, second);
    await other.until(async () => {
      other.wake();
      return (await viewOf(other)).phase === 'copy-deleted';
    });
    expect(await serviceHolds(entry?.lectureTitle ?? '')).toBe(false);
    const asked = await askedCount();
    await watch(other, second, 10_000);
    await quiet(1000);
    expect(await askedCount()).toBe(asked);
    await turn(other, true);
    await settled(other);
    expect(await serviceHolds(entry?.lectureTitle ?? '')).toBe(true);
    await turn(one, true);
    await settled(one);
    expect(await entriesOf(one)).toHaveLength(2);
  });

  it('E4: killed between sending and the answer, it sends again and nothing is there twice', async () => {
    const { one, other, first } = await twoComputers();
    await turn(one, true);
    await settled(one);
    await rig.setFaults([{ route: 'POST /v1/history/events', times: null, fault: { kind: 'loseAnswer' } }]);
    await watch(one, first);
    await one.until(async () => (await viewOf(one)).error !== null);
    expect((await viewOf(one)).waitingCount).toBeGreaterThan(0);
    // Nothing was downloaded.
    await mkdir(rig.downloadFolder, { recursive: true });
    await rig.crash();
    await rig.clearFaults();
    const again = await rig.start({ clock });
    await again.until(async () => valueOf(await again.routes['account.read'](null)).kind === 'signed-in');
    await settled(again);
    await turn(other, true);
    await settled(other);
    expect(await entriesOf(other)).toEqual(await entriesOf(again));
    expect(await entriesOf(other)).toHaveLength(1);
  });

  it('E4: a removal that could still be undone when the power went is told after the next start', async () => {
    const { one, other, first } = await twoComputers();
    await turn(one, true);
    await watch(one, first);
    await settled(one);
    await turn(other, true);
    await settled(other);
    valueOf(await one.routes['history.remove']({ all: true }));
    await mkdir(rig.downloadFolder, { recursive: true });
    await rig.crash();
    const again = await rig.start({ clock });
    await again.until(async () => valueOf(await again.routes['account.read'](null)).kind === 'signed-in');
    await exchanged(again, other);
    await other.until(async () => (await entriesOf(other)).length === 0);
    expect(await entriesOf(again)).toEqual([]);
  });

  it('E4: both watch for weeks without a network; then they know the same', async () => {
    const { one, other, first, second } = await twoComputers();
    for (const app of [one, other]) await turn(app, true);
    await settled(one, other);
    await rig.setFaults([{ route: '*', times: null, fault: { kind: 'status', status: 503 } }]);
    for (const [app, lecture] of [
      [one, first],
      [other, second],
      [other, first],
    ] as const) {
      clock.sleep(weeksMs);
      await watch(app, lecture, 10_000);
    }
    await rig.clearFaults();
    await one.until(async () => {
      one.wake();
      other.wake();
      return (await entriesOf(one)).length === 3 && (await entriesOf(other)).length === 3;
    }, 60_000);
    expect(await entriesOf(one)).toEqual(await entriesOf(other));
    const [recent] = valueOf(await one.routes['catalogue.home'](null)).continueWatching;
    expect(recent?.lectureId).toBe(first);
  });
});
