import { Link } from '@tanstack/react-router';
import { Bookmark, ChartColumn, Download, GraduationCap, HardDrive, History, House, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { useFormat } from '../lib/format.ts';
import { useRequest } from '../lib/requests.ts';
import { Person } from './person.tsx';
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
          <Entry to="/list" icon={<Bookmark size={19} aria-hidden />} label={t('frame.myList')} />
          <Entry
            to="/downloads"
            icon={<Download size={19} aria-hidden />}
            label={t('frame.downloads')}
            {...(running > 0 ? { count: running, countLabel: t('frame.running', { count: running }) } : {})}
          />
          <Entry to="/history" icon={<History size={19} aria-hidden />} label={t('history.title')} />
          <Entry to="/statistics" icon={<ChartColumn size={19} aria-hidden />} label={t('statistics.title')} />
          <Entry to="/privacy" icon={<ShieldCheck size={19} aria-hidden />} label={t('frame.privacy')} />
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
  readonly to: '/' | '/courses' | '/list' | '/downloads' | '/history' | '/statistics' | '/privacy';
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
