import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComputerRules, ComputerUse } from '../../contract/domain/computer.ts';
import { ask } from './api.ts';
import { keepAnswer, useRequest } from './requests.ts';

/** What a form has to ask about the computer before somebody comes in, and what becomes of the box "Remember me". */
export interface ComputerAnswer {
  /** Whether the form asks whose computer this is; once it does, it goes on asking until it closes. */
  readonly asks: boolean;
  readonly use: ComputerUse | null;
  readonly setUse: (use: ComputerUse) => void;
  /** Asked and not answered. */
  readonly unanswered: boolean;
  readonly box: RememberBox;
  /** Tells main the answer, if it was asked for; fails as requests do. */
  readonly save: () => Promise<void>;
}

/** The box "Remember me": ticked or not, or not there and why. */
export type RememberBox =
  | { readonly kind: 'box'; readonly ticked: boolean; readonly tick: (ticked: boolean) => void }
  | { readonly kind: 'none'; readonly because: 'public' | 'policy' | 'public-policy' };

const byUse = { mine: 'preselected', shared: 'offered', public: 'never' } as const;

/** What the box does for an answer that may not be saved yet. */
function rememberFor(rules: ComputerRules | undefined, asks: boolean, use: ComputerUse | null) {
  if (!rules) return 'offered';
  if (!asks || rules.fixed.remember) return rules.remember;
  return use === null ? 'offered' : byUse[use];
}

/** Follows the rules of this computer in a form that lets somebody in. */
export function useComputerAnswer(): ComputerAnswer {
  const client = useQueryClient();
  const rules = useRequest('computer.read', null).data;
  const [answer, setAnswer] = useState<ComputerUse | null>(null);
  const [touched, setTouched] = useState<boolean | null>(null);
  const wanted = rules?.use === null && !rules.fixed.use;
  const asks = wanted || answer !== null;
  const use = asks ? answer : (rules?.use ?? null);
  const remember = rememberFor(rules, asks, use);
  const box = (): RememberBox => {
    if (remember !== 'never') {
      return { kind: 'box', ticked: touched ?? remember === 'preselected', tick: setTouched };
    }
    if (use !== 'public') return { kind: 'none', because: 'policy' };
    return { kind: 'none', because: rules?.fixed.use ? 'public-policy' : 'public' };
  };
  return {
    asks,
    use,
    setUse: setAnswer,
    unanswered: asks && answer === null,
    box: box(),
    save: async () => {
      if (asks && answer !== null)
        keepAnswer(client, 'computer.read', null, await ask('computer.update', { use: answer }));
    },
  };
}

/** What main is told about remembering. */
export function remembers(box: RememberBox): boolean {
  return box.kind === 'box' && box.ticked;
}
