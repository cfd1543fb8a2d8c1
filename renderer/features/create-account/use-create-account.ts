import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { type ComputerAnswer, remembers } from '../../lib/computer-answer.ts';
import { takeAccount } from '../../lib/live.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { refresh } from '../../lib/requests.ts';
import { ageOf, type Draft, emptyDraft, isWhole, problemsOf } from './account-draft.ts';

/** The form of a new account: what is typed, what is under way, what went wrong. */
export interface CreatingAccount {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Create was pressed: what is wrong is shown. */
  readonly tried: boolean;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Everything typed was thrown away because nobody confirmed for a minor; a new number each time. */
  readonly discarded: number;
  readonly submit: (termsVersion: string) => Promise<void>;
}

/** Holds a draft and sends it once it is whole; a minor's without a guardian's word is thrown away at once and main is asked nothing. */
export function useCreateAccount(computer: ComputerAnswer): CreatingAccount {
  const client = useQueryClient();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [discarded, setDiscarded] = useState(0);
  const discard = (): void => {
    setDraft(emptyDraft);
    setTried(false);
    setError(null);
    setDiscarded((times) => times + 1);
  };
  const fail = (failure: AppError): void => {
    if (failure.code === 'guardian-required') {
      discard();
      return;
    }
    setError(failure);
    if (failure.code !== 'terms-outdated') return;
    setDraft((before) => ({ ...before, termsAccepted: false }));
    void refresh(client, 'account.terms');
  };
  return {
    draft,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      if (error?.code === 'email-taken' && part.email !== undefined) setError(null);
    },
    tried,
    busy,
    error,
    discarded,
    submit: async (termsVersion) => {
      if (busy) return;
      if (ageOf(draft, Date.now()) === 'minor' && !draft.guardianConfirmed) {
        discard();
        return;
      }
      setTried(true);
      if (!isWhole(problemsOf(draft, Date.now())) || computer.unanswered) return;
      setBusy(true);
      setError(null);
      try {
        await computer.save();
        const account = await ask('account.create', {
          name: draft.name.trim(),
          email: draft.email.trim(),
          password: draft.password,
          birthDate: String(draft.birthDate),
          guardianConfirmed: draft.guardianConfirmed,
          acceptedTermsVersion: termsVersion,
          remember: remembers(computer.box),
        });
        takeAccount(client, account);
      } catch (thrown) {
        fail(toAppError(thrown));
      }
      setBusy(false);
    },
  };
}
