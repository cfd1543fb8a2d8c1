import type { OwnRating, RatingSubject, Stars } from '../../../contract/domain/rating.ts';
import { RatingSubject as Subject } from '../../../contract/domain/rating.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createExchange } from '../../exchange.ts';
import type { AccessToken, Clock, Library, Log, RatingChange, ServiceApi } from '../../ports.ts';

/** What the ratings feature needs. */
export interface RatingsDeps {
  readonly library: Pick<Library, 'ratings'>;
  readonly service: Pick<ServiceApi, 'ratings' | 'rate' | 'withdrawRating'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly isOnline: () => boolean;
  /** The person's data is frozen: nothing is told, asked for or changed. */
  readonly isHeld: () => boolean;
  readonly onChange: () => void;
}

/** The person's ratings: kept here at once, told to the service as soon as it can be reached. */
export interface Ratings {
  read(subject: RatingSubject): Promise<Result<OwnRating>>;
  /** Null withdraws; answers the stars before, so that it can be undone. */
  rate(subject: RatingSubject, stars: Stars | null): Promise<Result<{ before: Stars | null }>>;
  /** The account is open, or the service answers again: tells what it does not have, then takes what it has. */
  wake(): void;
  /** The account closes, or its data is frozen. */
  close(): void;
}

/** Makes the ratings feature. */
export function createRatings(deps: RatingsDeps): Ratings {
  const { library, service, authorized, clock, log } = deps;

  async function tell({ subject, stars, changedAtMs }: RatingChange): Promise<Result<null>> {
    const changedAt = new Date(changedAtMs).toISOString();
    return authorized((token) =>
      stars === null
        ? service.withdrawRating(subject, changedAt, token)
        : service.rate(subject, { stars, changedAt }, token),
    );
  }

  async function tellAll(isOver: () => boolean): Promise<Result<unknown>> {
    const unsent = await library.ratings.unsent();
    if (!unsent.ok) return unsent;
    for (const change of unsent.value) {
      const told = await tell(change);
      if (isOver()) return ok(null);
      // What the service does not publish any more cannot be rated: nothing is to be told of it again.
      if (!told.ok && told.error.code !== 'not-found') return told;
      const sent = await library.ratings.sent(change);
      if (!sent.ok) return sent;
      deps.onChange();
    }
    return ok(null);
  }

  async function exchange(isOver: () => boolean): Promise<Result<unknown>> {
    const told = await tellAll(isOver);
    if (!told.ok || isOver()) return told;
    const kept = await authorized((token) => service.ratings(token));
    if (!kept.ok || isOver()) return kept;
    const changes = kept.value.ratings.map(({ kind, id, stars, changedAt }) => ({
      subject: Subject.parse({ kind, id }),
      stars,
      changedAtMs: Date.parse(changedAt),
    }));
    const taken = await library.ratings.takeAll(changes);
    if (taken.ok && taken.value) deps.onChange();
    return taken;
  }

  const toService = createExchange({
    clock,
    log,
    name: 'ratings',
    isOnline: () => deps.isOnline() && !deps.isHeld(),
    round: exchange,
  });

  return {
    read: (subject) => library.ratings.of(subject),
    async rate(subject, stars) {
      // What is withdrawn is gone here at once; the service hears of it later.
      if (deps.isHeld() && stars !== null) return fail('restricted');
      const before = await library.ratings.change({ subject, stars, changedAtMs: clock.nowMs() });
      if (!before.ok) return before;
      deps.onChange();
      toService.wake();
      return ok({ before: before.value });
    },
    wake: toService.wake,
    close: toService.close,
  };
}
