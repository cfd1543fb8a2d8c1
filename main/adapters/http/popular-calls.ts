import { PopularList } from '../../../contract/api/popular.ts';
import { ok } from '../../../contract/result.ts';
import type { ServiceApi } from '../../ports.ts';
import { parsed, type HttpCaller } from './http-call.ts';

/** The part of the `ServiceApi` port that is about what is popular. */
export function popularCalls({ send }: HttpCaller): Pick<ServiceApi, 'popular'> {
  return {
    async popular(etag) {
      const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
      const sent = await send({ method: 'GET', purpose: 'popularity', path: '/v1/popular', headers });
      if (!sent.ok) return sent;
      if (sent.value.status === 304) return ok('unchanged');
      const list = await parsed(PopularList, sent.value);
      return list.ok ? ok({ list: list.value, etag: sent.value.headers.get('etag') }) : list;
    },
  };
}
