import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Requests } from '../../../contract/ipc.ts';
import type { RightsView } from '../../../contract/domain/rights.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { keepAnswer, useRequest } from '../../lib/requests.ts';

/** What was stopped and asked for, and the ways to change it; each answers whether it was done. */
export interface RightsSwitches {
  /** Undefined until it is known. */
  readonly view: RightsView | undefined;
  readonly setProcessing: (change: Requests['rights.setProcessing']['in']) => Promise<boolean>;
  readonly setMarketing: (change: Requests['rights.setMarketing']['in']) => Promise<boolean>;
  readonly send: (request: Requests['rights.ask']['in']) => Promise<boolean>;
}

/** What the person of the open account has stopped and asked for. */
export function useRights(): RightsSwitches {
  const client = useQueryClient();
  const attempt = useAttempt();
  const view = useRequest('rights.read', null).data;
  const keep = async (answer: Promise<RightsView>): Promise<void> => {
    keepAnswer(client, 'rights.read', null, await answer);
  };
  return {
    view,
    setProcessing: (change) => attempt(() => keep(ask('rights.setProcessing', change))),
    setMarketing: (change) => attempt(() => keep(ask('rights.setMarketing', change))),
    send: (request) => attempt(() => keep(ask('rights.ask', request))),
  };
}

/** Asks the service how things stand when the screen is opened; without a network what is known here is shown. */
export function useFreshRights(): void {
  useEffect(() => {
    void ask('rights.refresh', null).catch(() => undefined);
  }, []);
}
