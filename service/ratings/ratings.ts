import type { Rating, RatingPath } from '../../contract/api/ratings.ts';
import type { AccountId } from '../../contract/domain/ids.ts';
import type { Stars } from '../../contract/domain/rating.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';

/** What people rated, each for themselves. */
export interface Ratings {
  ofAccount(accountId: AccountId): readonly Rating[];
  /** Takes a rating, or with null its withdrawal, unless a later change is known; a time to come counts as now. */
  change(accountId: AccountId, subject: RatingPath, stars: Stars | null, changedAt: string): void;
}

interface Row {
  readonly kind: RatingPath['kind'];
  readonly subject_id: RatingPath['id'];
  readonly stars: Stars;
  readonly changed_at_ms: number;
}

/** Keeps ratings in the database. */
export function createRatings(deps: {
  readonly database: ServiceDatabase;
  readonly clock: Clock;
  /** What was written over is to be found nowhere. */
  readonly forgetDeleted: () => void;
}): Ratings {
  const { database, clock, forgetDeleted } = deps;
  const list = database.prepare<[string], Row>(
    'SELECT kind, subject_id, stars, changed_at_ms FROM ratings WHERE account_id = ? AND stars IS NOT NULL ORDER BY kind, subject_id',
  );
  const put = database.prepare(
    `INSERT INTO ratings (account_id, kind, subject_id, stars, changed_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET stars = excluded.stars, changed_at_ms = excluded.changed_at_ms
     WHERE excluded.changed_at_ms >= changed_at_ms`,
  );
  return {
    ofAccount: (accountId) =>
      list.all(accountId).map(({ kind, subject_id: id, stars, changed_at_ms: changedAtMs }) => ({
        kind,
        id,
        stars,
        changedAt: new Date(changedAtMs).toISOString(),
      })),
    change(accountId, { kind, id }, stars, changedAt) {
      put.run(accountId, kind, id, stars, Math.min(Date.parse(changedAt), clock.nowMs()));
      forgetDeleted();
    },
  };
}
