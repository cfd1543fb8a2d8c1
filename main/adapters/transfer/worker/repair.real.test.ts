import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppErrorCode, Result } from '../../../../contract/result.ts';
import { segmentLayout } from '../../files/lrm/index.ts';
import { damageSegments, pickSegments } from '../testing/damage-file.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Behaviour } from '../testing/misbehaving-server.ts';
import {
  filesWithCanary,
  isThere,
  makePayload,
  openTransferScene,
  segmentSizeBytes,
  type TransferScene,
} from '../testing/transfer-scene.ts';
import { createConnectionPool } from './connection-pool.ts';
import { repairFile } from './repair-file.ts';
import type { TransferTools } from './transfer-tools.ts';
import { verifyFile } from './verify-file.ts';

const segmentCount = 24;
const sizeBytes = (segmentCount - 1) * segmentSizeBytes + 300;
const payload = makePayload(sizeBytes);
const layout = segmentLayout(sizeBytes, segmentSizeBytes);
const settings = { stallTimeoutMs: 5000, segmentSizeBytes, syncEveryBytes: 2048, syncEveryMs: 2000 };
const random = seededRandom(20_260);

let scene: TransferScene;
beforeEach(async () => {
  scene = await openTransferScene(payload);
  if ((await scene.run()).code !== 'ok') throw new Error('the scene has no file');
  scene.server.seen.length = 0;
});
afterEach(() => scene.close());

function tools(signal = new AbortController().signal): TransferTools {
  return { connections: createConnectionPool(), settings, signal, report: () => undefined, nowMs: () => Date.now() };
}

const file = () => ({ paths: scene.paths, marker: null, assetId: scene.assetId, mediaKey: scene.mediaKey.slice() });
const damage = (...segments: readonly number[]) => damageSegments(scene.paths.finished, layout, segments, random);
const codeOf = (result: Result<unknown>): 'ok' | AppErrorCode => (result.ok ? 'ok' : result.error.code);

async function verify() {
  const counted = await verifyFile(file(), tools());
  return counted.ok ? counted.value.damagedSegmentCount : counted.error.code;
}

async function repair(behaviours: readonly Behaviour[] = [], signal?: AbortSignal) {
  scene.server.script.push(...behaviours);
  const repaired = await repairFile({ ...file(), location: scene.server.location }, tools(signal));
  scene.server.script.length = 0;
  expect(filesWithCanary(scene.downloadFolder)).toEqual([]);
  return repaired;
}

async function expectWhole(): Promise<void> {
  expect(await scene.held('finished')).toEqual(Buffer.from(payload));
  expect(await readdir(scene.paths.folder)).toEqual([scene.paths.finished.split('/').at(-1)]);
}

describe('verify', () => {
  it('D8: a sound file has all its segments', async () => {
    expect(await verifyFile(file(), tools())).toEqual({ ok: true, value: { segmentCount, damagedSegmentCount: 0 } });
  });

  it('D8: one turned bit in any segment is counted, a cut file lacks what was behind the cut', async () => {
    await damage(0, 7, 8, segmentCount - 1);
    expect(await verify()).toBe(4);
    await truncate(scene.paths.finished, layout.fileSizeBytes - 300 - 2 * (segmentSizeBytes + 16));
    expect(await verify()).toBe(3 + 3);
  });

  it.each([
    ['gone', 'asset-missing', () => rm(scene.paths.finished)],
    ['cut in its header', 'asset-damaged', () => truncate(scene.paths.finished, 100)],
    ['longer than it says', 'asset-damaged', () => writeFile(scene.paths.finished, 'more', { flag: 'a' })],
    ['no lecture', 'asset-damaged', () => writeFile(scene.paths.finished, 'something else')],
  ] as const)('D8: a file that is %s: %s, by the repair too, and nothing is fetched', async (_name, code, harm) => {
    await harm();
    expect(await verify()).toBe(code);
    expect(codeOf(await repair())).toBe(code);
    expect(scene.server.seen).toEqual([]);
  });

  it('D8: it can be called off', async () => {
    expect(codeOf(await verifyFile(file(), tools(AbortSignal.abort())))).toBe('cancelled');
  });
});

describe('repair', () => {
  it('D8: neighbours are fetched in one range, nothing else is, and the file is the original again', async () => {
    await damage(0, 7, 8, 9, segmentCount - 1);
    expect(await repair()).toEqual({ ok: true, value: { fetchedBytes: 4 * segmentSizeBytes + 300 } });
    expect(scene.server.seen.map(({ range, ifRange }) => [range, ifRange])).toEqual([
      [`bytes=0-${segmentSizeBytes - 1}`, '"v1"'],
      [`bytes=${7 * segmentSizeBytes}-${10 * segmentSizeBytes - 1}`, '"v1"'],
      [`bytes=${(segmentCount - 1) * segmentSizeBytes}-${sizeBytes - 1}`, '"v1"'],
    ]);
    await expectWhole();
  });

  it('D8: twenty random damages, each mended with no more bytes than were damaged', async () => {
    for (let round = 0; round < 20; round += 1) {
      const segments = pickSegments(segmentCount, 1 + Math.floor(random() * segmentCount), random);
      await damage(...segments);
      expect(await verify()).toBe(segments.length);
      const before = scene.sentBytes();
      expect(codeOf(await repair())).toBe('ok');
      expect(scene.sentBytes() - before).toBeLessThanOrEqual(segments.length * segmentSizeBytes);
      await expectWhole();
    }
  });

  it('D4 D8: every repair is a new file under a new salt and prefix: no nonce of the old key is used again', async () => {
    const head = async () => (await readFile(scene.paths.finished)).subarray(28, 67).toString('hex');
    const before = await readFile(scene.paths.finished);
    const heads = new Set([await head()]);
    for (let round = 1; round <= 5; round += 1) {
      await damage(3);
      expect(codeOf(await repair())).toBe('ok');
      heads.add(await head());
      expect(heads.size).toBe(round + 1);
    }
    const after = await readFile(scene.paths.finished);
    const place = { from: 212 + 5 * (segmentSizeBytes + 16), to: 212 + 6 * (segmentSizeBytes + 16) };
    expect(after.subarray(place.from, place.to).equals(before.subarray(place.from, place.to))).toBe(false);
  });

  it('D8: a sound file is left as it is, byte for byte', async () => {
    const before = await readFile(scene.paths.finished);
    expect(await repair()).toEqual({ ok: true, value: { fetchedBytes: 0 } });
    expect((await readFile(scene.paths.finished)).equals(before)).toBe(true);
    expect(scene.server.seen).toEqual([]);
  });

  it('D8: a cut file gets its end back, a line that breaks is gone on with', async () => {
    await truncate(scene.paths.finished, layout.fileSizeBytes - 300 - 4 * (segmentSizeBytes + 16));
    const repaired = await repair([{ kind: 'cut', afterBytes: segmentSizeBytes + 10 }, { kind: 'drop' }]);
    expect(codeOf(repaired)).toBe('ok');
    await expectWhole();
  });

  const lies: readonly (readonly [string, AppErrorCode, readonly Behaviour[]])[] = [
    ['other bytes under the same validator', 'digest-mismatch', [{ kind: 'flip', atByte: 7 * segmentSizeBytes + 1 }]],
    ['another version', 'changed-at-service', [{ kind: 'headers', change: { ETag: '"v2"' } }]],
    ['the whole file instead of a part', 'asset-damaged', [{ kind: 'ignore-range' }]],
    ['a page', 'service-nonsense', [{ kind: 'headers', change: { 'Content-Type': 'text/html' } }]],
    [
      'nothing three times',
      'service-unreachable',
      [{ kind: 'drop' }, { kind: 'drop' }, { kind: 'drop' }, { kind: 'drop' }],
    ],
    ['an address that ran out', 'not-allowed', [{ kind: 'answer', statusCode: 403 }]],
    ['too much', 'service-nonsense', [{ kind: 'other-length', differenceBytes: 5 }]],
  ];
  it.each(lies)(
    'D4 D8: a service that sends %s ends in %s, and the old file is as it was',
    async (_name, code, said) => {
      await damage(7);
      const before = await readFile(scene.paths.finished);
      expect(codeOf(await repair(said))).toBe(code);
      expect((await readFile(scene.paths.finished)).equals(before)).toBe(true);
      expect(await isThere(scene.paths.repaired)).toBe(false);
      expect(codeOf(await repair())).toBe('ok');
      await expectWhole();
    },
  );

  it('D8: called off on the way, the old file is as it was and no copy is left', async () => {
    await damage(2, 20);
    const before = await readFile(scene.paths.finished);
    const abort = new AbortController();
    const slow: Behaviour = { kind: 'slow', pieceBytes: 100, everyMs: 5, onPiece: () => abort.abort() };
    expect(codeOf(await repair([slow], abort.signal))).toBe('cancelled');
    expect((await readFile(scene.paths.finished)).equals(before)).toBe(true);
    expect(await readdir(scene.paths.folder)).toHaveLength(1);
  });
});

describe('a repair that is killed', () => {
  /** Runs a repair in a process of its own and kills it after so many lines of progress; true when it was killed before its end. */
  async function killAfter(lines: number): Promise<boolean> {
    const argument = JSON.stringify({
      job: { paths: scene.paths, assetId: scene.assetId, location: scene.server.location },
      settings,
      mediaKey: [...scene.mediaKey],
    });
    const script = fileURLToPath(new URL('../testing/repair-process.ts', import.meta.url));
    const child = spawn(process.execPath, [script, argument], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    let heard = 0;
    let isEnded = false;
    for await (const line of createInterface({ input: child.stdout })) {
      heard += 1;
      isEnded ||= line.startsWith('end');
      if (heard === lines) child.kill('SIGKILL');
    }
    await closed;
    return !isEnded;
  }

  it('D8: at any moment the old file or the new one is there, whole, and the next repair ends it', async () => {
    const damaged = [1, 5, 6, 19];
    // The check says 24 lines, the copy 24 more.
    for (const lines of [1, 10, 25, 26, 30, 40, 48, 49]) {
      await damage(...damaged);
      const before = await readFile(scene.paths.finished);
      scene.server.script.push({ kind: 'slow', pieceBytes: 200, everyMs: 1 });
      const isKilled = await killAfter(lines);
      scene.server.script.length = 0;
      const after = await readFile(scene.paths.finished);
      expect(isKilled || (await verify()) === 0).toBe(true);
      expect(after.equals(before) || (await verify()) === 0).toBe(true);
      expect(await isThere(scene.paths.unfinished)).toBe(false);
      expect(filesWithCanary(scene.downloadFolder)).toEqual([]);
      expect(codeOf(await repair())).toBe('ok');
      await expectWhole();
    }
  }, 60_000);
});
