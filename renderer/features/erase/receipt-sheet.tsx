import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EraseReceipt } from '../../../contract/domain/erase-plan.ts';
import { ask } from '../../lib/api.ts';
import { useAttempt } from '../../lib/attempt.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SheetButtons } from '../../ui/sheet-parts.tsx';
import css from './erase.module.css';
import { useReceiptDocument } from './use-receipt-document.ts';

/** The receipt as it is saved, and the two ways to save it. */
export function ReceiptSheet(props: {
  readonly receipt: EraseReceipt;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const attempt = useAttempt();
  const show = useToasts((state) => state.show);
  const document = useReceiptDocument(props.receipt);
  const day = new Date(props.receipt.erasedAtMs).toISOString().slice(0, 10);
  const save = (format: 'html' | 'pdf'): Promise<boolean> =>
    attempt(async () => {
      const fileName = t('erasePlan.receipt.fileName', { day });
      const { saved } = await ask('erase.saveReceipt', { document, fileName, format });
      if (saved) show({ text: t('erasePlan.receipt.saved') });
    });
  return (
    <Sheet open={props.open} wide title={document.title} closeLabel={t('common.close')} onClose={props.onClose}>
      <p className={css.lead}>{document.lead}</p>
      {document.sections.map(({ title, rows, notes }) => (
        <section key={title} className={css.part} aria-label={title}>
          <h3 className={css.partTitle}>{title}</h3>
          <dl className={css.rows}>
            {rows.map(({ label, value }) => (
              <div key={label} className={css.rowLine}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {notes.map((note) => (
            <p key={note} className={css.note}>
              {note}
            </p>
          ))}
        </section>
      ))}
      <SheetButtons>
        <Button onPress={() => void save('html')}>{t('erasePlan.receipt.saveHtml')}</Button>
        <Button look="primary" onPress={() => void save('pdf')}>
          {t('erasePlan.receipt.savePdf')}
        </Button>
      </SheetButtons>
    </Sheet>
  );
}
