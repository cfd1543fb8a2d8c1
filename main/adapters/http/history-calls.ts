import { ReadHistoryPart, SendHistoryAnswer } from '../../../contract/api/history.ts';
import type { ServiceApi } from '../../ports.ts';
import type { HttpCaller } from './http-call.ts';

type HistoryCalls = Pick<ServiceApi, 'history' | 'sendHistory' | 'deleteHistory'>;

/** The part of the `ServiceApi` port that is about the copy of the watch history. */
export function historyCalls({ receive, command }: HttpCaller): HistoryCalls {
  const query = (name: string, value: string | null): string => (value === null ? '' : `?${name}=${value}`);
  return {
    history: (since, token) =>
      receive(ReadHistoryPart, {
        method: 'GET',
        purpose: 'history-sync',
        path: `/v1/history${query('since', since)}`,
        token,
      }),
    sendHistory: (body, token) =>
      receive(SendHistoryAnswer, { method: 'POST', purpose: 'history-sync', path: '/v1/history/events', token, body }),
    deleteHistory: (epoch, token) =>
      command({ method: 'DELETE', purpose: 'history-sync', path: `/v1/history${query('epoch', epoch)}`, token }),
  };
}
