import { describe, expect, it } from 'vitest';
import { computerUses } from '../../../contract/domain/computer.ts';
import type { ComputerRules, ComputerUse } from '../../../contract/domain/computer.ts';
import type { ComputerChoice } from '../../ports.ts';
import { rulesOf } from './computer-rules.ts';
import { readPolicy } from './policy.ts';
import type { Policy } from './policy.ts';

const policyOf = (fields: object): Policy =>
  readPolicy({ kind: 'text', text: JSON.stringify({ version: 1, ...fields }) });
const none = readPolicy({ kind: 'absent' });
const unreadable = readPolicy({ kind: 'unreadable' });

function rules(use: ComputerUse | null, policy: Policy, idleMinutes: ComputerChoice['idleMinutes'] = 'usual') {
  return rulesOf({ choice: { use, idleMinutes }, policy, remains: [] });
}

/** A row's words: use, idle minutes, the box, signing out, what quitting does, what is fixed (use, idle, remember). */
function words(of: ComputerRules): string {
  const { use, idleMinutes, remember, signOut, erasesOnQuit, fixed } = of;
  const fixedWords = [fixed.use ? 'use' : '', fixed.idleMinutes ? 'idle' : '', fixed.remember ? 'remember' : ''];
  return [use, idleMinutes, remember, signOut, erasesOnQuit ? 'erases' : 'stays', ...fixedWords.filter(Boolean)].join(
    ' ',
  );
}

const asPublic = 'public 5 never only-erase erases use';
const strictest = 'public 2 never only-erase erases use idle remember';

const policies = {
  'no policy': none,
  'a policy that decides nothing': policyOf({}),
  'a policy that says what holds anyway': policyOf({ sharedComputer: false, allowRemember: true }),
  'a shared computer': policyOf({ sharedComputer: true }),
  '7 minutes': policyOf({ idleMinutes: 7 }),
  'nobody remembered': policyOf({ allowRemember: false }),
  'another service': policyOf({ serviceUrl: 'https://lectures.example' }),
  'all of it': policyOf({ sharedComputer: true, idleMinutes: 600, allowRemember: false }),
  'a wrong use': policyOf({ sharedComputer: 'yes' }),
  'a wrong idle time': policyOf({ idleMinutes: 0 }),
  'a wrong answer about remembering': policyOf({ allowRemember: 'no' }),
  'a typo': policyOf({ allowRemeber: false }),
  'a typo beside what is right': policyOf({ allowRemeber: false, sharedComputer: false, idleMinutes: 30 }),
  'an unreadable file': unreadable,
} as const;

/** Use × policy. */
const table: Record<keyof typeof policies, Record<'null' | ComputerUse, string>> = {
  'no policy': usual(),
  'a policy that decides nothing': usual(),
  'a policy that says what holds anyway': usual(),
  'a shared computer': all(asPublic),
  '7 minutes': {
    null: ' 7 offered keep stays idle',
    mine: 'mine 7 preselected keep stays idle',
    shared: 'shared 7 offered erase stays idle',
    public: 'public 7 never only-erase erases idle',
  },
  'nobody remembered': {
    null: '  never keep stays remember',
    mine: 'mine  never keep stays remember',
    shared: 'shared 15 never erase stays remember',
    public: 'public 5 never only-erase erases remember',
  },
  'another service': usual(),
  'all of it': all('public 600 never only-erase erases use idle remember'),
  'a wrong use': all(asPublic),
  'a wrong idle time': {
    null: ' 2 offered keep stays idle',
    mine: 'mine 2 preselected keep stays idle',
    shared: 'shared 2 offered erase stays idle',
    public: 'public 2 never only-erase erases idle',
  },
  'a wrong answer about remembering': {
    null: '  never keep stays remember',
    mine: 'mine  never keep stays remember',
    shared: 'shared 15 never erase stays remember',
    public: 'public 5 never only-erase erases remember',
  },
  'a typo': all(strictest),
  'a typo beside what is right': {
    null: ' 30 never keep stays idle remember',
    mine: 'mine 30 never keep stays idle remember',
    shared: 'shared 30 never erase stays idle remember',
    public: 'public 30 never only-erase erases idle remember',
  },
  'an unreadable file': all(strictest),
};

function usual() {
  return {
    null: '  offered keep stays',
    mine: 'mine  preselected keep stays',
    shared: 'shared 15 offered erase stays',
    public: 'public 5 never only-erase erases',
  };
}

function all(row: string) {
  return { null: row, mine: row, shared: row, public: row };
}

const rows = (Object.keys(policies) as (keyof typeof policies)[]).flatMap((policy) =>
  [null, ...computerUses].map((use) => [use, policy, table[policy][use ?? 'null']] as const),
);

describe('the rules of a computer', () => {
  it.each(rows)('A9 A2 A7: %s with %s: %s', (use, policy, row) => {
    const made = rules(use, policies[policy]);
    expect(words(made)).toBe(row);
    expect(made.policy).toBe(policies[policy].state);
  });

  it.each([
    [null, 10, 10],
    ['mine', 30, 30],
    ['mine', null, null],
    ['shared', 2, 2],
    ['shared', null, null],
    ['public', 60, 60],
    ['public', null, 5],
  ] as const)('A9: %s with an idle time of %s of their own: %s', (use, chosen, holds) => {
    expect(rules(use, none, chosen).idleMinutes).toBe(holds);
    expect(rules(use, policies['7 minutes'], chosen).idleMinutes).toBe(7);
    expect(rules(use, unreadable, chosen).idleMinutes).toBe(2);
  });

  it('A9: "never" chosen on one\'s own computer does not hold once a policy makes it a public one', () => {
    expect(rules('mine', policies['a shared computer'], null).idleMinutes).toBe(5);
  });

  it('A7: what erasing left is carried along', () => {
    const made = rulesOf({ choice: { use: 'mine', idleMinutes: 'usual' }, policy: none, remains: ['keys'] });
    expect(made.remains).toEqual(['keys']);
  });
});
