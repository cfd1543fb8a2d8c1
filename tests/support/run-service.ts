import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

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
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function originOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the service has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /https?:\/\/[\w.[\]:]+/.exec(line)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error('the service ended before it listened');
}
