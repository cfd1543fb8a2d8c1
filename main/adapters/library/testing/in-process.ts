import { createCallServer } from '../worker/serve-calls.ts';
import type { StartWorker } from '../start-worker.ts';

/** Runs the worker's work in this thread: messages are cloned and come later, as from a real one. */
export function inProcessStarter(userDataFolder: string): StartWorker {
  return (events) => {
    const server = createCallServer({ userDataFolder }, (message) => {
      const copy = structuredClone(message);
      setImmediate(() => events.onMessage(copy));
    });
    return {
      post(request, moved) {
        const copy = structuredClone(request, { transfer: [...moved] });
        setImmediate(() => server.serve(copy));
      },
      end: () => Promise.resolve(),
    };
  };
}
