import type { ReadHistoryPart, SendHistoryAnswer } from '../../../contract/api/history.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import { HistoryEvent } from '../../../contract/domain/synced.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken, Clock, Library, Log, ServiceApi } from '../../ports.ts';
import type { AppliedPart, OutgoingEvent } from '../../sync-ports.ts';

/** What an exchange with the service needs. */
export interface ExchangeDeps {
  readonly library: Pick<Library, 'sync'>;
  readonly service: Pick<ServiceApi, 'history' | 'sendHistory' | 'deleteHistory'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Log;
  readonly today: () => LocalDay;
  /** The person's data is frozen: all that is done is to delete the copy, if they want that. */
  readonly isHeld: () => boolean;
  /** What other computers told has changed something here. */
  readonly onApplied: (changed: AppliedPart) => void;
}

const eventsAtOnce = 200;
/** The service takes 256 KiB; there is more in a request than the events. */
const bytesAtOnce = 200 * 1024;

/**
 * One whole exchange: deletes the copy if that is still to be done; otherwise takes what others told, then tells what is new here, piece by piece.
 * It may be cut off anywhere and begun again. `isOver` ends it without a word: another account, or the person turned it off.
 */
export async function exchange(deps: ExchangeDeps, isOver: () => boolean): Promise<Result<null>> {
  const { library, service, authorized, clock } = deps;
  const facts = await library.sync.facts();
  if (!facts.ok || isOver()) return facts.ok ? done : facts;
  const { deletion } = facts.value;
  if (deletion !== null) {
    const deleted = await authorized((token) => service.deleteHistory(deletion.epoch, token));
    if (!deleted.ok || isOver()) return deleted;
    const noted = await library.sync.copyDeleted();
    if (!noted.ok) return noted;
  }
  if (!facts.value.on || facts.value.copyGone || deps.isHeld() || isOver()) return done;
  const epoch = await takeAll(deps, isOver);
  if (!epoch.ok || epoch.value === null || isOver()) return epoch.ok ? done : epoch;
  const told = await tellAll(deps, epoch.value, isOver);
  if (!told.ok || !told.value || isOver()) return told.ok ? done : told;
  return library.sync.done(clock.nowMs());
}

/** Takes all parts that are new; the copy's epoch, or null when it is another copy than before, or it is over. */
async function takeAll(deps: ExchangeDeps, isOver: () => boolean): Promise<Result<string | null>> {
  const { library, service, authorized } = deps;
  for (;;) {
    const facts = await library.sync.facts();
    if (!facts.ok) return facts;
    const { epoch, cursor } = facts.value;
    const part = await authorized((token) => service.history(cursor, token));
    if (!part.ok) return part;
    if (isOver()) return ok(null);
    if (epoch !== null && part.value.epoch !== epoch) return giveUpCopy(deps);
    const applied = await apply(deps, part.value);
    if (!applied.ok) return applied;
    if (isOver()) return ok(null);
    if (!part.value.hasMore) return ok(part.value.epoch);
    // A part that leads nowhere would be asked for without end.
    if (part.value.cursor === cursor) return fail('service-nonsense');
  }
}

async function apply(deps: ExchangeDeps, { epoch, cursor, events }: ReadHistoryPart): Promise<Result<null>> {
  const known = events.map((event) => HistoryEvent.safeParse(event)).filter(({ success }) => success);
  // A newer app may tell of things that this one does not know.
  const unknownCount = events.length - known.length;
  if (unknownCount > 0) deps.log.warn('sync.events-unknown', { count: unknownCount });
  const applied = await deps.library.sync.apply({
    epoch,
    cursor,
    events: known.flatMap(({ data }) => (data === undefined ? [] : [data])),
    today: deps.today(),
    nowMs: deps.clock.nowMs(),
  });
  if (!applied.ok) return applied;
  if (applied.value.history || applied.value.progress) deps.onApplied(applied.value);
  return done;
}

/** Tells all that waits; false when the copy is another one by now, or it is over. */
async function tellAll(deps: ExchangeDeps, epoch: string, isOver: () => boolean): Promise<Result<boolean>> {
  const { library, service, authorized } = deps;
  for (;;) {
    const waiting = await library.sync.outgoing(eventsAtOnce);
    if (!waiting.ok) return waiting;
    const batch = within(waiting.value, bytesAtOnce);
    if (batch.length === 0) {
      const filled = await library.sync.fill();
      if (!filled.ok) return filled;
      if (isOver()) return ok(false);
      if (filled.value) continue;
      // The last piece may have brought something.
      const rest = await library.sync.outgoing(1);
      if (!rest.ok) return rest;
      if (rest.value.length === 0) return ok(true);
      continue;
    }
    const events = batch.map(({ event }) => event);
    const answer = await authorized((token) => service.sendHistory({ epoch, events }, token));
    if (!answer.ok) return answer;
    if (isOver()) return ok(false);
    if (answer.value.epoch !== epoch) {
      const givenUp = await giveUpCopy(deps);
      return givenUp.ok ? ok(false) : givenUp;
    }
    const noted = await note(deps, batch, answer.value);
    if (!noted.ok) return noted;
  }
}

async function note(
  { library, log }: ExchangeDeps,
  batch: readonly OutgoingEvent[],
  answer: SendHistoryAnswer,
): Promise<Result<null>> {
  const revisions = (places: readonly number[]): readonly number[] =>
    batch.filter((_, place) => places.includes(place)).map(({ revision }) => revision);
  const [taken, refused] = [revisions(answer.taken), revisions(answer.refused)];
  if (taken.length + refused.length === 0) return fail('service-nonsense');
  if (refused.length > 0) log.warn('sync.events-refused', { count: refused.length });
  return library.sync.sent({ taken, refused });
}

async function giveUpCopy({ library, log }: ExchangeDeps): Promise<Result<null>> {
  log.info('sync.copy-gone');
  return library.sync.copyGone();
}

/** The first of them that are not too much together, and one in any case. */
function within(events: readonly OutgoingEvent[], mostBytes: number): readonly OutgoingEvent[] {
  let sizeBytes = 0;
  const end = events.findIndex(({ event }, place) => {
    sizeBytes += Buffer.byteLength(JSON.stringify(event)) + 1;
    return place > 0 && sizeBytes > mostBytes;
  });
  return end < 0 ? events : events.slice(0, end);
}
