import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisteredItem } from '../../../contract/domain/consent.ts';
import type { PrivacyCategory } from '../../../contract/domain/privacy.ts';
import { useTextLanguage } from '../../lib/consent.ts';
import css from './consent.module.css';

/** What the service's registry has of a category: each item with what it is for, how long it is kept, and who reads it. */
export function CategoryItems(props: {
  readonly category: PrivacyCategory;
  /** Null: not known yet. */
  readonly items: readonly RegisteredItem[] | null;
}): ReactNode {
  const { t } = useTranslation();
  const language = useTextLanguage();
  const items = props.items?.filter(({ category }) => category === props.category) ?? null;
  if (items === null) return <p className={css.quiet}>{t('consent.listUnknown')}</p>;
  if (items.length === 0) return <p className={css.quiet}>{t('consent.listEmpty')}</p>;
  return (
    <details className={css.details}>
      <summary className={css.summary}>{t('consent.items', { count: items.length })}</summary>
      <ul className={css.items}>
        {items.map((item) => (
          <li key={item.name} className={css.item}>
            <p className={css.itemName}>
              <code>{item.name}</code> · {t(`consent.kind.${item.kind}`)}
            </p>
            <p>{item.purpose[language]}</p>
            <p className={css.quiet}>
              {item.retentionDays === null
                ? t('consent.keptForSession')
                : t('consent.keptForDays', { count: item.retentionDays })}{' '}
              {t('consent.reader', { reader: item.reader[language] })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
