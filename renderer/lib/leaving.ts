import { useQueryClient } from '@tanstack/react-query';
import { useTellFailure } from './attempt.ts';
import { takeAccount } from './live.ts';
import { toAppError } from './request-failed.ts';
import { useAsk } from './requests.ts';
import { forgetSignOut } from './sign-out.ts';
import { openSheet } from './window-sheet.ts';

/** Closes the account and shows the profiles; a failure is told as a notice. */
export function useSwitchProfile(): () => void {
  const client = useQueryClient();
  const switching = useAsk('account.switchProfile');
  const tellFailure = useTellFailure();
  return () => {
    if (switching.isPending) return;
    forgetSignOut();
    switching.mutate(null, {
      onSuccess: (next) => {
        takeAccount(client, next);
      },
      onError: (thrown) => {
        tellFailure(toAppError(thrown));
      },
    });
  };
}

/** Asks how to sign out. */
export function useLeave(): () => void {
  const client = useQueryClient();
  return () => {
    // Counted anew each time: places and downloads have moved since.
    client.removeQueries({ queryKey: ['account.signOutPreview'] });
    forgetSignOut();
    openSheet('sign-out');
  };
}
