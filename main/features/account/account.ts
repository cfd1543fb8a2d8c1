import type { AccountState, Remembered, SignedOutReason, SignOutReport } from '../../../contract/domain/account.ts';
import type { Device } from '../../../contract/api/sessions.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppError, Result } from '../../../contract/result.ts';
import type {
  AccountFolders,
  AccountKeys,
  Clock,
  ComputerStore,
  Keyring,
  KeyringOwner,
  Library,
  Log,
  SecretStore,
  ServiceApi,
  WrappingSecrets,
} from '../../ports.ts';
import { blocks, viewOf } from './account-state.ts';
import { createAuthorized } from './authorized.ts';
import type { Authorized } from './authorized.ts';
import { createOfflineSignIn, serviceWasSilent } from './offline-sign-in.ts';
import type { Holding, OpenAccount, SessionTokens } from './account-state.ts';
import { decodeRemembered, encodeRemembered, fromBase64, toBase64 } from './remembered-secret.ts';

/** What the account feature needs. */
export interface AccountDeps {
  readonly service: ServiceApi;
  readonly secrets: SecretStore;
  readonly keyring: Keyring;
  readonly library: Library;
  readonly computer: ComputerStore;
  readonly folders: AccountFolders;
  readonly clock: Clock;
  readonly log: Log;
  /** What this computer calls itself at the service. */
  readonly device: Pick<Device, 'name' | 'platform'>;
  /** Opaque folder name of an account of the service on this computer. */
  readonly localIdOf: (deviceId: string, accountId: string) => LocalAccountId;
  /** Ends what is left of an earlier erasing of this account; it must not be opened when that fails. */
  readonly settleErasure: (id: LocalAccountId) => Promise<Result<null>>;
  /** Erases everything of an account from this computer, closing it first. */
  readonly erase: (id: LocalAccountId) => Promise<SignOutReport>;
  readonly isOnline: () => boolean;
  readonly onChange: (state: AccountState) => void;
  /** Stops what uses the account; its keys are wiped afterwards. */
  readonly onClosing: () => Promise<void>;
}

/** Signing in, being remembered, signing out; the only place that knows tokens and keys. */
export interface Account {
  read(): AccountState;
  /** Opens the remembered account, if any; never waits for the network. */
  restore(): Promise<void>;
  signIn(input: { email: string; password: string; remember: boolean }): Promise<Result<AccountState>>;
  /** Forgets the session at the service, then here; with `erase` that takes everything of the account along, and closes it by `close`. */
  signOut(input: { erase: boolean }): Promise<Result<SignOutReport>>;
  /** Stops what uses the account, closes its library, forgets its keys. */
  close(): Promise<void>;
  retry(): Promise<Result<AccountState>>;
  setAside(): Promise<Result<AccountState>>;
  /** The open account, or `signed-out`. */
  opened(): Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  /** Runs a call of the service with a fresh token; refreshes once for all callers when the token has run out. */
  readonly authorized: Authorized;
  /** Tells the screens again, after the network came or went. */
  networkChanged(): void;
}

/** Makes the account feature. */
export function createAccount(deps: AccountDeps): Account {
  let holding: Holding = { kind: 'starting' };
  let closing: Promise<void> = Promise.resolve();

  const offline = createOfflineSignIn(deps);
  const state = () => viewOf(holding, deps.isOnline());
  const authorized = createAuthorized({
    tokens: () => (holding.kind === 'open' ? (holding.tokens ?? 'local') : null),
    refresh,
  });

  function hold(next: Holding): AccountState {
    holding = next;
    const view = state();
    deps.onChange(view);
    return view;
  }

  async function holdNone(reason: SignedOutReason): Promise<AccountState> {
    return hold({ kind: 'none', reason, hasLockedAccounts: (await offline.lockedAccounts()).length > 0 });
  }

  async function remember(account: OpenAccount): Promise<Result<null>> {
    const { name, email, tokens, keys } = account;
    if (tokens === null) return fail('signed-out');
    return deps.secrets.set(
      account.id,
      encodeRemembered({
        version: 1,
        name,
        email,
        sessionId: tokens.sessionId,
        refreshToken: tokens.refreshToken,
        dataKey: toBase64(keys.dataKey),
      }),
    );
  }

  async function forget(id: LocalAccountId): Promise<void> {
    await deps.secrets.delete(id);
    await deps.computer.putAccount({ id, remembered: false, lastUsedAtMs: deps.clock.nowMs() });
  }

  /** Signed out at once for everyone who asks; what used the account is stopped, then its library closed and its keys wiped. */
  function close(reason: SignedOutReason): Promise<void> {
    if (holding.kind === 'open') closing = letGo(holding);
    // What was open stays here, locked, until it is erased.
    const hasLockedAccounts = holding.kind === 'open' || (holding.kind === 'none' && holding.hasLockedAccounts);
    hold({ kind: 'none', reason, hasLockedAccounts });
    return closing;
  }

  async function letGo({ id, keys }: OpenAccount): Promise<void> {
    await deps.onClosing();
    await deps.library.close();
    await forget(id);
    for (const key of [keys.dataKey, keys.libraryKey, keys.mediaKey]) key.fill(0);
  }

  async function openKeys(id: LocalAccountId, secrets: WrappingSecrets, owner: KeyringOwner) {
    const { keyring } = deps;
    return (await keyring.exists(id)) ? keyring.open(id, secrets, owner) : keyring.create(id, secrets, owner);
  }

  function blockedOrFailed(id: LocalAccountId, error: AppError): { readonly ok: false; readonly error: AppError } {
    if (blocks(error.code)) hold({ kind: 'blocked', id, error });
    return { ok: false, error };
  }

  async function restore(): Promise<void> {
    const known = await deps.computer.accounts();
    if (!known.ok) {
      hold({ kind: 'blocked', id: null, error: known.error });
      return;
    }
    const account = known.value.find((candidate) => candidate.remembered);
    if (account === undefined) {
      await holdNone('none');
      return;
    }
    const stored = await deps.secrets.get(account.id);
    const secret = stored.ok && stored.value !== null ? decodeRemembered(stored.value) : null;
    if (secret === null) {
      await holdNone('forgotten');
      return;
    }
    const keys = await deps.keyring.fromDataKey(fromBase64(secret.dataKey));
    const opened = await deps.library.open(account.id, keys.libraryKey);
    if (!opened.ok) {
      hold({ kind: 'blocked', id: account.id, error: opened.error });
      return;
    }
    const tokens = { sessionId: secret.sessionId, accessToken: '', refreshToken: secret.refreshToken };
    hold({ kind: 'open', id: account.id, name: secret.name, email: secret.email, remembered: 'yes', keys, tokens });
    await deps.computer.putAccount({ ...account, lastUsedAtMs: deps.clock.nowMs() });
  }

  async function signIn(input: { email: string; password: string; remember: boolean }): Promise<Result<AccountState>> {
    await (holding.kind === 'open' ? close('none') : closing);
    const deviceId = await deps.computer.deviceId();
    if (!deviceId.ok) return deviceId;
    const answer = await deps.service.signIn({ ...input, device: { id: deviceId.value, ...deps.device } });
    if (!answer.ok) return serviceWasSilent(answer.error.code) ? signInOffline(input, answer) : answer;
    const { account, sessionId, accessToken, refreshToken, deviceSecret } = answer.value;
    const id = deps.localIdOf(deviceId.value, account.id);
    // Signed out from another computer since the last time: what is here is not the person's to find again.
    if (answer.value.eraseRequested) await deps.erase(id);
    const settled = await deps.settleErasure(id);
    if (!settled.ok) return settled;
    const secrets = { password: input.password, deviceSecret: fromBase64(deviceSecret) };
    const { name, email } = account;
    const keys = await openKeys(id, secrets, { name, email });
    if (!keys.ok) return blockedOrFailed(id, keys.error);
    const opened = await deps.library.open(id, keys.value.libraryKey);
    if (!opened.ok) return blockedOrFailed(id, opened.error);
    const tokens = { sessionId, accessToken, refreshToken };
    let remembered: Remembered = 'no';
    const open: OpenAccount = {
      kind: 'open',
      id,
      name,
      email,
      remembered,
      keys: keys.value,
      tokens,
    };
    if (input.remember) remembered = (await remember(open)).ok ? 'yes' : 'refused';
    else await deps.secrets.delete(id);
    await deps.computer.putAccount({ id, remembered: remembered === 'yes', lastUsedAtMs: deps.clock.nowMs() });
    deps.log.info('account.signed-in', { remembered: remembered === 'yes' });
    return ok(hold({ ...open, remembered }));
  }

  /** Opens what is kept here with the password alone; when nobody is kept here, the service's silence is what is said. */
  async function signInOffline(
    { email, password }: { email: string; password: string },
    silence: Result<never>,
  ): Promise<Result<AccountState>> {
    if ((await offline.lockedAccounts()).length === 0) return silence;
    const found = await offline.open(email, password);
    if (!found.ok) return found;
    const { id, keys, owner } = found.value;
    const settled = await deps.settleErasure(id);
    if (!settled.ok) return settled;
    const opened = await deps.library.open(id, keys.libraryKey);
    if (!opened.ok) return blockedOrFailed(id, opened.error);
    deps.log.info('account.signed-in-offline');
    return ok(hold({ kind: 'open', id, ...owner, remembered: 'no', keys, tokens: null }));
  }

  /** Another computer of the person signed this one out: everything of the account goes, whatever this computer was doing. */
  async function eraseFromAfar(id: LocalAccountId): Promise<void> {
    deps.log.info('account.erase-requested');
    const { erased } = await deps.erase(id);
    await close('none');
    await holdNone(erased ? 'erased' : 'expired');
  }

  async function refresh(): Promise<Result<SessionTokens>> {
    const account = holding;
    if (account.kind !== 'open' || account.tokens === null) return fail('signed-out');
    const deviceId = await deps.computer.deviceId();
    if (!deviceId.ok) return deviceId;
    // The device's id lets the service repeat an answer that was lost on the way instead of taking it for a stolen token.
    const { refreshToken: current } = account.tokens;
    const answer = await deps.service.refresh({ refreshToken: current, deviceId: deviceId.value });
    if (!answer.ok) {
      const ended = answer.error.code === 'session-ended' || answer.error.code === 'not-allowed';
      if (answer.error.code === 'erase-requested') {
        void eraseFromAfar(account.id);
        return answer;
      }
      // Only the service's own word signs a person out; every other failure is a bad line.
      // Not waited for: closing waits for the very calls that wait for this answer.
      if (ended && holding.kind === 'open' && holding.id === account.id) void close('expired');
      return ended ? fail('session-ended') : answer;
    }
    const { sessionId, accessToken, refreshToken } = answer.value;
    const tokens = { sessionId, accessToken, refreshToken };
    if (holding.kind !== 'open' || holding.id !== account.id) return fail('signed-out');
    holding = { ...holding, tokens };
    if (holding.remembered === 'yes') {
      const kept = await remember(holding);
      if (!kept.ok && holding.kind === 'open') hold({ ...holding, remembered: 'refused' });
    }
    return ok(tokens);
  }

  return {
    read: state,
    restore,
    signIn,
    authorized,
    async signOut({ erase }) {
      const account = holding;
      if (account.kind !== 'open') return ok({ erased: false, remains: [] });
      if (account.tokens !== null && deps.isOnline()) {
        const { sessionId } = account.tokens;
        // Best effort: without a network the session at the service ends by itself or from another computer.
        await authorized((token) => deps.service.endSession(sessionId, token));
      }
      // Erasing writes down what it is about to do before anything closes, and closes the account itself.
      const report = erase ? await deps.erase(account.id) : { erased: false, remains: [] };
      await close('none');
      await holdNone('none');
      return ok(report);
    },
    close: () => close('none'),
    async retry() {
      if (holding.kind === 'blocked') await restore();
      return ok(state());
    },
    async setAside() {
      const current = holding;
      if (current.kind === 'blocked' && current.id === null) return { ok: false, error: current.error };
      if ((current.kind !== 'blocked' && current.kind !== 'open') || current.id === null) return ok(state());
      await (current.kind === 'open' ? close('none') : deps.library.close());
      const moved = await deps.folders.setAside(current.id);
      if (!moved.ok) return moved;
      await forget(current.id);
      return ok(await holdNone('none'));
    },
    opened: () => (holding.kind === 'open' ? ok({ id: holding.id, keys: holding.keys }) : fail('signed-out')),
    networkChanged() {
      if (holding.kind === 'open') deps.onChange(state());
    },
  };
}
