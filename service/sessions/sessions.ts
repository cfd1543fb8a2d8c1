import { randomBytes } from 'node:crypto';
import type { Device, RefreshRequest, Tokens } from '../../contract/api/sessions.ts';
import { SessionId, type AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import { judgeRefreshToken } from './rotation.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import type { StoredRefreshToken, TokenStore } from './token-store.ts';
import { newToken } from './tokens.ts';

/** How long things live. */
export const sessionLifetimes = {
  accessTokenMs: 10 * 60_000,
  /** Without a refresh, a remembered computer is signed out after this. */
  rememberedMs: 60 * 86_400_000,
  notRememberedMs: 12 * 3_600_000,
  /** An ended session is still known as such for this long. */
  endedKeptMs: 90 * 86_400_000,
} as const;

/** Computers signed in and their tokens. Refusals are thrown as `ServiceProblem`. */
export interface Sessions {
  /** Begins a session; an earlier one of the account on the same device ends, its device secret stays. */
  begin(accountId: AccountId, device: Device, remember: boolean): Tokens;
  /** `session-ended`, or `refresh-token-reused`, which has then ended the family. */
  refresh(request: RefreshRequest): Tokens;
  /** Whose token this is; `token-expired` (refresh it) or `session-ended`. */
  authenticate(accessToken: string): StoredSession;
  list(accountId: AccountId): readonly StoredSession[];
  /** Signs a computer out and deletes its device secret; `not-found` when the account has no such session. */
  end(accountId: AccountId, id: SessionId): void;
}

export interface SessionsDeps {
  readonly database: ServiceDatabase;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly clock: Clock;
  /** Makes deleted rows (device secrets) unreadable on the disk. */
  forgetDeleted(): void;
}

/** Sessions on their stores; each call is one transaction. */
export function createSessions({ database, sessions, tokens, clock, forgetDeleted }: SessionsDeps): Sessions {
  function issue(session: StoredSession, generation: number): Tokens {
    const nowMs = clock.nowMs();
    const [accessToken, refreshToken] = [newToken(), newToken()];
    const lifetimeMs = session.remembered ? sessionLifetimes.rememberedMs : sessionLifetimes.notRememberedMs;
    const accessTokenExpiresAtMs = nowMs + sessionLifetimes.accessTokenMs;
    tokens.addAccess(accessToken, session.id, accessTokenExpiresAtMs);
    tokens.addRefresh(refreshToken, session.id, generation, nowMs + lifetimeMs);
    return {
      sessionId: session.id,
      accessToken,
      accessTokenExpiresAt: new Date(accessTokenExpiresAtMs).toISOString(),
      refreshToken,
      deviceSecret: tokens.deviceSecret(session.accountId, session.device.id).toString('base64url'),
    };
  }

  function signOut(session: StoredSession): void {
    sessions.end(session.id, clock.nowMs());
    tokens.deleteDeviceSecret(session.accountId, session.device.id);
  }

  const begin = database.transaction((accountId: AccountId, device: Device, remember: boolean) => {
    const nowMs = clock.nowMs();
    sessions.purgeEnded(nowMs - sessionLifetimes.endedKeptMs);
    tokens.purge(nowMs - sessionLifetimes.endedKeptMs);
    for (const former of sessions.listActive(accountId)) {
      if (former.device.id === device.id) sessions.end(former.id, nowMs);
    }
    const session: StoredSession = {
      id: SessionId.parse(`s-${randomBytes(12).toString('hex')}`),
      accountId,
      device,
      remembered: remember,
      generation: 1,
      createdAtMs: nowMs,
      lastSeenAtMs: nowMs,
      endedAtMs: null,
    };
    sessions.insert(session);
    return issue(session, 1);
  });

  /** Answers a refusal as a value: throwing it inside would undo the end of the family. */
  const refresh = database.transaction((request: RefreshRequest): Tokens | ServiceProblem => {
    const nowMs = clock.nowMs();
    const token = tokens.findRefresh(request.refreshToken);
    const session = token === null ? null : sessions.get(token.sessionId);
    if (token === null || session === null || session.endedAtMs !== null) return new ServiceProblem('session-ended');
    const verdict = judgeRefreshToken({
      token,
      generation: session.generation,
      device: deviceFact(request, session),
      nowMs,
    });
    return carryOut(verdict, token, session, nowMs);
  });

  function carryOut(
    verdict: ReturnType<typeof judgeRefreshToken>,
    token: StoredRefreshToken,
    session: StoredSession,
    nowMs: number,
  ): Tokens | ServiceProblem {
    switch (verdict) {
      case 'rotate':
        tokens.markUsed(token.hash, nowMs);
        sessions.setGeneration(session.id, session.generation + 1, nowMs);
        return issue(session, session.generation + 1);
      case 'repeat':
        tokens.replaceGeneration(session.id, session.generation, nowMs);
        sessions.touch(session.id, nowMs);
        return issue(session, session.generation);
      case 'reused':
        // Whoever copied the token may have the device secret too.
        signOut(session);
        return new ServiceProblem('refresh-token-reused');
      case 'expired':
        sessions.end(session.id, nowMs);
        return new ServiceProblem('session-ended');
    }
  }

  return {
    begin: (accountId, device, remember) => begin.immediate(accountId, device, remember),
    refresh(request) {
      const answer = refresh.immediate(request);
      if (!(answer instanceof ServiceProblem)) return answer;
      if (answer.kind === 'refresh-token-reused') forgetDeleted();
      throw answer;
    },
    authenticate(accessToken) {
      const nowMs = clock.nowMs();
      const found = tokens.findAccess(accessToken);
      const session = found === null ? null : sessions.get(found.sessionId);
      // A token nobody knows may be an old one that was tidied away: only the refresh decides.
      if (found === null || session === null) throw new ServiceProblem('token-expired');
      if (session.endedAtMs !== null) throw new ServiceProblem('session-ended');
      if (nowMs >= found.expiresAtMs) throw new ServiceProblem('token-expired');
      if (nowMs - session.lastSeenAtMs >= 60_000) sessions.touch(session.id, nowMs);
      return session;
    },
    list: (accountId) => sessions.listActive(accountId),
    end(accountId, id) {
      const session = sessions.get(id);
      if (session === null || session.accountId !== accountId || session.endedAtMs !== null) {
        throw new ServiceProblem('not-found');
      }
      database.transaction(() => signOut(session)).immediate();
      forgetDeleted();
    },
  };
}

function deviceFact(request: RefreshRequest, session: StoredSession): 'same' | 'other' | 'unsaid' {
  if (request.deviceId === undefined) return 'unsaid';
  return request.deviceId === session.device.id ? 'same' : 'other';
}
