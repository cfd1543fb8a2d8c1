import type { CookieStore } from '../../gate-ports.ts';
import type { WorkerClient } from './worker-client.ts';

/** The cookies of the open account, by way of the library worker. */
export function cookieStoreOf({ call }: Pick<WorkerClient, 'call'>): CookieStore {
  return {
    read: () => call('cookies.read', null),
    replace: (cookies) => call('cookies.replace', cookies),
  };
}
