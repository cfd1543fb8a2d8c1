import type { ConsentEntry, ConsentLedger } from '../../contract/domain/consent.ts';
import { done, fail, ok } from '../../contract/result.ts';
import type { AppErrorCode } from '../../contract/result.ts';
import type { ConsentMarks, ConsentStore, LedgerEnd, PrivacyLists } from '../../main/consent-ports.ts';

/** A store of consent in memory; `world` is what a test turns. `accounts` has a ledger for each, `open` says whose library is open. */
export function createFakeConsentStore() {
  const entries = new Map<string, ConsentEntry[]>();
  const marks = new Map<string, ConsentMarks>();
  const ends = new Map<string, LedgerEnd>();
  const untold: ConsentEntry[] = [];
  const world = {
    open: 'nobody',
    fault: null as AppErrorCode | null,
    isChained: true,
    isLastSound: true,
    lists: { policies: null, items: null } as PrivacyLists,
  };
  const keyOf = (ledger: ConsentLedger): string => (ledger === 'computer' ? 'computer' : world.open);
  const entriesOf = (ledger: ConsentLedger): ConsentEntry[] => {
    const kept = entries.get(keyOf(ledger)) ?? [];
    entries.set(keyOf(ledger), kept);
    return kept;
  };
  const store: ConsentStore = {
    read: (ledger) => {
      const { fault, isChained, isLastSound } = world;
      return Promise.resolve(
        fault === null ? ok({ entries: [...entriesOf(ledger)], isChained, isLastSound }) : fail(fault),
      );
    },
    append(ledger, entry, leavesGap) {
      if (world.fault !== null) return Promise.resolve(fail(world.fault));
      const kept = entriesOf(ledger);
      const last = kept.at(-1);
      const sequence = (last?.sequence ?? 0) + (leavesGap ? 2 : 1);
      const written = { ...entry, sequence, previousHash: last?.hash ?? '', hash: `hash ${entry.id}` };
      kept.push(written);
      if (ledger === 'account') untold.push(written);
      return Promise.resolve(ok(written));
    },
    marks: (ledger) =>
      Promise.resolve(ok(marks.get(keyOf(ledger)) ?? { optOutSignal: null, told: [], carriedId: null })),
    writeMarks(ledger, next) {
      marks.set(keyOf(ledger), next);
      return Promise.resolve(done);
    },
    end: (account) => Promise.resolve(ok(ends.get(account ?? 'computer') ?? null)),
    writeEnd(account, end) {
      ends.set(account ?? 'computer', end);
      return Promise.resolve(done);
    },
    untold: () => Promise.resolve(ok([...untold])),
    told(id) {
      const index = untold.findIndex((entry) => entry.id === id);
      if (index !== -1) untold.splice(index, 1);
      return Promise.resolve(done);
    },
    lists: () => Promise.resolve(ok(world.lists)),
    keepLists(lists) {
      world.lists = lists;
      return Promise.resolve(done);
    },
  };
  return { store, world, entries, marks, ends, untold };
}
