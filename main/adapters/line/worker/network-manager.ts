import type { LineReport } from '../../../ports.ts';
import type { RunCommand } from './run-command.ts';

const name = 'org.freedesktop.NetworkManager';
const path = '/org/freedesktop/NetworkManager';
const method = 'org.freedesktop.DBus.Properties';

/** The two programs that speak D-Bus for others, of systemd and of GLib; one of them is on every desktop. Neither starts NetworkManager. */
const questions = [
  ['busctl', ['--system', 'call', '--auto-start=no', '--timeout=2', name, path, method, 'GetAll', 's', name]],
  ['gdbus', ['call', '--system', '--timeout=2', '--dest', name, '--object-path', path, '--method', `${method}.GetAll`, name]],
] as const; // prettier-ignore

/**
 * Asks NetworkManager on Linux: `Metered` is 1 for yes, 2 for no, 3 and 4 for guesses, 0 for unknown (NMMetered in the D-Bus API reference); `PrimaryConnection` has
 * another name each time a connection is made.
 */
export async function readNetworkManager(run: RunCommand): Promise<LineReport> {
  for (const [file, args] of questions) {
    const output = await run(file, args);
    if (output !== null) return reportOf(output);
  }
  return { cost: 'unknown', line: '' };
}

/** What either program printed, as a report. */
export function reportOf(output: string): LineReport {
  const metered = /["']Metered["']:? <?(?:u|uint32) (\d)\b/u.exec(output)?.[1];
  const line = /["']PrimaryConnection["']:? <?(?:o|objectpath) ["'](\/[\w/]{0,200})["']/u.exec(output)?.[1] ?? '';
  return { cost: costs[metered ?? ''] ?? 'unknown', line };
}

const costs: Readonly<Record<string, LineReport['cost']>> = { 1: 'metered', 2: 'free', 3: 'metered', 4: 'free' };
