import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marketing, RightsView } from '../../../contract/domain/rights.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Block } from '../../ui/page.tsx';
import css from './rights.module.css';
import { useRights } from './use-rights.ts';

const kinds: readonly (keyof Marketing)[] = ['newsletter', 'offers'];

/** Mail that a person wants from the service, each for itself. */
export function MailBlock({ view }: { readonly view: RightsView }): ReactNode {
  const { t } = useTranslation();
  const { setMarketing } = useRights();
  const show = useToasts((state) => state.show);
  const { marketing } = view;
  const { restricted, objectsToMarketing } = view.processing;
  const isStopped = restricted || objectsToMarketing;
  const turn = async (kind: keyof Marketing, on: boolean): Promise<void> => {
    if (!(await setMarketing({ [kind]: on }))) return;
    show({
      text: on ? t(`rights.mail.${kind}.on`) : t(`rights.mail.${kind}.off`),
      undo: () => void setMarketing({ [kind]: !on }),
    });
  };
  const why = (): string | null => {
    if (marketing === null) return t('rights.mail.unknown');
    if (objectsToMarketing) return t('rights.mail.objected');
    return restricted ? t('rights.mail.restricted') : null;
  };
  return (
    <Block title={t('rights.mail.title')}>
      <div className={css.boxes}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`rights.mail.${kind}.label`)}
            hint={t(`rights.mail.${kind}.hint`)}
            checked={marketing?.[kind] ?? false}
            // What is on may always be turned off.
            isDisabled={marketing === null || (isStopped && !marketing[kind])}
            onChange={(on) => void turn(kind, on)}
          />
        ))}
      </div>
      <p className={css.told} role="status">
        {why() ?? (view.marketingTold ? '' : t('rights.untold'))}
      </p>
    </Block>
  );
}
