import { networkInterfaces } from 'node:os';
import type { LineReport } from '../../../ports.ts';
import { readNetworkManager } from './network-manager.ts';
import { createRunCommand } from './run-command.ts';
import { readWindowsConnection } from './windows-connection.ts';

/** Asks this system about its line; macOS tells only native code, so there nothing is known. */
export async function readLine(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Promise<LineReport> {
  const { cost, line } = await ask(platform, environment);
  return { cost, line: `${line} ${addresses()}` };
}

function ask(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): Promise<LineReport> {
  const run = createRunCommand(environment);
  if (platform === 'linux') return readNetworkManager(run);
  if (platform === 'win32') return readWindowsConnection(run, environment['SystemRoot'] ?? 'C:\\Windows');
  return Promise.resolve({ cost: 'unknown', line: '' });
}

/** This computer's addresses in its networks, where the system has no name for the line or gives the same name to the next one. */
function addresses(): string {
  const all = Object.entries(networkInterfaces()).flatMap(([name, known = []]) =>
    known
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address, mac }) => `${name}=${address},${mac}`),
  );
  return all.toSorted().join(' ');
}
