import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Processing, RightsView } from '../../../contract/domain/rights.ts';
import { useToasts } from '../../lib/toasts.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Block } from '../../ui/page.tsx';
import css from './rights.module.css';
import { useRights } from './use-rights.ts';

type What = keyof Processing;

const switches: readonly What[] = ['restricted', 'objectsToProfiling', 'objectsToMarketing'];

/** What a person may stop: each says before what no longer works then, and is lifted with one press. */
export function StopBlock({ view }: { readonly view: RightsView }): ReactNode {
  const { t } = useTranslation();
  const { setProcessing } = useRights();
  const show = useToasts((state) => state.show);
  const [asking, setAsking] = useState<What | null>(null);
  // Its words stay while the sheet goes.
  const [askedLast, setAskedLast] = useState<What>('restricted');
  const turn = async (what: What, on: boolean): Promise<void> => {
    if (!(await setProcessing({ what, on, words: t(`rights.stop.${what}.request`) }))) return;
    show({ text: on ? t(`rights.stop.${what}.stopped`) : t(`rights.stop.${what}.lifted`) });
  };
  return (
    <Block title={t('rights.stop.title')}>
      <div className={css.boxes}>
        {switches.map((what) => (
          <Checkbox
            key={what}
            label={t(`rights.stop.${what}.label`)}
            hint={t(`rights.stop.${what}.hint`)}
            checked={view.processing[what]}
            onChange={(on) => {
              if (!on) {
                void turn(what, false);
                return;
              }
              setAskedLast(what);
              setAsking(what);
            }}
          />
        ))}
      </div>
      <p className={css.told} role="status">
        {!view.processingTold && t('rights.untold')}
      </p>
      <Confirm
        open={asking !== null}
        title={t(`rights.stop.${askedLast}.askTitle`)}
        confirmLabel={t(`rights.stop.${askedLast}.confirm`)}
        cancelLabel={t('rights.stop.cancel')}
        onClose={() => {
          setAsking(null);
        }}
        onConfirm={() => void turn(askedLast, true)}
      >
        {t(`rights.stop.${askedLast}.askBody`)}
      </Confirm>
    </Block>
  );
}
