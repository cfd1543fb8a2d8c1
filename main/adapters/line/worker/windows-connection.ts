import type { LineReport } from '../../../ports.ts';
import type { RunCommand } from './run-command.ts';

/** Only Windows' own PowerShell knows WinRT types; the one that people install themselves does not. */
const program = String.raw`System32\WindowsPowerShell\v1.0\powershell.exe`;
const script = [
  '[void][Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]',
  '$profile = [Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()',
  'if ($profile) { $cost = $profile.GetConnectionCost(); "$($cost.NetworkCostType) $($cost.Roaming) $($profile.NetworkAdapter.NetworkItem.NetworkId)" }',
].join('; ');

/** Asks Windows for the cost of the connection (`NetworkCostType`: Unrestricted, Fixed, Variable, Unknown) and whether it roams. */
export async function readWindowsConnection(run: RunCommand, systemRoot: string): Promise<LineReport> {
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
  const output = await run(`${systemRoot}\\${program}`, args);
  return output === null ? { cost: 'unknown', line: '' } : reportOf(output);
}

/** What PowerShell printed, as a report. */
export function reportOf(output: string): LineReport {
  const [, type = '', roaming, line = ''] = /^(\w{1,20}) (True|False) ([\da-f-]{0,40})\s*$/iu.exec(output) ?? [];
  return { cost: roaming?.toLowerCase() === 'true' ? 'metered' : (costs[type] ?? 'unknown'), line };
}

const costs: Readonly<Record<string, LineReport['cost']>> = {
  Unrestricted: 'free',
  Fixed: 'metered',
  Variable: 'metered',
};
