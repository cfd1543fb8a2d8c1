import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { type ComputerAnswer, remembers } from '../../lib/computer-answer.ts';
import { takeAccount } from '../../lib/live.ts';
import { toAppError } from '../../lib/request-failed.ts';

/** Signing in as a form sees it. */
export interface SigningIn {
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly forget: () => void;
  readonly begin: (who: { readonly email: string; readonly password: string }) => Promise<void>;
}

/** Tells main whose computer this is, then signs in; nothing is thrown. */
export function useSignIn(computer: ComputerAnswer): SigningIn {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  return {
    busy,
    error,
    forget: () => {
      setError(null);
    },
    begin: async (who) => {
      if (busy) return;
      setBusy(true);
      setError(null);
      try {
        await computer.save();
        takeAccount(client, await ask('account.signIn', { ...who, remember: remembers(computer.box) }));
      } catch (thrown) {
        setError(toAppError(thrown));
      }
      setBusy(false);
    },
  };
}
