import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Span, spansLengthMs } from '../../../../contract/domain/span.ts';
import { useFormat } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
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
export function FinishBy({ leftMs }: { readonly leftMs: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nowMs = useNow(lookEveryMs);
  return <span className={css.finish}>{t('study.ends', { time: format.timeOfDay(nowMs + leftMs) })}</span>;
}
