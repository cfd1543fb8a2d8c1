import type { AccountState, Profile } from '../../contract/domain/account.ts';
import { type ComputerRules, type ComputerUse, computerUses } from '../../contract/domain/computer.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers, FakeBridge } from '../lib/testing/fake-bridge.ts';

type SignedIn = Extract<AccountState, { kind: 'signed-in' }>;
const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const idleOf = { mine: null, shared: 15, public: 5 } as const;

/** The rules that go with each use; `policy` as in the address: fixed, wrong or unreadable. */
export function sampleRules(use: ComputerUse | null, policy: string | null = null): ComputerRules {
  const fixed = policy === 'fixed';
  return {
    use,
    idleMinutes: idleOf[use ?? 'mine'],
    remember: use === 'public' ? 'never' : use === 'mine' ? 'preselected' : 'offered',
    signOut: use === 'public' ? 'only-erase' : use === 'shared' ? 'erase' : 'keep',
    erasesOnQuit: use === 'public',
    fixed: { use: fixed, idleMinutes: fixed, remember: fixed },
    policy:
      policy === 'wrong'
        ? { kind: 'wrong', fields: ['idleMinutes', 'allowRemember'] }
        : policy === 'unreadable'
          ? { kind: 'wrong', fields: [] }
          : { kind: fixed ? 'followed' : 'none' },
    remains: [],
  };
}

/** The profile of the sample person, as the address asks: `profile=named` has a name and a colour of its own. */
export function sampleProfile(asked: URLSearchParams, remembered: boolean): Profile {
  const named = asked.get('profile') === 'named';
  return {
    number: asked.has('others') ? 2 : 1,
    label: named ? (asked.get('lang') === 'ru' ? 'Аня' : 'Anya') : null,
    colour: named ? 'violet' : 'green',
    remembered,
  };
}

/** What main answers about the open account and the computer; `use=mine|shared|public`, `policy=…`, `password=stale`. */
export function insideAnswers(
  asked: URLSearchParams,
  read: () => AccountState,
  write: (account: AccountState) => void,
): Answers {
  const use = computerUses.find((each) => each === asked.get('use')) ?? 'mine';
  let region: string | null = 'RU';
  let rules = sampleRules(use, asked.get('policy'));
  const wait = () => new Promise((resolve) => setTimeout(resolve, 300));
  const change = (part: Partial<SignedIn>): Result<AccountState> => {
    const account = read();
    if (account.kind !== 'signed-in') return { ok: false, error: { code: 'signed-out' } };
    write({ ...account, ...part });
    return ok(read());
  };
  return {
    'account.switchProfile': () => {
      const account = read();
      const profiles = account.kind === 'signed-in' ? [account.profile] : [];
      write({ kind: 'signed-out', reason: 'none', profiles });
      return ok(read());
    },
    'account.updateProfile': async (part) => {
      await wait();
      const account = read();
      return account.kind === 'signed-in' ? change({ profile: { ...account.profile, ...part } }) : ok(account);
    },
    'account.setRemembered': ({ remember }) =>
      change({ remembered: remember ? (asked.get('keychain') === 'refuses' ? 'refused' : 'yes') : 'no' }),
    'account.changePassword': async ({ currentPassword }) => {
      await wait();
      if (currentPassword === 'wrong') return { ok: false, error: { code: 'wrong-credentials' } };
      return ok({ offlineSignIn: asked.get('password') === 'stale' ? 'stale' : 'renewed' });
    },
    'account.changeEmail': async ({ email, password }) => {
      await wait();
      if (password === 'wrong') return { ok: false, error: { code: 'wrong-credentials' } };
      return email.startsWith('taken') ? { ok: false, error: { code: 'email-taken' } } : change({ email });
    },
    'account.region': () => ok({ region, regions: ['DE', 'FR', 'GB', 'GE', 'KZ', 'RS', 'RU', 'US'] }),
    'account.setRegion': async (said) => {
      await wait();
      region = said.region;
      return ok(null);
    },
    'computer.read': () => ok(rules),
    'computer.update': (part) => {
      rules = { ...sampleRules(part.use ?? rules.use, asked.get('policy')), ...part };
      return ok(rules);
    },
    'computer.active': () => ok(null),
    'computer.stay': () => ok(null),
  };
}

/** `idle=SECONDS`: main warns a moment after the start that it signs out in so many seconds. */
export function warnWhenAsked(asked: URLSearchParams, bridge: FakeBridge): void {
  const seconds = Number(asked.get('idle') ?? 0);
  const warn = (): void => {
    bridge.emit('computer.idle', { signsOutAtMs: Date.now() + seconds * 1000 });
  };
  if (seconds > 0) setTimeout(warn, Number(asked.get('after') ?? 500));
}
