import type { AccountState, SignOutReport } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys } from '../../ports.ts';
import type { AccountDeps } from './account-deps.ts';
import { createAuthorized } from './authorized.ts';
import type { Authorized } from './authorized.ts';
import { createEntering } from './entering.ts';
import { createHolder, openOf } from './holder.ts';
import { createLeaving } from './leaving.ts';
import { createOfflineSignIn } from './offline-sign-in.ts';
import { createOpening } from './opening.ts';
import type { Credentials } from './opening.ts';
import { createOwnAccount } from './own-account.ts';
import type { OwnAccount } from './own-account.ts';
import { createProfiles } from './profiles.ts';
import { createRefresh } from './refreshing.ts';
import { createWrongAttempts } from './wrong-attempts.ts';

/** Signing in, being remembered, switching, signing out; the only place that knows tokens and keys. */
export interface Account extends OwnAccount {
  read(): AccountState;
  /** Opens the remembered account if it is the only one kept here, else shows whose there are; never waits for the network. */
  restore(): Promise<void>;
  signIn(input: { email: string } & Credentials): Promise<Result<AccountState>>;
  chooseProfile(number: number | null): Promise<Result<AccountState>>;
  unlock(credentials: Credentials): Promise<Result<AccountState>>;
  lock(): Promise<Result<AccountState>>;
  switchProfile(): Promise<Result<AccountState>>;
  eraseProfile(number: number): Promise<Result<SignOutReport>>;
  /** Erases an account here that the service has erased, open or not. */
  eraseForgotten(id: LocalAccountId): Promise<SignOutReport>;
  /** Forgets the session at the service, then here; with `erase` that takes everything of the account along, and closes it by `closeForErasing`. */
  signOut(input: { erase: boolean }): Promise<Result<SignOutReport>>;
  /** Nobody used the computer for long: signed out, and erased or locked as its rules say. */
  signOutIdle(): Promise<void>;
  /** The app quits: what is erased on quitting goes now. */
  quit(): Promise<void>;
  /** Stops what uses the account, closes its library, forgets its keys: for what erases it. */
  closeForErasing(): Promise<void>;
  retry(): Promise<Result<AccountState>>;
  setAside(): Promise<Result<AccountState>>;
  /** The open account, or `signed-out`. */
  opened(): Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  /** Runs a call of the service with a fresh token; refreshes once for all callers when the token has run out. */
  readonly authorized: Authorized;
  /** The network came or went. */
  networkChanged(): void;
  /** The rules of the computer are others now: what may be remembered, what goes on quitting. */
  rulesChanged(): Promise<void>;
}

/** Makes the account feature. */
export function createAccount(deps: AccountDeps): Account {
  const profiles = createProfiles(deps);
  const holder = createHolder({ profiles, onChange: deps.onChange });
  const offline = createOfflineSignIn({
    keyring: deps.keyring,
    attempts: createWrongAttempts(deps.clock),
    kept: () => profiles.list().map(({ id }) => id),
  });
  const opening = createOpening(deps, profiles, offline);
  const refresh = createRefresh(deps, holder, opening, {
    expired: () => void leaving.close('expired', 'forget'),
    eraseRequested: (id, order) => void inTurn(() => leaving.eraseFromAfar(id, order)),
  });
  const authorized = createAuthorized({
    tokens() {
      const account = openOf(holder);
      return account === null ? null : (account.tokens ?? 'local');
    },
    refresh,
  });
  const leaving = createLeaving(deps, { holder, profiles, authorized });
  const entering = createEntering(deps, { holder, profiles, offline, opening, leaving });
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: two sign-ins at once would open two libraries. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function rulesChanged(): Promise<void> {
    const { remember, erasesOnQuit } = deps.rules();
    await entering.forgetIfNobodyMay();
    for (const { id, erasesOnQuit: goes } of profiles.list()) {
      // Whoever is in now is told what the rules are; what others left here before goes only when they come back.
      const next = erasesOnQuit && (goes || id === openOf(holder)?.id);
      if (next !== goes) await profiles.change(id, { erasesOnQuit: next });
    }
    const account = openOf(holder);
    if (account !== null) holder.hold(remember === 'never' ? { ...account, remembered: 'no' } : account, null);
  }

  return {
    ...createOwnAccount({
      ...deps,
      holder,
      profiles,
      opening,
      authorized,
      signIn: (input) => inTurn(() => entering.signIn(input)),
    }),
    read: holder.view,
    restore: () => inTurn(entering.restore),
    authorized,
    signIn: (input) => inTurn(() => entering.signIn(input)),
    chooseProfile: (number) => inTurn(() => entering.chooseProfile(number)),
    unlock: (credentials) => inTurn(() => entering.unlock(credentials)),
    lock: () => inTurn(leaving.lock),
    switchProfile: () => inTurn(leaving.switchProfile),
    eraseProfile: (number) => inTurn(() => leaving.eraseProfile(number)),
    eraseForgotten: (id) => inTurn(() => leaving.eraseForgotten(id)),
    signOut: ({ erase }) => inTurn(() => leaving.signOut(erase || deps.rules().signOut === 'only-erase')),
    async signOutIdle() {
      await inTurn(() => leaving.signOut(deps.rules().erasesOnQuit, 'idle'));
    },
    quit: () => inTurn(leaving.quit),
    closeForErasing: leaving.closeForErasing,
    retry: () =>
      inTurn(async () => {
        if (holder.current().kind === 'blocked') await entering.restore();
        return ok(holder.view());
      }),
    setAside: () => inTurn(leaving.setAside),
    opened() {
      const account = openOf(holder);
      return account === null ? fail('signed-out') : ok({ id: account.id, keys: account.keys });
    },
    networkChanged: () => holder.happen(deps.isOnline() ? 'answered' : 'silent'),
    rulesChanged: () => inTurn(rulesChanged),
  };
}
