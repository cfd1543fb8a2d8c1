import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowedCategories, RegisteredItem } from '../../../contract/domain/consent.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CategoryItems } from './category-items.tsx';
import css from './consent.module.css';

/** The three categories, the essential one locked, each with what it means and what is in it. */
export function Categories(props: {
  readonly allowed: AllowedCategories;
  readonly items: readonly RegisteredItem[] | null;
  readonly onChange: (allowed: AllowedCategories) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { allowed, items } = props;
  return (
    <ul className={css.categories}>
      <li className={css.category}>
        <p className={css.locked}>
          <Lock size={16} aria-hidden />
          {t('consent.category.essential.name')}
          <span className={css.badge}>{t('consent.alwaysOn')}</span>
        </p>
        <p className={css.meaning}>{t('consent.category.essential.meaning')}</p>
        <CategoryItems category="essential" items={items} />
      </li>
      {(['functional', 'advertisement'] as const).map((category) => (
        <li key={category} className={css.category}>
          <Checkbox
            label={t(`consent.category.${category}.name`)}
            hint={t(`consent.category.${category}.meaning`)}
            checked={allowed[category]}
            onChange={(isAllowed) => props.onChange({ ...allowed, [category]: isAllowed })}
          />
          <CategoryItems category={category} items={items} />
        </li>
      ))}
    </ul>
  );
}
