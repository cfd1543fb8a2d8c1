import { describe, expect, it } from 'vitest';
import { readNetworkManager, reportOf as networkManagerReport } from './network-manager.ts';
import { readLine } from './read-line.ts';
import { createRunCommand } from './run-command.ts';
import { readWindowsConnection, reportOf as windowsReport } from './windows-connection.ts';

const busctl = (metered: number) =>
  `a{sv} 4 "Metered" u ${metered} "PrimaryConnection" o "/org/freedesktop/NetworkManager/ActiveConnection/3" "PrimaryConnectionType" s "802-11-wireless" "Version" s "1.46.0"\n`;
const gdbus = (metered: number) =>
  `({'Metered': <uint32 ${metered}>, 'PrimaryConnection': <objectpath '/org/freedesktop/NetworkManager/ActiveConnection/3'>, 'Version': <'1.46.0'>},)\n`;
const line = '/org/freedesktop/NetworkManager/ActiveConnection/3';

describe('D5: what NetworkManager says', () => {
  it.each([
    [1, 'metered'],
    [3, 'metered'],
    [2, 'free'],
    [4, 'free'],
    [0, 'unknown'],
    [9, 'unknown'],
  ] as const)('D5: %i is %s, in the words of either program', (metered, cost) => {
    expect(networkManagerReport(busctl(metered))).toEqual({ cost, line });
    expect(networkManagerReport(gdbus(metered))).toEqual({ cost, line });
  });

  it.each(['', 'Metered', '"Metered" u 12', '"Metered" s "1"', 'x'.repeat(60_000)])(
    'D5: nonsense is unknown (case %#)',
    (output) => {
      expect(networkManagerReport(output)).toEqual({ cost: 'unknown', line: '' });
    },
  );

  it('D5: without busctl it asks gdbus, without both nothing is known', async () => {
    const asked: string[] = [];
    const found = await readNetworkManager((file) => {
      asked.push(file);
      return Promise.resolve(file === 'gdbus' ? gdbus(1) : null);
    });
    expect([found.cost, asked]).toEqual(['metered', ['busctl', 'gdbus']]);
    expect(await readNetworkManager(() => Promise.resolve(null))).toEqual({ cost: 'unknown', line: '' });
  });
});

describe('D5: what Windows says', () => {
  it.each([
    ['Unrestricted False 3f2504e0-4f89-11d3-9a0c-0305e82c3301\r\n', 'free'],
    ['Fixed False 3f2504e0-4f89-11d3-9a0c-0305e82c3301\r\n', 'metered'],
    ['Variable False \r\n', 'metered'],
    ['Unrestricted True \r\n', 'metered'],
    ['Unknown False \r\n', 'unknown'],
    ['', 'unknown'],
    ['Unable to find type [Windows.Networking…]', 'unknown'],
  ] as const)('D5: %j is %s', (output, cost) => {
    expect(windowsReport(output).cost).toBe(cost);
  });

  it('D5: asks the PowerShell that belongs to Windows, in one fixed sentence', async () => {
    const asked: unknown[] = [];
    await readWindowsConnection((file, args) => {
      asked.push(file, args.slice(0, 4));
      return Promise.resolve(null);
    }, 'C:\\Windows');
    expect(asked).toEqual([
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command'],
    ]);
  });
});

describe('D5: asking', () => {
  it('D5: macOS tells nothing, and a line is named by its addresses all the same', async () => {
    const report = await readLine('darwin', {});
    expect(report.cost).toBe('unknown');
    expect(await readLine('darwin', {})).toEqual(report);
  });

  it('D5: a program that is missing, fails or says too much is no answer, and no error', async () => {
    const run = createRunCommand(process.env);
    expect(await run('lectoroom-no-such-program', [])).toBeNull();
    expect(await run('false', [])).toBeNull();
    expect(await run('head', ['-c', '100000', '/dev/zero'])).toBeNull();
    expect(await run('echo', ['said'])).toBe('said\n');
  });
});
