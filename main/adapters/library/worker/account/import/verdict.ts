import type { ImportCounts } from '../../../../../../contract/domain/import.ts';
import type { LocalDay } from '../../../../../../contract/domain/local-day.ts';
import type { LibraryStatements } from '../tables.ts';

/** What becomes of a row of an export. */
export type Verdict = Exclude<keyof ImportCounts, 'left'>;

/** What taking rows needs to know; without `write` it only judges. */
export interface TakingContext {
  readonly store: LibraryStatements;
  readonly write: boolean;
  readonly nowMs: number;
  readonly today: LocalDay;
}

/** Counts verdicts. */
export function countVerdicts(verdicts: readonly Verdict[]): ImportCounts {
  const counts = { added: 0, changed: 0, same: 0, older: 0, left: 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}
