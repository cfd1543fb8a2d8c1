import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { AssetLocation } from '../../contract/api/assets.ts';
import type { AssetId, LocalAccountId } from '../../contract/domain/ids.ts';
import type { Result } from '../../contract/result.ts';
import { openLrmReader } from '../../main/adapters/files/lrm/index.ts';
import { mediaPaths } from '../../main/adapters/files/media-paths.ts';
import { createMediaTransfer } from '../../main/adapters/transfer/media-transfer.ts';
import { makePayload } from '../../main/adapters/transfer/testing/transfer-scene.ts';
import { findPlaintext } from './find-plaintext.ts';
import { childProcesses, openFilesBelow } from './left-open.ts';
import { startRawServer } from './raw-server.ts';
import type { Fault } from './raw-server.ts';
import { usualFolder } from '../fakes/usual-folder.ts';
import { testWorker } from './test-workers.ts';

/** Plain bytes of a segment in these tests: small, so that a small lecture has several. */
export const segment = 4096;
/** The lecture's length: five segments and a piece. */
export const sizeBytes = 5 * segment + 300;

const transferWorker = testWorker('transfer-worker');
/** A line that brings nothing for so long is cut: short enough for a test, long enough for a busy computer. */
const stallTimeoutMs = 1500;

/** One download of one lecture, run by run. */
export interface FaultDownload {
  /** One attempt; `faults` are what the server does with its requests. */
  attempt(faults: readonly Fault[], change?: Partial<AssetLocation>): Promise<Result<null>>;
  /** Plain bytes from the start that authenticate, finished or not. */
  held(): Promise<Buffer>;
  /** Bytes of body that the server has sent for this download. */
  sentBytes(): number;
  /** Nothing in clear, nothing left open, no rejection that nobody handled. */
  expectClean(): Promise<void>;
}

/** Opens the real transfer, in its worker thread, against a raw server on loopback. */
export async function openFaultScene() {
  const payload = Buffer.from(makePayload(sizeBytes));
  const server = await startRawServer(payload);
  const downloadFolder = await mkdtemp(join(tmpdir(), 'faults-'));
  const accountId = 'f'.repeat(32) as LocalAccountId;
  const mediaKey = new Uint8Array(randomBytes(32));
  const defects: string[] = [];
  const note = (what: string, error: unknown): void =>
    void defects.push(`${what} ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`);
  const onRejection = (reason: unknown): void => note('unhandled rejection', reason);
  process.on('unhandledRejection', onRejection);
  const childrenBefore = childProcesses();
  const transfer = createMediaTransfer({
    workerPath: transferWorker,
    folders: usualFolder(downloadFolder),
    log: { info: () => undefined, warn: () => undefined, defect: note },
    settings: { stallTimeoutMs, segmentSizeBytes: segment, syncEveryBytes: 2 * segment, syncEveryMs: 200 },
  });
  let downloads = 0;

  function newDownload(): FaultDownload {
    downloads += 1;
    const assetId = `asset-${downloads}` as AssetId;
    const paths = mediaPaths(downloadFolder, accountId, assetId, mediaKey);
    const seenBefore = server.seen.length;
    const usual: AssetLocation = {
      id: assetId,
      url: `http://127.0.0.1:${server.port}/v1/media/${assetId}?signature=signed`,
      expiresAt: '2099-01-01T00:00:00Z',
      mediaType: 'video/mp4',
      sizeBytes,
      etag: '"v1"',
      sha256: createHash('sha256').update(payload).digest('hex'),
    };
    return {
      async attempt(faults, change = {}) {
        server.script.push(...faults);
        const location = { ...usual, ...change };
        const job = { accountId, assetId, mediaKey, location, resume: true };
        const result = await transfer.run(job, () => undefined, new AbortController().signal);
        server.script.length = 0;
        return result;
      },
      async held() {
        return (
          (await readHeld(paths.finished, mediaKey)) ?? (await readHeld(paths.unfinished, mediaKey)) ?? Buffer.alloc(0)
        );
      },
      sentBytes: () => server.seen.slice(seenBefore).reduce((sum, request) => sum + request.sentBodyBytes, 0),
      async expectClean() {
        const { findings } = await findPlaintext([downloadFolder], {
          'the canary of every 32 bytes': payload.subarray(0, 16),
          'the first bytes': payload.subarray(0, 64),
          'the last bytes': payload.subarray(-24),
        });
        expect(findings).toEqual([]);
        expect(defects).toEqual([]);
        expect(openFilesBelow(downloadFolder)).toEqual([]);
        expect(childProcesses()).toEqual(childrenBefore);
        await vi.waitUntil(() => server.connections() === 0, { timeout: 5000, interval: 5 });
      },
    };
  }

  return {
    payload,
    server,
    newDownload,
    async close() {
      await transfer.stop();
      process.off('unhandledRejection', onRejection);
      await server.close();
      await rm(downloadFolder, { recursive: true, force: true });
    },
  };
}
export type FaultScene = Awaited<ReturnType<typeof openFaultScene>>;

async function readHeld(path: string, mediaKey: Uint8Array): Promise<Buffer | null> {
  const opened = await openLrmReader({ path, mediaKey, allowIncomplete: true });
  if (!opened.ok) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.value.readRange(0, opened.value.info.layout.plainSizeBytes)) {
    if (!piece.ok) break;
    pieces.push(piece.value);
  }
  await opened.value.close();
  return Buffer.concat(pieces);
}
