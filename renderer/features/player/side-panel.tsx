import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../../contract/domain/views.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { ChapterSpan } from './chapters.ts';
import { lastStartedIndex } from './cues.ts';
import css from './side-panel.module.css';

export interface SidePanelProps {
  readonly cues: readonly Cue[];
  readonly cueLanguage: string | null;
  readonly spans: readonly ChapterSpan[];
  readonly positionMs: number;
  readonly onJump: (positionMs: number) => void;
  readonly onClose: () => void;
}

/** Beside the picture: what is said, and the lecture's parts. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const { t } = useTranslation();
  return (
    <aside className={css.panel} aria-label={t('player.panel')} data-region>
      <Tabs className={css.tabs ?? ''}>
        <div className={css.head}>
          <TabList aria-label={t('player.panel')} className={css.list ?? ''}>
            <Tab id="transcript" className={css.tab ?? ''}>
              {t('player.transcript')}
            </Tab>
            <Tab id="chapters" className={css.tab ?? ''}>
              {t('player.chapters')}
            </Tab>
          </TabList>
          <IconButton label={t('player.closePanel')} placement="bottom" onPress={props.onClose}>
            <X size={18} aria-hidden />
          </IconButton>
        </div>
        <TabPanel id="transcript" className={css.body ?? ''}>
          <Transcript {...props} />
        </TabPanel>
        <TabPanel id="chapters" className={css.body ?? ''}>
          <Chapters {...props} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}

/** Every line that is said; follows the picture until the person scrolls away. */
function Transcript(props: SidePanelProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const [following, setFollowing] = useState(true);
  const current = lastStartedIndex(props.cues, props.positionMs);
  useEffect(() => {
    if (!following) return;
    const line = list.current?.children[Math.max(0, current)];
    if (line instanceof HTMLElement) line.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [current, following]);
  const stopFollowing = (): void => {
    setFollowing(false);
  };
  if (props.cues.length === 0) return <p className={css.nothing}>{t('player.noTranscript')}</p>;
  return (
    <>
      <ol
        ref={list}
        className={css.lines}
        lang={props.cueLanguage ?? undefined}
        onWheel={stopFollowing}
        onTouchMove={stopFollowing}
      >
        {props.cues.map((cue, index) => (
          <li key={`${String(cue.startMs)}-${String(index)}`}>
            <button
              type="button"
              className={css.line}
              aria-current={index === current ? 'true' : undefined}
              onClick={() => {
                props.onJump(cue.startMs);
                setFollowing(true);
              }}
            >
              <span className={css.time}>{format.clock(cue.startMs)}</span>
              <span className={css.text}>{cue.text.replaceAll('\n', ' ')}</span>
            </button>
          </li>
        ))}
      </ol>
      {!following && (
        <div className={css.follow}>
          <Button
            size="small"
            look="primary"
            onPress={() => {
              setFollowing(true);
            }}
          >
            {t('player.follow')}
          </Button>
        </div>
      )}
    </>
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
