import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { AssetLocation } from '../../contract/api/assets.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { openLrmReader, plainRangeOfRun, type SegmentRun } from '../../main/adapters/files/lrm/index.ts';
import { mediaPaths } from '../../main/adapters/files/media-paths.ts';
import type { WorkerJob, WorkerSettings } from '../../main/adapters/transfer/messages.ts';
import { makePayload } from '../../main/adapters/transfer/testing/transfer-scene.ts';
import { createConnectionPool } from '../../main/adapters/transfer/worker/connection-pool.ts';
import { runTransfer } from '../../main/adapters/transfer/worker/one-transfer.ts';
import type { TransferTools } from '../../main/adapters/transfer/worker/transfer-tools.ts';
import { findPlaintext } from './find-plaintext.ts';
import { openFilesBelow } from './left-open.ts';
import { startRawServer, type Fault } from './raw-server.ts';

/** Plain bytes of a segment in these tests. */
export const segment = 4096;
/** The lecture: long enough that several connections are worth while. */
export const sizeBytes = 700 * segment + 300;
/** The most connections of one file. */
export const mostConnections = 4;

/** Sends a body at a megabyte a second, or so many bytes a millisecond: a line with room for more connections; after `bytes` of it the connection ends. */
export const paced =
  (bytes = Infinity, bytesPerMs = 1000): Fault =>
  async (exchange) => {
    exchange.head();
    await sendPaced(exchange, bytes, bytesPerMs);
  };

/** The body of that. */
export async function sendPaced(exchange: Parameters<Fault>[0], bytes: number, bytesPerMs = 1000): Promise<void> {
  const body = exchange.rest.subarray(0, Math.min(bytes, exchange.rest.byteLength));
  const pieceBytes = 8 * bytesPerMs;
  const startedAtMs = performance.now();
  for (let at = 0; at < body.byteLength && !exchange.isGone(); at += pieceBytes) {
    await sleep(Math.max(1, startedAtMs + at / bytesPerMs - performance.now()));
    await exchange.body(body.subarray(at, at + pieceBytes));
  }
}

/** Answers as it should, but for the first request that comes while `which` (itself among them) are being answered. */
export function onceShared(
  which: number,
  fault: Fault,
  bytesPerMs = 1000,
): { readonly usual: Fault; readonly isDone: () => boolean } {
  let isDone = false;
  const right = paced(Infinity, bytesPerMs);
  const usual: Fault = (exchange) => {
    if (isDone || exchange.atOnce < which) return right(exchange);
    isDone = true;
    return fault(exchange);
  };
  return { usual, isDone: () => isDone };
}

/** Small bounds, so that a small lecture is shared out. */
export const rangeSettings: WorkerSettings = {
  stallTimeoutMs: 1500,
  segmentSizeBytes: segment,
  syncEveryBytes: 16 * segment,
  syncEveryMs: 200,
  ranges: { mostConnections, smallestRestBytes: 64 * segment, smallestRunBytes: 16 * segment, lookEveryMs: 40 },
};

/** One lecture, one server (paced unless said otherwise), and attempts at it in this process. */
export async function openRangeScene(usual: Fault = paced()) {
  const payload = Buffer.from(makePayload(sizeBytes));
  const server = await startRawServer(payload, usual);
  const downloadFolder = await mkdtemp(join(tmpdir(), 'ranges-'));
  const mediaKey = new Uint8Array(randomBytes(32));
  const assetId = 'asset-1';
  const paths = mediaPaths(downloadFolder, 'e'.repeat(32), assetId, mediaKey);
  const connections = createConnectionPool();
  const location: AssetLocation = {
    id: assetId as AssetLocation['id'],
    url: `http://127.0.0.1:${server.port}/v1/media/asset?signature=signed`,
    expiresAt: '2099-01-01T00:00:00Z',
    mediaType: 'video/mp4',
    sizeBytes,
    etag: '"v1"',
    sha256: createHash('sha256').update(payload).digest('hex'),
  };
  const job = (change: Partial<AssetLocation> = {}): WorkerJob => ({
    paths,
    assetId,
    mediaKey: mediaKey.slice(),
    location: { ...location, ...change },
    resume: true,
    marker: null,
  });

  return {
    server,
    payload,
    paths,
    mediaKey,
    job,
    /** One attempt; `faults` answer its first requests, one each. The code, and the bytes it said to be safe at its end. */
    async attempt(faults: readonly Fault[], tools: Partial<TransferTools> = {}, change: Partial<AssetLocation> = {}) {
      server.script.push(...faults);
      let safeBytes = 0;
      const result = await runTransfer(job(change), {
        connections,
        settings: rangeSettings,
        signal: new AbortController().signal,
        report: ({ receivedBytes, phase }) => {
          if (phase === 'downloading') safeBytes = receivedBytes;
        },
        nowMs: () => Date.now(),
        ...tools,
      });
      server.script.length = 0;
      const code: AppErrorCode | 'ok' = result.ok ? 'ok' : result.error.code;
      return { code, safeBytes };
    },
    /** The segments of the unfinished file that authenticate, each of them looked at: its bytes must be right. */
    async intact(): Promise<readonly SegmentRun[]> {
      const opened = await openLrmReader({ path: paths.unfinished, mediaKey, allowIncomplete: true });
      if (!opened.ok) return [];
      const reader = opened.value;
      const scan = await reader.verify();
      if (!scan.ok) throw new Error(scan.fault);
      for (const run of scan.value.intact) {
        const { startByte, endByteExclusive } = plainRangeOfRun(reader.info.layout, run);
        let at = startByte;
        for await (const piece of reader.readRange(startByte, endByteExclusive)) {
          if (!piece.ok) throw new Error(piece.fault);
          expect(payload.subarray(at, at + piece.value.byteLength).equals(piece.value)).toBe(true);
          at += piece.value.byteLength;
        }
      }
      await reader.close();
      return scan.value.intact;
    },
    sentBytes: () => server.seen.reduce((sum, request) => sum + request.sentBodyBytes, 0),
    /** The lecture is here, whole and right; nothing is in clear and nothing left open. */
    async expectLecture(): Promise<void> {
      const opened = await openLrmReader({ path: paths.finished, mediaKey });
      if (!opened.ok) throw new Error(opened.fault);
      const pieces: Uint8Array[] = [];
      for await (const piece of opened.value.readRange(0, sizeBytes)) if (piece.ok) pieces.push(piece.value);
      await opened.value.close();
      expect(Buffer.concat(pieces).equals(payload)).toBe(true);
      await this.expectClean();
    },
    async expectClean(): Promise<void> {
      const { findings } = await findPlaintext([downloadFolder], {
        'the canary': payload.subarray(0, 16),
        'the key': Buffer.from(mediaKey),
      });
      expect(findings).toEqual([]);
      expect(openFilesBelow(downloadFolder)).toEqual([]);
    },
    async close(): Promise<void> {
      connections.close();
      await server.close();
      await rm(downloadFolder, { recursive: true, force: true });
    },
  };
}

/** A scene. */
export type RangeScene = Awaited<ReturnType<typeof openRangeScene>>;

/** Whether a request for the bytes of `range` asks for something of these runs. */
export function asksFor(range: string | undefined, runs: readonly SegmentRun[]): boolean {
  const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const endByte = last === '' ? sizeBytes - 1 : Number(last);
  return runs.some((run) => Number(first) < run.endExclusive * segment && endByte >= run.first * segment);
}
