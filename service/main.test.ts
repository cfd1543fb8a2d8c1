import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeSamples } from './test-support/samples.ts';
import { temporaryFolder } from './test-support/test-service.ts';

const entry = fileURLToPath(new URL('./main.ts', import.meta.url));

function run(...options: string[]) {
  const child = spawn(process.execPath, [entry, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

describe('the service alone', () => {
  it('I6: prints one line with its address, answers, and ends when asked', async () => {
    const folder = await temporaryFolder();
    await writeSamples(join(folder, 'samples'));
    const { child, output } = run('--port', '0', '--data', join(folder, 'data'), '--samples', join(folder, 'samples'));
    await expect.poll(output, { timeout: 15_000 }).toMatch(/^LECTOROOM service on http:\/\/127\.0\.0\.1:\d+\n$/);
    expect((await fetch(`${output().trim().split(' ').at(-1)}/v1/keys`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says how it is used, and what is missing', async () => {
    for (const [options, sentence] of [
      [[], 'usage: service --data DIR'],
      [['--data', 'x', '--port', 'many'], 'usage: service --data DIR'],
      [['--data', 'x', '--samples', '/nowhere'], 'manifest.json is missing'],
    ] as const) {
      const { child, output } = run(...options);
      const [code] = (await once(child, 'close')) as [number];
      expect([code, output().includes(sentence), output().includes('    at ')]).toEqual([1, true, false]);
    }
  });
});
