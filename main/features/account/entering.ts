import type { AccountState } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountDeps } from './account-deps.ts';
import { openOf } from './holder.ts';
import type { Holder } from './holder.ts';
import type { Leaving } from './leaving.ts';
import { serviceWasSilent } from './offline-sign-in.ts';
import type { OfflineSignIn } from './offline-sign-in.ts';
import type { Credentials, Opening, OpeningWays } from './opening.ts';
import type { Profiles } from './profiles.ts';

/** The ways a person comes in on this computer. */
export interface Entering {
  signIn(input: { email: string } & Credentials): Promise<Result<AccountState>>;
  unlock(credentials: Credentials): Promise<Result<AccountState>>;
  chooseProfile(number: number | null): Promise<Result<AccountState>>;
  restore(): Promise<void>;
  /** Where nobody may be remembered, what was remembered before is locked. */
  forgetIfNobodyMay(): Promise<void>;
}

/** Makes the ways of coming in. */
export function createEntering(
  deps: AccountDeps,
  parts: {
    readonly holder: Holder;
    readonly profiles: Profiles;
    readonly offline: OfflineSignIn;
    readonly opening: OpeningWays;
    readonly leaving: Pick<Leaving, 'close' | 'closed' | 'holdClosed'>;
  },
): Entering {
  const { service, log } = deps;
  const { holder, profiles, offline, opening } = parts;
  const { close, closed, holdClosed } = parts.leaving;
  const opened = () => openOf(holder);

  /** Takes how an opening ended; refused, everything stands as before. */
  function take(opening: Opening, refused: 'refused' | 'refused-profile'): Result<AccountState> {
    if (opening.ok) return ok(holder.hold(opening.account, deps.isOnline() ? 'opened-online' : 'opened-offline'));
    const { error, blocked } = opening;
    if (blocked === null) holder.happen(refused);
    else holder.hold({ kind: 'blocked', id: blocked, error }, refused);
    return { ok: false, error };
  }

  function refuse(error: Result<never>, refused: 'refused' | 'refused-profile'): Result<never> {
    holder.happen(refused);
    return error;
  }

  async function askService(email: string, { password, remember }: Credentials) {
    const deviceId = await deps.computer.deviceId();
    if (!deviceId.ok) return deviceId;
    const lasting = remember && deps.rules().remember !== 'never';
    return service.signIn({ email, password, remember: lasting, device: { id: deviceId.value, ...deps.device } });
  }

  async function signIn({ email, ...credentials }: { email: string } & Credentials): Promise<Result<AccountState>> {
    await (opened() === null ? closed() : close('none', 'keep'));
    const holding = holder.current();
    // With a profile chosen, signing in with another e-mail that fails leads back to it.
    const refused = holding.kind === 'closed' && holding.chosen !== null ? 'refused-profile' : 'refused';
    holder.happen('begun');
    const answer = await askService(email, credentials);
    if (answer.ok) {
      log.info('account.signed-in');
      return take(await opening.withService(answer.value, credentials, null), refused);
    }
    // When nobody is kept here, the service's silence is what is said.
    if (!serviceWasSilent(answer.error.code) || profiles.list().length === 0) return refuse(answer, refused);
    const found = await offline.open(email, credentials.password);
    if (!found.ok) return refuse(found, refused);
    log.info('account.signed-in-offline');
    return take(await opening.withPassword(found.value, email), refused);
  }

  async function unlock(credentials: Credentials): Promise<Result<AccountState>> {
    const holding = holder.current();
    if (holding.kind !== 'closed' || holding.chosen === null) return fail('signed-out');
    await closed();
    holder.happen('begun');
    const found = await offline.unlock(holding.chosen, credentials.password);
    if (!found.ok) return refuse(found, 'refused-profile');
    const { owner } = found.value;
    const answer = owner === null ? fail('service-unreachable') : await askService(owner.email, credentials);
    if (answer.ok) return take(await opening.withService(answer.value, credentials, holding.chosen), 'refused-profile');
    // The password opens what is here, but it is not the person's any more.
    if (answer.error.code === 'wrong-credentials') return refuse(fail('password-changed'), 'refused-profile');
    log.info('account.signed-in-offline');
    return take(await opening.withPassword(found.value, ''), 'refused-profile');
  }

  async function openRemembered(id: LocalAccountId): Promise<Result<AccountState>> {
    holder.happen('begun');
    const remembered = await opening.remembered(id);
    if (remembered !== null) return take(remembered, 'refused-profile');
    await profiles.forget(id);
    return ok(holder.hold({ kind: 'closed', reason: 'forgotten', chosen: id }, 'refused-profile'));
  }

  async function restore(): Promise<void> {
    const read = await profiles.refresh();
    if (!read.ok) {
      holder.hold({ kind: 'blocked', id: null, error: read.error }, null);
      return;
    }
    await forgetIfNobodyMay();
    const [only, ...others] = profiles.list();
    if (only === undefined || others.length > 0) holdClosed('none');
    else if (only.remembered) await openRemembered(only.id);
    else holdClosed('none', only.id);
  }

  /** Where nobody may be remembered, what was remembered before is locked. */
  async function forgetIfNobodyMay(): Promise<void> {
    if (deps.rules().remember !== 'never') return;
    for (const { id, remembered } of profiles.list()) if (remembered) await profiles.forget(id);
  }

  async function chooseProfile(number: number | null): Promise<Result<AccountState>> {
    if (opened() !== null) return ok(holder.view());
    await closed();
    if (number === null) return ok(holder.hold({ kind: 'closed', reason: 'none', chosen: null }, 'put-back'));
    const profile = profiles.byNumber(number);
    if (profile === null) return fail('not-found');
    return profile.remembered ? openRemembered(profile.id) : ok(holdClosed('none', profile.id));
  }

  return { signIn, unlock, chooseProfile, restore, forgetIfNobodyMay };
}
