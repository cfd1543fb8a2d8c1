import { type ReactNode, useState } from 'react';
import type { AccountState, SignOutReport } from '../../contract/domain/account.ts';
import type { AppAbout } from '../../contract/domain/views.ts';
import { CreateAccountScreen } from '../features/create-account/create-account-screen.tsx';
import { PickerScreen } from '../features/profiles/picker-screen.tsx';
import { UnlockScreen } from '../features/profiles/unlock-screen.tsx';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import { useRequest } from '../lib/requests.ts';
import { EntryNotices } from './entry-notices.tsx';

/** Nobody is signed in: everybody's profiles, or one that is closed. */
export type ClosedAccount = Extract<AccountState, { readonly kind: 'signed-out' | 'locked' }>;

/** Which form was asked for over the profiles; the e-mail is written in already. */
type Form = { readonly kind: 'sign-in'; readonly email: string } | { readonly kind: 'create' } | null;

/** The screens to come in by; what was asked for in them is forgotten with this component, once somebody is in. */
export function Entry(props: { readonly account: ClosedAccount; readonly about: AppAbout }): ReactNode {
  const { account, about } = props;
  const [form, setForm] = useState<Form>(null);
  const [removed, setRemoved] = useState<SignOutReport | null>(null);
  const computer = useRequest('computer.read', null);
  if (computer.isPending) return null;

  const hasProfiles = account.profiles.length > 0;
  const notices = (
    <EntryNotices
      reason={account.reason}
      policy={computer.data?.policy ?? { kind: 'none' }}
      remains={computer.data?.remains ?? []}
      removed={removed}
    />
  );
  const signIn = (email = ''): void => {
    setForm({ kind: 'sign-in', email });
  };
  if (form?.kind === 'create') {
    return <CreateAccountScreen about={about} notices={notices} onBack={() => signIn()} onSignIn={signIn} />;
  }
  if (form === null && account.kind === 'locked') {
    return (
      <UnlockScreen
        key={account.profile.number}
        profile={account.profile}
        notices={notices}
        onSignIn={() => signIn()}
        onRemoved={setRemoved}
      />
    );
  }
  if (form === null && hasProfiles) {
    return <PickerScreen profiles={account.profiles} notices={notices} onAdd={() => signIn()} />;
  }
  return (
    <SignInScreen
      about={about}
      notices={notices}
      email={form?.email ?? ''}
      hasProfiles={hasProfiles}
      onBack={hasProfiles ? () => setForm(null) : null}
      onCreate={() => setForm({ kind: 'create' })}
    />
  );
}
