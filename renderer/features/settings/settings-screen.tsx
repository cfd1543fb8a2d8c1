import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/domain/settings.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { qualities } from '../../lib/quality.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { keepAnswer, useAsk, useRequest } from '../../lib/requests.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { AboutBlock } from './about-block.tsx';
import { AccountBlock } from './account-block.tsx';
import { ComputersBlock } from './computers-block.tsx';
import { LookBlock } from './look-block.tsx';
import { ProfileBlock } from './profile-block.tsx';
import { Row } from './row.tsx';
import { SectionNav } from './section-nav.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';
import { ThisComputerBlock } from './this-computer-block.tsx';

/** What a person chose for this computer; every change holds at once. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const settings = useRequest('settings.read', null).data;
  const account = useRequest('account.read', null).data;
  const update = useAsk('settings.update');
  const error = useErrorWords(update.error ? toAppError(update.error) : null);
  const change = (part: Partial<Settings>): void => {
    update.mutate(part, {
      onSuccess: (next) => {
        keepAnswer(client, 'settings.read', null, next);
      },
    });
  };
  if (!settings || account?.kind !== 'signed-in') return null;
  return (
    <Page title={t('settings.title')}>
      <div className={css.layout}>
        <SectionNav />
        <div className={css.parts}>
          {error && <ErrorNotice words={error} />}
          <LookBlock settings={settings} onChange={change} />
          <ProfileBlock account={account} />
          <ThisComputerBlock />
          <AccountBlock account={account} />
          <Block id={sectionId('downloads')} title={t('settings.downloads')}>
            <Row title={t('settings.quality')} hint={t('settings.qualityHint')}>
              <Choice
                label={t('settings.quality')}
                hideLabel
                className={css.choice ?? ''}
                value={settings.downloadQuality}
                onChange={(downloadQuality) => {
                  change({ downloadQuality });
                }}
                options={qualities.map((quality) => ({ id: quality, label: t(`quality.${quality}`) }))}
              />
            </Row>
          </Block>
          <ComputersBlock />
          <AboutBlock />
        </div>
      </div>
    </Page>
  );
}
