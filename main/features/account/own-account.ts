import type { AccountState, NewAccount, ProfileColour, TermsView } from '../../../contract/domain/account.ts';
import { judgeAge } from '../../../contract/domain/age.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountDeps } from './account-deps.ts';
import type { OpenAccount } from './account-state.ts';
import type { Authorized } from './authorized.ts';
import { openOf } from './holder.ts';
import type { Holder } from './holder.ts';
import { sameAddress } from './offline-sign-in.ts';
import type { Credentials, OpeningWays } from './opening.ts';
import type { Profiles } from './profiles.ts';

/** What a person does with an account of their own: makes one, changes how one signs in to it and how it is shown here. */
export interface OwnAccount {
  /** Under 18 without a guardian's word: `guardian-required`, and nothing is sent or kept. */
  create(input: NewAccount & { remember: boolean }): Promise<Result<AccountState>>;
  terms(): Promise<Result<TermsView>>;
  changePassword(input: {
    currentPassword: string;
    newPassword: string;
  }): Promise<Result<{ offlineSignIn: 'renewed' | 'stale' }>>;
  changeEmail(input: { email: string; password: string }): Promise<Result<AccountState>>;
  /** The service knows the open account by another name now. */
  nameChanged(name: string): Promise<void>;
  updateProfile(change: { label?: string | null; colour?: ProfileColour }): Promise<Result<AccountState>>;
  setRemembered(remember: boolean): Promise<Result<AccountState>>;
}

/** Makes it on what the account feature holds. */
export function createOwnAccount(
  deps: Pick<AccountDeps, 'service' | 'keyring' | 'clock' | 'log' | 'rules'> & {
    readonly holder: Holder;
    readonly profiles: Profiles;
    readonly opening: OpeningWays;
    readonly authorized: Authorized;
    readonly signIn: (input: { email: string } & Credentials) => Promise<Result<AccountState>>;
  },
): OwnAccount {
  const { service, keyring, holder, profiles, opening, authorized } = deps;

  const opened = () => openOf(holder);

  /** Changes the open account, unless another one was opened meanwhile. */
  function change(id: OpenAccount['id'], part: Partial<OpenAccount>): AccountState {
    const account = opened();
    return account?.id === id ? holder.hold({ ...account, ...part }, null) : holder.view();
  }

  /** Whose account it is, where it is shown and where it is kept. */
  async function renamed(
    { id, keys }: OpenAccount,
    { name, email }: Pick<OpenAccount, 'name' | 'email'>,
  ): Promise<Result<AccountState>> {
    const state = change(id, { name, email });
    const now = opened();
    if (now?.id !== id) return ok(state);
    // A keyring that could not be written names the old address until the next sign-in; nothing else depends on it.
    await keyring.renewOwner(id, keys.dataKey, { name, email });
    if (now.remembered === 'yes' && !(await opening.remember(now)).ok) return ok(change(id, { remembered: 'refused' }));
    return ok(holder.view());
  }

  return {
    async create({ remember, ...request }) {
      const age = judgeAge(request.birthDate, deps.clock.nowMs());
      if (age === 'impossible') return fail('bad-request');
      if (age === 'minor' && !request.guardianConfirmed) return fail('guardian-required');
      const made = await service.createAccount(request);
      if (!made.ok) return made;
      deps.log.info('account.created');
      return deps.signIn({ email: request.email, password: request.password, remember });
    },
    async terms() {
      const answer = await service.terms();
      return answer.ok ? ok({ version: answer.value.version, publishedOn: answer.value.publishedOn }) : answer;
    },
    async changePassword(input) {
      const account = opened();
      if (account === null) return fail('signed-out');
      const answer = await authorized((token) => service.changePassword(input, token));
      if (!answer.ok) return answer;
      const { id, keys } = account;
      const renewed = opened()?.id === id ? await keyring.renewPassword(id, keys.dataKey, input.newPassword) : null;
      return ok({ offlineSignIn: renewed?.ok === true ? 'renewed' : 'stale' });
    },
    async changeEmail(input) {
      const account = opened();
      if (account === null) return fail('signed-out');
      const answer = await authorized((token) => service.changeEmail(input, token));
      if (!answer.ok) return answer;
      return renamed(account, answer.value);
    },
    async nameChanged(name) {
      const account = opened();
      if (account !== null && account.name !== name) await renamed(account, { name, email: account.email });
    },
    async updateProfile(part) {
      const account = opened();
      if (account === null) return fail('signed-out');
      // What is shown before a password says nothing about who it is.
      if (typeof part.label === 'string' && sameAddress(part.label, account.email)) return fail('bad-request');
      const changed = await profiles.change(account.id, part);
      return changed.ok ? ok(holder.tell()) : changed;
    },
    async setRemembered(remember) {
      const account = opened();
      if (account === null) return fail('signed-out');
      if (!remember) {
        await profiles.forget(account.id);
        return ok(change(account.id, { remembered: 'no' }));
      }
      if (deps.rules().remember === 'never') return fail('not-allowed');
      const kept = await opening.remember(account);
      // Without the service there is no session to keep.
      if (!kept.ok && account.tokens === null) return kept;
      await profiles.change(account.id, { remembered: kept.ok });
      return ok(change(account.id, { remembered: kept.ok ? 'yes' : 'refused' }));
    },
  };
}
