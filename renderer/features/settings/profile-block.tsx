import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountState } from '../../../contract/domain/account.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { takeAccount } from '../../lib/live.ts';
import { useProfileLabel } from '../../lib/profile-label.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useAsk, useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Block } from '../../ui/page.tsx';
import { ProfileMark } from '../../ui/profile-mark.tsx';
import { ProfileSheet } from './profile-sheet.tsx';
import { Row } from './row.tsx';
import { sectionId } from './sections.ts';
import css from './settings.module.css';

type SignedIn = Extract<AccountState, { kind: 'signed-in' }>;

/** How this computer shows the person before they sign in, and whether it remembers them. */
export function ProfileBlock({ account }: { readonly account: SignedIn }): ReactNode {
  const { t } = useTranslation();
  const labelOf = useProfileLabel();
  const [changing, setChanging] = useState(false);
  return (
    <Block id={sectionId('profile')} title={t('settings.profile.title')}>
      <Row
        before={<ProfileMark profile={account.profile} />}
        title={labelOf(account.profile)}
        hint={t('settings.profile.seen')}
      >
        <Button size="small" aria-label={t('settings.profile.changeNamed')} onPress={() => setChanging(true)}>
          {t('settings.profile.change')}
        </Button>
      </Row>
      <Remembering account={account} />
      <ProfileSheet account={account} open={changing} onClose={() => setChanging(false)} />
    </Block>
  );
}

/** The box "Remember me", or the reason why there is none. */
function Remembering({ account }: { readonly account: SignedIn }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rules = useRequest('computer.read', null).data;
  const change = useAsk('account.setRemembered');
  const words = useErrorWords(change.error ? toAppError(change.error) : null);
  if (rules?.remember === 'never') {
    const reason = rules.fixed.remember ? t('settings.computer.decided') : t('settings.profile.rememberNever');
    return <Row title={t('settings.profile.remember')} hint={reason} />;
  }
  const checked = change.isPending ? change.variables.remember : account.remembered === 'yes';
  return (
    <div className={css.remember}>
      <Checkbox
        label={t('settings.profile.remember')}
        hint={checked ? t('settings.profile.rememberOn') : t('settings.profile.rememberOff')}
        checked={checked}
        onChange={(remember) => {
          if (change.isPending) return;
          change.mutate(
            { remember },
            {
              onSuccess: (next) => {
                takeAccount(client, next);
              },
            },
          );
        }}
      />
      {account.remembered === 'refused' && !change.isPending && (
        <Notice spoken tone="amber" title={t('frame.notRemembered.title')}>
          {t('frame.notRemembered.body')}
        </Notice>
      )}
      {words && <ErrorNotice words={words} />}
    </div>
  );
}
