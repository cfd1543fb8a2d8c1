import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../contract/result.ts';
import { errorWords } from '../../lib/error-words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './sheets.module.css';

/** A form in a sheet: fields, what went wrong, and two buttons; after a failure the first field with a problem has the focus. */
export function SheetForm(props: {
  readonly busy: boolean;
  readonly error: AppError | null;
  /** The failure is told under one of the fields. */
  readonly toldInField?: boolean;
  readonly submitLabel: string;
  readonly workingLabel: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const looked = useRef(0);
  const { busy, error } = props;
  useEffect(() => {
    // An error that went because somebody writes again must not move them to another field.
    if (busy || (error === null && looked.current === attempts)) return;
    looked.current = attempts;
    form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
  }, [attempts, busy, error]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAttempts(attempts + 1);
    props.onSubmit();
  };
  return (
    <form ref={form} noValidate className={css.form} onSubmit={submit}>
      {props.children}
      {error && !props.toldInField && !busy && <Failure error={error} />}
      <div className={css.foot}>
        <Button isDisabled={busy} onPress={props.onCancel}>
          {t('accountSheets.cancel')}
        </Button>
        <Button type="submit" look="primary" isPending={busy}>
          {busy ? props.workingLabel : props.submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** Without the service nothing of this works, and nothing is lost either. */
function Failure({ error }: { readonly error: AppError }): ReactNode {
  const { t } = useTranslation();
  if (error.code === 'service-unreachable') {
    return (
      <Notice urgent title={t('accountSheets.offlineTitle')}>
        {t('accountSheets.offlineBody')}
      </Notice>
    );
  }
  const words = errorWords(error, t);
  return (
    <Notice urgent tone="brick" title={words.title}>
      {words.body}
    </Notice>
  );
}
