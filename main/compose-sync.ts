import type { EventName, Events } from '../contract/ipc.ts';
import { localDay, type OffsetMinutes } from '../contract/domain/local-day.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import type { Connection } from './features/connection/connection.ts';
import { createSync } from './features/sync/sync.ts';
import type { Sync } from './features/sync/sync.ts';
import type { Clock, ServiceApi } from './ports.ts';

/** The exchange of watching between computers, put together; part of `compose`. */
export interface SyncPart extends Pick<Sync, 'open' | 'wake' | 'changed' | 'hold' | 'close'> {
  readonly routes: Pick<Routes, Extract<keyof Routes, `sync.${string}`>>;
}

/** Makes it. */
export function composeSync(deps: {
  readonly doors: Doors;
  readonly service: ServiceApi;
  readonly authorized: Account['authorized'];
  readonly connection: Pick<Connection, 'isOnline'>;
  readonly isHeld: () => boolean;
  readonly clock: Clock;
  readonly offsetMinutes: OffsetMinutes;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): SyncPart {
  const { doors, clock, emit } = deps;
  const sync = createSync({
    ...deps,
    library: doors.library,
    log: doors.log,
    today: () => localDay(clock.nowMs(), deps.offsetMinutes),
    deviceId: () => doors.computer.deviceId(),
    isOnline: deps.connection.isOnline,
    onApplied({ history, progress }) {
      if (history) emit('history.changed', null);
      // What shows courses shows how far a person is in them.
      if (progress) emit('catalogue.changed', null);
    },
    onChange: () => emit('sync.changed', null),
  });
  return {
    ...sync,
    routes: {
      'sync.read': () => sync.read(),
      'sync.set': ({ on }) => sync.turn({ on, deleteCopy: false }),
      'sync.deleteCopy': () => sync.turn({ on: false, deleteCopy: true }),
    },
  };
}
