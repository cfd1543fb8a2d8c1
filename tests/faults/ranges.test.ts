import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failingDisk, systemError } from '../../main/adapters/transfer/testing/failing-disk.ts';
import { createRateLimit } from '../../main/adapters/transfer/worker/rate-limit.ts';
import { ignoreRange, status } from '../support/faults.ts';
import {
  asksFor,
  mostConnections,
  onceShared,
  openRangeScene,
  paced,
  rangeSettings,
  segment,
  sendPaced,
  sizeBytes,
  type RangeScene,
} from '../support/range-scene.ts';
import type { Fault } from '../support/raw-server.ts';

const transferProcess = resolve(import.meta.dirname, '../../main/adapters/transfer/testing/transfer-process.ts');
let scene: RangeScene;
beforeEach(async () => {
  scene = await openRangeScene();
});
afterEach(() => scene.close());

async function reopen(usual: Fault): Promise<void> {
  await scene.close();
  scene = await openRangeScene(usual);
}

/** What was asked since `from` takes nothing of what was whole on the disk; then the lecture is right, and little was sent twice. */
async function expectRestComes(interruptedConnections: number): Promise<void> {
  const intact = await scene.intact();
  const seenBefore = scene.server.seen.length;
  expect((await scene.attempt([])).code).toBe('ok');
  for (const { headers } of scene.server.seen.slice(seenBefore)) expect(asksFor(headers['range'], intact)).toBe(false);
  await scene.expectLecture();
  expect(scene.sentBytes()).toBeLessThanOrEqual(sizeBytes + interruptedConnections * segment);
}

/** A head as it should be but for these fields, and the body. */
const changedHead =
  (change: Readonly<Record<string, string | null>>): Fault =>
  async (exchange) => {
    exchange.head(change);
    await sendPaced(exchange, Infinity);
  };

describe('several connections for one lecture', () => {
  it('D3: a line with room for more gets several connections, each byte is sent once, and the digest is right', async () => {
    expect((await scene.attempt([])).code).toBe('ok');
    expect(scene.server.mostAtOnce()).toBeGreaterThan(1);
    expect(scene.server.mostAtOnce()).toBeLessThanOrEqual(mostConnections);
    expect(scene.sentBytes()).toBe(sizeBytes);
    for (const { headers } of scene.server.seen) expect(headers['if-range']).toBe('"v1"');
    await scene.expectLecture();
  });

  const cutLater: Fault = paced(10 * segment + 7);
  const refusals: readonly (readonly [string, Fault, number])[] = [
    ['is cut', cutLater, 1],
    ['is cut before its head', (exchange) => exchange.reset(), 0],
    ['is told 503 with Retry-After', status(503, { 'Retry-After': '60' }), 0],
    ['is told 429', status(429), 0],
    ['is told that the address is used up (403)', status(403), 0],
    ['gets 200 and the whole file instead of its part', (exchange) => exchange.head({ 'Content-Range': null }, 200), 0],
    ['gets another part than it asked for', changedHead({ 'Content-Range': `bytes 0-9/${sizeBytes}` }), 2],
    ['gets a captive portal', status(200, { 'Content-Type': 'text/html' }, '<!doctype html>'), 0],
  ];
  for (const which of [2, 3]) {
    it.each(refusals)(
      `D3: when connection ${which} at once %s, the others bring the lecture`,
      async (_title, fault, again) => {
        // Slower where more are to be open: then a busy computer still sees that they help.
        const shared = onceShared(which, fault, which === 2 ? 1000 : 300);
        await reopen(shared.usual);
        expect((await scene.attempt([])).code).toBe('ok');
        expect(shared.isDone()).toBe(true);
        await scene.expectLecture();
        // A piece of the paced body may be on its way when a connection is refused.
        expect(scene.sentBytes()).toBeLessThanOrEqual(sizeBytes + again * 2 * segment);
      },
    );
  }

  it('D3: after a refusal no new connection is tried in that attempt', async () => {
    await reopen(onceShared(2, status(503, { 'Retry-After': '60' })).usual);
    expect((await scene.attempt([])).code).toBe('ok');
    expect(scene.server.mostAtOnce()).toBe(2);
    await scene.expectLecture();
  });

  it('D3 D4: another ETag on the second connection ends the attempt; nothing of two files is mixed', async () => {
    await reopen(onceShared(2, changedHead({ ETag: '"v2"' })).usual);
    expect((await scene.attempt([])).code).toBe('changed-at-service');
    await scene.intact();
    await scene.expectClean();
  });

  it('D3 D4: all four cut at different places: what is whole stays, gaps and all, and only the gaps are asked for', async () => {
    const cuts = [200, 40, 25, 12].map((segments) => paced(segments * segment + 9));
    const cut = await scene.attempt([...cuts, ...cuts.map(() => paced(5)), ...cuts.map(() => paced(5))]);
    expect(cut.code).toBe('service-unreachable');
    const intact = await scene.intact();
    expect(intact.length).toBeGreaterThan(1);
    const heldSegments = intact.reduce((sum, run) => sum + run.endExclusive - run.first, 0);
    expect(cut.safeBytes).toBe(heldSegments * segment);
    await expectRestComes(scene.server.seen.length);
  });

  it('D3 D5: cancelled with four connections, it stops at once, and goes on behind every whole segment', async () => {
    const abort = new AbortController();
    const tools = { signal: abort.signal };
    const running = scene.attempt([], tools);
    while (scene.server.mostAtOnce() < 2) await new Promise((go) => setTimeout(go, 5));
    setTimeout(() => abort.abort(), 150);
    const cancelled = await running;
    expect(cancelled.code).toBe('cancelled');
    expect(cancelled.safeBytes).toBeGreaterThan(0);
    // What a connection had begun of a segment, and a piece of the paced body on its way.
    await expectRestComes(mostConnections * 3);
  });

  it('D3: a service that does not know ranges is read once, from the beginning, over one connection', async () => {
    expect((await scene.attempt([ignoreRange(scene.payload)])).code).toBe('ok');
    expect(scene.server.seen).toHaveLength(1);
    expect(scene.sentBytes()).toBe(sizeBytes);
    await scene.expectLecture();
  });

  it('D5: a limit of speed that one connection fills gets one connection', async () => {
    const limit = createRateLimit();
    limit.set(400_000);
    const settings = { ...rangeSettings, ranges: { ...rangeSettings.ranges, lookEveryMs: 500 } };
    const startedAtMs = performance.now();
    expect((await scene.attempt([], { limit, settings })).code).toBe('ok');
    expect(performance.now() - startedAtMs).toBeGreaterThan((sizeBytes / 400_000) * 900);
    expect(scene.server.mostAtOnce()).toBe(1);
  });

  it('D5: a limit above what one connection brings holds for all of them together', async () => {
    const limit = createRateLimit();
    limit.set(1_500_000);
    const startedAtMs = performance.now();
    expect((await scene.attempt([], { limit })).code).toBe('ok');
    expect(scene.server.mostAtOnce()).toBeGreaterThan(1);
    expect(performance.now() - startedAtMs).toBeGreaterThan((sizeBytes / 1_500_000) * 900);
  });

  it('D4: a bit flipped in one of the ranges is found by the digest, and nothing of the file is kept', async () => {
    const flip: Fault = async (exchange) => {
      exchange.rest.writeUInt8(exchange.rest.readUInt8(5) ^ 1, 5);
      exchange.head();
      await sendPaced(exchange, Infinity);
      exchange.rest.writeUInt8(exchange.rest.readUInt8(5) ^ 1, 5);
    };
    await reopen(onceShared(2, flip).usual);
    expect((await scene.attempt([])).code).toBe('digest-mismatch');
    expect(await scene.intact()).toEqual([]);
    expect((await scene.attempt([])).code).toBe('ok');
    await scene.expectLecture();
  });
});

describe('several connections and a disk that fails or a process that dies', () => {
  it.each([2, 4, 7])('D3 D7: fsync number %i fails: exactly what was not confirmed is fetched again', async (which) => {
    let syncs = 0;
    let writtenSegments = 0;
    let confirmedSegments = 0;
    const openFile = failingDisk({
      writeAt: async (file, source, at) => {
        await file.writeAt(source, at);
        if (source.byteLength > 300) writtenSegments += 1;
      },
      sync: async (file) => {
        const written = writtenSegments;
        syncs += 1;
        if (syncs === which) throw systemError('EIO');
        await file.sync();
        confirmedSegments = written;
      },
    });
    const failed = await scene.attempt([], { openFile });
    expect(failed.code).toBe('disk-failed');
    const heldSegments = (await scene.intact()).reduce((sum, run) => sum + run.endExclusive - run.first, 0);
    expect(heldSegments).toBe(confirmedSegments);
    expect(heldSegments * segment).toBeGreaterThanOrEqual(failed.safeBytes);
    expect((await scene.attempt([])).code).toBe('ok');
    await scene.expectLecture();
  });

  it('D3 D7: what was not confirmed and cannot be struck out either takes the file with it', async () => {
    let syncs = 0;
    const isDead = (): boolean => syncs >= 4;
    const openFile = failingDisk({
      sync: (file) => {
        syncs += 1;
        return isDead() ? Promise.reject(systemError('EIO')) : file.sync();
      },
      writeAt: (file, source, at) => (isDead() ? Promise.reject(systemError('EIO')) : file.writeAt(source, at)),
    });
    expect((await scene.attempt([], { openFile })).code).toBe('disk-failed');
    expect(await scene.intact()).toEqual([]);
    expect((await scene.attempt([])).code).toBe('ok');
    await scene.expectLecture();
  });

  it('D3 D4: killed (SIGKILL) five times with four connections, at most a segment of each is sent again', async () => {
    const kills = 5;
    await reopen(paced(Infinity, 250));
    for (let kill = 0; kill < kills; kill += 1) {
      const { mediaKey, ...job } = scene.job();
      const order = JSON.stringify({ job, settings: rangeSettings, mediaKey: [...mediaKey] });
      const child = spawn(process.execPath, [transferProcess, order], { stdio: ['ignore', 'pipe', 'inherit'] });
      const closed = once(child, 'close');
      const intact = await scene.intact();
      const seenBefore = scene.server.seen.length;
      let safeBytes = 0;
      void (async () => {
        for await (const line of createInterface({ input: child.stdout }))
          if (!line.startsWith('end')) safeBytes = Number(line);
      })();
      while (scene.server.connections() < 2 && child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
      await new Promise((go) => setTimeout(go, 20 + 10 * kill));
      child.kill('SIGKILL');
      await closed;
      for (const { headers } of scene.server.seen.slice(seenBefore))
        expect(asksFor(headers['range'], intact)).toBe(false);
      const heldSegments = (await scene.intact()).reduce((sum, run) => sum + run.endExclusive - run.first, 0);
      expect(heldSegments * segment).toBeGreaterThanOrEqual(safeBytes);
    }
    // A segment that was filling, and what of a paced piece (two segments) had left for a reader that is gone.
    await expectRestComes(kills * mostConnections * 3);
    expect(scene.server.mostAtOnce()).toBeGreaterThan(1);
  });
});
