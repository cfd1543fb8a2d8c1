import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../../../contract/domain/views.ts';
import { Button } from '../../../ui/button.tsx';
import { lastStartedIndex } from '../cues.ts';
import { LanguageMenu } from './language-menu.tsx';
import type { Found } from './search.ts';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TranscriptList, type TranscriptListHandle } from './transcript-list.tsx';
import css from './transcript.module.css';
import type { TranscriptState } from './use-transcript.ts';

const noCues: readonly Cue[] = [];

/** Every line that is said: follows the picture until the person goes elsewhere, can be searched, jumped from and copied. */
export function Transcript(props: {
  readonly transcript: TranscriptState;
  readonly positionMs: number;
  readonly onJump: (positionMs: number) => void;
  readonly onNote: (words: string, positionMs: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { transcript, positionMs, onJump } = props;
  const { found, at } = transcript;
  const list = useRef<TranscriptListHandle>(null);
  const body = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const cues = transcript.track?.cues ?? noCues;
  const current = lastStartedIndex(cues, positionMs);
  const hit = at === null ? undefined : found.hits[at];

  useEffect(() => {
    if (following && cues.length > 0) list.current?.show(Math.max(0, current));
  }, [current, following, cues]);
  // While it is typed the list shows the next place; the lecture goes there on Enter.
  const showNext = useEffectEvent((hits: Found['hits']): void => {
    const next = hits[lastStartedIndex(hits, positionMs) + 1] ?? hits[0];
    if (next) list.current?.show(next.cueIndex);
  });
  useEffect(() => {
    showNext(found.hits);
  }, [found]);

  const stopFollowing = useCallback((): void => {
    setFollowing(false);
  }, []);
  const jump = useCallback(
    (startMs: number): void => {
      onJump(startMs);
      setFollowing(true);
    },
    [onJump],
  );
  const step = (to: 'next' | 'previous'): void => {
    const targetMs = transcript.step(to, positionMs);
    if (targetMs !== null) jump(targetMs);
  };
  if (cues.length === 0) return <p className={css.nothing}>{t('player.noTranscript')}</p>;
  return (
    <div className={css.transcript}>
      <SearchField
        query={transcript.query}
        hitCount={found.hits.length}
        at={at}
        onQuery={(query) => {
          transcript.setQuery(query);
          setFollowing(query === '');
        }}
        onStep={step}
      >
        {transcript.tracks.length > 1 && (
          <LanguageMenu
            tracks={transcript.tracks}
            language={transcript.track?.language ?? ''}
            onLanguage={transcript.setLanguage}
          />
        )}
      </SearchField>
      <div ref={body} className={css.body}>
        <TranscriptList
          handle={list}
          cues={cues}
          language={transcript.track?.language ?? ''}
          current={current}
          marks={found.marks}
          hitCue={hit?.cueIndex ?? -1}
          onJump={jump}
          onLeave={stopFollowing}
        />
        <SelectionBar area={body} cues={cues} onSelect={stopFollowing} onNote={props.onNote} />
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
      </div>
    </div>
  );
}
