import { Star, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CoursePopularity } from '../../contract/domain/popularity.ts';
import { inOneLine } from '../lib/course-facts.ts';
import { useFormat } from '../lib/format.ts';
import { popularityFacts, shortPopularityFacts } from '../lib/popularity-words.ts';
import css from './course-state.module.css';

/** What all learners together made of a course, in one line; nothing where nothing is known. */
export function Popularity(props: {
  readonly popularity: CoursePopularity | undefined;
  /** On a card: fewer signs for the eye, the same words for a screen reader. */
  readonly short?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { popularity, short = false } = props;
  if (popularity === undefined) return null;
  const Icon = popularity.rating === null ? Users : Star;
  const whole = inOneLine(popularityFacts(popularity, t, format));
  return (
    <p className={css.state}>
      <Icon size={15} aria-hidden />
      {short ? (
        <>
          <span aria-hidden>{inOneLine(shortPopularityFacts(popularity, t, format))}</span>
          <VisuallyHidden elementType="span">{whole}</VisuallyHidden>
        </>
      ) : (
        whole
      )}
    </p>
  );
}
