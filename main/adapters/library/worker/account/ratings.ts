import { type OwnRating, RatingSubject, type Stars } from '../../../../../contract/domain/rating.ts';
import type { RatingChange } from '../../../../ports.ts';
import type { LibraryStatements, LibraryTables } from './tables.ts';

type Row = LibraryTables['ratings'];

function rowOf({ build, first }: LibraryStatements, { kind, id }: RatingSubject): Row | undefined {
  return first(build.selectFrom('ratings').selectAll().where('kind', '=', kind).where('id', '=', id));
}

function write(store: LibraryStatements, { subject, stars, changedAtMs }: RatingChange, sent: Row['sent']): void {
  const values = { stars, changed_at_ms: changedAtMs, sent };
  store.run(
    store.build
      .insertInto('ratings')
      .values({ kind: subject.kind, id: subject.id, ...values })
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(values)),
  );
}

function forget(store: LibraryStatements, { kind, id }: Pick<Row, 'kind' | 'id'>): void {
  store.run(store.build.deleteFrom('ratings').where('kind', '=', kind).where('id', '=', id));
}

/** The person's own rating. */
export function ratingOf(store: LibraryStatements, subject: RatingSubject): OwnRating {
  const row = rowOf(store, subject);
  return { stars: row?.stars ?? null, isSent: row?.sent !== 0 };
}

/** Keeps a change; the stars before. It is never earlier than the one before it, whatever the clock says: it is the later one. */
export function changeRating(store: LibraryStatements, change: RatingChange): Stars | null {
  const before = rowOf(store, change.subject);
  const changedAtMs = Math.max(change.changedAtMs, (before?.changed_at_ms ?? 0) + 1);
  write(store, { ...change, changedAtMs }, 0);
  return before?.stars ?? null;
}

/** What the service does not have yet, oldest first. */
export function unsentRatings(store: LibraryStatements): readonly RatingChange[] {
  return store
    .all(store.build.selectFrom('ratings').selectAll().where('sent', '=', 0).orderBy('changed_at_ms'))
    .map(changeOf);
}

/** The service has a change; if another one came meanwhile, that one is still to be told. */
export function ratingSent(store: LibraryStatements, { subject, stars, changedAtMs }: RatingChange): null {
  const row = rowOf(store, subject);
  if (row?.changed_at_ms !== changedAtMs) return null;
  if (stars === null) forget(store, row);
  else write(store, { subject, stars, changedAtMs }, 1);
  return null;
}

/** Takes all that the service has, but for what was changed here later and is not sent; true when anything changed. */
export function takeRatings(store: LibraryStatements, ratings: readonly RatingChange[]): boolean {
  const keyOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string => `${kind} ${id}`;
  const rows = new Map(store.all(store.build.selectFrom('ratings').selectAll()).map((row) => [keyOf(row), row]));
  let changed = false;
  for (const rating of ratings) {
    const row = rows.get(keyOf(rating.subject));
    rows.delete(keyOf(rating.subject));
    const isLater = row?.sent === 0 && row.changed_at_ms > rating.changedAtMs;
    const isSame = row?.sent === 1 && row.changed_at_ms === rating.changedAtMs && row.stars === rating.stars;
    if (isLater || isSame) continue;
    write(store, rating, 1);
    changed = true;
  }
  for (const row of rows.values()) {
    if (row.sent === 0) continue;
    forget(store, row);
    changed = true;
  }
  return changed;
}

function changeOf({ kind, id, stars, changed_at_ms: changedAtMs }: Row): RatingChange {
  return { subject: RatingSubject.parse({ kind, id }), stars, changedAtMs };
}
