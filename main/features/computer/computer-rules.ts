import type { RemainKind } from '../../../contract/domain/account.ts';
import { usualIdleMinutes } from '../../../contract/domain/computer.ts';
import type { ComputerRules, ComputerUse } from '../../../contract/domain/computer.ts';
import { assertNever } from '../../../contract/result.ts';
import type { ComputerChoice } from '../../ports.ts';
import type { Policy } from './policy.ts';

type UsualRules = Pick<ComputerRules, 'idleMinutes' | 'remember' | 'signOut' | 'erasesOnQuit'>;

/** The rules of this computer: the usual ones of its use, changed by the person's own idle time and, last, by the policy. */
export function rulesOf(input: {
  readonly choice: ComputerChoice;
  readonly policy: Policy;
  readonly remains: readonly RemainKind[];
}): ComputerRules {
  const { choice, policy, remains } = input;
  const use = policy.sharedComputer ? 'public' : choice.use;
  const usual = usualRulesOf(use);
  return {
    use,
    idleMinutes: policy.idleMinutes ?? idleMinutesOf(choice, use, usual),
    remember: policy.allowRemember ? usual.remember : 'never',
    signOut: usual.signOut,
    erasesOnQuit: usual.erasesOnQuit,
    fixed: { use: policy.sharedComputer, idleMinutes: policy.idleMinutes !== null, remember: !policy.allowRemember },
    policy: policy.state,
    remains,
  };
}

function usualRulesOf(use: ComputerUse | null): UsualRules {
  switch (use) {
    case null:
      return { idleMinutes: null, remember: 'offered', signOut: 'keep', erasesOnQuit: false };
    case 'mine':
      return { idleMinutes: usualIdleMinutes.mine, remember: 'preselected', signOut: 'keep', erasesOnQuit: false };
    case 'shared':
      return { idleMinutes: usualIdleMinutes.shared, remember: 'offered', signOut: 'erase', erasesOnQuit: false };
    case 'public':
      return { idleMinutes: usualIdleMinutes.public, remember: 'never', signOut: 'only-erase', erasesOnQuit: true };
    default:
      return assertNever(use);
  }
}

function idleMinutesOf(choice: ComputerChoice, use: ComputerUse | null, usual: UsualRules): number | null {
  if (choice.idleMinutes === 'usual') return usual.idleMinutes;
  // Nobody stays signed in for good on a public computer, also when "never" was chosen while it was somebody's own.
  return choice.idleMinutes === null && use === 'public' ? usual.idleMinutes : choice.idleMinutes;
}
