import type { Bridge, EventName, Events, RequestName, Requests } from '../../../contract/ipc.ts';
import type { Result } from '../../../contract/result.ts';

/** What a fake main answers to each request; may be changed while it runs. */
export type Answers = {
  [N in RequestName]?: (input: Requests[N]['in']) => Result<Requests[N]['out']> | Promise<Result<Requests[N]['out']>>;
};

/** A bridge without Electron: answers from a table, records what was asked, emits events by hand. */
export interface FakeBridge extends Bridge {
  readonly answers: Answers;
  readonly asked: { readonly name: RequestName; readonly input: unknown }[];
  emit<N extends EventName>(name: N, payload: Events[N]): void;
}

/** Makes a fake bridge; a request without an answer is `unexpected`. */
export function createFakeBridge(answers: Answers): FakeBridge {
  const asked: FakeBridge['asked'] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    answers,
    asked,
    async request(name, input) {
      asked.push({ name, input });
      const answer = answers[name];
      return answer ? await answer(input) : { ok: false, error: { code: 'unexpected' } };
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => {
        set.delete(listener);
      };
    },
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) (listener as (value: typeof payload) => void)(payload);
    },
  };
}
