import { useRouter } from '@tanstack/react-router';
import { Eye, EyeOff, LogOut, Settings, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePrivateSession } from '../lib/private-session.ts';
import { useRequest } from '../lib/requests.ts';
import { useLeave, useSwitchProfile } from '../lib/leaving.ts';
import { Menu } from '../ui/menu.tsx';
import { ProfileMark } from '../ui/profile-mark.tsx';
import css from './person.module.css';

/** Who is signed in, at the foot of the rail: settings, another profile, signing out. */
export function Person(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const account = useRequest('account.read', null).data;
  const rules = useRequest('computer.read', null).data;
  const switchProfile = useSwitchProfile();
  const privateSession = usePrivateSession();
  const leave = useLeave();
  if (account?.kind !== 'signed-in') return null;
  return (
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
  );
}
