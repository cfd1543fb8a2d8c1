import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken } from '../../ports.ts';
import type { SessionTokens } from './account-state.ts';

/** Runs a call of the service with a fresh bearer token. */
export type Authorized = <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;

/**
 * Runs calls with the account's token. A call refused with `session-ended` is repeated once with a new token; however many calls are refused
 * at the same time, the refresh token is used once (RFC 9700 §4.14: a second use would end the session). `tokens` answers null when nobody is
 * signed in (`signed-out`), and `local` when somebody is, but not with the service (`service-unreachable`).
 */
export function createAuthorized(deps: {
  readonly tokens: () => SessionTokens | 'local' | null;
  readonly refresh: () => Promise<Result<SessionTokens>>;
}): Authorized {
  let refreshing: Promise<Result<SessionTokens>> | null = null;

  function fresh(): Promise<Result<SessionTokens>> {
    refreshing ??= deps.refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  function current(): Result<SessionTokens> {
    const tokens = deps.tokens();
    if (tokens === null) return fail('signed-out');
    return tokens === 'local' ? fail('service-unreachable') : ok(tokens);
  }

  return async (call) => {
    const before = current();
    if (!before.ok) return before;
    const { accessToken } = before.value;
    if (accessToken !== '') {
      const first = await call(accessToken);
      if (first.ok || first.error.code !== 'session-ended') return first;
    }
    const now = current();
    if (!now.ok) return now;
    // Somebody else may have refreshed while this call was under way: then its token is the fresh one.
    const tokens = now.value.accessToken === accessToken ? await fresh() : now;
    return tokens.ok ? call(tokens.value.accessToken) : tokens;
  };
}
