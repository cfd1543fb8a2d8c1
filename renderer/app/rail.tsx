import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Download, GraduationCap, HardDrive, House, LogOut, Settings, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SignOutSheet } from '../features/sign-out/sign-out-sheet.tsx';
import { cx } from '../lib/cx.ts';
import { useFormat } from '../lib/format.ts';
import { useRequest } from '../lib/requests.ts';
import { forgetSignOut } from '../lib/sign-out.ts';
import { Menu } from '../ui/menu.tsx';
import css from './rail.module.css';

/** The left rail: where to go, and at its foot how things stand. */
export function Rail(): ReactNode {
  const { t } = useTranslation();
  const downloads = useRequest('downloads.list', null).data ?? [];
  const running = downloads.filter((item) => item.state !== 'complete').length;
  return (
    <div className={css.rail} data-region>
      <nav aria-label={t('frame.rail')}>
        <ul className={css.list}>
          <Entry to="/" icon={<House size={19} aria-hidden />} label={t('frame.home')} />
          <Entry to="/courses" icon={<GraduationCap size={19} aria-hidden />} label={t('frame.courses')} />
          <Entry
            to="/downloads"
            icon={<Download size={19} aria-hidden />}
            label={t('frame.downloads')}
            {...(running > 0 ? { count: running, countLabel: t('frame.running', { count: running }) } : {})}
          />
        </ul>
      </nav>
      <aside className={css.foot} aria-label={t('frame.state')}>
        <Network />
        <Storage />
        <Person />
      </aside>
    </div>
  );
}

function Entry(props: {
  readonly to: '/' | '/courses' | '/downloads';
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number;
  readonly countLabel?: string;
}): ReactNode {
  return (
    <li>
      <Link
        to={props.to}
        className={css.entry ?? ''}
        activeOptions={{ exact: props.to === '/', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        title={props.label}
        aria-description={props.countLabel}
      >
        {props.icon}
        <span className={css.label}>{props.label}</span>
        {props.count !== undefined && (
          <span className={css.count} aria-hidden>
            {props.count}
          </span>
        )}
      </Link>
    </li>
  );
}

function Network(): ReactNode {
  const { t } = useTranslation();
  const account = useRequest('account.read', null).data;
  const online = account?.kind === 'signed-in' && account.network === 'online';
  const words = online ? t('frame.online') : t('frame.offline');
  return (
    <p className={css.state} role="status" title={words}>
      <span className={cx(css.dot, online ? css.on : css.off)} aria-hidden />
      <span className={css.label}>{words}</span>
    </p>
  );
}

function Storage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const storage = useRequest('storage.read', null).data;
  const words = storage
    ? t('frame.storage', { used: format.bytes(storage.downloadedBytes), free: format.bytes(storage.freeBytes) })
    : '';
  return (
    <p className={css.state} title={words}>
      <HardDrive size={16} aria-hidden className={css.stateIcon} />
      <span className={css.label}>{words}</span>
    </p>
  );
}

function Person(): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const account = useRequest('account.read', null).data;
  const client = useQueryClient();
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
          { id: 'sign-out', label: t('frame.signOut'), icon: <LogOut size={17} aria-hidden /> },
        ]}
        onPick={(id) => {
          if (id === 'settings') void router.navigate({ to: '/settings' });
          else leave();
        }}
        trigger={
          <Button className={css.person ?? ''}>
            <span className={css.face} aria-hidden>
              {account.name.trim().slice(0, 1) || <UserRound size={16} />}
            </span>
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
