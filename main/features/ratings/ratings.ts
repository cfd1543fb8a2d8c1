import type { OwnRating, RatingSubject, Stars } from '../../../contract/domain/rating.ts';
import { RatingSubject as Subject } from '../../../contract/domain/rating.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
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

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;

/** Makes the ratings feature. */
export function createRatings(deps: RatingsDeps): Ratings {
  const { library, service, authorized, clock, log } = deps;
  /** Another one for each account that is opened: what is still under way for the one before ends without a word. */
  let visit = {};
  let isRunning = false;
  let isWanted = false;
  let failures = 0;
  let cancelRest: (() => void) | null = null;

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

  /** One round after the other while more is wanted; `isOver` ends it without a word. */
  async function rounds(isOver: () => boolean): Promise<Result<unknown>> {
    isWanted = false;
    const result = await exchange(isOver);
    return result.ok && isWanted && !isOver() ? rounds(isOver) : result;
  }

  async function run(): Promise<void> {
    const mine = visit;
    const isOver = (): boolean => mine !== visit;
    isRunning = true;
    try {
      const result = await rounds(isOver);
      if (isOver()) return;
      if (result.ok) failures = 0;
      else rest(result.error.code);
    } finally {
      if (!isOver()) isRunning = false;
    }
  }

  /** A service that cannot be reached wakes us when it can; one in trouble is left alone for a while, however often it is said to be there. */
  function rest(code: AppErrorCode): void {
    log.warn('ratings.not-exchanged', { code });
    if (code === 'service-unreachable') return;
    cancelRest = clock.after(Math.min(firstWaitMs * 2 ** failures, longestWaitMs), () => {
      cancelRest = null;
      wake();
    });
    failures += 1;
  }

  function wake(): void {
    if (!deps.isOnline() || deps.isHeld() || cancelRest !== null) return;
    if (isRunning) isWanted = true;
    else void run().catch((error: unknown) => log.defect('ratings.exchange', error));
  }

  return {
    read: (subject) => library.ratings.of(subject),
    async rate(subject, stars) {
      // What is withdrawn is gone here at once; the service hears of it later.
      if (deps.isHeld() && stars !== null) return fail('restricted');
      const before = await library.ratings.change({ subject, stars, changedAtMs: clock.nowMs() });
      if (!before.ok) return before;
      deps.onChange();
      wake();
      return ok({ before: before.value });
    },
    wake,
    close() {
      visit = {};
      isRunning = false;
      isWanted = false;
      failures = 0;
      cancelRest?.();
      cancelRest = null;
    },
  };
}
