import type { Requests } from '../contract/ipc.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import { fail, ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { RightsPart } from './compose-rights.ts';
import { composeSync } from './compose-sync.ts';
import type { SyncPart } from './compose-sync.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import type { Connection } from './features/connection/connection.ts';
import { createHistory } from './features/history/history.ts';
import { createPrivateSession } from './features/private-session/private-session.ts';
import type { PrivateSession } from './features/private-session/private-session.ts';
import { createRetention } from './features/retention/retention.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import type { Clock, ServiceApi } from './ports.ts';
import type { AccountAging, Purged } from './retention-ports.ts';

type HistoryRoutes = Pick<Routes, Extract<keyof Routes, `history.${string}` | `session.${string}` | `sync.${string}`>>;

/** What is kept of watching, and when it is not, put together; part of `compose`. */
export interface HistoryPart {
  readonly routes: HistoryRoutes;
  /** When age deletes next (milliseconds since 1970, UTC). */
  nextPurgeAtMs(): number | null;
  readonly privateSession: Pick<PrivateSession, 'keepsNothing' | 'places'>;
  /** The person's data is frozen, or goes on to be used. */
  freeze(frozen: boolean): void;
  /** Saves a place by `save` and, unless the session is private, keeps it in the history. `onKept` hears of what is no secret. */
  savePosition(
    input: PlaceToSave,
    save: SavePosition,
    onKept: (saved: SavedPosition) => void,
  ): ReturnType<SavePosition>;
  /** A lecture was counted as watched or not by hand. */
  marked(): void;
  open(): void;
  /** The service answers again. */
  comeOnline(): void;
  wake(): void;
  close(): Promise<void>;
}

type PlaceToSave = Requests['playback.savePosition']['in'];
type SavedPosition = Requests['playback.savePosition']['out'];
type SavePosition = (input: PlaceToSave) => ReturnType<Routes['playback.savePosition']>;

/** Makes it. */
export function composeHistory(deps: {
  readonly doors: Doors;
  readonly clock: Clock;
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly service: ServiceApi;
  readonly connection: Pick<Connection, 'isOnline'>;
  readonly account: Pick<Account, 'opened' | 'authorized'>;
  readonly rights: Pick<RightsPart, 'isRestricted'>;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  /** Deletes what was long enough in the bin. */
  readonly tidyBin: () => Promise<Result<null>>;
}): HistoryPart {
  const { doors, clock, settings, emit } = deps;
  const { library, log, computer } = doors;
  const privateSession = createPrivateSession({ library, onChange: (state) => emit('session.changed', state) });
  const offsetMinutes = (timeMs: number): number => -new Date(timeMs).getTimezoneOffset();
  const sync: SyncPart = composeSync({
    ...deps,
    isHeld: deps.rights.isRestricted,
    authorized: deps.account.authorized,
    offsetMinutes,
  });
  const history = createHistory({
    library,
    clock,
    log,
    settings: settings.read,
    deviceId: () => computer.deviceId(),
    offsetMinutes,
    onChange() {
      emit('history.changed', null);
      sync.changed();
    },
    onForgotten: sync.changed,
    nextPurgeAtMs: () => retention.nextAtMs(),
  });
  /** What is frozen is kept, however old. */
  const unlessFrozen = (purge: () => Promise<Result<Purged>>): Promise<Result<Purged>> =>
    deps.rights.isRestricted() ? Promise.resolve(ok({ count: 0, hasMore: false })) : purge();
  const retention = createRetention<AccountAging>({
    clock,
    log,
    settings: settings.read,
    offsetMinutes,
    purges: {
      history: ({ today, keepDays }) => unlessFrozen(() => library.history.purge(today, keepDays)),
      searches: ({ keptFromMs }) => unlessFrozen(() => library.search.purge(keptFromMs)),
      // The bin has its own last day, so that a clock that leaps costs nothing; its days are of the same table.
      bin: () =>
        unlessFrozen(async () => {
          const tidied = await deps.tidyBin();
          return tidied.ok ? ok({ count: 0, hasMore: false }) : tidied;
        }),
    },
    onPurged(name) {
      if (name !== 'history') return;
      emit('history.changed', null);
      sync.changed();
    },
  });
  return {
    privateSession,
    nextPurgeAtMs: retention.nextAtMs,
    freeze(frozen) {
      privateSession.freeze(frozen);
      sync.hold();
    },
    routes: {
      ...sync.routes,
      'history.list': (query) => history.list(query),
      'history.remove': (removal) => history.remove(removal),
      'history.undo': ({ removalId }) => history.undo(removalId),
      'history.state': () => history.state(),
      'session.read': () => Promise.resolve(ok({ on: privateSession.isOn() })),
      'session.private': ({ on }) =>
        Promise.resolve(deps.account.opened().ok ? ok(privateSession.set(on)) : fail('signed-out')),
    },
    async savePosition(input, save, onKept) {
      const isPrivate = privateSession.keepsNothing();
      const saved = await save(input);
      if (!saved.ok || isPrivate) return saved;
      onKept(saved.value);
      await history.saved(input);
      sync.changed();
      return saved;
    },
    marked() {
      if (!privateSession.keepsNothing()) sync.changed();
    },
    open() {
      retention.open();
      sync.open();
    },
    comeOnline: sync.wake,
    wake() {
      retention.look();
      sync.wake();
    },
    async close() {
      privateSession.end();
      sync.close();
      history.close();
      await retention.close();
    },
  };
}
