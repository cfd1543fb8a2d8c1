import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../contract/result.ts';
import { type Format, useFormat } from '../../lib/format.ts';
import type { TFunction } from 'i18next';
import type { Feedback } from './actions.ts';
import css from './player.module.css';
import { stageWords } from './stage/stage-words.ts';
import { loopWords } from './study/loop-words.ts';

const shownMs = 900;

export interface FeedbackState {
  readonly what: Feedback | null;
  readonly count: number;
  readonly show: (what: Feedback) => void;
}

/** Holds the last thing done for a moment. */
export function useFeedback(): FeedbackState {
  const [state, setState] = useState<{ readonly what: Feedback | null; readonly count: number }>({
    what: null,
    count: 0,
  });
  const show = useCallback((what: Feedback) => {
    setState((before) => ({ what, count: before.count + 1 }));
  }, []);
  useEffect(() => {
    if (!state.what) return undefined;
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, what: null }));
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  return { ...state, show };
}

function words(what: Feedback, t: TFunction, format: Format): string {
  switch (what.kind) {
    case 'play':
      return t('player.play');
    case 'pause':
      return t('player.pause');
    case 'muted':
      return t('player.soundOff');
    case 'unmuted':
      return t('player.soundOn');
    case 'seek':
      return t(what.ms > 0 ? 'player.forward' : 'player.backward', { seconds: Math.abs(what.ms) / 1000 });
    case 'place':
      return format.clock(what.positionMs);
    case 'volume':
      return t('player.volumeAt', { volume: format.percent(what.volume) });
    case 'rate':
      return format.rate(what.rate);
    case 'loop':
      return loopWords(what.loop, t, format);
    case 'captions':
      return what.on ? t('player.captionsOn') : t('player.captionsOff');
    case 'chapter':
      return what.title;
    case 'stage':
      return stageWords(what.word, t, format);
    default:
      return assertNever(what);
  }
}

/** The word on the picture after a key: what happened, with its value. */
export function FeedbackWord({ feedback }: { readonly feedback: FeedbackState }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status" className={css.feedbackPlace}>
      {feedback.what && (
        <span key={feedback.count} className={css.feedback}>
          {words(feedback.what, t, format)}
        </span>
      )}
    </div>
  );
}
