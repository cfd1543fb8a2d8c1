import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { AppError } from '../../../contract/result.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { useCheckShare } from '../../lib/repair.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './check-words.module.css';

/** How far a check is, and what it found. */
export type Check =
  | { readonly kind: 'checking' }
  | { readonly kind: 'sound'; readonly partCount: number }
  | { readonly kind: 'damaged'; readonly partCount: number; readonly damagedCount: number }
  | { readonly kind: 'repairing' }
  | { readonly kind: 'repaired'; readonly fetchedBytes: number }
  | { readonly kind: 'failed'; readonly error: AppError };

/** A check in words: its progress while it runs, then what it found. */
export function CheckWords({ check, item }: { readonly check: Check; readonly item: DownloadItem }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const share = useCheckShare(item.lectureId, check.kind);
  const words = useErrorWords(check.kind === 'failed' ? check.error : null);
  const title = item.lectureTitle;
  switch (check.kind) {
    case 'checking':
    case 'repairing': {
      const isRepair = check.kind === 'repairing';
      return (
        <div className={css.running}>
          <p role="status">{t(isRepair ? 'check.repairing' : 'check.checking')}</p>
          <ProgressLine share={share} label={t(isRepair ? 'check.repairOf' : 'check.checkOf', { title })} />
        </div>
      );
    }
    case 'sound':
      return (
        <Notice spoken title={t('check.sound', { count: check.partCount, parts: format.number(check.partCount) })}>
          {t('check.soundBody')}
        </Notice>
      );
    case 'damaged':
      return (
        <Notice
          spoken
          tone="amber"
          title={t('check.damaged', {
            count: check.damagedCount,
            damaged: format.number(check.damagedCount),
            parts: format.number(check.partCount),
          })}
        >
          {t('check.damagedBody')}
        </Notice>
      );
    case 'repaired':
      return (
        <Notice spoken title={t('check.repaired')}>
          {t('check.repairedBody', { size: format.bytes(check.fetchedBytes) })}
        </Notice>
      );
    case 'failed':
      return words === null ? null : (
        <Notice urgent tone="brick" title={words.title}>
          {words.body}
        </Notice>
      );
  }
}
