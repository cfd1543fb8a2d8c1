/** The service inside the app: the entry of an Electron utility process. Main posts one `EmbeddedConfig`, then listens. */
import { z } from 'zod';
import type { SampleAccount } from '../contract/domain/views.ts';
import { NewerDatabaseError } from './database/database.ts';
import { ManifestError } from './catalogue/manifest.ts';
import { sampleAccounts } from './sample-accounts.ts';
import { startService, type RunningService } from './start-service.ts';

const EmbeddedConfig = z.object({
  kind: z.literal('start'),
  dataFolder: z.string().min(1),
  samplesFolder: z.string().min(1),
  port: z.int().min(0).max(65_535).default(0),
  faults: z.boolean().default(false),
  nativeBinding: z.string().optional(),
});
/** What main posts first. */
export type EmbeddedConfig = z.input<typeof EmbeddedConfig>;

/** What main posts to end it; the process then exits. */
export interface EmbeddedStop {
  readonly kind: 'stop';
}

/** Why it could not start; closed, so that no path or message crosses. */
export type EmbeddedFailure =
  'bad-config' | 'samples-unusable' | 'database-newer' | 'port-taken' | 'disk' | 'unexpected';

/** What the process posts back. */
export type EmbeddedAnswer =
  | { readonly kind: 'listening'; readonly origin: string; readonly sampleAccounts: readonly SampleAccount[] }
  | { readonly kind: 'failed'; readonly reason: EmbeddedFailure };

/** The part of Electron's `process.parentPort` that is used. */
export interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: EmbeddedAnswer): void;
}

/** Serves one parent until it says stop or goes; `exit` ends the process. */
export function runEmbedded(port: ParentPort, exit: (code: number) => void): void {
  let starting: Promise<RunningService | null> | null = null;

  async function stop(): Promise<void> {
    const service = await starting;
    await service?.close();
    exit(0);
  }

  async function start(message: unknown): Promise<RunningService | null> {
    try {
      const config = EmbeddedConfig.safeParse(message);
      if (!config.success) return refuse('bad-config');
      const { nativeBinding, kind: _, ...options } = config.data;
      const binding = nativeBinding === undefined ? {} : { nativeBinding };
      const service = await startService({ ...options, ...binding, host: '127.0.0.1' });
      port.postMessage({ kind: 'listening', origin: service.origin, sampleAccounts });
      return service;
    } catch (error) {
      return refuse(reasonOf(error));
    }
  }

  function refuse(reason: EmbeddedFailure): null {
    port.postMessage({ kind: 'failed', reason });
    return null;
  }

  port.on('message', ({ data }) => {
    if (isStop(data)) void stop();
    else starting ??= start(data);
  });
  port.on('close', () => void stop());
}

function isStop(message: unknown): message is EmbeddedStop {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop';
}

function reasonOf(error: unknown): EmbeddedFailure {
  if (error instanceof ManifestError) return 'samples-unusable';
  if (error instanceof NewerDatabaseError) return 'database-newer';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE' || code === 'EACCES') return 'port-taken';
  return /^(SQLITE_|ENOSPC|EROFS|EPERM|EIO|ENOTDIR|EEXIST)/.test(code) ? 'disk' : 'unexpected';
}

const parentPort = (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
if (parentPort !== undefined) runEmbedded(parentPort, (code) => process.exit(code));
