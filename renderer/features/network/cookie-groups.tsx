import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { privacyCategories, type PrivacyCategory } from '../../../contract/domain/privacy.ts';
import type { RegisteredItem, StoredItemsView, StoredItemView } from '../../../contract/domain/stored-item.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Block } from '../../ui/page.tsx';
import css from './network.module.css';

interface Named {
  readonly name: string;
  readonly registered: RegisteredItem | null;
  readonly stored: readonly StoredItemView[];
}

/** The items of a category, each once: what the registry says of it and whether it is here. */
function namedOf({ items, registry }: StoredItemsView, category: PrivacyCategory | null): readonly Named[] {
  const registered = (registry?.told ?? []).filter((each) => each.category === category);
  const stored = items.filter((each) => each.category === category);
  const names = new Set([...registered, ...stored].map(({ name }) => name));
  return [...names].map((name) => ({
    name,
    registered: registered.find((each) => each.name === name) ?? null,
    stored: stored.filter((each) => each.name === name),
  }));
}

/** The categories with their items; what is in no registry stands at the end, and only when there is any. */
export function CookieGroups(props: {
  readonly view: StoredItemsView;
  readonly onRemove: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const groups = [...privacyCategories, null].map((category) => ({ category, items: namedOf(props.view, category) }));
  return groups.map(
    ({ category, items }) =>
      items.length > 0 && (
        <Block key={category} title={t(`cookies.group.${category ?? 'none'}`)}>
          <p className={css.words}>{t(`cookies.groupBody.${category ?? 'none'}`)}</p>
          <ul className={css.items}>
            {items.map((item) => (
              <Item key={item.name} item={item} onRemove={props.onRemove} />
            ))}
          </ul>
        </Block>
      ),
  );
}

function Item({ item, onRemove }: { readonly item: Named; readonly onRemove: (id: string) => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { name, registered, stored } = item;
  const language = i18n.language === 'ru' ? 'ru' : 'en';
  const days = registered?.retentionDays ?? null;
  const sizeOf = (sizeBytes: number): string =>
    sizeBytes < 1000 ? t('cookies.bytes', { count: sizeBytes }) : format.bytes(sizeBytes);
  return (
    <li className={css.item}>
      <div className={css.itemWords}>
        <h3 className={css.itemName}>{name}</h3>
        <p>{registered === null ? t('cookies.unknownPurpose') : registered.purpose[language]}</p>
        {registered !== null && (
          <p className={css.faint}>
            {days === null ? t('cookies.keptSession') : t('cookies.keptDays', { count: days })}{' '}
            {t('cookies.reader', { who: registered.reader[language] })}
          </p>
        )}
        {stored.length === 0 && <p className={css.faint}>{t('cookies.notHere')}</p>}
        {stored.map((each) => (
          <div key={each.id} className={css.stored}>
            <p className={css.here}>
              {t('cookies.here', { host: each.host, size: sizeOf(each.sizeBytes) })}{' '}
              {each.expiresAtMs === null
                ? t('cookies.untilEnd')
                : t('cookies.until', { date: format.date(new Date(each.expiresAtMs).toISOString()) })}
            </p>
            <Button size="small" aria-label={t('cookies.removeOne', { name })} onPress={() => onRemove(each.id)}>
              {t('cookies.remove')}
            </Button>
          </div>
        ))}
      </div>
    </li>
  );
}
