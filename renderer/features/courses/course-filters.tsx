import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import { useFormat } from '../../lib/format.ts';
import { Choice, type ChoiceOption } from '../../ui/choice.tsx';
import css from './course-filters.module.css';
import {
  choicesOf,
  type CoursesSearch,
  type FilterName,
  type HereCounts,
  minutesChoices,
  seenChoices,
  sortChoices,
} from './filter.ts';
import { filterWords } from './filter-words.ts';
import { readCoursesSearch } from './search-params.ts';

type ChosenName = Exclude<FilterName, 'here'>;

/** The filters of the list, each with how many courses it would leave, and the order. */
export function CourseFilters(props: {
  readonly courses: readonly BrowseCard[];
  readonly here: HereCounts;
  readonly search: CoursesSearch;
  readonly onSearch: (search: CoursesSearch) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { courses, here, search, onSearch } = props;

  const set = (name: FilterName | 'sort', value: unknown): void => {
    onSearch(readCoursesSearch({ ...search, [name]: value }));
  };
  const optionOf = (name: ChosenName, value: string | number, count?: number): ChoiceOption<string> => ({
    id: String(value),
    label: filterWords(name, { ...search, [name]: value }, t, format),
    ...(count === undefined ? {} : { detail: format.number(count) }),
  });
  const counted = (name: 'language' | 'level' | 'topic'): readonly ChoiceOption<string>[] =>
    [...choicesOf(courses, search, here, name)]
      .map(([value, count]) => optionOf(name, value, count))
      .toSorted((a, b) => (name === 'level' ? 0 : format.compare(a.label, b.label)));
  const options: Readonly<Record<ChosenName, readonly ChoiceOption<string>[]>> = {
    seen: seenChoices.map((value) => optionOf('seen', value)),
    minutes: minutesChoices.map((value) => optionOf('minutes', value)),
    language: counted('language'),
    level: counted('level').toSorted((a, b) => levelPlace(a.id) - levelPlace(b.id)),
    topic: counted('topic'),
  };
  // Without figures there is no order by them.
  const hasFigures = courses.some(({ popularity }) => popularity !== undefined);
  const sorts = sortChoices.filter((id) => hasFigures || id === search.sort || (id !== 'watched' && id !== 'rated'));
  const chosen = (name: ChosenName): ReactNode => {
    // One language is no choice.
    if (options[name].length < 2 && search[name] === undefined) return null;
    return (
      <Choice
        key={name}
        label={t(`browse.filter.${name}`)}
        hideLabel
        className={(search[name] === undefined ? '' : css.set) ?? ''}
        value={String(search[name] ?? 'any')}
        options={[{ id: 'any', label: t(`browse.any.${name}`) }, ...options[name]]}
        onChange={(value) => {
          set(name, value === 'any' ? undefined : name === 'minutes' ? Number(value) : value);
        }}
      />
    );
  };
  return (
    <div role="group" aria-label={t('browse.filters')} className={css.bar}>
      <ToggleButton
        className={css.toggle ?? ''}
        isSelected={search.here === true}
        onChange={(isSelected) => {
          set('here', isSelected ? true : undefined);
        }}
      >
        <CircleCheck size={16} aria-hidden />
        {t('browse.here')}
      </ToggleButton>
      {(['seen', 'minutes', 'language', 'level', 'topic'] as const).map(chosen)}
      <Choice
        label={t('browse.sort.label')}
        hideLabel
        className={css.sort ?? ''}
        value={search.sort ?? 'newest'}
        options={sorts.map((id) => ({ id, label: t(`browse.sort.${id}`) }))}
        onChange={(value) => {
          set('sort', value);
        }}
      />
    </div>
  );
}

function levelPlace(level: string): number {
  return ['beginner', 'intermediate', 'advanced'].indexOf(level);
}
