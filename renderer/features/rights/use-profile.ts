import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../contract/domain/rights.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer } from '../../lib/requests.ts';
import { useNow } from '../../lib/use-now.ts';
import { useToasts } from '../../lib/toasts.ts';
import {
  changeOf,
  draftOf,
  isMinor,
  isWrong,
  problemsOf,
  type ProfileDraft,
  type ProfileProblems,
} from './profile-draft.ts';

/** The form about the person: what is typed, what is wrong, what is under way. */
export interface ProfileEditing {
  readonly draft: ProfileDraft;
  readonly change: (part: Partial<ProfileDraft>) => void;
  /** Null until it was to be saved. */
  readonly problems: ProfileProblems | null;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** What was typed said that somebody is under 18: it was thrown away. */
  readonly wasMinor: boolean;
  readonly save: () => Promise<void>;
}

/** Holds what is typed until the screen is left, and sends what is other than before. */
export function useProfile(profile: Profile): ProfileEditing {
  const { t } = useTranslation();
  const client = useQueryClient();
  const show = useToasts((state) => state.show);
  const nowMs = useNow(60_000);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  // What the service says later does not write over what is being typed.
  const [base, setBase] = useState(profile);
  const [draft, setDraft] = useState(() => draftOf(profile));
  const [tried, setTried] = useState(false);
  const [wasMinor, setWasMinor] = useState(false);
  const begin = (from: Profile): void => {
    setBase(from);
    setDraft(draftOf(from));
    setTried(false);
  };
  const discard = (): void => {
    begin(base);
    setError(null);
    setWasMinor(true);
  };
  return {
    draft,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      setWasMinor(false);
    },
    problems: tried ? problemsOf(draft, nowMs) : null,
    busy,
    error,
    wasMinor,
    save: async () => {
      const change = changeOf(draft, base);
      if (busy) return;
      if (change.birthDate !== undefined && isMinor(draft, Date.now())) {
        discard();
        return;
      }
      setTried(true);
      setWasMinor(false);
      setError(null);
      if (isWrong(problemsOf(draft, Date.now()))) return;
      if (Object.keys(change).length === 0) {
        show({ text: t('rights.profile.nothingChanged') });
        return;
      }
      setBusy(true);
      try {
        const saved = await ask('rights.updateProfile', change);
        keepAnswer(client, 'rights.profile', null, saved);
        begin(saved);
        show({ text: t('rights.profile.saved') });
      } catch (thrown) {
        const failure = toAppError(thrown);
        if (failure.code === 'guardian-required') discard();
        else setError(failure);
      }
      setBusy(false);
    },
  };
}
