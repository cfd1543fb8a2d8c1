import { AssetLocation } from '../../../contract/api/assets.ts';
import { KeySet, LicenceAnswer } from '../../../contract/api/licences.ts';
import { SessionList, SignInAnswer, Tokens } from '../../../contract/api/sessions.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { ServiceApi } from '../../ports.ts';
import { accountCalls } from './account-calls.ts';
import { fetchAsset } from './fetch-asset.ts';
import { popularCalls } from './popular-calls.ts';
import { historyCalls } from './history-calls.ts';
import { privacyCalls } from './privacy-calls.ts';
import { ratingCalls } from './rating-calls.ts';
import { createHttpCaller, jsonBytesOf, type HttpCallerDeps } from './http-call.ts';
import { streamAsset } from './stream-asset.ts';

/** What the adapter needs: where the service is, and a way to reach it. */
export type HttpServiceApiDeps = Omit<HttpCallerDeps, 'timeoutMs'> & { readonly timeoutMs?: number };

/** Fills the `ServiceApi` port over HTTP; every answer is parsed by the schema that made it. */
export function createHttpServiceApi(deps: HttpServiceApiDeps): ServiceApi {
  const timeoutMs = deps.timeoutMs ?? 15_000;
  const caller = createHttpCaller({ ...deps, timeoutMs });
  const { send, receive, command } = caller;
  const keys = (purpose: 'licence' | 'reachability') => receive(KeySet, { method: 'GET', purpose, path: '/v1/keys' });

  return {
    ...accountCalls(caller),
    ...ratingCalls(caller),
    ...popularCalls(caller),
    ...historyCalls(caller),
    ...privacyCalls(caller),
    signIn: (body) => receive(SignInAnswer, { method: 'POST', purpose: 'sign-in', path: '/v1/sessions', body }),
    refresh: (body) => receive(Tokens, { method: 'POST', purpose: 'sign-in', path: '/v1/sessions/refresh', body }),
    endSession: (sessionId, token) =>
      command({ method: 'DELETE', purpose: 'sign-in', path: `/v1/sessions/${sessionId}`, token }),
    endOtherSessions: (token) => command({ method: 'DELETE', purpose: 'devices', path: '/v1/sessions', token }),
    sessions: (token) => receive(SessionList, { method: 'GET', purpose: 'devices', path: '/v1/sessions', token }),
    renameSession: (sessionId, name, token) =>
      command({ method: 'PATCH', purpose: 'devices', path: `/v1/sessions/${sessionId}`, token, body: { name } }),
    async catalogue(known, token) {
      const query = known.cursor === null ? '' : `?since=${known.cursor}`;
      const headers: Record<string, string> = known.etag === null ? {} : { 'if-none-match': known.etag };
      const sent = await send({ method: 'GET', purpose: 'catalogue', path: `/v1/catalogue${query}`, token, headers });
      if (!sent.ok) return sent;
      if (sent.value.status === 304) return ok('unchanged');
      const page = await jsonBytesOf(sent.value);
      return page.ok ? ok({ page: page.value, etag: sent.value.headers.get('etag') }) : page;
    },
    async locateAsset(assetId, token) {
      const location = await receive(AssetLocation, {
        method: 'GET',
        purpose: 'lecture',
        path: `/v1/assets/${assetId}`,
        token,
      });
      if (!location.ok) return location;
      // A signed address elsewhere would send what the person watches to a stranger.
      const origin = await deps.origin();
      const sameOrigin = origin !== null && new URL(location.value.url).origin === new URL(origin).origin;
      return sameOrigin && location.value.id === assetId ? location : fail('service-nonsense');
    },
    fetchAsset: (location, signal) => fetchAsset(deps.fetch, location, signal, timeoutMs * 4),
    streamAsset: (location, range, signal) => streamAsset(deps.fetch, location, range, signal),
    licence: (body, token) =>
      receive(LicenceAnswer, { method: 'POST', purpose: 'licence', path: '/v1/licences', token, body }),
    keys: () => keys('licence'),
    async probe() {
      const answer = await keys('reachability');
      return answer.ok ? done : answer;
    },
  };
}
