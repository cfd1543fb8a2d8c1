import type { AccountState, Profile, SignedOutReason } from '../../contract/domain/account.ts';
import type { ComputerRules } from '../../contract/domain/computer.ts';
import { ok as okay, type Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';

const rules: ComputerRules = {
  use: 'mine',
  idleMinutes: null,
  remember: 'preselected',
  signOut: 'keep',
  erasesOnQuit: false,
  fixed: { use: false, idleMinutes: false, remember: false },
  policy: { kind: 'none' },
  remains: [],
};
const publicRules: ComputerRules = {
  ...rules,
  use: 'public',
  idleMinutes: 5,
  remember: 'never',
  signOut: 'only-erase',
  erasesOnQuit: true,
};
const uses: Readonly<Record<string, ComputerRules>> = {
  none: { ...rules, use: null, remember: 'offered' },
  shared: { ...rules, use: 'shared', remember: 'offered', signOut: 'erase' },
  public: publicRules,
  policy: {
    ...publicRules,
    fixed: { use: true, idleMinutes: true, remember: true },
    policy: { kind: 'followed' },
  },
  'policy-wrong': {
    ...publicRules,
    fixed: { use: true, idleMinutes: true, remember: true },
    policy: { kind: 'wrong', fields: ['idleMinutes', 'serviceUrl'] },
  },
  remains: { ...rules, remains: ['lectures', 'logs'] },
};

/** Profiles as people name them; the last has no label. */
function profiles(russian: boolean, many: boolean): readonly Profile[] {
  const few: readonly Profile[] = [
    { number: 2, label: russian ? 'Аня' : 'Anna', colour: 'rose', remembered: true },
    { number: 1, label: russian ? 'Папа' : 'Dad', colour: 'blue', remembered: false },
    { number: 3, label: null, colour: 'ochre', remembered: false },
  ];
  const more: readonly Profile[] = [
    { number: 4, label: russian ? 'Кружок астрономии, вторник и пятница' : 'Astronomy club, Tuesdays and Fridays', colour: 'violet', remembered: false },
    { number: 5, label: '🦉', colour: 'teal', remembered: false },
    { number: 6, label: russian ? 'Бабушка Вера' : 'Grandmother', colour: 'rust', remembered: true },
    { number: 7, label: 'Lev', colour: 'slate', remembered: false },
  ]; // prettier-ignore
  return many ? [...few, ...more] : few;
}

/** The account of ?account=picker|many|locked|create; null for any other. */
export function entryAccount(which: string, asked: URLSearchParams): AccountState | null {
  const all = profiles(asked.get('lang') === 'ru', which === 'many');
  const reason = (asked.get('reason') ?? 'none') as SignedOutReason;
  const [, second] = all;
  if (which === 'create') return { kind: 'signed-out', reason, profiles: [] };
  if (which === 'picker' || which === 'many') return { kind: 'signed-out', reason, profiles: all };
  return which === 'locked' && second ? { kind: 'locked', reason, profile: second, profiles: all } : null;
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

/** What the screens to come in by ask of main; `?use=` chooses the computer's rules. */
export function entryAnswers(
  asked: URLSearchParams,
  main: {
    readonly signIn: (remembered: 'yes' | 'no') => AccountState;
    readonly tell: (next: AccountState) => void;
  },
): Answers {
  let computer = uses[asked.get('use') ?? ''] ?? rules;
  let all = profiles(asked.get('lang') === 'ru', asked.get('account') === 'many');
  const out = (): AccountState => ({ kind: 'signed-out', reason: 'none', profiles: all });
  const open = async (password: string, remember: boolean): Promise<Result<AccountState>> => {
    await soon();
    if (password === 'wrong') return { ok: false, error: { code: 'wrong-password' } };
    return okay(main.signIn(remember ? 'yes' : 'no'));
  };
  return {
    'computer.read': () => okay(computer),
    'computer.update': ({ use }) => {
      computer = { ...computer, use: use ?? computer.use };
      return okay(computer);
    },
    'account.chooseProfile': async ({ number }) => {
      await soon();
      const profile = all.find((each) => each.number === number);
      if (!profile) return okay(out());
      return okay(profile.remembered ? main.signIn('yes') : { kind: 'locked', reason: 'none', profile, profiles: all });
    },
    'account.unlock': ({ password, remember }) => open(password, remember),
    'account.create': ({ password, remember }) => open(password, remember),
    'account.eraseProfile': async ({ number }) => {
      await soon();
      all = all.filter((each) => each.number !== number);
      main.tell(out());
      return okay({ erased: true, remains: [] });
    },
    'account.terms': () => okay({ version: '2026-01', publishedOn: '2026-01-15' }),
    'external.open': () => okay(null),
  };
}
