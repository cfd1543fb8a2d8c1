import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasePreview } from '../../../contract/domain/erase-plan.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { eraseComputer, useErasing } from '../../lib/erasing.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block } from '../../ui/page.tsx';
import { amountWords, entryTotal } from './amounts.ts';
import css from './erase.module.css';
import { Facts } from './facts.tsx';

/** Everything of the account on this computer. */
export function ComputerPart({ preview }: { readonly preview: ErasePreview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const { working, failed } = useErasing();
  const failure = useErrorWords(failed?.scope === 'computer' ? failed.error : null);
  const { lectureCount, sizeBytes } = preview.here;
  const what = amountWords(preview.entries, t, format);
  const label = what === null ? t('erasePlan.computer.eraseAll') : t('erasePlan.computer.erase', { what });
  return (
    <Block title={t('erasePlan.computer.title')}>
      <p className={css.lead}>{t('erasePlan.computer.lead')}</p>
      <Facts
        facts={[
          { number: format.number(lectureCount), words: t('erasePlan.words.lectures', { count: lectureCount }) },
          { number: format.bytes(sizeBytes), words: t('erasePlan.words.onDisk') },
          {
            number: format.number(entryTotal(preview)),
            words: t('erasePlan.words.entries', { count: entryTotal(preview) }),
          },
        ]}
      />
      <p className={css.stays}>{t('erasePlan.computer.stays')}</p>
      {failure !== null && <ErrorNotice words={failure} />}
      <div className={css.foot}>
        <Button isDisabled={working !== null} isPending={working === 'computer'} onPress={() => setAsks(true)}>
          {t('erasePlan.computer.button')}
        </Button>
      </div>
      <Confirm
        open={asks}
        danger
        title={t('erasePlan.computer.confirmTitle')}
        confirmLabel={label}
        cancelLabel={t('erasePlan.keep')}
        onConfirm={() => void eraseComputer(client)}
        onClose={() => setAsks(false)}
      >
        <p>{t('erasePlan.computer.confirmBody')}</p>
      </Confirm>
    </Block>
  );
}
