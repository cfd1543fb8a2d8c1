import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Block } from '../../ui/page.tsx';
import css from './retention.module.css';

/** One line of what is kept. */
export interface RetentionRow {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  readonly long: string;
  readonly who: string;
}

/** A table of what is kept, why, how long and for whom. */
export function RetentionTable(props: {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly RetentionRow[];
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Block title={props.title}>
      <p className={css.lead}>{props.lead}</p>
      {props.rows.length > 0 && (
        <table className={css.table} aria-label={props.title}>
          <thead>
            <tr>
              <th scope="col">{t('retention.what')}</th>
              <th scope="col">{t('retention.why')}</th>
              <th scope="col">{t('retention.long')}</th>
              <th scope="col">{t('retention.who')}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map(({ id, what, why, long, who }) => (
              <tr key={id}>
                <th scope="row">{what}</th>
                <td className={css.why}>{why}</td>
                <td>{long}</td>
                <td className={css.why}>{who}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}
