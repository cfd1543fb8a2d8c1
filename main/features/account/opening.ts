import type { SignInAnswer } from '../../../contract/api/sessions.ts';
import type { Remembered } from '../../../contract/domain/account.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail } from '../../../contract/result.ts';
import type { AppError, Result } from '../../../contract/result.ts';
import type { AccountKeys, KeyringOwner, WrappingSecrets } from '../../ports.ts';
import type { AccountDeps } from './account-deps.ts';
import type { OpenAccount } from './account-state.ts';
import { blocks } from './account-state.ts';
import type { OfflineSignIn, OpenedOffline } from './offline-sign-in.ts';
import { sameAddress } from './offline-sign-in.ts';
import type { Profiles } from './profiles.ts';
import { decodeRemembered, encodeRemembered, fromBase64, toBase64 } from './remembered-secret.ts';

/** What a person gave to come in. */
export interface Credentials {
  readonly password: string;
  readonly remember: boolean;
}

/** An account could not be opened; `blocked` when what is kept of it is the reason, so that it must not be tried over. */
export type OpeningFailure = { readonly error: AppError; readonly blocked: LocalAccountId | null };
/** How opening an account ended. */
export type Opening = { readonly ok: true; readonly account: OpenAccount } | ({ readonly ok: false } & OpeningFailure);

/** The ways an account comes open on this computer; none of them tells anybody. */
export interface OpeningWays {
  /** With what the service answered; `kept` when it is known already which account here this is. */
  withService(answer: SignInAnswer, credentials: Credentials, kept: LocalAccountId | null): Promise<Opening>;
  /** With what the password opened here. */
  withPassword(opened: OpenedOffline, email: string): Promise<Opening>;
  /** With what the credential store kept; null when it has lost or refuses it. */
  remembered(id: LocalAccountId): Promise<Opening | null>;
  /** Puts an open account into the credential store. */
  remember(account: OpenAccount): Promise<Result<null>>;
}

/** Makes the ways of opening. */
export function createOpening(deps: AccountDeps, profiles: Profiles, offline: OfflineSignIn): OpeningWays {
  const { keyring, library, secrets, clock } = deps;

  const failed = (id: LocalAccountId, error: AppError): Opening => ({
    ok: false,
    error,
    blocked: blocks(error.code) ? id : null,
  });

  async function secretOf(id: LocalAccountId) {
    const stored = await secrets.get(id);
    return stored.ok && stored.value !== null ? decodeRemembered(stored.value) : null;
  }

  async function openKeys(
    id: LocalAccountId,
    given: WrappingSecrets,
    owner: KeyringOwner,
  ): Promise<Result<AccountKeys>> {
    const there = await keyring.exists(id);
    const opened = there ? await keyring.open(id, given, owner) : null;
    if (opened?.ok || (opened !== null && !isLost(opened.error))) return opened;
    // No wrap of the keyring opens, or it is gone: what the credential store kept may still be the key of what is here.
    const secret = await secretOf(id);
    if (secret === null) return opened ?? keyring.create(id, given, owner);
    const dataKey = fromBase64(secret.dataKey);
    // Only a key that fits may replace a wrap that somebody could still know the password of.
    const fits = await library.open(id, (await keyring.fromDataKey(dataKey)).libraryKey);
    return fits.ok ? keyring.rebuild(id, dataKey, given, owner) : fits;
  }

  /** The account's place here: by its id, or, when this computer has forgotten its own name, where its password and address fit. */
  async function placeOf(deviceId: string, answer: SignInAnswer, password: string): Promise<LocalAccountId> {
    const id = deps.localIdOf(deviceId, answer.account.id);
    if ((await keyring.exists(id)) || profiles.list().length === 0) return id;
    const found = await offline.find(answer.account.email, password);
    return found !== null && isOwnedBy(found, answer.account.email) ? found.id : id;
  }

  async function remember({ id, name, email, tokens, keys }: OpenAccount): Promise<Result<null>> {
    if (tokens === null) return fail('service-unreachable');
    const { sessionId, refreshToken } = tokens;
    return secrets.set(
      id,
      encodeRemembered({ version: 1, name, email, sessionId, refreshToken, dataKey: toBase64(keys.dataKey) }),
    );
  }

  async function rememberIfAsked(account: OpenAccount, asked: boolean): Promise<Remembered> {
    if (asked && deps.rules().remember !== 'never') return (await remember(account)).ok ? 'yes' : 'refused';
    await secrets.delete(account.id);
    return 'no';
  }

  async function note(id: LocalAccountId, change: { remembered?: boolean }): Promise<void> {
    const { erasesOnQuit } = deps.rules();
    await profiles.change(id, { ...change, lastUsedAtMs: clock.nowMs(), erasesOnQuit });
  }

  return {
    remember,
    async withService(answer, { password, remember: asked }, kept) {
      const deviceId = await deps.computer.deviceId();
      if (!deviceId.ok) return { ok: false, error: deviceId.error, blocked: null };
      const id = kept ?? (await placeOf(deviceId.value, answer, password));
      // Signed out from another computer since the last time: what is here is not the person's to find again.
      if (answer.eraseRequested) await deps.erase(id);
      const settled = await deps.settleErasure(id);
      if (!settled.ok) return failed(id, settled.error);
      const { name, email } = answer.account;
      const given = { password, deviceSecret: fromBase64(answer.deviceSecret) };
      const keys = await openKeys(id, given, { name, email });
      if (!keys.ok) return failed(id, keys.error);
      const opened = await library.open(id, keys.value.libraryKey);
      if (!opened.ok) return failed(id, opened.error);
      const { sessionId, accessToken, refreshToken } = answer;
      const tokens = { sessionId, accessToken, refreshToken };
      const account: OpenAccount = { kind: 'open', id, name, email, remembered: 'no', keys: keys.value, tokens };
      const remembered = await rememberIfAsked(account, asked);
      await note(id, { remembered: remembered === 'yes' });
      return { ok: true, account: { ...account, remembered } };
    },
    async withPassword({ id, keys, owner }, email) {
      const settled = await deps.settleErasure(id);
      if (!settled.ok) return failed(id, settled.error);
      const opened = await library.open(id, keys.libraryKey);
      if (!opened.ok) return failed(id, opened.error);
      await note(id, {});
      const remembered = profiles.list().some((profile) => profile.id === id && profile.remembered) ? 'yes' : 'no';
      return {
        ok: true,
        account: { kind: 'open', id, ...(owner ?? { name: email, email }), remembered, keys, tokens: null },
      };
    },
    async remembered(id) {
      const secret = await secretOf(id);
      if (secret === null) return null;
      const keys = await keyring.fromDataKey(fromBase64(secret.dataKey));
      const opened = await library.open(id, keys.libraryKey);
      if (!opened.ok) return failed(id, opened.error);
      await note(id, {});
      const { name, email, sessionId, refreshToken } = secret;
      const tokens = { sessionId, accessToken: '', refreshToken };
      return { ok: true, account: { kind: 'open', id, name, email, remembered: 'yes', keys, tokens } };
    },
  };
}

/** A keyring that does not say whose it is proves nothing: somebody else may have chosen the same password. */
function isOwnedBy({ owner }: OpenedOffline, email: string): boolean {
  return owner !== null && sameAddress(owner.email, email);
}

function isLost({ code }: AppError): boolean {
  return code === 'keyring-damaged' || code === 'keyring-locked';
}
