import { Clock, Ellipsis, GraduationCap, MessageSquareText, NotebookPen, Play, Trash2 } from 'lucide-react';
import type { TFunction } from 'i18next';
import { memo, type ReactNode } from 'react';
import type { SearchHit } from '../../../contract/domain/search.ts';
import type { Format } from '../../lib/format.ts';
import { Cover } from '../../ui/cover.tsx';
import type { Entry } from './entries.ts';
import { MarkedWords, plainWords } from './marked-words.tsx';
import css from './results.module.css';

interface Parts {
  readonly lead: ReactNode;
  readonly title: ReactNode;
  /** The language of the title, where it is not that of the app. */
  readonly lang?: string | undefined;
  readonly metaLang?: string | undefined;
  /** Set in the letters of reading. */
  readonly reads?: boolean;
  readonly meta?: string;
  readonly aside?: string | null;
}

/** What a line shows: a picture or a sign, its words with marks, where it belongs, and what stands at its end. */
export const EntryWords = memo(function EntryWords(props: {
  readonly entry: Entry;
  readonly t: TFunction;
  readonly format: Format;
}): ReactNode {
  const parts = partsOf(props.entry, props.t, props.format);
  return (
    <>
      <span className={css.lead}>{parts.lead}</span>
      <span className={css.words}>
        <span className={parts.reads ? css.reading : css.title} lang={parts.lang}>
          {parts.title}
        </span>
        {parts.meta !== undefined && (
          <span className={css.meta} lang={parts.metaLang}>
            {parts.meta}
          </span>
        )}
      </span>
      {parts.aside !== undefined && parts.aside !== null && <span className={css.aside}>{parts.aside}</span>}
    </>
  );
});

function partsOf(entry: Entry, t: TFunction, format: Format): Parts {
  switch (entry.kind) {
    case 'hit':
      return hitParts(entry.hit, t, format);
    case 'own':
      return { lead: entry.item.icon, title: <MarkedWords words={entry.label} />, aside: entry.item.detail };
    case 'more':
      return { lead: <Ellipsis size={18} aria-hidden />, title: t('search.more') };
    case 'recent':
      return { lead: <Clock size={18} aria-hidden />, title: entry.text };
    case 'forget-all':
      return { lead: <Trash2 size={18} aria-hidden />, title: t('search.forgetAll') };
  }
}

function hitParts(hit: SearchHit, t: TFunction, format: Format): Parts {
  switch (hit.kind) {
    case 'course':
      return {
        lead: <Cover url={hit.coverUrl} title={plainWords(hit.title)} className={css.cover ?? ''} />,
        title: <MarkedWords words={hit.title} />,
        lang: hit.language,
        reads: true,
        meta: hit.lecturerName,
      };
    case 'lecture':
      return {
        lead: <Play size={18} aria-hidden />,
        title: <MarkedWords words={hit.title} />,
        lang: hit.language,
        reads: true,
        meta: hit.courseTitle,
        metaLang: hit.language,
        aside: format.duration(hit.durationMs),
      };
    case 'lecturer':
      return {
        lead: <GraduationCap size={18} aria-hidden />,
        title: <MarkedWords words={hit.name} />,
        aside: t('courses.count', { count: hit.courseCount }),
      };
    case 'transcript':
      return {
        lead: <MessageSquareText size={18} aria-hidden />,
        title: <MarkedWords words={hit.text} />,
        lang: hit.language,
        meta: hit.lectureTitle,
        metaLang: hit.lectureLanguage,
        aside: format.clock(hit.startMs),
      };
    case 'note':
      return {
        lead: <NotebookPen size={18} aria-hidden />,
        title: <MarkedWords words={hit.text} />,
        meta: hit.lectureTitle,
        metaLang: hit.lectureLanguage,
        aside: format.clock(hit.positionMs),
      };
  }
}
