import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetLocation } from '../../../../contract/api/assets.ts';
import type { AssetId, LocalAccountId } from '../../../../contract/domain/ids.ts';
import type { AppError, Result } from '../../../../contract/result.ts';
import type { TransferProgress } from '../../../ports.ts';
import { openLrmReader } from '../../files/lrm/index.ts';
import { mediaPaths, type MediaPaths } from '../../files/media-paths.ts';
import type { WorkerSettings } from '../messages.ts';
import { createConnectionPool } from '../worker/connection-pool.ts';
import { runTransfer } from '../worker/one-transfer.ts';
import type { TransferTools } from '../worker/transfer-tools.ts';
import { startMisbehavingServer, type Behaviour, type MisbehavingServer } from './misbehaving-server.ts';

/** Stands in the payload every 32 bytes; must never stand in a file. */
const canary = 'PLAINTEXT-CANARY';

/** Small segments, so that a small payload has many of them. */
export const segmentSizeBytes = 1024;

/** A payload in which every place has its own number and the canary. */
export function makePayload(sizeBytes: number): Uint8Array {
  const bytes = Buffer.alloc(sizeBytes);
  for (let at = 0; at < sizeBytes; at += 32) bytes.write(`${canary}${String(at).padStart(16, '0')}`, at);
  return new Uint8Array(bytes);
}

type Progress = Parameters<TransferProgress>[0];

/** How one run ended. */
interface RunOutcome {
  /** `ok`, or the code. */
  readonly code: 'ok' | AppError['code'];
  readonly retryAfterMs: number | undefined;
  readonly progress: readonly Progress[];
}

/** What a test may change in one run. */
type RunChanges = Partial<
  WorkerSettings & Pick<TransferTools, 'signal' | 'openFile'> & { location: AssetLocation; resume: boolean }
> & { readonly onProgress?: TransferProgress };

/** A server, a folder, a key, and runs of the same job in this process. */
export interface TransferScene {
  readonly server: MisbehavingServer;
  readonly payload: Uint8Array;
  readonly downloadFolder: string;
  readonly accountId: LocalAccountId;
  readonly assetId: AssetId;
  readonly mediaKey: Uint8Array;
  readonly paths: MediaPaths;
  /** Runs the job, after putting `behaviours` into the server's script; sees that no plaintext is on the disk. */
  run(behaviours?: readonly Behaviour[], changes?: RunChanges): Promise<RunOutcome>;
  /** Plain bytes from the start of the finished or unfinished file as far as they are authentic; null without a file. */
  held(which: 'finished' | 'unfinished'): Promise<Uint8Array | null>;
  /** Bytes of body the server has sent in all. */
  sentBytes(): number;
  close(): Promise<void>;
}

/** Makes a scene; give a folder to work on another disk than the temporary one. */
export async function openTransferScene(payload: Uint8Array, onFolder?: string): Promise<TransferScene> {
  const server = await startMisbehavingServer(payload);
  const downloadFolder = onFolder ?? (await mkdtemp(join(tmpdir(), 'transfer-')));
  const accountId = 'a'.repeat(32) as LocalAccountId;
  const assetId = 'asset-1' as AssetId;
  const mediaKey = new Uint8Array(randomBytes(32));
  const paths = mediaPaths(downloadFolder, accountId, assetId, mediaKey);
  const connections = createConnectionPool();
  const usual = { stallTimeoutMs: 10_000, segmentSizeBytes, syncEveryBytes: 2048, syncEveryMs: 2000 };

  async function run(behaviours: readonly Behaviour[] = [], changes: RunChanges = {}): Promise<RunOutcome> {
    const { signal, openFile, location = server.location, resume = true, onProgress, ...settings } = changes;
    server.script.push(...behaviours);
    const progress: Progress[] = [];
    const report = (latest: Progress): void => {
      progress.push(latest);
      onProgress?.(latest);
    };
    const tools: TransferTools = {
      connections,
      settings: { ...usual, ...settings },
      signal: signal ?? new AbortController().signal,
      report,
      nowMs: () => Date.now(),
      ...(openFile === undefined ? {} : { openFile }),
    };
    const result = await runTransfer(
      { paths, marker: null, assetId, mediaKey: mediaKey.slice(), location, resume },
      tools,
    );
    server.script.length = 0;
    if (filesWithCanary(downloadFolder).length > 0) throw new Error('plaintext on the disk');
    return outcomeOf(result, progress);
  }

  async function held(which: 'finished' | 'unfinished'): Promise<Uint8Array | null> {
    const opened = await openLrmReader({ path: paths[which], mediaKey, allowIncomplete: true });
    if (!opened.ok) return null;
    const pieces: Uint8Array[] = [];
    for await (const segment of opened.value.readRange(0, opened.value.info.layout.plainSizeBytes)) {
      if (!segment.ok) break;
      pieces.push(segment.value);
    }
    await opened.value.close();
    return Buffer.concat(pieces);
  }

  return {
    server,
    payload,
    downloadFolder,
    accountId,
    assetId,
    mediaKey,
    paths,
    run,
    held,
    sentBytes: () => server.seen.reduce((sum, request) => sum + request.sentBodyBytes, 0),
    close: async () => {
      connections.close();
      await server.close();
      if (onFolder === undefined) await rm(downloadFolder, { recursive: true, force: true });
    },
  };
}

/** Whether there is a file. */
export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** Every file under a folder in which the canary stands. */
export function filesWithCanary(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .filter((path) => readFileSync(path).includes(canary));
}

function outcomeOf(result: Result<null>, progress: readonly Progress[]): RunOutcome {
  if (result.ok) return { code: 'ok', retryAfterMs: undefined, progress };
  return { code: result.error.code, retryAfterMs: result.error.retryAfterMs, progress };
}
