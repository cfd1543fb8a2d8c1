import type { Settings } from '../../../contract/domain/settings.ts';
import type { LineReport } from '../../ports.ts';

/** What decides whether downloads wait for another line. */
export interface MeteredCase extends Pick<Settings, 'downloadMetered' | 'lineIsMetered'> {
  readonly cost: LineReport['cost'];
  /** The person said yes to this very line. */
  readonly isAllowed: boolean;
}

/** Whether downloads are held back; what the person says of the line counts more than what the system says, and an unknown line is free. */
export function holdsDownloads({ cost, downloadMetered, lineIsMetered, isAllowed }: MeteredCase): boolean {
  const isMetered = lineIsMetered === 'as-the-system-says' ? cost === 'metered' : lineIsMetered === 'yes';
  if (!isMetered || downloadMetered === 'always') return false;
  return downloadMetered === 'never' || !isAllowed;
}
