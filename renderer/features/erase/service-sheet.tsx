import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasePreview } from '../../../contract/domain/erase-plan.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { eraseAccount, forgetFailure, useErasing } from '../../lib/erasing.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButtons, SheetWords } from '../../ui/sheet-parts.tsx';
import { Field, PasswordField } from '../../ui/text-field.tsx';
import { amountWords } from './amounts.ts';
import { useEraseStage } from './entries-progress.tsx';
import css from './erase.module.css';

interface ServiceSheetProps {
  readonly open: boolean;
  readonly email: string;
  readonly preview: ErasePreview;
  readonly onClose: () => void;
}

/** Asks for the e-mail and the password before the account is erased everywhere. */
export function ServiceSheet(props: ServiceSheetProps): ReactNode {
  const { t } = useTranslation();
  const { working } = useErasing();
  return (
    <Sheet
      open={props.open}
      alert
      busy={working === 'service'}
      title={t('erasePlan.service.title')}
      onClose={props.onClose}
    >
      <ServiceForm {...props} />
    </Sheet>
  );
}

function ServiceForm({ email, preview, onClose }: ServiceSheetProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const stage = useEraseStage();
  const { working, failed } = useErasing();
  const busy = working === 'service';
  const error = failed?.scope === 'service' ? failed.error : null;
  const isWrong = error?.code === 'wrong-credentials';
  const failure = useErrorWords(isWrong ? null : error);
  const isSame = typed.trim().toLowerCase() === email.trim().toLowerCase();
  const what = amountWords(preview.entries, t, format);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isSame || password === '' || busy) return;
    void eraseAccount(client, { email: typed, password });
    setPassword('');
  };
  return (
    <form noValidate className={css.form} onSubmit={submit}>
      <SheetWords>
        <p>{what === null ? t('erasePlan.service.goesAll') : t('erasePlan.service.goes', { what })}</p>
      </SheetWords>
      <Field
        label={t('erasePlan.service.typeEmail', { email })}
        name="email"
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sheet was opened to write here.
        autoFocus
        isRequired
        isDisabled={busy}
        value={typed}
        onChange={setTyped}
      />
      <PasswordField
        label={t('erasePlan.service.password')}
        name="password"
        autoComplete="current-password"
        showLabel={t('accountSheets.showPassword')}
        hideLabel={t('accountSheets.hidePassword')}
        isRequired
        isDisabled={busy}
        value={password}
        onChange={(value) => {
          setPassword(value);
          forgetFailure();
        }}
        problem={isWrong ? t('erasePlan.service.wrongPassword') : null}
      />
      {failure !== null && <ErrorNotice words={failure} />}
      <p role="status" className={css.stage}>
        {busy && stage !== null && t(`erasePlan.stage.${stage}`)}
      </p>
      <SheetButtons>
        <Button isDisabled={busy} onPress={onClose}>
          {t('erasePlan.keep')}
        </Button>
        <Button look="danger" type="submit" isDisabled={!isSame || (password === '' && !busy)} isPending={busy}>
          {t('erasePlan.service.confirm')}
        </Button>
      </SheetButtons>
    </form>
  );
}
