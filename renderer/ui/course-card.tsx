import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import css from './course-card.module.css';
import { Cover } from './cover.tsx';
import { ProgressLine } from './progress-line.tsx';

/** A cover, a title, one line of meta and, once begun, a thin line; the whole card is one link. */
export function CoverCard(props: {
  readonly title: string;
  readonly language?: string;
  readonly meta: ReactNode;
  readonly coverUrl: string;
  /** From 0 to 1; null when not begun. */
  readonly share: number | null;
  readonly link: (content: ReactNode, className: string) => ReactNode;
  /** It was not there when the person was at home before. */
  readonly isNew?: boolean;
  readonly headingLevel?: 'h2' | 'h3';
  /** A line about how the course stands with this computer. */
  readonly state?: ReactNode;
  /** Two lines of title and of meta at most: every card is as high as the next. */
  readonly even?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const Title = props.headingLevel ?? 'h3';
  return (
    <article className={cx(css.card, props.even && css.even)}>
      <Cover url={props.coverUrl} title={props.title}>
        {props.share !== null && <ProgressLine share={props.share} className={css.progress ?? ''} />}
      </Cover>
      <Title className={css.title} lang={props.language}>
        {props.link(props.title, css.link ?? '')}
      </Title>
      <p className={css.meta}>
        {props.isNew && (
          <>
            <span className={css.new}>{t('courses.new')}</span>
            {'\u00a0· '}
          </>
        )}
        {props.meta}
      </p>
      {props.state}
    </article>
  );
}

/** Cards beside one another, as many as fit. */
export function CardGrid(props: { readonly children: ReactNode }): ReactNode {
  return <div className={css.grid}>{props.children}</div>;
}
