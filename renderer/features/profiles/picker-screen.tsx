import { useQueryClient } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../contract/domain/account.ts';
import type { AppError } from '../../../contract/result.ts';
import { ask } from '../../lib/api.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { takeAccount } from '../../lib/live.ts';
import { useProfileLabel } from '../../lib/profile-label.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LegalLinks } from '../../ui/legal-links.tsx';
import { ProfileMark } from '../../ui/profile-mark.tsx';
import { moveAmongCards } from './move-among-cards.ts';
import css from './picker.module.css';

/** Everybody whose account is kept here, as they chose to be seen; never a name or an e-mail. */
export function PickerScreen(props: {
  readonly profiles: readonly Profile[];
  readonly notices: ReactNode;
  readonly onAdd: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const busy = useRef(false);
  const [opening, setOpening] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ readonly number: number; readonly error: AppError } | null>(null);
  const words = useErrorWords(failed?.error ?? null);
  const choose = async (number: number): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setOpening(number);
    setFailed(null);
    try {
      const next = await ask('account.chooseProfile', { number });
      takeAccount(client, next);
      // Another screen follows; until it is there, the second half of a double press opens nothing more.
      if (next.kind !== 'signed-out') return;
    } catch (thrown) {
      setFailed({ number, error: toAppError(thrown) });
    }
    busy.current = false;
    setOpening(null);
  };
  return (
    <main className={css.screen}>
      <div className={css.middle}>
        <h1 className={css.title}>{t('profiles.title')}</h1>
        <div className={css.notices}>
          {props.notices}
          {words && failed && (
            <ErrorNotice
              words={words}
              {...(words.action === 'retry' ? { onAction: () => void choose(failed.number) } : {})}
            />
          )}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows only move the focus among its buttons. */}
        <ul className={css.cards} onKeyDown={moveAmongCards} aria-label={t('profiles.list')}>
          {props.profiles.map((profile, index) => (
            <li key={profile.number}>
              <ProfileCard
                profile={profile}
                first={index === 0}
                opening={opening === profile.number}
                onPress={() => void choose(profile.number)}
              />
            </li>
          ))}
          <li>
            <Button className={css.card ?? ''} onPress={props.onAdd}>
              <span className={css.add}>
                <UserRoundPlus size={26} strokeWidth={1.5} aria-hidden />
              </span>
              <span className={css.label}>{t('profiles.add')}</span>{' '}
              <span className={css.how}>{t('profiles.addHint')}</span>
            </Button>
          </li>
        </ul>
      </div>
      <footer className={css.foot}>
        <LegalLinks />
      </footer>
    </main>
  );
}

/** One profile as a card to press. */
function ProfileCard(props: {
  readonly profile: Profile;
  readonly first: boolean;
  readonly opening: boolean;
  readonly onPress: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const labelOf = useProfileLabel();
  const { profile, opening } = props;
  const how = profile.remembered ? t('profiles.opens') : t('profiles.needsPassword');
  return (
    <Button
      className={css.card ?? ''}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever was here last opens with Enter.
      autoFocus={props.first}
      onPress={props.onPress}
    >
      <ProfileMark profile={profile} size="large" />
      <span className={css.label}>{labelOf(profile)}</span>{' '}
      <span className={css.how} aria-live="polite">
        {opening ? t('profiles.opening') : how}
      </span>
    </Button>
  );
}
