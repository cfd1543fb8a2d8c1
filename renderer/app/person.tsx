import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Eye, EyeOff, LogOut, Settings, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SignOutSheet } from '../features/sign-out/sign-out-sheet.tsx';
import { useTellFailure } from '../lib/attempt.ts';
import { takeAccount } from '../lib/live.ts';
import { usePrivateSession } from '../lib/private-session.ts';
import { toAppError } from '../lib/request-failed.ts';
import { useAsk, useRequest } from '../lib/requests.ts';
import { forgetSignOut } from '../lib/sign-out.ts';
import { Menu } from '../ui/menu.tsx';
import { ProfileMark } from '../ui/profile-mark.tsx';
import css from './person.module.css';

/** Closes the account and shows the profiles; a failure is told as a notice. */
function useSwitchProfile(): () => void {
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

/** Who is signed in, at the foot of the rail: settings, another profile, signing out. */
export function Person(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const account = useRequest('account.read', null).data;
  const rules = useRequest('computer.read', null).data;
  const client = useQueryClient();
  const switchProfile = useSwitchProfile();
  const privateSession = usePrivateSession();
  const [leaving, setLeaving] = useState(false);
  if (account?.kind !== 'signed-in') return null;
  const leave = (): void => {
    // Counted anew each time: places and downloads have moved since.
    client.removeQueries({ queryKey: ['account.signOutPreview'] });
    forgetSignOut();
    setLeaving(true);
  };
  return (
    <>
      <Menu
        label={t('frame.personMenu')}
        placement="top start"
        entries={[
          { id: 'settings', label: t('frame.settings'), icon: <Settings size={17} aria-hidden /> },
          {
            id: 'private',
            label: t(privateSession.on ? 'history.private.end' : 'history.private.begin'),
            icon: privateSession.on ? <Eye size={17} aria-hidden /> : <EyeOff size={17} aria-hidden />,
          },
          // Where nothing is kept, switching would erase: that is asked at signing out.
          ...(rules?.signOut === 'only-erase'
            ? []
            : [{ id: 'switch-profile', label: t('frame.switchProfile'), icon: <Users size={17} aria-hidden /> }]),
          { id: 'sign-out', label: t('frame.signOut'), icon: <LogOut size={17} aria-hidden /> },
        ]}
        onPick={(id) => {
          if (id === 'settings') void router.navigate({ to: '/settings' });
          else if (id === 'private') void privateSession.set(!privateSession.on);
          else if (id === 'switch-profile') switchProfile();
          else leave();
        }}
        trigger={
          <Button className={css.person ?? ''}>
            <ProfileMark profile={account.profile} />
            <span className={css.names}>
              <span className={css.name}>{account.name}</span>
              <span className={css.mail}>{account.email}</span>
            </span>
          </Button>
        }
      />
      <SignOutSheet open={leaving} onClose={() => setLeaving(false)} />
    </>
  );
}
