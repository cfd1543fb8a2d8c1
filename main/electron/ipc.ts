import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { requestSchemas } from '../../contract/ipc-schemas.ts';
import { requestNames } from '../../contract/ipc-names.ts';
import type { EventName, Events, RequestName, Requests } from '../../contract/ipc.ts';
import { fail } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import type { Log } from '../ports.ts';

/** One function for each request; a missing one does not compile. */
export type Routes = { readonly [N in RequestName]: (input: Requests[N]['in']) => Promise<Result<Requests[N]['out']>> };

/** True for the main frame of our own window only: not a sub-frame, not another origin, not a page that got the preload by accident. */
function isTrusted(event: IpcMainInvokeEvent, trusted: () => WebContents | null): boolean {
  const frame = event.senderFrame;
  if (frame === null || event.sender !== trusted() || frame !== event.sender.mainFrame) return false;
  const { protocol, host } = new URL(frame.url);
  return protocol === 'app:' && host === 'lectoroom';
}

/** Answers every request of the contract: sender checked, argument checked, defects turned into `unexpected`. */
export function serveRequests(routes: Routes, trusted: () => WebContents | null, log: Log): void {
  function serve<N extends RequestName>(name: N): void {
    ipcMain.handle(name, async (event, input: unknown): Promise<Result<Requests[N]['out']>> => {
      if (!isTrusted(event, trusted)) return fail('not-allowed');
      const checked = requestSchemas[name].safeParse(input);
      if (!checked.success) return fail('bad-request');
      try {
        return await routes[name](checked.data);
      } catch (error) {
        log.defect('ipc.request', error);
        return fail('unexpected');
      }
    });
  }
  for (const name of Object.keys(requestNames) as RequestName[]) serve(name);
}

/** Tells the window something; silently nothing when there is no window. */
export function createEmitter(
  target: () => WebContents | null,
): <N extends EventName>(name: N, payload: Events[N]) => void {
  return (name, payload) => {
    const contents = target();
    if (contents !== null && !contents.isDestroyed()) contents.send(name, payload);
  };
}
