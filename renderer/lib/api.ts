import type { Bridge, EventName, Events, RequestName, Requests } from '../../contract/ipc.ts';
import { RequestFailed } from './request-failed.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

/** Asks main; throws `RequestFailed` with the error as data, so that React Query sees a failure as one. */
export async function ask<N extends RequestName>(name: N, input: Requests[N]['in']): Promise<Requests[N]['out']> {
  const { bridge } = window;
  if (!bridge) throw new RequestFailed({ code: 'unexpected' });
  const result = await bridge.request(name, input).catch(() => null);
  if (!result) throw new RequestFailed({ code: 'unexpected' });
  if (!result.ok) throw new RequestFailed(result.error);
  return result.value;
}

/** Listens to an event of main; returns the function that stops listening. */
export function listen<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void {
  return window.bridge?.on(name, listener) ?? (() => undefined);
}
