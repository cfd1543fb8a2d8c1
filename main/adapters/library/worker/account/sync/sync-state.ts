import type { DeviceId } from '../../../../../../contract/domain/ids.ts';
import { advanceClock, type Stamp, stampAfter } from '../../../../../../contract/domain/stamp.ts';
import type { SyncFacts } from '../../../../../sync-ports.ts';
import type { LibraryStatements, LibraryTables } from '../tables.ts';
import { countOutbox, emptyOutbox, enqueue } from './outbox.ts';

/** How the exchange stands. */
export type SyncState = LibraryTables['sync_state'];

const untouched = {
  is_on: 0,
  was_on: 0,
  epoch: null,
  cursor: null,
  clock: null,
  cleared: null,
  pending_cleared: null,
  pending_removal: null,
  fill_part: null,
  fill_after: '',
  last_at_ms: null,
  copy_gone: 0,
  deleting: 0,
  deleting_epoch: null,
} as const;

/** How the exchange stands; undefined until an account was opened by an app that knows of it. */
export function readSync(store: LibraryStatements): SyncState | undefined {
  return store.first(store.build.selectFrom('sync_state').selectAll());
}

/** Changes some of it. */
export function changeSync(store: LibraryStatements, change: Partial<SyncState>): null {
  store.run(store.build.updateTable('sync_state').set(change));
  return null;
}

/** The stamp of what happens now to something of which `seen` is known; the computer's clock goes on with it. */
export function tick(store: LibraryStatements, sync: SyncState, nowMs: number, seen: Stamp | null): Stamp {
  const stamp = stampAfter({ nowMs, deviceId: sync.device_id, clock: sync.clock, seen });
  changeSync(store, { clock: advanceClock(sync.clock, stamp, nowMs) });
  return stamp;
}

/** An account was opened: from now on it is known on which computer. */
export function beginSync(store: LibraryStatements, deviceId: DeviceId): SyncFacts {
  store.run(
    store.build
      .insertInto('sync_state')
      .values({ ...untouched, only_one: 1, device_id: deviceId })
      .onConflict((conflict) => conflict.column('only_one').doUpdateSet({ device_id: deviceId })),
  );
  return syncFacts(store);
}

/** How the exchange stands, for who carries it out. */
export function syncFacts(store: LibraryStatements): SyncFacts {
  const sync = readSync(store);
  return {
    on: sync?.is_on === 1,
    epoch: sync?.epoch ?? null,
    cursor: sync?.cursor ?? null,
    copyGone: sync?.copy_gone === 1,
    deletion: sync?.deleting === 1 ? { epoch: sync.deleting_epoch } : null,
    waitingCount: countOutbox(store),
    lastAtMs: sync?.last_at_ms ?? null,
  };
}

/** Turns the exchange on, anew where the copy was deleted, or off, with nothing left that waits. */
export function turnSync(
  store: LibraryStatements,
  { on, deleteCopy }: { readonly on: boolean; readonly deleteCopy: boolean },
): SyncFacts {
  const sync = readSync(store);
  if (sync === undefined) return syncFacts(store);
  const noCopy = { epoch: null, cursor: null, copy_gone: 0, last_at_ms: null } as const;
  emptyOutbox(store);
  changeSync(store, { is_on: on ? 1 : 0, ...(sync.copy_gone === 1 ? noCopy : {}) });
  if (on) {
    changeSync(store, { was_on: 1, fill_part: 'lectures', fill_after: '' });
    if (sync.cleared !== null) enqueue(store, 'cleared', '');
  } else {
    changeSync(store, { fill_part: null, fill_after: '' });
    // Of a copy that is not the one this computer made, it knows nothing; without any it is whichever there is.
    if (deleteCopy) changeSync(store, { ...noCopy, deleting: 1, deleting_epoch: sync.epoch });
  }
  return syncFacts(store);
}

/** The copy is another one: nothing is told to it until the person says so. */
export function noteCopyGone(store: LibraryStatements): null {
  emptyOutbox(store);
  return changeSync(store, { copy_gone: 1, fill_part: null, fill_after: '' });
}
