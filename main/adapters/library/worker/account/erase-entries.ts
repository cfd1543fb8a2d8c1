import { sql } from 'kysely';
import { entryKinds, type EntryCount, type EntryKind } from '../../../../../contract/domain/erase-plan.ts';
import { forgetRecommendations } from './recommendations.ts';
import { removeHistory } from './history-removal.ts';
import { runSql } from './sync/outbox.ts';
import { noteForgotten } from './sync/sittings.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

interface Erasing {
  /** Each row is an entry. */
  readonly counted: readonly (keyof LibraryTables)[];
  /** Rows of these are no entries. */
  readonly except?: string;
  readonly erase: (store: LibraryStatements, nowMs: number) => void;
}

/** How each kind is counted and erased; a new kind is a line here. */
const erasings: Readonly<Record<EntryKind, Erasing>> = {
  history: { counted: ['history'], erase: eraseHistory },
  progress: { counted: ['progress'], erase: eraseProgress },
  searches: { counted: ['search_history'], erase: emptying('search_history') },
  notes: { counted: ['notes'], erase: emptying('notes') },
  ratings: { counted: ['ratings'], except: 'stars IS NULL', erase: withdrawRatings },
  'my-list': { counted: ['my_list'], erase: emptying('my_list') },
  recommendations: { counted: ['recommendation_dismissed', 'recommendation_start'], erase: forgetRecommendations },
  speeds: { counted: ['course_rate'], erase: emptying('course_rate') },
  visits: { counted: ['home_visit'], erase: emptying('home_visit', 'course_arrivals') },
  downloads: { counted: ['downloads', 'bin'], erase: emptying('keep_ready', 'left_alone', 'course_quality') },
};

/** How many entries there are of each kind. */
export function countEntries(store: LibraryStatements): readonly EntryCount[] {
  return entryKinds.map((kind) => {
    const { counted, except } = erasings[kind];
    const counts = counted.map((table) => {
      const where = except === undefined ? sql`` : sql`WHERE NOT (${sql.raw(except)})`;
      const query = sql<{ count: number }>`SELECT count(*) AS count FROM ${sql.table(table)} ${where}`;
      return store.first({ compile: () => query.compile(store.build) })?.count ?? 0;
    });
    return { kind, count: counts.reduce((sum, count) => sum + count, 0) };
  });
}

/** Deletes all entries of these kinds for good. */
export function eraseEntries(
  store: LibraryStatements,
  { kinds, nowMs }: { readonly kinds: readonly EntryKind[]; readonly nowMs: number },
): null {
  for (const kind of kinds) erasings[kind].erase(store, nowMs);
  return null;
}

function emptying(...tables: readonly (keyof LibraryTables)[]): Erasing['erase'] {
  return (store) => {
    for (const table of tables) runSql(store, sql`DELETE FROM ${sql.table(table)}`);
  };
}

/** No number of a removal that could be undone. */
const notToBeUndone = -1;

/** What was removed a moment ago and could be brought back goes with it; other computers are told at once. */
function eraseHistory(store: LibraryStatements, nowMs: number): void {
  removeHistory(store, { removal: { all: true }, removalId: notToBeUndone, nowMs });
  noteForgotten(store, null);
  runSql(store, sql`DELETE FROM temp.removed_history`);
}

/** The stamps name what was watched; what waits of it is not to be told as if it were there. */
function eraseProgress(store: LibraryStatements): void {
  for (const table of ['progress', 'watched', 'sync_lectures'] as const) {
    runSql(store, sql`DELETE FROM ${sql.table(table)}`);
  }
  runSql(store, sql`DELETE FROM sync_outbox WHERE kind = 'lecture'`);
}

/** What the service never had is just gone; the rest goes when it was told, and until then holds no stars. */
function withdrawRatings(store: LibraryStatements, nowMs: number): void {
  runSql(
    store,
    sql`UPDATE ratings SET stars = NULL, sent = 0, changed_at_ms = max(changed_at_ms + 1, ${nowMs}) WHERE stars IS NOT NULL`,
  );
}
