import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import {
  Bookmark,
  ChartColumn,
  Download,
  Eye,
  EyeOff,
  GraduationCap,
  HardDrive,
  History,
  House,
  Keyboard,
  Languages,
  LogOut,
  Moon,
  Pause,
  Play,
  RefreshCw,
  Settings as Gear,
  ShieldCheck,
  Sun,
  SunMoon,
  Users,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../contract/domain/settings.ts';
import { ask } from '../lib/api.ts';
import { useAttempt } from '../lib/attempt.ts';
import { useDownloadActions } from '../lib/downloads.ts';
import type { Findable } from '../lib/findable.ts';
import { useLeave, useSwitchProfile } from '../lib/leaving.ts';
import { usePrivateSession } from '../lib/private-session.ts';
import { keepAnswer, useRequest } from '../lib/requests.ts';
import { useToasts } from '../lib/toasts.ts';
import { openSheet } from '../lib/window-sheet.ts';
import { privacyPlaces } from '../ui/privacy-page.tsx';

const places = [
  { id: 'home', to: '/', label: 'frame.home', icon: House, usual: false },
  { id: 'courses', to: '/courses', label: 'frame.courses', icon: GraduationCap, usual: true },
  { id: 'list', to: '/list', label: 'frame.myList', icon: Bookmark, usual: false },
  { id: 'history', to: '/history', label: 'history.title', icon: History, usual: false },
  { id: 'statistics', to: '/statistics', label: 'statistics.title', icon: ChartColumn, usual: false },
  { id: 'downloads', to: '/downloads', label: 'frame.downloads', icon: Download, usual: true },
  { id: 'space', to: '/downloads/space', label: 'search.command.space', icon: HardDrive, usual: true },
  ...privacyPlaces.map(({ id, to }) => ({
    id: `privacy-${id}` as const,
    to,
    label: `privacyNav.place.${id}` as const,
    icon: ShieldCheck,
    usual: false,
  })),
  { id: 'settings', to: '/settings', label: 'frame.settings', icon: Gear, usual: true },
] as const;
const themes = [
  { id: 'light', icon: Sun },
  { id: 'dark', icon: Moon },
  { id: 'system', icon: SunMoon },
] as const;
const languages = ['en', 'ru', 'system'] as const;

/** Everything that the search can do or lead to besides what it finds: a list of data, one entry each. */
export function useCommands(): readonly Findable[] {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const attempt = useAttempt();
  const downloads = useDownloadActions();
  const switchProfile = useSwitchProfile();
  const leave = useLeave();
  const privateSession = usePrivateSession();
  const show = useToasts((state) => state.show);
  const settings = useRequest('settings.read', null).data;
  const rules = useRequest('computer.read', null).data;
  const unfinished = (useRequest('downloads.list', null).data ?? []).some(({ state }) => state !== 'complete');
  const paused = settings?.downloadsPaused ?? false;
  const change = (part: Partial<Settings>): void => {
    void attempt(async () => {
      keepAnswer(client, 'settings.read', null, await ask('settings.update', part));
    });
  };
  const fetchNew = (): void => {
    void attempt(async () => {
      const { changed } = await ask('catalogue.refresh', null);
      show({ text: changed ? t('courses.changed') : t('courses.unchanged') });
    });
  };
  const plain = { detail: null, usual: false, leads: false };
  const list: readonly Findable[] = [
    ...places.map(({ id, to, label, icon: Icon, usual }) => ({
      ...plain,
      id: `go-${id}`,
      icon: <Icon size={18} aria-hidden />,
      label: t(label),
      words: t(`search.words.go-${id}`),
      detail: t('search.go'),
      usual,
      leads: true,
      run: () => void router.navigate({ to }),
    })),
    ...(unfinished || paused
      ? [
          {
            ...plain,
            id: 'downloads-pause',
            icon: paused ? <Play size={18} aria-hidden /> : <Pause size={18} aria-hidden />,
            label: paused ? t('search.command.resume') : t('search.command.pause'),
            words: t('search.words.pause'),
            usual: true,
            run: () => void (paused ? downloads.resumeAll() : downloads.pauseAll()),
          },
        ]
      : []),
    ...themes.map(({ id, icon: Icon }) => ({
      ...plain,
      id: `theme-${id}`,
      icon: <Icon size={18} aria-hidden />,
      label: t(`search.command.theme-${id}`),
      words: t(`search.words.theme-${id}`),
      detail: settings?.theme === id ? t('search.inUse') : null,
      usual: id === (settings?.theme === 'dark' ? 'light' : 'dark'),
      run: () => change({ theme: id }),
    })),
    ...languages.map((id) => ({
      ...plain,
      id: `language-${id}`,
      icon: <Languages size={18} aria-hidden />,
      label: t(`search.command.language-${id}`),
      words: t(`search.words.language-${id}`),
      detail: settings?.language === id ? t('search.inUse') : null,
      run: () => change({ language: id }),
    })),
    {
      ...plain,
      id: 'private',
      icon: privateSession.on ? <Eye size={18} aria-hidden /> : <EyeOff size={18} aria-hidden />,
      label: t(privateSession.on ? 'history.private.end' : 'history.private.begin'),
      words: t('search.words.private'),
      run: () => void privateSession.set(!privateSession.on),
    },
    {
      ...plain,
      id: 'keys',
      icon: <Keyboard size={18} aria-hidden />,
      label: t('search.command.keys'),
      words: t('search.words.keys'),
      usual: true,
      run: () => openSheet('keys'),
    },
    {
      ...plain,
      id: 'refresh',
      icon: <RefreshCw size={18} aria-hidden />,
      label: t('courses.refresh'),
      words: t('search.words.refresh'),
      run: fetchNew,
    },
    // Where nothing is kept, switching would erase: that is asked at signing out.
    ...(rules?.signOut === 'only-erase'
      ? []
      : [
          {
            ...plain,
            id: 'switch-profile',
            icon: <Users size={18} aria-hidden />,
            label: t('frame.switchProfile'),
            words: t('search.words.switch-profile'),
            run: switchProfile,
          },
        ]),
    {
      ...plain,
      id: 'sign-out',
      icon: <LogOut size={18} aria-hidden />,
      label: t('frame.signOut'),
      words: t('search.words.sign-out'),
      run: leave,
    },
  ];
  return list;
}
