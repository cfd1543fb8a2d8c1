import { useRef } from 'react';
import type { RequestName, Requests } from '../../contract/ipc.ts';
import type { AppError } from '../../contract/result.ts';
import { toAppError } from './request-failed.ts';
import { useAsk } from './requests.ts';

/** A form's request: under way at most once, however often it is pressed. */
export interface Once<N extends RequestName> {
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Asks main; null when it failed (`error` says why) or is under way already. */
  send(input: Requests[N]['in']): Promise<Requests[N]['out'] | null>;
  /** Forgets how it went. */
  clear(): void;
}

/** Sends a request that must not be sent twice. */
export function useOnce<N extends RequestName>(name: N): Once<N> {
  const mutation = useAsk(name);
  // The state on screen comes a moment after the press; a second press in that moment must find this.
  const going = useRef(false);
  return {
    busy: mutation.isPending,
    error: mutation.error ? toAppError(mutation.error) : null,
    async send(input) {
      if (going.current) return null;
      going.current = true;
      try {
        return await mutation.mutateAsync(input);
      } catch {
        return null;
      } finally {
        going.current = false;
      }
    },
    clear: mutation.reset,
  };
}
