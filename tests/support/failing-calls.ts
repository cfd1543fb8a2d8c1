import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A call of the system that fails: on files with `path` in their path, after so many that went well, so many times (0: always from then on). */
export interface FailingCall {
  readonly call: 'pwrite' | 'pread' | 'fsync' | 'rename' | 'close';
  readonly path: string;
  readonly after: number;
  readonly times?: number;
  readonly errno: 'EIO' | 'ENOSPC';
}

const errnos = { EIO: 5, ENOSPC: 28 } as const;
const source = resolve(import.meta.dirname, 'failing-calls.c');

/** Compiles the library that makes calls fail, or says why it cannot be had on this computer. */
export function buildFailingCalls(): { readonly library: string } | { readonly obstacle: string } {
  if (process.platform !== 'linux') return { obstacle: 'LD_PRELOAD is for Linux' };
  const library = join(mkdtempSync(join(tmpdir(), 'failing-calls-')), 'failing-calls.so');
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, source, '-ldl'], {
      stdio: 'pipe',
    });
    return { library };
  } catch (error) {
    return { obstacle: `no gcc (${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''})` };
  }
}

/** Runs a script in a Node whose calls fail; answers what it said, and whether a call has failed at all. */
export async function runWithFailingCall(
  library: string,
  script: string,
  argument: string,
  { call, path, after, times = 0, errno }: FailingCall,
): Promise<{ readonly output: string; readonly end: string | null }> {
  const child = spawn(process.execPath, [script, argument], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LD_PRELOAD: library,
      // Writes that go round libc would go round the library, too.
      UV_USE_IO_URING: '0',
      FAIL_CALL: call,
      FAIL_PATH: path,
      FAIL_AFTER: String(after),
      FAIL_TIMES: String(times),
      FAIL_ERRNO: String(errnos[errno]),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
  await once(child, 'close');
  return { output, end: /^end (\S+)$/m.exec(output)?.[1] ?? null };
}
