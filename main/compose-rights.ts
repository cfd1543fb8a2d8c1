import { randomUUID } from 'node:crypto';
import type { EventName, Events } from '../contract/ipc.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import type { Connection } from './features/connection/connection.ts';
import { createPersonProfile } from './features/rights/profile.ts';
import { createRights } from './features/rights/rights.ts';
import type { Rights } from './features/rights/rights.ts';
import type { Media } from './media.ts';
import type { Clock, Library, ServiceApi } from './ports.ts';

/** Correcting, limiting, objecting, asking, put together; part of `compose`. */
export interface RightsPart extends Pick<Rights, 'wake' | 'close'> {
  readonly routes: Pick<Routes, Extract<keyof Routes, `rights.${string}`>>;
  /** The library as the account opens it: open only when it is known what its person has stopped. */
  readonly library: Library;
  /** Kept, but not used (GDPR Art. 18). */
  isRestricted(): boolean;
  /** Art. 21: nothing is computed of what was watched. */
  objectsToProfiling(): boolean;
}

/** Makes it. */
export function composeRights(deps: {
  readonly doors: Pick<Doors, 'library' | 'log'>;
  readonly service: ServiceApi;
  readonly connection: Pick<Connection, 'isOnline'>;
  readonly clock: Clock;
  /** Who is made after this. */
  readonly host: () => {
    readonly account: Pick<Account, 'authorized' | 'nameChanged'>;
    readonly media: Pick<Media, 'stoppedChanged'>;
  };
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): RightsPart {
  const { service, clock, host } = deps;
  const { library, log } = deps.doors;
  const authorized: Account['authorized'] = (call) => host().account.authorized(call);
  const rights = createRights({
    library,
    log,
    service,
    authorized,
    clock,
    isOnline: deps.connection.isOnline,
    newId: randomUUID,
    onStopped: () => host().media.stoppedChanged(),
    onChange: () => deps.emit('rights.changed', null),
  });
  const profile = createPersonProfile({
    service,
    authorized,
    clock,
    onName: (name) => host().account.nameChanged(name),
  });
  return {
    library: {
      ...library,
      async open(id, key) {
        const opened = await library.open(id, key);
        return opened.ok ? rights.load() : opened;
      },
    },
    isRestricted: () => rights.processing().restricted,
    objectsToProfiling: () => rights.processing().objectsToProfiling,
    wake: rights.wake,
    close: rights.close,
    routes: {
      'rights.read': () => rights.read(),
      'rights.refresh': () => rights.refresh(),
      'rights.setProcessing': (change) => rights.setProcessing(change),
      'rights.setMarketing': (change) => rights.setMarketing(change),
      'rights.ask': (request) => rights.ask(request),
      'rights.profile': () => profile.read(),
      'rights.updateProfile': (change) => profile.update(change),
    },
  };
}
