import type { ImportCounts, ImportedRows } from '../../../../../../contract/domain/import.ts';
import { assertNever } from '../../../../../../contract/result.ts';
import type { ImportStep } from '../../../../../export-ports.ts';
import { StoreFault } from '../../store-fault.ts';
import type { LibraryStatements } from '../tables.ts';
import { takeSitting } from './take-history.ts';
import { takeListed, takeNote, takeRating, takeSearch } from './take-own.ts';
import { takeProgress, takeWatched } from './take-progress.ts';
import { countVerdicts, type TakingContext, type Verdict } from './verdict.ts';

/**
 * Takes some rows of an export as far as they say more than what is here. Each row is judged against what is here alone, so that taking
 * them twice, or going on with what was cut off, is the same as taking them once.
 */
export function takeRows(store: LibraryStatements, { rows, ...step }: ImportStep): ImportCounts {
  return countVerdicts(verdictsOn({ store, ...step }, rows));
}

function verdictsOn(context: TakingContext, told: ImportedRows): readonly Verdict[] {
  switch (told.table) {
    case 'history':
      return told.rows.map((row) => takeSitting(context, row));
    case 'progress':
      return told.rows.map((row) => takeProgress(context, row));
    case 'watched':
      return takeWatched(context, told.rows);
    case 'notes':
      return told.rows.map((row) => takeNote(context, row));
    case 'my_list':
      return told.rows.map((row) => takeListed(context, row));
    case 'ratings':
      return told.rows.map((row) => takeRating(context, row));
    case 'search_history':
      return told.rows.map((row) => takeSearch(context, row));
    // Settings are the computer's, not the library's.
    case 'settings':
      throw new StoreFault('bad-request');
    default:
      return assertNever(told);
  }
}
