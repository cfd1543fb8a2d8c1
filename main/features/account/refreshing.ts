import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountDeps } from './account-deps.ts';
import type { SessionTokens } from './account-state.ts';
import { isEraseOrder, type EraseOrder } from './erase-orders.ts';
import type { Holder } from './holder.ts';
import type { OpeningWays } from './opening.ts';

/** What the service can do to a session when its tokens are renewed. */
export interface SessionEnds {
  /** 401 or 403: the service's own word. */
  readonly expired: () => void;
  /** The service says that everything of the account here is to go. */
  readonly eraseRequested: (id: LocalAccountId, order: EraseOrder) => void;
}

/** Makes the one place where a refresh token is used; `authorized` sees to it that it is used once for all callers. */
export function createRefresh(
  deps: Pick<AccountDeps, 'service' | 'computer'>,
  holder: Holder,
  opening: Pick<OpeningWays, 'remember'>,
  ends: SessionEnds,
): () => Promise<Result<SessionTokens>> {
  return async () => {
    const account = holder.current();
    if (account.kind !== 'open' || account.tokens === null) return fail('signed-out');
    const isStillHeld = () => {
      const now = holder.current();
      return now.kind === 'open' && now.id === account.id;
    };
    const deviceId = await deps.computer.deviceId();
    if (!deviceId.ok) return deviceId;
    // The device's id lets the service repeat an answer that was lost on the way instead of taking it for a stolen token.
    const { refreshToken: current } = account.tokens;
    const answer = await deps.service.refresh({ refreshToken: current, deviceId: deviceId.value });
    if (!answer.ok) {
      const { code } = answer.error;
      if (!isStillHeld()) return answer;
      // Neither is waited for: closing waits for the very calls that wait for this answer.
      if (isEraseOrder(code)) ends.eraseRequested(account.id, code);
      // Only the service's own word signs a person out; every other failure is a bad line.
      const ended = code === 'session-ended' || code === 'not-allowed';
      if (ended) ends.expired();
      return ended ? fail('session-ended') : answer;
    }
    const now = holder.current();
    if (now.kind !== 'open' || now.id !== account.id) return fail('signed-out');
    const { sessionId, accessToken, refreshToken } = answer.value;
    const tokens = { sessionId, accessToken, refreshToken };
    const renewed = { ...now, tokens };
    holder.replace(renewed);
    if (renewed.remembered === 'yes' && !(await opening.remember(renewed)).ok && isStillHeld())
      holder.hold({ ...renewed, remembered: 'refused' }, null);
    return ok(tokens);
  };
}
