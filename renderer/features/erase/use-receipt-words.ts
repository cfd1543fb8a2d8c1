import { useTranslation } from 'react-i18next';
import type { EraseReceipt } from '../../../contract/domain/erase-plan.ts';
import { useFormat } from '../../lib/format.ts';

/** The few words above a receipt. */
export interface ReceiptWords {
  readonly title: string;
  readonly body: string;
  /** Nothing is left of what was to go. */
  readonly isWhole: boolean;
}

/** Says in two sentences how it went. */
export function useReceiptWords(receipt: EraseReceipt): ReceiptWords {
  const { t } = useTranslation();
  const format = useFormat();
  const { scope, failed, remains, verification, service } = receipt;
  const leftCount = verification?.leftCount ?? 0;
  if (service?.state === 'unknown')
    return { title: t('erasePlan.done.unknown'), body: t('erasePlan.done.unknownBody'), isWhole: false };
  if (remains.length > 0) {
    const list = format.list(remains.map((kind) => t(`signOut.remains.${kind}`)));
    return { title: t(`erasePlan.done.${scope}Part`), body: t('signOut.remainsBody', { list }), isWhole: false };
  }
  if (failed.length > 0) {
    const list = format.list(failed.map((kind) => t(`erasePlan.kind.${kind}`)));
    return { title: t('erasePlan.done.entriesPart'), body: t('erasePlan.done.failed', { list }), isWhole: false };
  }
  if (leftCount > 0)
    return {
      title: t('erasePlan.done.entriesPart'),
      body: t('erasePlan.done.found', { count: leftCount }),
      isWhole: false,
    };
  return { title: t(`erasePlan.done.${scope}`), body: t(`erasePlan.done.${scope}Body`), isWhole: true };
}
