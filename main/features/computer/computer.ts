import type { RemainKind } from '../../../contract/domain/account.ts';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import type { Requests } from '../../../contract/ipc.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ComputerChoice, ComputerStore } from '../../ports.ts';
import { rulesOf } from './computer-rules.ts';
import type { Policy } from './policy.ts';

/** What the computer feature needs. */
export interface ComputerDeps {
  readonly store: Pick<ComputerStore, 'readChoice' | 'writeChoice'>;
  readonly policy: Policy;
  readonly onChange: (rules: ComputerRules) => void;
}

/** Whose computer this is, and the rules that follow from it. */
export interface Computer {
  /** Reads what a person chose; with an unreadable store the rules are as if nobody had been asked, and the policy still holds. */
  load(): Promise<void>;
  read(): ComputerRules;
  /** `not-allowed` where the policy decides, and then nothing changed; what could not be kept on disk still holds for this run. */
  update(input: Requests['computer.update']['in']): Promise<Result<ComputerRules>>;
  /** Takes note of what an erasing could not delete. */
  setRemains(remains: readonly RemainKind[]): void;
}

/** Makes the computer feature. */
export function createComputer({ store, policy, onChange }: ComputerDeps): Computer {
  let choice: ComputerChoice = { use: null, idleMinutes: 'usual' };
  let remains: readonly RemainKind[] = [];
  let isLoaded = false;
  const read = () => rulesOf({ choice, policy, remains });

  async function load(): Promise<void> {
    const kept = await store.readChoice();
    if (!kept.ok) return;
    choice = kept.value;
    isLoaded = true;
  }

  return {
    load,
    read,
    async update(input) {
      const { fixed } = read();
      if (input.use !== undefined && fixed.use) return fail('not-allowed');
      if (input.idleMinutes !== undefined && fixed.idleMinutes) return fail('not-allowed');
      // A change of one thing must not overwrite the other with a guess, when it only could not be read at the start.
      if (!isLoaded) await load();
      choice = changed(choice, input);
      isLoaded = true;
      onChange(read());
      const written = await store.writeChoice(choice);
      return written.ok ? ok(read()) : written;
    },
    setRemains(next) {
      if (next.length === remains.length && next.every((kind) => remains.includes(kind))) return;
      remains = next;
      onChange(read());
    },
  };
}

function changed(before: ComputerChoice, input: Requests['computer.update']['in']): ComputerChoice {
  const use = input.use ?? before.use;
  const kept = use === before.use ? before.idleMinutes : 'usual';
  return { use, idleMinutes: input.idleMinutes === undefined ? kept : input.idleMinutes };
}
