import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportCounts, importedTables, type ImportReport } from '../../../contract/domain/import.ts';
import { useFormat } from '../../lib/format.ts';
import css from './export.module.css';

const verdicts = ['added', 'changed', 'same', 'older', 'left'] as const satisfies readonly (keyof ImportCounts)[];

/** What an import would do to each kind of thing. */
export function ImportTable(props: { readonly report: ImportReport; readonly caption: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = importedTables.filter((table) => verdicts.some((each) => props.report[table][each] > 0));
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('takeAlong.kind')}</th>
            {verdicts.map((each) => (
              <th key={each} scope="col">
                {t(`takeAlong.${each}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((table) => (
            <tr key={table}>
              <th scope="row">{t(`takeAlong.table.${table}`)}</th>
              {verdicts.map((each) => {
                const count = props.report[table][each];
                const isNews = count > 0 && (each === 'added' || each === 'changed');
                return (
                  <td key={each} {...(isNews ? { 'data-some': true } : {})}>
                    {format.number(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many records are new or others than before. */
export function newsIn(report: ImportReport, withSettings: boolean): number {
  return importedTables
    .filter((table) => withSettings || table !== 'settings')
    .reduce((sum, table) => sum + report[table].added + report[table].changed, 0);
}
