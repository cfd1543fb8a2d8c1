import { assertNever, fail, type Result } from '../../../../contract/result.ts';
import type { CareCall, WorkerFile } from '../messages.ts';
import { findStrangers, recogniseFiles, sweepFiles } from './account-folder.ts';
import { isMarked } from '../../files/is-marked.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { repairFile } from './repair-file.ts';
import type { TransferTools } from './transfer-tools.ts';
import { verifyFile } from './verify-file.ts';
import { weighOthers } from './weigh-others.ts';

/** What a call has to itself while it runs: a file with all its temporary names, or nothing that a file's own work waits for. */
export function lockOf(call: CareCall): string {
  return call.name === 'verify' || call.name === 'repair' ? call.input.paths.unfinished : call.input.folder;
}

/** Does what one call asks for. */
export async function runCare(call: CareCall, tools: TransferTools, files: OneAtATime): Promise<Result<unknown>> {
  switch (call.name) {
    case 'verify':
      return (await isThere(call.input)) ? verifyFile(call.input, tools) : fail('drive-away');
    case 'repair':
      return (await isThere(call.input)) ? repairFile(call.input, tools) : fail('drive-away');
    case 'strangers':
      return findStrangers(call.input);
    case 'recognise':
      return recogniseFiles(call.input);
    case 'weigh-others':
      return weighOthers(call.input);
    case 'sweep':
      return sweepFiles(call.input, files);
    default:
      return assertNever(call);
  }
}

const isThere = ({ paths, marker }: WorkerFile): Promise<boolean> => isMarked({ folder: paths.folder, marker });
