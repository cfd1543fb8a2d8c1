import type { LectureId } from '../../../contract/domain/ids.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';

/** Asks for licences one at a time, and knows when not to ask. */
export interface Renewals {
  /** Asks for all that are due, by and by, unless the service is silent or asked to be left alone. */
  call(): void;
  /** The service answers again: what waited need not wait any longer. */
  wake(): void;
  /** Asks for one now, after the one that is under way; whoever asks for the same shares the answer. */
  fetchNow(id: LectureId): Promise<Result<null>>;
  /** The service has refused it within the last day. */
  isRefused(id: LectureId): boolean;
  /** Forgets everything: the account closes. */
  stop(): void;
}

const firstBackOffMs = 30_000;
const longestBackOffMs = 3_600_000;
const refusedForMs = 86_400_000;
/** A licence that is due again as soon as it has come would be asked for without end. */
const restsForMs = 3_600_000;

/** Answers that asking again does not change. */
const refusals: readonly AppErrorCode[] = ['not-allowed', 'not-found', 'region-unavailable'];

/** Makes the renewals; `random` in [0, 1) spreads computers that lost the service at the same time. */
export function createRenewals(deps: {
  readonly clock: Clock;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  readonly due: () => readonly LectureId[];
  readonly fetch: (id: LectureId) => Promise<Result<null>>;
  readonly onRefused: (id: LectureId) => void;
  readonly onDefect: (error: unknown) => void;
}): Renewals {
  const asked = new Map<LectureId, Promise<Result<null>>>();
  /** Asked for in vain since the others had their turn. */
  const failed = new Set<LectureId>();
  const resting = new Map<LectureId, { readonly refused: boolean; readonly cancel: () => void }>();
  let turn: Promise<unknown> = Promise.resolve();
  let round = 0;
  let looping = false;
  let failures = 0;
  let cancelBackOff: (() => void) | null = null;

  function rest(id: LectureId, refused: boolean): void {
    resting.get(id)?.cancel();
    const cancel = deps.clock.after(refused ? refusedForMs : restsForMs, () => resting.delete(id));
    resting.set(id, { refused, cancel });
  }

  function settle(id: LectureId, result: Result<null>): void {
    if (result.ok) {
      failures = 0;
      failed.delete(id);
      rest(id, false);
    } else if (refusals.includes(result.error.code)) {
      rest(id, true);
      deps.onRefused(id);
    } else if (result.error.code === 'not-downloaded') rest(id, false);
  }

  function fetchNow(id: LectureId): Promise<Result<null>> {
    const known = asked.get(id);
    if (known !== undefined) return known;
    const mine = round;
    const answer = turn
      .then(() => deps.fetch(id))
      .then((result) => {
        if (mine === round) {
          asked.delete(id);
          settle(id, result);
        }
        return result;
      });
    asked.set(id, answer);
    turn = answer.catch(() => asked.delete(id));
    return answer;
  }

  function backOff(): void {
    const waitMs = Math.min(firstBackOffMs * 2 ** failures, longestBackOffMs) * (1 + deps.random());
    failures += 1;
    cancelBackOff?.();
    cancelBackOff = deps.clock.after(waitMs, () => {
      cancelBackOff = null;
      call();
    });
  }

  /** One that the service cannot give must not keep the others from theirs. */
  function nextOne(): LectureId | undefined {
    if (!deps.isOnline()) return undefined;
    const due = deps.due().filter((id) => !resting.has(id));
    const untried = due.find((id) => !failed.has(id));
    if (untried === undefined) failed.clear();
    return untried ?? due[0];
  }

  async function loop(): Promise<void> {
    const mine = round;
    for (;;) {
      const next = nextOne();
      if (next === undefined) break;
      const result = await fetchNow(next);
      if (mine !== round) return;
      if (!result.ok && !resting.has(next)) {
        failed.add(next);
        backOff();
        break;
      }
    }
    looping = false;
  }

  function call(): void {
    if (looping || cancelBackOff !== null) return;
    looping = true;
    loop().catch((error: unknown) => {
      looping = false;
      deps.onDefect(error);
    });
  }

  return {
    call,
    fetchNow,
    wake() {
      cancelBackOff?.();
      cancelBackOff = null;
      failures = 0;
      call();
    },
    isRefused: (id) => resting.get(id)?.refused ?? false,
    stop() {
      round += 1;
      looping = false;
      failures = 0;
      cancelBackOff?.();
      cancelBackOff = null;
      for (const { cancel } of resting.values()) cancel();
      resting.clear();
      failed.clear();
      asked.clear();
    },
  };
}
