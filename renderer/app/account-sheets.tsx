import type { ReactNode } from 'react';
import { ChangeEmailSheet } from '../features/settings/change-email-sheet.tsx';
import { ChangePasswordSheet } from '../features/settings/change-password-sheet.tsx';
import { useRequest } from '../lib/requests.ts';
import { closeSheet, useWindowSheet } from '../lib/window-sheet.ts';

/** Changing the e-mail and the password, for screens that are not the settings. */
export function AccountSheets(): ReactNode {
  const open = useWindowSheet((state) => state.open);
  const account = useRequest('account.read', null).data;
  if (account?.kind !== 'signed-in') return null;
  const { name, email } = account;
  return (
    <>
      <ChangeEmailSheet email={email} open={open === 'change-email'} onClose={closeSheet} />
      <ChangePasswordSheet name={name} email={email} open={open === 'change-password'} onClose={closeSheet} />
    </>
  );
}
