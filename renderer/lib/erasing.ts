import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { EntryKind, EraseReceipt } from '../../contract/domain/erase-plan.ts';
import type { AppError } from '../../contract/result.ts';
import { ask } from './api.ts';
import { takeAccount } from './live.ts';
import { toAppError } from './request-failed.ts';
import { keepAnswer, refresh } from './requests.ts';
import { useSignOut } from './sign-out.ts';

/** What is being erased, or why it could not be; outlives the account's own screens. */
export interface Erasing {
  readonly working: EraseReceipt['scope'] | null;
  readonly failed: { readonly scope: EraseReceipt['scope']; readonly error: AppError } | null;
}

/** How erasing goes in this window. */
export const useErasing = create<Erasing>(() => ({ working: null, failed: null }));

/** Forgets why it could not be done. */
export function forgetFailure(): void {
  useErasing.setState({ failed: null });
}

/** Erases entries of these kinds; true when it was done. */
export async function eraseEntries(client: QueryClient, kinds: readonly EntryKind[]): Promise<boolean> {
  const isDone = await erase(client, 'entries', () => ask('erase.entries', { kinds }));
  await refresh(client, 'erase.preview', 'search.history', 'storage.read', 'downloads.list', 'bin.list', 'sync.read');
  return isDone;
}

/** Erases everything of the account on this computer and signs out. */
export async function eraseComputer(client: QueryClient): Promise<void> {
  await leaving(client, () => erase(client, 'computer', () => ask('erase.computer', null)));
}

/** Erases the account at the service and everything of it here; `failed` says why it could not be ordered. */
export async function eraseAccount(client: QueryClient, input: { email: string; password: string }): Promise<void> {
  await leaving(client, () => erase(client, 'service', () => ask('erase.service', input)));
}

async function erase(
  client: QueryClient,
  scope: EraseReceipt['scope'],
  work: () => Promise<EraseReceipt>,
): Promise<boolean> {
  if (useErasing.getState().working !== null) return false;
  useErasing.setState({ working: scope, failed: null });
  try {
    keepAnswer(client, 'erase.receipt', null, await work());
    return true;
  } catch (thrown) {
    useErasing.setState({ failed: { scope, error: toAppError(thrown) } });
    return false;
  } finally {
    useErasing.setState({ working: null });
  }
}

/** Meanwhile the screens to come in by may already be there: they say that it goes on. */
async function leaving(client: QueryClient, work: () => Promise<boolean>): Promise<void> {
  useSignOut.setState({ outcome: { kind: 'working', erase: true } });
  const isDone = await work();
  useSignOut.setState({ outcome: { kind: 'none' } });
  if (!isDone) return;
  // The event may come after the answer: nobody who left stays on screen.
  const next = await ask('account.read', null).catch(() => null);
  if (next) takeAccount(client, next);
}
