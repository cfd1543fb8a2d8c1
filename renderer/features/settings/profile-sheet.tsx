import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AccountState, profileLabelLength } from '../../../contract/domain/account.ts';
import { takeAccount } from '../../lib/live.ts';
import { useProfileLabel } from '../../lib/profile-label.ts';
import { type Once, useOnce } from '../../lib/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { ColourChoice } from '../../ui/colour-choice.tsx';
import { ProfileMark } from '../../ui/profile-mark.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Field } from '../../ui/text-field.tsx';
import { SheetForm } from './sheet-form.tsx';
import css from './sheets.module.css';

type SignedIn = Extract<AccountState, { kind: 'signed-in' }>;

interface ProfileSheetProps {
  readonly account: SignedIn;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Changes the name and the colour under which this computer shows a person before they sign in. */
export function ProfileSheet({ account, open, onClose }: ProfileSheetProps): ReactNode {
  const { t } = useTranslation();
  const update = useOnce('account.updateProfile');
  const close = (): void => {
    update.clear();
    onClose();
  };
  return (
    <Sheet open={open} busy={update.busy} title={t('accountSheets.profile.title')} onClose={close}>
      <ProfileForm account={account} update={update} onClose={close} />
    </Sheet>
  );
}

function ProfileForm(props: {
  readonly account: SignedIn;
  readonly update: Once<'account.updateProfile'>;
  readonly onClose: () => void;
}): ReactNode {
  const { account, update } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const labelOf = useProfileLabel();
  const hintId = useId();
  const { number } = account.profile;
  const [written, setWritten] = useState(account.profile.label ?? '');
  const [colour, setColour] = useState(account.profile.colour);
  const [tried, setTried] = useState(false);
  const label = written.trim() === '' ? null : written.trim();
  const shown = { number, label, colour };
  const isEmail = (label ?? '').toLowerCase().includes(account.email.toLowerCase());
  const refused = tried && isEmail;
  const save = async (): Promise<void> => {
    setTried(true);
    if (isEmail) return;
    const next = await update.send({ label, colour });
    if (!next) return;
    takeAccount(client, next);
    props.onClose();
  };
  return (
    <SheetForm
      busy={update.busy}
      error={update.error}
      submitLabel={t('accountSheets.profile.save')}
      workingLabel={t('accountSheets.profile.saving')}
      onSubmit={() => void save()}
      onCancel={props.onClose}
    >
      <div className={css.preview}>
        <ProfileMark size="large" profile={shown} />
        <div className={css.previewWords}>
          <p className={css.previewName}>{labelOf(shown)}</p>
          <p className={css.means}>{t('accountSheets.profile.preview')}</p>
        </div>
      </div>
      <div className={css.labelLine}>
        <Field
          label={t('accountSheets.profile.label')}
          value={written}
          onChange={setWritten}
          maxLength={profileLabelLength}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sheet was opened to write here.
          autoFocus
          aria-describedby={hintId}
          problem={refused ? t('accountSheets.profile.isEmail') : null}
        />
        {!refused && (
          <p id={hintId} className={css.means}>
            {t('accountSheets.profile.hint')}
          </p>
        )}
        <Button
          size="small"
          look="quiet"
          className={css.back ?? ''}
          isDisabled={written === ''}
          onPress={() => {
            setWritten('');
          }}
        >
          {t('accountSheets.profile.back', { label: labelOf({ number, label: null }) })}
        </Button>
      </div>
      <ColourChoice
        label={t('accountSheets.profile.colour')}
        profile={shown}
        nameOf={(each) => t(`accountSheets.profile.colours.${each}`)}
        onChange={setColour}
      />
    </SheetForm>
  );
}
