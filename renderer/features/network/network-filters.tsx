import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { networkResults, type NetworkSummary } from '../../../contract/domain/network.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import css from './network.module.css';
import { categoryChoices, type NetworkSearch, purposeChoices, readNetworkSearch } from './network-search.ts';

/** Stands for no filter: an address never says it. */
const any = 'any';

/** What of the list is to be seen; each change is a step that "back" takes away. */
export function NetworkFilters(props: {
  readonly summary: NetworkSummary;
  readonly search: NetworkSearch;
  readonly onSearch: (search: NetworkSearch) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { summary, search, onSearch } = props;
  const set = (part: Readonly<Record<string, string>>): void => onSearch(readNetworkSearch({ ...search, ...part }));
  const known = purposeChoices.filter((each) => summary.purposes.includes(each === 'none' ? null : each));
  const hosts = [...new Set([...summary.hosts.map(({ host }) => host), ...summary.refusedHosts])].slice(0, 50);
  const days = [...new Set(summary.days.map(({ day }) => day as string))].toReversed();
  const withChosen = (values: readonly string[], chosen: string | undefined): readonly string[] =>
    chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
  const { of: source, ...filter } = search;
  return (
    <div className={css.filters} role="group" aria-label={t('network.filter.label')}>
      <Choice
        label={t('network.filter.purpose')}
        value={search.purpose ?? any}
        onChange={(purpose) => set({ purpose })}
        options={[
          { id: any, label: t('network.filter.any') },
          ...known.map((id) => ({ id, label: t(`network.purpose.${id}`) })),
        ]}
      />
      <Choice
        label={t('network.filter.category')}
        value={search.category ?? any}
        onChange={(category) => set({ category })}
        options={[
          { id: any, label: t('network.filter.any') },
          ...categoryChoices.map((id) => ({ id, label: t(`network.category.${id}`) })),
        ]}
      />
      <Choice
        label={t('network.filter.result')}
        value={search.result ?? any}
        onChange={(result) => set({ result })}
        options={[
          { id: any, label: t('network.filter.any') },
          ...networkResults.map((id) => ({ id, label: t(`network.result.${id}`) })),
        ]}
      />
      <Choice<string>
        label={t('network.filter.host')}
        value={search.host ?? any}
        onChange={(host) => set({ host: host === any ? '' : host })}
        options={[
          { id: any, label: t('network.filter.any') },
          ...withChosen(hosts, search.host).map((id) => ({ id, label: id })),
        ]}
      />
      <Choice<string>
        label={t('network.filter.day')}
        value={search.day ?? any}
        onChange={(day) => set({ day })}
        options={[
          { id: any, label: t('network.filter.any') },
          ...withChosen(days, search.day).map((id) => ({ id, label: format.dayAndMonth(id) })),
        ]}
      />
      {Object.keys(filter).length > 0 && (
        <Button look="quiet" onPress={() => onSearch(source === undefined ? {} : { of: source })}>
          {t('network.filter.none')}
        </Button>
      )}
    </div>
  );
}
