import { sql } from 'kysely';
import type { ImportedRow } from '../../../../../../contract/domain/import.ts';
import { mostSearches, rememberSearch } from '../search/history.ts';
import type { TakingContext, Verdict } from './verdict.ts';

/** The words that were changed last hold. */
export function takeNote({ store, write }: TakingContext, told: ImportedRow<'notes'>): Verdict {
  const { build } = store;
  const before = store.first(build.selectFrom('notes').selectAll().where('id', '=', told.id));
  if (before !== undefined && before.changed_at_ms >= told.changed_at) {
    return before.changed_at_ms === told.changed_at ? 'same' : 'older';
  }
  const change = { position_ms: told.position_ms, text: told.text, changed_at_ms: told.changed_at };
  const { id, lecture_id, course_id } = told;
  if (write) {
    store.run(
      build
        .insertInto('notes')
        .values({ id, lecture_id, course_id, created_at_ms: told.created_at, ...change })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(change)),
    );
  }
  return before === undefined ? 'added' : 'changed';
}

/** What is on the list already stays at its place; what the catalogue does not know now waits until it does. */
export function takeListed({ store, write }: TakingContext, told: ImportedRow<'my_list'>): Verdict {
  const { build } = store;
  const { kind, id } = told;
  const here = build.selectFrom('my_list').select('id').where('kind', '=', kind).where('id', '=', id);
  if (store.first(here) !== undefined) return 'same';
  if (write) store.run(build.insertInto('my_list').values({ kind, id, added_at_ms: told.added_at }));
  return 'added';
}

/** The stars that were given last hold; the service hears of them as of any rating. */
export function takeRating({ store, write }: TakingContext, told: ImportedRow<'ratings'>): Verdict {
  const { build } = store;
  const { kind, id, stars } = told;
  const before = store.first(
    build.selectFrom('ratings').select(['stars', 'changed_at_ms']).where('kind', '=', kind).where('id', '=', id),
  );
  if ((before?.stars ?? null) === stars) return 'same';
  if (before !== undefined && before.changed_at_ms >= told.changed_at) return 'older';
  const values = { stars, changed_at_ms: told.changed_at, sent: 0 } as const;
  if (write) {
    store.run(
      build
        .insertInto('ratings')
        .values({ kind, id, ...values })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(values)),
    );
  }
  return before === undefined ? 'added' : 'changed';
}

/** A search comes to its place among the others by its time; only so many are kept. */
export function takeSearch({ store, write }: TakingContext, told: ImportedRow<'search_history'>): Verdict {
  const { text, searched_at: searchedAtMs } = told;
  const { build } = store;
  const before = store.first(build.selectFrom('search_history').select('searched_at_ms').where('text', '=', text));
  if (before !== undefined && before.searched_at_ms >= searchedAtMs) {
    return before.searched_at_ms === searchedAtMs ? 'same' : 'older';
  }
  const newer = store.first(
    build
      .selectFrom('search_history')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('text', '<>', text)
      .where(sql<boolean>`(-searched_at_ms, text) < (${-searchedAtMs}, ${text})`),
  );
  if ((newer?.count ?? 0) >= mostSearches) return 'older';
  if (write) rememberSearch(store, { text, nowMs: searchedAtMs });
  return before === undefined ? 'added' : 'changed';
}
