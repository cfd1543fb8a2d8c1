import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssetId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail } from '../../../contract/result.ts';
import type { Log, TransferJob, TransferProgress } from '../../ports.ts';
import { createLectureFiles } from '../files/lecture-files.ts';
import { createMediaTransfer, type StoppableMediaTransfer } from './media-transfer.ts';
import { filesWithCanary, makePayload, openTransferScene, type TransferScene } from './testing/transfer-scene.ts';
import { usualFolder } from '../../../tests/fakes/usual-folder.ts';

const realWorker = new URL('./worker/transfer-worker.ts', import.meta.url);
const crashingWorker = new URL('./testing/crashing-worker.ts', import.meta.url);
const sizeBytes = 1_000_003;
const payload = makePayload(sizeBytes);
/** How long a test waits for the worker on a busy machine. */
const patience = { timeout: 20_000, interval: 5 };
const done = { ok: true, value: null };
const never = new AbortController().signal;
const ignore: TransferProgress = () => undefined;
let scene: TransferScene;
let transfer: StoppableMediaTransfer;
let defects: string[];

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  defect: (event, error) => void defects.push(`${event} ${error instanceof Error ? error.name : ''}`),
};

function start(workerPath = realWorker): StoppableMediaTransfer {
  return createMediaTransfer({
    workerPath,
    folders: usualFolder(scene.downloadFolder),
    log,
    settings: { stallTimeoutMs: 5000, syncEveryBytes: 65_536 },
  });
}

function job(changes: Partial<TransferJob> = {}): TransferJob {
  const { accountId, assetId, mediaKey } = scene;
  return { accountId, assetId, mediaKey, location: scene.server.location, resume: true, ...changes };
}

async function readBack(assetId = scene.assetId): Promise<Buffer> {
  const files = createLectureFiles({ folders: usualFolder(scene.downloadFolder) });
  const opened = await files.open(scene.accountId, assetId, scene.mediaKey);
  if (!opened.ok) throw new Error(opened.error.code);
  const range = { start: 0, endExclusive: opened.value.sizeBytes };
  const bytes = await new Response(opened.value.stream(range, () => undefined)).arrayBuffer();
  await opened.value.close();
  return Buffer.from(bytes);
}

beforeEach(async () => {
  scene = await openTransferScene(payload);
  defects = [];
  transfer = start();
});
afterEach(async () => {
  await transfer.stop();
  await scene.close();
});

describe('transfers in their worker thread', () => {
  it('D3 D4: bring a file in that reads back, and leave the caller the key', async () => {
    const key = scene.mediaKey.slice();
    expect(await transfer.run(job(), ignore, never)).toEqual(done);
    expect((await readBack()).equals(payload)).toBe(true);
    expect(scene.mediaKey).toEqual(key);
    expect(filesWithCanary(scene.downloadFolder)).toEqual([]);
    expect(defects).toEqual([]);
  });

  it('D3: go on after a cut, and pass codes and waiting times through', async () => {
    scene.server.script.push({ kind: 'cut', afterBytes: 500_000 });
    expect(await transfer.run(job(), ignore, never)).toEqual(fail('service-unreachable'));
    scene.server.script.push({ kind: 'answer', statusCode: 503, headers: { 'Retry-After': '9' } });
    expect(await transfer.run(job(), ignore, never)).toEqual(fail('service-failed', 9000));
    expect(await transfer.run(job(), ignore, never)).toEqual(done);
    expect(scene.server.seen.map((request) => request.range)).toEqual([undefined, 'bytes=458752-', 'bytes=458752-']);
    expect((await readBack()).equals(payload)).toBe(true);
  });

  it('D3: tell at most four times a second what is safe on the disk, never past the whole and never backwards', async () => {
    scene.server.script.push({ kind: 'slow', pieceBytes: 8000, everyMs: 10 });
    const bytes: number[] = [];
    const startedAtMs = performance.now();
    expect(await transfer.run(job(), ({ receivedBytes }) => bytes.push(receivedBytes), never)).toEqual(done);
    const tookMs = performance.now() - startedAtMs;
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(bytes.at(-1)).toBe(sizeBytes);
    expect(bytes.length).toBeGreaterThan(3);
    // The limit itself is held to the millisecond in timing.test.ts; here, that the worker uses it.
    expect(bytes.length).toBeLessThanOrEqual(Math.ceil(tookMs / 334) + 2);
  });

  it('D3 D5: are cancelled one by one, while others go on', async () => {
    scene.server.script.push(
      { kind: 'slow', pieceBytes: 4000, everyMs: 10 },
      { kind: 'slow', pieceBytes: 20_000, everyMs: 10 },
    );
    const abort = new AbortController();
    const first = transfer.run(job(), ignore, abort.signal);
    await vi.waitUntil(() => scene.server.seen.length === 1, patience);
    const location = { ...scene.server.location, id: 'Asset-2' as AssetId };
    const second = transfer.run(job({ assetId: 'Asset-2' as AssetId, location }), ignore, never);
    abort.abort();
    expect(await first).toEqual(fail('cancelled'));
    expect(await second).toEqual(done);
    expect((await readBack('Asset-2' as AssetId)).equals(payload)).toBe(true);
    expect(await transfer.run(job(), ignore, AbortSignal.abort())).toEqual(fail('cancelled'));
  });

  it('D3: a job started again before its cancelled self has let go waits for it', async () => {
    scene.server.script.push({ kind: 'slow', pieceBytes: 9000, everyMs: 5 });
    const abort = new AbortController();
    const first = transfer.run(job(), ignore, abort.signal);
    await vi.waitUntil(() => scene.sentBytes() > 200_000, patience);
    abort.abort();
    const second = transfer.run(job(), ignore, never);
    expect(await Promise.all([first, second])).toEqual([fail('cancelled'), done]);
    expect((await readBack()).equals(payload)).toBe(true);
  });

  it('D3: stop cancels what runs, keeps it for the next start, and takes no new job', async () => {
    scene.server.script.push({ kind: 'slow', pieceBytes: 9000, everyMs: 5 });
    let safeBytes = 0;
    const onProgress: TransferProgress = ({ receivedBytes }) => {
      safeBytes = receivedBytes;
    };
    const running = transfer.run(job(), onProgress, never);
    await vi.waitUntil(() => safeBytes > 0, patience);
    await transfer.stop();
    expect(await running).toEqual(fail('cancelled'));
    expect(await transfer.run(job(), ignore, never)).toEqual(fail('cancelled'));
    expect(defects).toEqual([]);
    transfer = start();
    expect(await transfer.run(job(), ignore, never)).toEqual(done);
    expect(scene.server.seen[1]?.range).toMatch(/^bytes=\d+-$/);
  });
});

describe('a worker that dies', () => {
  for (const assetId of ['crash-exit', 'crash-throw'] as AssetId[]) {
    it(`D3: (${assetId}) fails its jobs as unexpected, is logged without words, and is there again for the next`, async () => {
      transfer = start(crashingWorker);
      scene.server.script.push({ kind: 'slow', pieceBytes: 4000, everyMs: 10 });
      const bystander = transfer.run(job(), ignore, never);
      await vi.waitUntil(() => scene.server.seen.length === 1, patience);
      expect(await transfer.run(job({ assetId }), ignore, never)).toEqual(fail('unexpected'));
      expect(await bystander).toEqual(fail('unexpected'));
      expect(defects).toEqual([`transfer.worker ${assetId === 'crash-throw' ? 'TypeError' : 'Error'}`]);
      scene.server.script.length = 0;
      expect(await transfer.run(job(), ignore, never)).toEqual(done);
      expect((await readBack()).equals(payload)).toBe(true);
    });
  }

  it('D3: that was never there is a defect too, not a wait for ever', async () => {
    transfer = start(new URL('./no-such-worker.ts', import.meta.url));
    expect(await transfer.run(job(), ignore, never)).toEqual(fail('unexpected'));
    expect(defects).toHaveLength(1);
  });

  it('D4: an account id that is no plain name never reaches the disk', async () => {
    for (const accountId of ['../x', '..', 'a/b', '', 'a\0b'] as LocalAccountId[]) {
      await expect(transfer.run(job({ accountId }), ignore, never)).rejects.toThrow(RangeError);
    }
  });
});
