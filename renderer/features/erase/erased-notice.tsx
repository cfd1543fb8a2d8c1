import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EraseReceipt } from '../../../contract/domain/erase-plan.ts';
import { ask } from '../../lib/api.ts';
import { keepAnswer, useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './erase.module.css';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { useReceiptWords } from './use-receipt-words.ts';

/** What was erased last, for as long as it is not put away: also when its person has no account any more. */
export function ErasedNotice(): ReactNode {
  const receipt = useRequest('erase.receipt', null).data ?? null;
  return receipt === null ? null : <Receipt receipt={receipt} />;
}

function Receipt({ receipt }: { readonly receipt: EraseReceipt }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { title, body, isWhole } = useReceiptWords(receipt);
  const putAway = async (): Promise<void> => {
    await ask('erase.putAway', null);
    keepAnswer(client, 'erase.receipt', null, null);
  };
  return (
    <Notice tone={isWhole ? 'calm' : 'amber'} spoken title={title}>
      <p>{body}</p>
      <div className={css.noticeActions}>
        <Button size="small" onPress={() => setOpen(true)}>
          {t('erasePlan.receipt.show')}
        </Button>
        <Button size="small" look="quiet" onPress={() => void putAway()}>
          {t('erasePlan.receipt.putAway')}
        </Button>
      </div>
      <ReceiptSheet receipt={receipt} open={open} onClose={() => setOpen(false)} />
    </Notice>
  );
}
