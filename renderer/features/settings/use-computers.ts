import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SignedInComputer } from '../../../contract/domain/account.ts';
import type { SessionId } from '../../../contract/domain/ids.ts';
import { ask } from '../../lib/api.ts';
import { errorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { refresh, requestKey } from '../../lib/requests.ts';
import { useToasts } from '../../lib/toasts.ts';

type Computers = readonly SignedInComputer[];

/** The computers signed in to the account, asked of the service each time the list opens. */
export function useComputers(wanted: boolean): UseQueryResult<Computers> {
  return useQuery<Computers>({
    queryKey: requestKey('devices.list', null),
    queryFn: () => ask('devices.list', null),
    enabled: wanted,
    staleTime: 0,
  });
}

/** What a person can do with their computers; how it went is told as a notice, nothing is thrown. */
export interface ComputerActions {
  /** Renames at once on screen; the old name comes back if the service does not take the new one. */
  rename(computer: SignedInComputer, name: string): Promise<void>;
  signOut(computer: SignedInComputer): Promise<void>;
  /** Signs out all but this computer; `count` of them are on screen. */
  signOutOthers(count: number): Promise<void>;
}

/** The actions on the list of computers. */
export function useComputerActions(): ComputerActions {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useToasts((state) => state.show);
  const say = (text: string): void => {
    show({ text });
  };
  const reason = (thrown: unknown): string => {
    const words = errorWords(toAppError(thrown), t);
    return `${words.title}. ${words.body}`;
  };
  /** True when the computer is no longer in the service's list: then it is not in ours either. */
  const wasGone = async (thrown: unknown, computer: SignedInComputer): Promise<boolean> => {
    if (toAppError(thrown).code !== 'not-found') return false;
    await change(client, (all) => all.filter((each) => each.id !== computer.id));
    say(t('computers.gone', { name: computer.name }));
    return true;
  };
  return {
    async rename(computer, name) {
      await change(client, (all) => named(all, computer.id, name));
      try {
        await ask('devices.rename', { id: computer.id, name });
      } catch (thrown) {
        if (await wasGone(thrown, computer)) return;
        await change(client, (all) => {
          const now = all.find((each) => each.id === computer.id);
          return now?.name === name ? named(all, computer.id, computer.name) : all;
        });
        say(t('computers.nameFailed', { name: computer.name, reason: reason(thrown) }));
      }
    },
    async signOut(computer) {
      try {
        await ask('devices.signOut', { id: computer.id });
        await change(client, (all) => all.filter((each) => each.id !== computer.id));
        say(t('computers.signedOut', { name: computer.name }));
      } catch (thrown) {
        if (await wasGone(thrown, computer)) return;
        say(t('computers.failed', { name: computer.name, reason: reason(thrown) }));
      }
    },
    async signOutOthers(count) {
      try {
        await ask('devices.signOutOthers', null);
        await change(client, (all) => all.filter((each) => each.current));
        say(t('computers.othersSignedOut', { count }));
      } catch (thrown) {
        say(t('computers.othersFailed', { reason: reason(thrown) }));
        await refresh(client, 'devices.list');
      }
    },
  };
}

function named(all: Computers, id: SessionId, name: string): Computers {
  return all.map((each) => (each.id === id ? { ...each, name } : each));
}

/** Changes the list on screen; an older answer that is still on its way does not undo it. */
async function change(client: QueryClient, to: (all: Computers) => Computers): Promise<void> {
  const key = requestKey('devices.list', null);
  await client.cancelQueries({ queryKey: key });
  client.setQueryData<Computers>(key, (all) => all && to(all));
}
