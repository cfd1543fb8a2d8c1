import type { Requests } from '../contract/ipc.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import { fail, ok } from '../contract/result.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import { createHistory } from './features/history/history.ts';
import { createPrivateSession } from './features/private-session/private-session.ts';
import type { PrivateSession } from './features/private-session/private-session.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import type { Clock } from './ports.ts';

type HistoryRoutes = Pick<Routes, Extract<keyof Routes, `history.${string}` | `session.${string}`>>;

/** What is kept of watching, and when it is not, put together; part of `compose`. */
export interface HistoryPart {
  readonly routes: HistoryRoutes;
  readonly privateSession: Pick<PrivateSession, 'isOn' | 'places'>;
  /** Saves a place by `save` and, unless the session is private, keeps it in the history. `onKept` hears of what is no secret. */
  savePosition(
    input: PlaceToSave,
    save: SavePosition,
    onKept: (saved: SavedPosition) => void,
  ): ReturnType<SavePosition>;
  open(): void;
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
  readonly opened: Account['opened'];
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): HistoryPart {
  const { doors, clock, settings, emit } = deps;
  const { library, log, computer } = doors;
  const privateSession = createPrivateSession({ library, onChange: (state) => emit('session.changed', state) });
  const history = createHistory({
    library,
    clock,
    log,
    settings: settings.read,
    deviceId: () => computer.deviceId(),
    offsetMinutes: (timeMs) => -new Date(timeMs).getTimezoneOffset(),
    onChange: () => emit('history.changed', null),
  });
  return {
    privateSession,
    routes: {
      'history.list': (query) => history.list(query),
      'history.remove': (removal) => history.remove(removal),
      'history.undo': ({ removalId }) => history.undo(removalId),
      'history.state': () => history.state(),
      'session.read': () => Promise.resolve(ok({ on: privateSession.isOn() })),
      'session.private': ({ on }) =>
        Promise.resolve(deps.opened().ok ? ok(privateSession.set(on)) : fail('signed-out')),
    },
    async savePosition(input, save, onKept) {
      const isPrivate = privateSession.isOn();
      const saved = await save(input);
      if (!saved.ok || isPrivate) return saved;
      onKept(saved.value);
      await history.saved(input);
      return saved;
    },
    open: history.open,
    wake: history.wake,
    async close() {
      privateSession.end();
      await history.close();
    },
  };
}
