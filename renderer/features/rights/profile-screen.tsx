import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../../lib/error-words.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { openSheet } from '../../lib/window-sheet.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { PrivacyPage } from '../../ui/privacy-page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ProfileForm } from './profile-form.tsx';
import css from './rights.module.css';

/** What the service knows about the person, to be corrected there. */
export function ProfileScreen(): ReactNode {
  const { t } = useTranslation();
  const account = useRequest('account.read', null).data;
  return (
    <PrivacyPage place="profile">
      <Block title={t('rights.profile.about')}>
        <AboutYou />
      </Block>
      {account?.kind === 'signed-in' && (
        <Block title={t('rights.profile.signIn')}>
          <div className={css.rows}>
            <div className={css.row}>
              <div className={css.what}>
                <h3 className={css.name}>{t('rights.profile.email')}</h3>
                <p className={css.hint}>{account.email}</p>
              </div>
              <Button size="small" onPress={() => openSheet('change-email')}>
                {t('rights.profile.changeEmail')}
              </Button>
            </div>
            <div className={css.row}>
              <h3 className={css.name}>{t('rights.profile.password')}</h3>
              <Button size="small" onPress={() => openSheet('change-password')}>
                {t('rights.profile.changePassword')}
              </Button>
            </div>
          </div>
        </Block>
      )}
      <Block title={t('rights.profile.watched')}>
        <p className={css.words}>
          {t('rights.profile.watchedBody')} <Link to="/history">{t('rights.profile.toHistory')}</Link>
        </p>
      </Block>
    </PrivacyPage>
  );
}

function AboutYou(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const profile = useRequest('rights.profile', null);
  // It is the service's to keep: nothing of it stays in the window.
  useEffect(
    () => () => {
      client.removeQueries({ queryKey: ['rights.profile'] });
    },
    [client],
  );
  if (profile.data) return <ProfileForm profile={profile.data} />;
  if (profile.error) {
    const error = toAppError(profile.error);
    const again = (): void => void profile.refetch();
    return error.code === 'service-unreachable' ? (
      <Notice
        title={t('rights.profile.offlineTitle')}
        action={
          <Button size="small" onPress={again}>
            {t('errorAction.retry')}
          </Button>
        }
      >
        {t('rights.profile.offlineBody')}
      </Notice>
    ) : (
      <ErrorNotice words={errorWords(error, t)} onAction={again} />
    );
  }
  return (
    <Loading label={t('common.loading')}>
      <Skeleton height="320px" />
    </Loading>
  );
}
