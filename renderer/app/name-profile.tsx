import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { ProfileSheet } from '../features/settings/profile-sheet.tsx';
import { useProfileLabel } from '../lib/profile-label.ts';
import { useRequest } from '../lib/requests.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import css from './frame.module.css';

/** Longer than the sheet takes to leave the screen. */
const settledMs = 300;

/** The profiles whose notice was closed; as long as the app runs. */
export const useNamingClosed = create<{ readonly numbers: readonly number[] }>(() => ({ numbers: [] }));

/** On a computer that others use too, offers a person without a name for their profile to choose one. */
export function NameProfile(): ReactNode {
  const { t } = useTranslation();
  const labelOf = useProfileLabel();
  const account = useRequest('account.read', null).data;
  const use = useRequest('computer.read', null).data?.use;
  const closed = useNamingClosed((state) => state.numbers);
  const [naming, setNaming] = useState(false);
  const wasNaming = useRef(false);
  useEffect(() => {
    const closedNow = wasNaming.current && !naming;
    wasNaming.current = naming;
    if (!closedNow) return undefined;
    // The button that had the focus leaves with the notice: the screen takes it.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true });
    }, settledMs);
    return () => {
      clearTimeout(timer);
    };
  }, [naming]);
  if (account?.kind !== 'signed-in') return null;
  const { profile } = account;
  const others = account.otherProfileCount > 0 || use === 'shared';
  const shown = profile.label === null && others && !closed.includes(profile.number);
  return (
    <>
      {shown && (
        <div className={css.notice}>
          <Notice
            className={css.oneLine ?? ''}
            title={t('frame.naming.title', { label: labelOf(profile) })}
            action={
              <div className={css.actions}>
                <Button size="small" onPress={() => setNaming(true)}>
                  {t('frame.naming.choose')}
                </Button>
                <IconButton
                  size="small"
                  label={t('common.close')}
                  onPress={() => {
                    useNamingClosed.setState({ numbers: [...closed, profile.number] });
                    document.querySelector('main')?.focus({ preventScroll: true });
                  }}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              </div>
            }
          />
        </div>
      )}
      <ProfileSheet account={account} open={naming} onClose={() => setNaming(false)} />
    </>
  );
}
