import { Ban, Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkEntry } from '../../../contract/domain/network.ts';
import { cx } from '../../lib/cx.ts';
import { useFormat } from '../../lib/format.ts';
import css from './network.module.css';
import { resultWords } from './network-words.ts';

const icons = { answered: Check, failed: TriangleAlert, refused: Ban } as const;

/** Requests as a table, newest first. */
export function NetworkTable({ entries }: { readonly entries: readonly NetworkEntry[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={css.table}>
      <caption className={css.unseen}>{t('network.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('network.column.when')}</th>
          <th scope="col">{t('network.column.purpose')}</th>
          <th scope="col">{t('network.column.host')}</th>
          <th scope="col" className={css.number}>
            {t('network.column.sent')}
          </th>
          <th scope="col" className={css.number}>
            {t('network.column.received')}
          </th>
          <th scope="col">{t('network.column.result')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const Icon = icons[entry.result];
          return (
            <tr key={entry.id} className={cx(entry.result === 'refused' && css.refused)}>
              <td className={css.when}>
                {format.timeOfDay(entry.atMs)} <span className={css.faint}>{format.dayShort(entry.day)}</span>
              </td>
              <td>
                {t(`network.purpose.${entry.purpose ?? 'none'}`)}
                <span className={css.category}>{t(`network.category.${entry.category ?? 'none'}`)}</span>
              </td>
              <td className={css.host}>{entry.host}</td>
              <td className={css.number}>{format.bytes(entry.sentBytes)}</td>
              <td className={css.number}>{format.bytes(entry.receivedBytes)}</td>
              <td>
                <span className={cx(css.result, css[entry.result])}>
                  <Icon size={14} aria-hidden className={css.icon} />
                  {resultWords(entry, t)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
