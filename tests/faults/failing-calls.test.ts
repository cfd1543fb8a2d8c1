import { dirname, resolve } from 'node:path';
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { segmentLayout } from '../../main/adapters/files/lrm/index.ts';
import { damageSegments } from '../../main/adapters/transfer/testing/damage-file.ts';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { buildFailingCalls, runWithFailingCall, type FailingCall } from '../support/failing-calls.ts';
import { cutAt } from '../support/faults.ts';
import { asksFor, openRangeScene, rangeSettings, segment, sizeBytes, type RangeScene } from '../support/range-scene.ts';
import { wholeFile } from '../support/raw-server.ts';

const testing = resolve(import.meta.dirname, '../../main/adapters/transfer/testing');
const built = buildFailingCalls();
const library = 'library' in built ? built.library : null;
const how =
  'obstacle' in built
    ? `NOT shown on this computer: ${built.obstacle}`
    : 'errors of the kernel’s own calls, by LD_PRELOAD';
/** One connection, one fsync for each sixteen segments. */
const oneConnection = { ...rangeSettings, ranges: { mostConnections: 1 } };

let scene: RangeScene;
beforeEach(async () => {
  scene = await openRangeScene(wholeFile);
});
afterEach(() => scene.close());
afterAll(async () => (library === null ? undefined : rm(dirname(library), { recursive: true })));

async function run(fault: FailingCall, script: string, settings: object): Promise<string | null> {
  const { mediaKey, ...job } = scene.job();
  const order = JSON.stringify({ job, settings, mediaKey: [...mediaKey] });
  const { output, end } = await runWithFailingCall(library ?? '', resolve(testing, script), order, fault);
  // What a process says goes into logs: no path, no key, nothing of the lecture.
  for (const secret of [scene.paths.folder, '.lrm', Buffer.from(mediaKey).toString('hex'), 'CANARY'])
    expect(output).not.toContain(secret);
  return end;
}

async function heldSegments(): Promise<number> {
  return (await scene.intact()).reduce((sum, run) => sum + run.endExclusive - run.first, 0);
}

/** Without the fault the lecture comes, and nothing that was whole on the disk is asked for. */
async function expectRestComes(): Promise<void> {
  const intact = await scene.intact();
  const seenBefore = scene.server.seen.length;
  expect((await scene.attempt([])).code).toBe('ok');
  for (const { headers } of scene.server.seen.slice(seenBefore)) expect(asksFor(headers['range'], intact)).toBe(false);
  await scene.expectLecture();
}

async function comesUpTo(segments: number): Promise<void> {
  const before = await scene.attempt([cutAt(segments * segment + 9)], { settings: oneConnection });
  expect(before.code).toBe('service-unreachable');
}

interface CallCase {
  readonly title: string;
  readonly fault: FailingCall;
  readonly code: AppErrorCode | 'ok';
  /** When given, so many segments came before, in peace. */
  readonly resumeAfter?: number;
  readonly settings?: object;
  /** Segments on the disk afterwards, from and to; a finished lecture has none unfinished. */
  readonly holds: readonly [number, number];
}

const all = Math.ceil(sizeBytes / segment);
const part = '.lrm.part';
const cases: readonly CallCase[] = [
  {
    title: 'EIO at the header',
    fault: { call: 'pwrite', path: part, after: 0, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [0, 0],
  },
  {
    title: 'EIO at a segment',
    fault: { call: 'pwrite', path: part, after: 10, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [9, all - 1],
  },
  {
    title: 'ENOSPC from a segment on',
    fault: { call: 'pwrite', path: part, after: 10, errno: 'ENOSPC' },
    code: 'disk-full',
    holds: [9, all - 1],
  },
  {
    title: 'EIO at a segment of one of four connections',
    fault: { call: 'pwrite', path: part, after: 20, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    settings: rangeSettings,
    holds: [19, all - 1],
  },
  {
    title: 'EIO at the first fsync',
    fault: { call: 'fsync', path: part, after: 0, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [0, 0],
  },
  {
    title: 'EIO at a later fsync',
    fault: { call: 'fsync', path: part, after: 3, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [3, 200],
  },
  {
    title: 'ENOSPC at an fsync',
    fault: { call: 'fsync', path: part, after: 3, times: 1, errno: 'ENOSPC' },
    code: 'disk-full',
    holds: [3, 200],
  },
  {
    title: 'EIO at the fsync of a resume: nothing of the file is believed',
    fault: { call: 'fsync', path: part, after: 0, times: 1, errno: 'EIO' },
    resumeAfter: 300,
    code: 'disk-failed',
    holds: [0, 0],
  },
  {
    title: 'EIO at reading back what is there: only what cannot be read is fetched',
    fault: { call: 'pread', path: part, after: 2, times: 2, errno: 'EIO' },
    resumeAfter: 300,
    code: 'ok',
    holds: [0, 0],
  },
  {
    title: 'EIO at reading the header of what is there: nothing is thrown away',
    fault: { call: 'pread', path: part, after: 0, errno: 'EIO' },
    resumeAfter: 300,
    code: 'disk-failed',
    holds: [300, 300],
  },
  {
    title: 'EIO at the rename',
    fault: { call: 'rename', path: part, after: 0, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [all, all],
  },
  {
    title: 'EIO at the close',
    fault: { call: 'close', path: part, after: 0, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [all, all],
  },
  {
    title: 'EIO at the fsync of the folder',
    fault: { call: 'fsync', path: 'lectoroom/eeee', after: 0, times: 1, errno: 'EIO' },
    code: 'disk-failed',
    holds: [0, 0],
  },
];

describe.skipIf(library === null)(`a disk that fails in its calls (${how})`, () => {
  it.each(cases.map((one) => [one.title, one.code, one] as const))(
    'D3 D4 D7: %s → %s, and the next attempt brings the lecture',
    async (_title, code, { fault, settings = oneConnection, resumeAfter, holds }) => {
      if (resumeAfter !== undefined) await comesUpTo(resumeAfter);
      expect(await run(fault, 'transfer-process.ts', settings)).toBe(code);
      await scene.expectClean();
      const held = await heldSegments();
      expect(held).toBeGreaterThanOrEqual(holds[0]);
      expect(held).toBeLessThanOrEqual(holds[1]);
      await (code === 'ok' ? scene.expectLecture() : expectRestComes());
    },
  );

  it.each<readonly [string, FailingCall]>([
    ['EIO at a segment', { call: 'pwrite', path: '.repair', after: 9, times: 1, errno: 'EIO' }],
    ['EIO at the fsync', { call: 'fsync', path: '.repair', after: 0, times: 1, errno: 'EIO' }],
    ['EIO at the rename', { call: 'rename', path: '.repair', after: 0, times: 1, errno: 'EIO' }],
  ])(
    'D8: %s of a repair → disk-failed; the old file is as it was, and the next repair mends it',
    async (_title, fault) => {
      expect((await scene.attempt([], { settings: oneConnection })).code).toBe('ok');
      await damageSegments(scene.paths.finished, segmentLayout(sizeBytes, segment), [7, 400], seededRandom(7));
      expect(await run(fault, 'repair-process.ts', oneConnection)).toBe('disk-failed');
      await scene.expectClean();
      const never: FailingCall = { call: 'rename', path: 'nowhere', after: 0, errno: 'EIO' };
      expect(await run(never, 'repair-process.ts', oneConnection)).toBe(String(2 * segment));
      await scene.expectLecture();
    },
  );
});
