import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '../../../ports.ts';
import { createMediaTransfer, type StoppableMediaTransfer } from '../media-transfer.ts';
import { makePayload, openTransferScene, type TransferScene } from '../testing/transfer-scene.ts';
import { usualFolder } from '../../../../tests/fakes/usual-folder.ts';

const sizeBytes = 1_000_000;
const log: Log = { info: () => undefined, warn: () => undefined, defect: () => undefined };
const never = new AbortController().signal;
let scene: TransferScene;
let transfer: StoppableMediaTransfer;

async function open(payloadBytes: number): Promise<void> {
  scene = await openTransferScene(makePayload(payloadBytes));
  transfer = createMediaTransfer({
    workerPath: new URL('./transfer-worker.ts', import.meta.url),
    folders: usualFolder(scene.downloadFolder),
    log,
  });
}

/** How long a file takes from its first word on: the thread's start is not the line's. */
async function timed(onProgress: () => void = () => undefined): Promise<number> {
  const { accountId, assetId, mediaKey, server } = scene;
  let startedAtMs: number | null = null;
  const job = { accountId, assetId, mediaKey, location: server.location, resume: true };
  const hear = (): void => {
    startedAtMs ??= performance.now();
    onProgress();
  };
  expect(await transfer.run(job, hear, never)).toEqual({ ok: true, value: null });
  return performance.now() - (startedAtMs ?? 0);
}

beforeEach(() => open(sizeBytes));
afterEach(async () => {
  await transfer.stop();
  await scene.close();
});

describe('D5: the limit over a real line', () => {
  it('D5: 1 MB at 500 kB/s takes two seconds', async () => {
    transfer.setLimit(500_000);
    const tookMs = await timed();
    expect(tookMs).toBeGreaterThan(1600);
    expect(tookMs).toBeLessThan(2400);
  });

  it('D5: it can be lifted while a file comes', async () => {
    transfer.setLimit(50_000);
    let lifted = false;
    const tookMs = await timed(() => {
      if (!lifted) transfer.setLimit(null);
      lifted = true;
    });
    expect(lifted).toBe(true);
    expect(tookMs).toBeLessThan(10_000);
  });

  it('D5: what waits on the line stays there: memory holds a megabyte of it, not the file', async () => {
    const sizeBytes = 40_000_000;
    let pulledBytes = 0;
    const server = createServer((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'video/mp4',
        'Content-Length': sizeBytes,
        ETag: scene.server.location.etag,
      });
      pipeline(Readable.from(pieces((bytes) => (pulledBytes += bytes))), response, () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
    transfer.setLimit(2_000_000);
    const abort = new AbortController();
    const { accountId, assetId, mediaKey } = scene;
    const location = { ...scene.server.location, url, sizeBytes };
    let safeBytes = 0;
    const run = transfer.run(
      { accountId, assetId, mediaKey, location, resume: true },
      ({ receivedBytes }) => (safeBytes = receivedBytes),
      abort.signal,
    );
    await vi.waitUntil(() => safeBytes > 3_000_000, { timeout: 20_000, interval: 20 });
    abort.abort();
    await run;
    server.closeAllConnections();
    server.close();
    // The rest of what was pulled lies in the buffers of the two sockets.
    expect(pulledBytes - safeBytes).toBeLessThan(20_000_000);
  });
});

function* pieces(onPull: (bytes: number) => void): Generator<Buffer> {
  const piece = Buffer.alloc(40_000, 7);
  for (let sent = 0; sent < 1000; sent += 1) {
    onPull(piece.byteLength);
    yield piece;
  }
}
