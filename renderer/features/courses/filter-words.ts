import type { TFunction } from 'i18next';
import type { Format } from '../../lib/format.ts';
import type { CoursesSearch, FilterName } from './filter.ts';

/** A topic as a person reads it: "file-formats" is "File formats". */
export function topicWords(topic: string): string {
  const words = topic.replaceAll('-', ' ');
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

/** What a filter is set to, in words. */
export function filterWords(name: FilterName, search: CoursesSearch, t: TFunction, format: Format): string {
  switch (name) {
    case 'here':
      return t('browse.here');
    case 'seen':
      return t(`browse.seen.${search.seen ?? 'unseen'}`);
    case 'minutes':
      return t('browse.fits', { time: format.duration((search.minutes ?? 0) * 60_000) });
    case 'language':
      return format.language(search.language ?? '');
    case 'level':
      return t(`browse.level.${search.level ?? 'beginner'}`);
    case 'topic':
      return topicWords(search.topic ?? '');
  }
}
