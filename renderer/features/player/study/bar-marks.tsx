import type { ReactNode } from 'react';
import type { Span } from '../../../../contract/domain/span.ts';
import css from './bar-marks.module.css';
import type { Study } from './use-study.ts';

/** One path for many spans: a lecture may have hundreds. */
function pathOf(spans: readonly Span[]): string {
  return spans.map(({ startMs, endMs }) => `M${String(startMs)} 0H${String(endMs)}V1H${String(startMs)}Z`).join('');
}

/** On the line of the lecture: its silences, the part that loops, and underneath what was watched. */
export function BarMarks(props: { readonly study: Study; readonly durationMs: number }): ReactNode {
  const { durationMs } = props;
  const { watched, silence, skipsSilence, loop } = props.study;
  const percent = (ms: number): string => `${String(Math.min(1, ms / durationMs) * 100)}%`;
  const box = { viewBox: `0 0 ${String(Math.round(durationMs))} 1`, preserveAspectRatio: 'none', 'aria-hidden': true };
  return (
    <>
      {silence.kind === 'ready' && (
        <svg {...box} className={css.silences} data-skipped={skipsSilence} data-testid="silences">
          <path d={pathOf(silence.spans)} />
        </svg>
      )}
      <svg {...box} className={css.watched} data-testid="watched">
        <path d={pathOf(watched.spans)} />
      </svg>
      {loop.aMs !== null && (
        <span
          className={css.loop}
          data-testid="loop"
          style={{ insetInlineStart: percent(loop.aMs), width: percent((loop.bMs ?? loop.aMs) - loop.aMs) }}
        />
      )}
    </>
  );
}
