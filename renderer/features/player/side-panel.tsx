import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ChapterSpan } from './chapters.ts';
import { lastStartedIndex } from './cues.ts';
import css from './side-panel.module.css';
import { Transcript } from './transcript/transcript.tsx';
import type { TranscriptState } from './transcript/use-transcript.ts';

/** The parts of the panel. */
export type PanelTab = 'transcript' | 'notes' | 'chapters';

export interface SidePanelProps {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly notes: ReactNode;
  readonly transcript: TranscriptState;
  readonly spans: readonly ChapterSpan[];
  readonly positionMs: number;
  readonly onJump: (positionMs: number) => void;
  /** Begins a note with words of the transcript. */
  readonly onNote: (words: string, positionMs: number) => void;
  readonly onClose: (by: 'pointer' | 'keyboard') => void;
}

/** Beside the picture: what is said, and the lecture's parts. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className={css.panel} aria-label={t('player.panel')} data-region>
      <Tabs
        className={css.tabs ?? ''}
        selectedKey={props.tab}
        onSelectionChange={(tab) => {
          props.onTab(tab as PanelTab);
        }}
      >
        <div className={css.head}>
          <TabList aria-label={t('player.panel')} className={css.list ?? ''}>
            <Tab id="transcript" className={css.tab ?? ''}>
              {t('player.transcript')}
            </Tab>
            <Tab id="notes" className={css.tab ?? ''}>
              {t('notes.title')}
            </Tab>
            <Tab id="chapters" className={css.tab ?? ''}>
              {t('player.chapters')}
            </Tab>
          </TabList>
          <IconButton
            label={t('player.closePanel')}
            placement="bottom"
            onPress={({ pointerType }) => {
              props.onClose(pointerType === 'keyboard' || pointerType === 'virtual' ? 'keyboard' : 'pointer');
            }}
          >
            <X size={18} aria-hidden />
          </IconButton>
        </div>
        <TabPanel id="transcript" className={css.body ?? ''}>
          <Transcript {...props} />
        </TabPanel>
        <TabPanel id="notes" className={css.body ?? ''}>
          {props.notes}
        </TabPanel>
        <TabPanel id="chapters" className={css.body ?? ''}>
          <Chapters {...props} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}

function Chapters(props: SidePanelProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const named = props.spans.filter((span) => span.title !== null);
  const current = lastStartedIndex(named, props.positionMs);
  if (named.length === 0) return <p className={css.nothing}>{t('player.noChapters')}</p>;
  return (
    <ol className={css.lines}>
      {named.map((span, index) => (
        <li key={span.startMs}>
          <button
            type="button"
            className={css.line}
            aria-current={index === current ? 'true' : undefined}
            onClick={() => {
              props.onJump(span.startMs);
            }}
          >
            <span className={css.time}>{format.clock(span.startMs)}</span>
            <span className={css.chapter}>
              {span.title}
              <span className={css.length}>{format.duration(span.endMs - span.startMs)}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
