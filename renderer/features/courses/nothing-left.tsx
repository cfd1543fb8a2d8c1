import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type CoursesSearch, filtersOf, filterToDrop, type HereCounts, without } from './filter.ts';
import { filterWords } from './filter-words.ts';

/** No course passes all filters: says which one to drop, when dropping one is enough. */
export function NothingLeft(props: {
  readonly courses: readonly BrowseCard[];
  readonly here: HereCounts;
  readonly search: CoursesSearch;
  readonly onSearch: (search: CoursesSearch) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { courses, here, search, onSearch } = props;
  const drop = filterToDrop(courses, search, here);
  const name = drop === null ? '' : filterWords(drop.name, search, t, format);
  return (
    <EmptyState
      icon={<ListFilter size={24} />}
      title={t('browse.nothingTitle')}
      action={
        <>
          {drop !== null && filtersOf(search).length > 1 && (
            <Button
              look="primary"
              onPress={() => {
                onSearch(without(search, drop.name));
              }}
            >
              {t('browse.drop', { name })}
            </Button>
          )}
          <Button
            onPress={() => {
              onSearch(without(search, ...filtersOf(search)));
            }}
          >
            {t('browse.clear')}
          </Button>
        </>
      }
    >
      {drop === null ? t('browse.nothingBody') : t('browse.nothingDrop', { name, count: drop.count })}
    </EmptyState>
  );
}
