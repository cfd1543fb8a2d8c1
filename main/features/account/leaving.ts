import type { AccountState, SignedOutReason, SignOutReport } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountDeps } from './account-deps.ts';
import type { OpenAccount } from './account-state.ts';
import type { Authorized } from './authorized.ts';
import { reasonsOf, type EraseOrder } from './erase-orders.ts';
import { openOf } from './holder.ts';
import type { Holder } from './holder.ts';
import type { Profiles } from './profiles.ts';

/** The ways an account is closed on this computer. */
export interface Leaving {
  /** Signed out at once for everyone who asks; resolves when what used the account has stopped and its keys are wiped. */
  close(reason: SignedOutReason, entry: 'forget' | 'keep'): Promise<void>;
  /** The same, when the account is about to be erased. */
  closeForErasing(): Promise<void>;
  /** Resolves when an account that was closed is let go of. */
  closed(): Promise<void>;
  holdClosed(reason: SignedOutReason, chosen?: LocalAccountId | null): AccountState;
  signOut(erase: boolean, reason?: SignedOutReason): Promise<Result<SignOutReport>>;
  lock(): Promise<Result<AccountState>>;
  switchProfile(): Promise<Result<AccountState>>;
  eraseFromAfar(id: LocalAccountId, order: EraseOrder): Promise<void>;
  eraseProfile(number: number): Promise<Result<SignOutReport>>;
  /** Erases an account here, open or not, without a word to the service, which knows it no more. */
  eraseForgotten(id: LocalAccountId): Promise<SignOutReport>;
  quit(): Promise<void>;
  setAside(): Promise<Result<AccountState>>;
}

/** How long signing out waits for the service to take note. */
const patienceMs = 3000;

/** Makes the ways of leaving. */
export function createLeaving(
  deps: AccountDeps,
  parts: { readonly holder: Holder; readonly profiles: Profiles; readonly authorized: Authorized },
): Leaving {
  const { service, library, log } = deps;
  const { holder, profiles, authorized } = parts;
  const opened = () => openOf(holder);
  let closing: Promise<void> = Promise.resolve();
  /** Why the account that is being erased closes: erasing closes it from outside. */
  let reasonOfErasing: SignedOutReason = 'none';

  function holdClosed(reason: SignedOutReason, chosen: LocalAccountId | null = null): AccountState {
    return holder.hold({ kind: 'closed', reason, chosen }, chosen === null ? 'left' : 'chosen');
  }

  /** Signed out at once for everyone who asks; what used the account is stopped, then its library closed and its keys wiped. */
  function close(reason: SignedOutReason, entry: 'forget' | 'keep', lock = false): Promise<void> {
    const account = opened();
    if (account !== null) {
      const chosen = reason === 'expired' || lock ? account.id : null;
      holder.hold(
        { kind: 'closed', reason, chosen },
        reason === 'expired' ? 'ended' : chosen === null ? 'left' : 'locked',
      );
      closing = letGo(account, entry);
    }
    return closing;
  }

  async function letGo({ id, keys }: OpenAccount, entry: 'forget' | 'keep'): Promise<void> {
    await deps.onClosing(id);
    await library.close();
    if (entry === 'forget') await profiles.forget(id);
    for (const key of [keys.dataKey, keys.libraryKey, keys.mediaKey]) key.fill(0);
    if (holder.current().kind === 'closed') holder.tell();
  }

  /** Best effort: without a network the session at the service ends by itself or from another computer. */
  async function endSession(): Promise<void> {
    const tokens = opened()?.tokens ?? null;
    if (tokens === null || !deps.isOnline()) return;
    const ended = authorized((token) => service.endSession(tokens.sessionId, token));
    await Promise.race([
      ended,
      new Promise<void>((resolve) => {
        deps.clock.after(patienceMs, resolve);
      }),
    ]);
  }

  /** Erases an account that nobody is to see any more meanwhile; it closes itself if it is the open one. */
  async function eraseHidden(id: LocalAccountId, reason: SignedOutReason = 'none'): Promise<SignOutReport> {
    const show = profiles.hide(id);
    reasonOfErasing = reason;
    const report = await deps.erase(id);
    reasonOfErasing = 'none';
    show();
    await profiles.refresh();
    return report;
  }

  async function signOut(erase: boolean, reason: SignedOutReason = 'none'): Promise<Result<SignOutReport>> {
    const account = opened();
    if (account === null) return ok({ erased: false, remains: [] });
    await endSession();
    const lock = reason === 'idle' && !erase;
    // Erasing writes down what it is about to do before anything closes, and closes the account itself.
    const report = erase ? await eraseHidden(account.id, reason) : { erased: false, remains: [] };
    await close(reason, 'forget', lock);
    if (!lock) holdClosed(reason);
    return ok(report);
  }

  async function lock(): Promise<Result<AccountState>> {
    const holding = holder.current();
    if (holding.kind === 'blocked' && holding.id !== null) return ok(holdClosed('none', holding.id));
    await close('none', 'keep', true);
    return ok(holder.view());
  }

  async function switchProfile(): Promise<Result<AccountState>> {
    const account = opened();
    if (account === null) return ok(holder.view());
    if (deps.rules().signOut === 'only-erase') {
      await signOut(true);
      return ok(holder.view());
    }
    if (account.remembered !== 'yes') await endSession();
    await close('none', account.remembered === 'yes' ? 'keep' : 'forget');
    return ok(holder.view());
  }

  /** The service says so: everything of the account goes, whatever this computer was doing. */
  async function eraseFromAfar(id: LocalAccountId, order: EraseOrder): Promise<void> {
    log.info(`account.${order}`);
    const reasons = reasonsOf[order];
    const { erased } = await eraseHidden(id, reasons.erasing);
    if (opened() === null) holdClosed(erased ? reasons.erased : reasons.unerased);
  }

  async function eraseProfile(number: number): Promise<Result<SignOutReport>> {
    const profile = profiles.byNumber(number);
    if (profile === null || profile.id === opened()?.id) return fail('not-found');
    const report = await eraseHidden(profile.id);
    if (opened() === null) holdClosed('none');
    return ok(report);
  }

  async function eraseForgotten(id: LocalAccountId): Promise<SignOutReport> {
    // The service's refusal may have closed it a moment ago.
    await closing;
    const report = await eraseHidden(id);
    if (opened() === null) holdClosed('none');
    return report;
  }

  async function quit(): Promise<void> {
    for (const { id, erasesOnQuit } of profiles.list()) {
      if (!erasesOnQuit) continue;
      if (id === opened()?.id) await signOut(true);
      else await eraseHidden(id);
    }
  }

  async function setAside(): Promise<Result<AccountState>> {
    const current = holder.current();
    if (current.kind === 'blocked' && current.id === null) return { ok: false, error: current.error };
    if ((current.kind !== 'blocked' && current.kind !== 'open') || current.id === null) return ok(holder.view());
    await (current.kind === 'open' ? close('none', 'forget') : library.close());
    const moved = await deps.folders.setAside(current.id);
    if (!moved.ok) return moved;
    await profiles.forget(current.id);
    return ok(holdClosed('none'));
  }

  return {
    close,
    closeForErasing: () => close(reasonOfErasing, 'forget'),
    closed: () => closing,
    holdClosed,
    signOut,
    lock,
    switchProfile,
    eraseFromAfar,
    eraseProfile,
    eraseForgotten,
    quit,
    setAside,
  };
}
