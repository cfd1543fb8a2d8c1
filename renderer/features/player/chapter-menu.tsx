import { ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Menu } from '../../ui/menu.tsx';
import css from './chapter-menu.module.css';
import type { ChapterSpan } from './chapters.ts';
import { lastStartedIndex } from './cues.ts';

/** The chapter that plays, and a menu to go to another; nothing where the lecture has no chapters. */
export function ChapterMenu(props: {
  readonly spans: readonly ChapterSpan[];
  readonly positionMs: number;
  readonly onJump: (positionMs: number) => void;
  readonly onMenu: (open: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const named = props.spans.flatMap(({ startMs, title }) => (title === null ? [] : [{ startMs, title }]));
  if (named.length === 0) return null;
  const current = named[lastStartedIndex(named, props.positionMs)];
  const title = current?.title ?? t('transcript.beforeChapters');
  return (
    <Menu
      stage
      label={t('player.chapters')}
      placement="top start"
      onOpenChange={props.onMenu}
      chosen={String(current?.startMs ?? -1)}
      entries={named.map(({ startMs, title }) => ({
        id: String(startMs),
        label: title,
        detail: format.clock(startMs),
      }))}
      onPick={(id) => {
        props.onJump(Number(id));
      }}
      trigger={
        <Button className={css.chapter ?? ''} aria-label={t('transcript.chapterIs', { chapter: title })}>
          <span className={css.name}>{title}</span>
          <ChevronUp size={16} aria-hidden className={css.sign} />
        </Button>
      }
    />
  );
}
