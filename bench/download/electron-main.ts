/**
 * Electron's main process as the app has it while it downloads: the built transfer worker, the built library worker with its encrypted
 * `library.db`, and after each word of the worker a row written into it (`features/downloads` does the same). No window. Takes one job a line on
 * its standard input, answers one line each.
 */
import { createInterface } from 'node:readline';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AssetLocation } from '../../contract/api/assets.ts';
import type { CourseId, LectureId, LocalAccountId } from '../../contract/domain/ids.ts';
import { createLibrary } from '../../main/adapters/library/create-library.ts';
import { createMediaTransfer } from '../../main/adapters/transfer/media-transfer.ts';
import { mediaPaths } from '../../main/adapters/files/media-paths.ts';
import type { DownloadRow, Log } from '../../main/ports.ts';

/** What to download, and where the workers and the folders are. */
export interface ElectronJob {
  readonly location: AssetLocation;
  readonly downloadFolder: string;
  /** Goes on with what an earlier job left, and leaves what it has. */
  readonly keeps?: boolean;
  /** Holds it to one connection, where the server's limit for one stands for the whole line. */
  readonly isOneLine?: boolean;
  /** Looks at the main thread every millisecond, which itself takes a tenth of a second of processor time each second. */
  readonly watchesMainThread?: boolean;
}

/** What one download cost. */
export interface ElectronFigures {
  readonly outcome: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The longest delay of the main thread in 99 of 100 milliseconds; null where nobody looked. */
  readonly delayP99Milliseconds: number | null;
  readonly journalRows: number;
}

const [, , workers = '', userDataFolder = ''] = process.argv.filter((argument) => !argument.startsWith('--'));
const accountId = 'b'.repeat(32) as LocalAccountId;
const mediaKey = new Uint8Array(32).fill(7);
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  defect: (event, error) => console.error(event, error),
};

const delay = monitorEventLoopDelay({ resolution: 1 });

async function run(): Promise<void> {
  await app.whenReady();
  mkdirSync(userDataFolder, { recursive: true });
  const stores = createLibrary({ workerPath: join(workers, 'library-worker.cjs'), userDataFolder, log });
  const opened = await stores.library.open(accountId, new Uint8Array(randomBytes(32)));
  if (!opened.ok) throw new Error(`library: ${opened.error.code}`);
  const transferWorker = join(workers, 'transfer-worker.cjs');
  let current = '';
  let transfer = createMediaTransfer({
    workerPath: transferWorker,
    folders: () => ({ current: { folder: '/', marker: null }, other: null }),
    log,
  });
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const job = JSON.parse(line) as ElectronJob;
    const { downloadFolder, isOneLine = false } = job;
    if (current !== `${downloadFolder} ${isOneLine}`) {
      await transfer.stop();
      const settings = isOneLine ? { ranges: { mostConnections: 1 } } : {};
      const folders = () => ({ current: { folder: downloadFolder, marker: null }, other: null });
      transfer = createMediaTransfer({ workerPath: transferWorker, folders, log, settings });
      current = `${downloadFolder} ${isOneLine}`;
    }
    console.log(JSON.stringify(await download(job, stores.library.downloads.put, transfer.run)));
  }
  app.exit(0);
}

async function download(
  { location, downloadFolder, keeps = false, watchesMainThread = false }: ElectronJob,
  put: (row: DownloadRow) => Promise<{ readonly ok: boolean }>,
  transfer: ReturnType<typeof createMediaTransfer>['run'],
): Promise<ElectronFigures> {
  const { id: assetId, sizeBytes, sha256, etag } = location;
  const row: DownloadRow = {
    lectureId: 'bench-lecture' as LectureId,
    courseId: 'bench-course' as CourseId,
    assetId,
    quality: '720p',
    state: 'downloading',
    sizeBytes,
    sha256,
    etag,
    receivedBytes: 0,
    error: null,
    addedAtMs: 0,
    completedAtMs: null,
    previous: null,
  };
  let journalRows = 0;
  let journal: Promise<unknown> = Promise.resolve();
  delay.reset();
  if (watchesMainThread) delay.enable();
  const cpuBefore = process.cpuUsage();
  const startedAtMs = performance.now();
  const result = await transfer(
    { accountId, assetId, mediaKey: mediaKey.slice(), location, resume: keeps },
    ({ receivedBytes }) => {
      journalRows += 1;
      journal = put({ ...row, receivedBytes });
    },
    new AbortController().signal,
  );
  await journal;
  if (result.ok) await put({ ...row, state: 'complete', receivedBytes: sizeBytes, completedAtMs: 1 });
  const seconds = (performance.now() - startedAtMs) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  delay.disable();
  const { finished } = mediaPaths(downloadFolder, accountId, assetId, mediaKey);
  const isThere = result.ok && statSync(finished).size > sizeBytes;
  if (!keeps) rmSync(finished, { force: true });
  return {
    outcome: result.ok ? (isThere ? 'ok' : 'no file') : result.error.code,
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    delayP99Milliseconds: watchesMainThread ? delay.percentile(99) / 1e6 : null,
    journalRows,
  };
}

run().catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
