import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { ServiceStats } from '../../service/faults/stats.ts';

/** The service in a process of its own. */
export interface ServiceProcess {
  readonly origin: string;
  /** Ends it by its id and waits until it is gone; may be called twice. */
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '..', '..');

/** Starts `service/main.ts` on a free (or the given) port with its state in `dataFolder`; `faults` lets tests make it misbehave. */
export async function runService(options: {
  dataFolder: string;
  port?: number;
  faults?: boolean;
}): Promise<ServiceProcess> {
  const args = [resolve(root, 'service', 'main.ts'), '--port', String(options.port ?? 0), '--data', options.dataFolder];
  const child = spawn(process.execPath, options.faults === true ? [...args, '--faults'] : args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await originOf(child);
  return {
    origin,
    stop: () => end(child),
  };
}

/** The service that soak tests use: on samples of their own, and told from outside how to misbehave. */
export interface SoakService extends ServiceProcess {
  /** Asks one of the routes that only tests have. */
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** What of one file was asked for, and handed to connections, since the counters were cleared. */
  sent(assetId: string): Promise<{
    readonly bytesSent: number;
    readonly ranges: readonly { readonly first: number; readonly last: number }[];
  }>;
}

/** Starts it on a free (or the given) port. */
export async function runSoakService(dataFolder: string, samplesFolder: string, port = 0): Promise<SoakService> {
  const script = resolve(import.meta.dirname, 'soak-service.ts');
  const child = spawn(process.execPath, [script, dataFolder, samplesFolder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await originOf(child);
  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const init =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(`${origin}${path}`, { method, ...init });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer.status === 204 ? null : await answer.json();
  }
  return {
    origin,
    control,
    async sent(assetId) {
      const stats = (await control('GET', '/_stats')) as Pick<ServiceStats, 'assets'>;
      return stats.assets[assetId] ?? { bytesSent: 0, ranges: [] };
    },
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function originOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the service has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[\w.[\]:]+/.exec(line)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error('the service ended before it listened');
}
