import { randomBytes } from 'node:crypto';
import type { Device, RefreshRequest, SignInAnswer, Tokens } from '../../contract/api/sessions.ts';
import { SessionId, type AccountId } from '../../contract/domain/ids.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import type { DepartureReason, Departures } from './departures.ts';
import type { EraseRequests } from './erase-requests.ts';
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

/** Sessions and their tokens. Refusals are thrown as `ServiceProblem`. */
export interface Sessions {
  /** Begins a session; an earlier one of the account on the same device ends, its device secret stays. Answers a request to erase. */
  begin(accountId: AccountId, device: Device, remember: boolean): Omit<SignInAnswer, 'account'>;
  /** `session-ended`; `erase-requested` after a remote sign-out; `account-erased`, `minor-eliminated` when the account is gone; `refresh-token-reused`, which has then ended the family. */
  refresh(request: RefreshRequest): Tokens;
  /** Whose token this is; `token-expired` (refresh it) or `session-ended`. */
  authenticate(accessToken: string): StoredSession;
}

export interface SessionsDeps {
  readonly database: ServiceDatabase;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly eraseRequests: EraseRequests;
  readonly departures: Departures;
  readonly clock: Clock;
  /** Makes deleted rows (device secrets) unreadable on the disk. */
  forgetDeleted(): void;
}

/** Sessions on their stores; each call is one transaction. */
export function createSessions(deps: SessionsDeps): Sessions {
  const { database, sessions, tokens, eraseRequests, departures, clock, forgetDeleted } = deps;

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

  /** Whether an ended session is that of a computer to be erased, also by a later session's sign-out (when the answer of that sign-in was lost). */
  function isToBeErased({ accountId, device, endedRemotely }: StoredSession): boolean {
    return endedRemotely || eraseRequests.isOpen(accountId, device.id);
  }

  const begin = database.transaction((accountId: AccountId, device: Device, remember: boolean) => {
    const nowMs = clock.nowMs();
    const keptSinceMs = nowMs - sessionLifetimes.endedKeptMs;
    eraseRequests.purge(keptSinceMs);
    sessions.purgeEnded(keptSinceMs);
    tokens.purge(keptSinceMs);
    for (const former of sessions.listActive(accountId)) {
      if (former.device.id === device.id) sessions.end(former.id, nowMs, 'here');
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
      endedRemotely: false,
    };
    sessions.insert(session);
    return { ...issue(session, 1), eraseRequested: eraseRequests.answer(accountId, device.id, nowMs) };
  });

  /** Answers a refusal as a value: throwing it inside would undo the end of the family. */
  const refresh = database.transaction((request: RefreshRequest): Tokens | ServiceProblem => {
    const nowMs = clock.nowMs();
    const token = tokens.findRefresh(request.refreshToken);
    const session = token === null ? null : sessions.get(token.sessionId);
    if (token === null || session === null) return afterDeparture(departures.reasonOf(request.refreshToken, nowMs));
    // Before any judgement: a computer that comes back with an old token is to erase, not to be told of theft.
    if (session.endedAtMs !== null)
      return new ServiceProblem(isToBeErased(session) ? 'erase-requested' : 'session-ended');
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
        sessions.end(session.id, nowMs, 'here');
        tokens.deleteDeviceSecret(session.accountId, session.device.id);
        return new ServiceProblem('refresh-token-reused');
      case 'expired':
        sessions.end(session.id, nowMs, 'here');
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
      // What is to be erased is told at the refresh, whatever became of the access token.
      if (session.endedAtMs !== null)
        throw new ServiceProblem(isToBeErased(session) ? 'token-expired' : 'session-ended');
      if (nowMs >= found.expiresAtMs) throw new ServiceProblem('token-expired');
      if (nowMs - session.lastSeenAtMs >= 60_000) sessions.touch(session.id, nowMs);
      return session;
    },
  };
}

/** What a computer is told whose session nobody knows: the account may be gone, and what it keeps is to go too. */
function afterDeparture(reason: DepartureReason | null): ServiceProblem {
  switch (reason) {
    case 'erased':
      return new ServiceProblem('account-erased');
    case 'minor':
      return new ServiceProblem('minor-eliminated');
    case null:
      return new ServiceProblem('session-ended');
  }
}

function deviceFact(request: RefreshRequest, session: StoredSession): 'same' | 'other' | 'unsaid' {
  if (request.deviceId === undefined) return 'unsaid';
  return request.deviceId === session.device.id ? 'same' : 'other';
}
