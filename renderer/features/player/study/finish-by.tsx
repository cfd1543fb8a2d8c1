import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Span, spansLengthMs } from '../../../../contract/domain/span.ts';
import { useFormat } from '../../../lib/format.ts';
import type { VideoState } from '../use-video-state.ts';
import css from './study.module.css';

const lookEveryMs = 5000;

/** How long the rest takes at a speed, without the silences that are jumped over. */
export function restMs(
  state: Pick<VideoState, 'positionMs' | 'rate'>,
  durationMs: number,
  skipped: readonly Span[],
): number {
  const left = durationMs - state.positionMs - spansLengthMs(skipped, state.positionMs);
  return Math.max(0, left) / state.rate;
}

/** The time of the day at which the lecture ends if it plays on from now. */
export function FinishBy(props: {
  readonly state: VideoState;
  readonly durationMs: number;
  readonly skipped: readonly Span[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNowMs(Date.now());
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const endMs = nowMs + restMs(props.state, props.durationMs, props.skipped);
  return <span className={css.finish}>{t('study.ends', { time: format.timeOfDay(endMs) })}</span>;
}
