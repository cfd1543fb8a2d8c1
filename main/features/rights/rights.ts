import type { Marketing, NewPrivacyRequest, Processing } from '../../../contract/api/personal-data.ts';
import {
  nothingStopped,
  type ProcessingChange,
  type RequestKind,
  type RightsView,
} from '../../../contract/domain/rights.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';
import type { KeptRights, RightsTurn } from '../../rights-ports.ts';
import { exchangeRights, type RightsExchangeDeps } from './exchange.ts';

/** What limiting, objecting and asking need. */
export interface RightsDeps extends Omit<RightsExchangeDeps, 'onHeard'> {
  readonly clock: Clock;
  readonly isOnline: () => boolean;
  /** A new id for a request. */
  readonly newId: () => string;
  /** What was stopped is another thing now, or an account was opened. */
  readonly onStopped: () => void;
  /** Anything that screens show of it may be another. */
  readonly onChange: () => void;
}

/** What the person of the open account has stopped and asked for: holds here at once, told to the service as soon as it can be reached. */
export interface Rights {
  /** A library was opened: reads what is stopped in it before anything else may use it. */
  load(): Promise<Result<null>>;
  /** What is stopped now; known as long as a library is open. */
  processing(): Processing;
  read(): Promise<Result<RightsView>>;
  setProcessing(change: ProcessingChange): Promise<Result<RightsView>>;
  /** `restricted` when it would turn on what the person has objected to. */
  setMarketing(change: Partial<Marketing>): Promise<Result<RightsView>>;
  ask(request: { readonly id: string; readonly kind: RequestKind; readonly text: string }): Promise<Result<RightsView>>;
  /** One exchange now, however the last one ended. */
  refresh(): Promise<Result<null>>;
  /** The account is open, or the service answers again. */
  wake(): void;
  /** The account closes. */
  close(): void;
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;
const noMail: Marketing = { newsletter: false, offers: false };

/** Makes it. */
export function createRights(deps: RightsDeps): Rights {
  const { library, clock, log } = deps;
  let stopped: Processing = nothingStopped;
  /** What screens have been told of last, as JSON. */
  let shown = '';
  /** Another one for each account that is opened: what is still under way for the one before ends without a word. */
  let visit = {};
  let running: Promise<Result<null>> | null = null;
  let isWanted = false;
  let failures = 0;
  let cancelRest: (() => void) | null = null;
  let turns: Promise<unknown> = Promise.resolve();

  function hear(kept: KeptRights): void {
    const before = shown;
    shown = JSON.stringify(kept);
    const now = kept.processing?.value ?? nothingStopped;
    const isOther = JSON.stringify(now) !== JSON.stringify(stopped);
    stopped = now;
    if (isOther) deps.onStopped();
    if (shown !== before) deps.onChange();
  }

  /** One round after the other while more is wanted. */
  async function rounds(isOver: () => boolean): Promise<Result<null>> {
    isWanted = false;
    const result = await exchangeRights({ ...deps, onHeard: hear }, isOver);
    return result.ok && isWanted && !isOver() ? rounds(isOver) : result;
  }

  async function run(): Promise<Result<null>> {
    const mine = visit;
    const isOver = (): boolean => mine !== visit;
    try {
      const result = await rounds(isOver);
      if (isOver()) return result;
      if (result.ok) failures = 0;
      else rest(result.error.code);
      return result;
    } catch (error) {
      log.defect('rights.exchange', error);
      return fail('unexpected');
    } finally {
      if (!isOver()) running = null;
    }
  }

  /** A service that cannot be reached wakes us when it can; one in trouble is left alone for a while, however often it is said to be there. */
  function rest(code: AppErrorCode): void {
    log.warn('rights.not-exchanged', { code });
    if (code === 'service-unreachable') return;
    cancelRest?.();
    cancelRest = clock.after(Math.min(firstWaitMs * 2 ** failures, longestWaitMs), () => {
      cancelRest = null;
      wake();
    });
    failures += 1;
  }

  function begin(): Promise<Result<null>> {
    if (running === null) running = run();
    else isWanted = true;
    return running;
  }

  function wake(): void {
    if (deps.isOnline() && cancelRest === null) void begin();
  }

  function end(): void {
    visit = {};
    running = null;
    isWanted = false;
    failures = 0;
    cancelRest?.();
    cancelRest = null;
  }

  function viewOf({ processing, marketing, requests }: KeptRights): RightsView {
    return {
      processing: processing?.value ?? nothingStopped,
      processingTold: processing?.told ?? true,
      marketing: marketing?.value ?? null,
      marketingTold: marketing?.told ?? true,
      requests,
    };
  }

  function requested(kind: RequestKind, text: string, id = deps.newId()): NewPrivacyRequest {
    return { id, kind, text, askedAt: new Date(clock.nowMs()).toISOString() };
  }

  /** One after the other: each begins with what the one before has left. */
  function inTurn(what: (kept: KeptRights) => Result<RightsTurn | null>): Promise<Result<RightsView>> {
    const mine = turns.then(async (): Promise<Result<RightsView>> => {
      const before = await library.rights.read();
      if (!before.ok) return before;
      const turn = what(before.value);
      if (!turn.ok) return turn;
      if (turn.value === null) return ok(viewOf(before.value));
      const after = await library.rights.turn(turn.value);
      if (!after.ok) return after;
      hear(after.value);
      wake();
      return ok(viewOf(after.value));
    });
    turns = mine.catch(() => undefined);
    return mine;
  }

  return {
    async load() {
      const kept = await library.rights.read();
      if (!kept.ok) return kept;
      stopped = kept.value.processing?.value ?? nothingStopped;
      deps.onStopped();
      return done;
    },
    processing: () => stopped,
    async read() {
      const kept = await library.rights.read();
      return kept.ok ? ok(viewOf(kept.value)) : kept;
    },
    setProcessing: ({ what, on, words }) =>
      inTurn((kept) => {
        const before = kept.processing?.value ?? nothingStopped;
        if (before[what] === on) return ok(null);
        const processing = { ...before, [what]: on };
        const kind = what === 'restricted' ? 'restriction' : 'objection';
        if (!on) return ok({ processing, withdraw: { kind, text: words } });
        const request = requested(kind, words);
        return ok({ processing, request, ...(what === 'objectsToMarketing' ? { marketing: noMail } : {}) });
      }),
    setMarketing: (change) =>
      inTurn((kept) => {
        const before = kept.marketing?.value ?? noMail;
        const { restricted, objectsToMarketing } = kept.processing?.value ?? nothingStopped;
        const turnsOn =
          (change.newsletter === true && !before.newsletter) || (change.offers === true && !before.offers);
        return turnsOn && (restricted || objectsToMarketing)
          ? fail('restricted')
          : ok({ marketing: { ...before, ...change } });
      }),
    ask: ({ id, kind, text }) => inTurn(() => ok({ request: requested(kind, text, id) })),
    refresh: () => (deps.isOnline() ? begin() : Promise.resolve(fail('service-unreachable'))),
    wake,
    close: end,
  };
}
