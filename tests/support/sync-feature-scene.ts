import type { ReadHistoryPart, SendHistoryRequest } from '../../contract/api/history.ts';
import { HistoryEntryId } from '../../contract/domain/history.ts';
import { DeviceId } from '../../contract/domain/ids.ts';
import type { LocalDay } from '../../contract/domain/local-day.ts';
import type { HistoryEvent } from '../../contract/domain/synced.ts';
import { done, fail, ok } from '../../contract/result.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { createListLog } from '../fakes/silent-log.ts';
import type { IncomingPart, OutgoingEvent, SyncFacts, SyncStore } from '../../main/sync-ports.ts';
import { createSync } from '../../main/features/sync/sync.ts';

/** Lets what was begun come to its end. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};
/** An event that is as short as can be. */
export const event = (number: number): HistoryEvent => ({
  kind: 'removed',
  id: HistoryEntryId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  reason: 'deleted',
});
const off: SyncFacts = {
  on: false,
  epoch: null,
  cursor: null,
  copyGone: false,
  deletion: null,
  waitingCount: 0,
  lastAtMs: null,
};

/** The feature on a library and a service that obey. */
export function createSyncFeatureScene(start: Partial<SyncFacts> = {}) {
  const clock = createFakeClock();
  const log = createListLog();
  const world = {
    online: true,
    held: false,
    fault: null as AppErrorCode | null,
    facts: { ...off, ...start },
    outbox: [] as OutgoingEvent[],
    toFill: [] as OutgoingEvent[],
    part: { epoch: 'epoch-one', events: [], cursor: '7', hasMore: false } as ReadHistoryPart,
    sendEpoch: 'epoch-one',
    refused: [] as number[],
    isDeaf: false,
    hold: null as Promise<void> | null,
  };
  const asked: string[] = [];
  const batches: SendHistoryRequest[] = [];
  const applied: IncomingPart[] = [];
  let changes = 0;
  const keep = (change: Partial<SyncFacts>) => {
    world.facts = { ...world.facts, ...change };
    return Promise.resolve(ok(world.facts));
  };
  const store: SyncStore = {
    begin: () => keep({}),
    facts: () => keep({}),
    turn: ({ on, deleteCopy }) =>
      keep({
        on,
        deletion: deleteCopy ? { epoch: world.facts.epoch } : world.facts.deletion,
        ...(deleteCopy || world.facts.copyGone ? { epoch: null, cursor: null, copyGone: false } : {}),
      }),
    fill: () => Promise.resolve(ok(world.outbox.push(...world.toFill.splice(0, 1)) > 0)),
    outgoing: (limit) => Promise.resolve(ok(world.outbox.slice(0, limit))),
    sent({ taken, refused }) {
      world.outbox = world.outbox.filter(({ revision }) => ![...taken, ...refused].includes(revision));
      return Promise.resolve(done);
    },
    async apply(part) {
      applied.push(part);
      await keep({ epoch: part.epoch, cursor: part.cursor });
      return ok({ history: part.events.length > 0, progress: false });
    },
    copyGone: async () => (await keep({ copyGone: true }), done),
    copyDeleted: async () => (await keep({ deletion: null }), done),
    done: async (lastAtMs) => (await keep({ lastAtMs }), done),
  };
  async function answer<T>(words: string, value: () => T) {
    asked.push(words);
    await world.hold;
    return world.fault === null ? ok(value()) : fail(world.fault);
  }
  let appliedCount = 0;
  const sync = createSync({
    library: { sync: store },
    service: {
      history: (since) => answer(`get ${since}`, () => world.part),
      sendHistory(body) {
        batches.push(body);
        const places = world.isDeaf ? [] : body.events.map((_, place) => place);
        const isTaken = (place: number) => !world.refused.includes(place);
        return answer(`send ${body.events.length}`, () =>
          body.epoch === world.sendEpoch
            ? { epoch: body.epoch, taken: places.filter(isTaken), refused: places.filter((each) => !isTaken(each)) }
            : { epoch: world.sendEpoch, taken: [], refused: [] },
        );
      },
      deleteHistory: (epoch) => answer(`delete ${epoch}`, () => null),
    },
    authorized: (call) => call('token'),
    clock,
    log,
    today: () => '2026-11-23' as LocalDay,
    deviceId: () => Promise.resolve(ok(DeviceId.parse('here'))),
    isOnline: () => world.online,
    isHeld: () => world.held,
    onApplied: () => void (appliedCount += 1),
    onChange: () => void (changes += 1),
  });
  const open = async (): Promise<void> => {
    sync.open();
    await settle();
  };
  const pass = async (byMs: number): Promise<void> => {
    clock.advance(byMs);
    await settle();
  };
  const view = async () => {
    const read = await sync.read();
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };
  const out = (...numbers: readonly number[]) => numbers.map((each) => ({ revision: each, event: event(each) }));
  return { clock, log, world, asked, batches, applied, sync, open, pass, view, out };
}
