import type { AccountId, SessionId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { EraseRequests } from './erase-requests.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import type { TokenStore } from './token-store.ts';

/** The computers an account is signed in on, for its owner. A session that is not the account's, or has ended, is `not-found`. */
export interface Computers {
  list(accountId: AccountId): readonly StoredSession[];
  /** The caller's own session just ends; that of another computer ends with the request to erase what it keeps. The device secret is deleted. */
  signOut(caller: StoredSession, id: SessionId): void;
  /** Signs every other computer of the account out, each with the request to erase. */
  signOutOthers(caller: StoredSession): void;
  rename(accountId: AccountId, id: SessionId, name: string): StoredSession;
}

export interface ComputersDeps {
  readonly database: ServiceDatabase;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly eraseRequests: EraseRequests;
  readonly clock: Clock;
  /** Makes deleted rows (device secrets, former names) unreadable on the disk. */
  forgetDeleted(): void;
}

/** Computers on the sessions' stores; each call is one transaction. */
export function createComputers(deps: ComputersDeps): Computers {
  const { database, sessions, tokens, eraseRequests, clock, forgetDeleted } = deps;

  function own(accountId: AccountId, id: SessionId): StoredSession {
    const session = sessions.get(id);
    if (session === null || session.accountId !== accountId || session.endedAtMs !== null) {
      throw new ServiceProblem('not-found');
    }
    return session;
  }

  function end({ id, accountId, device }: StoredSession, caller: StoredSession): void {
    const nowMs = clock.nowMs();
    const remotely = id !== caller.id;
    sessions.end(id, nowMs, remotely ? 'remotely' : 'here');
    tokens.deleteDeviceSecret(accountId, device.id);
    if (remotely) eraseRequests.add(accountId, device.id, nowMs);
  }

  return {
    list: (accountId) => sessions.listActive(accountId),
    signOut(caller, id) {
      database.transaction(() => end(own(caller.accountId, id), caller)).immediate();
      forgetDeleted();
    },
    signOutOthers(caller) {
      const endOthers = database.transaction(() => {
        for (const session of sessions.listActive(caller.accountId)) if (session.id !== caller.id) end(session, caller);
      });
      endOthers.immediate();
      forgetDeleted();
    },
    rename(accountId, id, name) {
      const rename = database.transaction(() => {
        const session = own(accountId, id);
        sessions.rename(id, name);
        return { ...session, device: { ...session.device, name } };
      });
      const renamed = rename.immediate();
      forgetDeleted();
      return renamed;
    },
  };
}
