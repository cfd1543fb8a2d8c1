import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../lib/error-words.ts';
import { useRequest } from '../../lib/requests.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AboutBlock } from './about-block.tsx';
import { AccountBlock } from './account-block.tsx';
import { ComputersBlock } from './computers-block.tsx';
import { DownloadsBlock } from './downloads-block.tsx';
import { HistoryBlock } from './history-block.tsx';
import { KeyboardBlock } from './keyboard/keyboard-block.tsx';
import { LookBlock } from './look-block.tsx';
import { PlayingBlock } from './playing-block.tsx';
import { ProfileBlock } from './profile-block.tsx';
import { RecommendationsBlock } from './recommendations-block.tsx';
import { SearchBlock } from './search-block.tsx';
import { SectionNav } from './section-nav.tsx';
import css from './settings.module.css';
import { ThisComputerBlock } from './this-computer-block.tsx';
import { useChangeSettings } from './use-change-settings.ts';
import { useGoToSettingsPlace } from './use-settings-place.ts';

/** What a person chose for this computer; every change holds at once. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation();
  const settings = useRequest('settings.read', null).data;
  const account = useRequest('account.read', null).data;
  const { change, error } = useChangeSettings();
  const words = useErrorWords(error);
  useGoToSettingsPlace(settings !== undefined && account?.kind === 'signed-in');
  if (!settings || account?.kind !== 'signed-in') return null;
  return (
    <Page title={t('settings.title')}>
      <div className={css.layout}>
        <SectionNav />
        <div className={css.parts}>
          {words && <ErrorNotice words={words} />}
          <LookBlock settings={settings} onChange={change} />
          <ProfileBlock account={account} />
          <ThisComputerBlock />
          <AccountBlock account={account} />
          <PlayingBlock settings={settings} onChange={change} />
          <HistoryBlock settings={settings} onChange={change} />
          <KeyboardBlock settings={settings} onChange={change} />
          <SearchBlock settings={settings} />
          <DownloadsBlock settings={settings} onChange={change} />
          <RecommendationsBlock settings={settings} onChange={change} />
          <ComputersBlock />
          <AboutBlock />
        </div>
      </div>
    </Page>
  );
}
