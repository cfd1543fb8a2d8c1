import { useQueryClient } from '@tanstack/react-query';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { keepAnswer, useRequest } from './requests.ts';

/** Whether nothing of what is watched is kept, and the switch. */
export interface PrivateSessionSwitch {
  readonly on: boolean;
  readonly set: (on: boolean) => Promise<boolean>;
}

/** The private session of this run. */
export function usePrivateSession(): PrivateSessionSwitch {
  const client = useQueryClient();
  const attempt = useAttempt();
  const on = useRequest('session.read', null).data?.on ?? false;
  return {
    on,
    set: (next) =>
      attempt(async () => {
        keepAnswer(client, 'session.read', null, await ask('session.private', { on: next }));
      }),
  };
}

/** Why what is watched now does not go into the history; null when it does. */
export function useNotRecording(): 'frozen' | 'private' | 'off' | null {
  const { on } = usePrivateSession();
  const isFrozen = useRequest('rights.read', null).data?.processing.restricted === true;
  const settings = useRequest('settings.read', null).data;
  if (isFrozen) return 'frozen';
  if (on) return 'private';
  return settings?.keepHistory === false ? 'off' : null;
}
