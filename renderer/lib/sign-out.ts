import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { AccountState, SignOutReport } from '../../contract/domain/account.ts';
import type { AppError } from '../../contract/result.ts';
import { ask } from './api.ts';
import { takeAccount } from './live.ts';
import { toAppError } from './request-failed.ts';
import { requestKey } from './requests.ts';

/** How the last sign-out went or goes: what the sign-in screen has to tell when the sheet that began it is gone. */
export type SignOutOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly erase: boolean }
  | { readonly kind: 'done'; readonly report: SignOutReport }
  | { readonly kind: 'failed'; readonly error: AppError };

/** The last sign-out of this window; outlives the account it ended. */
export const useSignOut = create<{ readonly outcome: SignOutOutcome }>(() => ({ outcome: { kind: 'none' } }));

/** Forgets how the last sign-out went, unless it is still under way. */
export function forgetSignOut(): void {
  const { outcome } = useSignOut.getState();
  if (outcome.kind !== 'working') useSignOut.setState({ outcome: { kind: 'none' } });
}

/** Signs out, with `erase` deleting everything of the account here; how it went is in `useSignOut`, nothing is thrown. */
export async function signOut(client: QueryClient, erase: boolean): Promise<void> {
  if (useSignOut.getState().outcome.kind === 'working') return;
  useSignOut.setState({ outcome: { kind: 'working', erase } });
  try {
    const report = await ask('account.signOut', { erase });
    useSignOut.setState({ outcome: { kind: 'done', report } });
  } catch (thrown) {
    useSignOut.setState({ outcome: { kind: 'failed', error: toAppError(thrown) } });
    return;
  }
  const kept = client.getQueryData<AccountState>(requestKey('account.read', null));
  if (kept?.kind !== 'signed-in') return;
  // The event may come after the answer: nobody signed out stays on screen.
  const next = await ask('account.read', null).catch(() => null);
  if (next) takeAccount(client, next);
}
