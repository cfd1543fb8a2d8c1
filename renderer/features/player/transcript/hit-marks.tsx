import type { ReactNode } from 'react';
import css from './hit-marks.module.css';
import type { Hit } from './search.ts';

const places = 400;

/** Where on the seek bar something was found; hits that would lie on each other are one mark. */
export function HitMarks(props: { readonly hits: readonly Hit[]; readonly durationMs: number }): ReactNode {
  const { durationMs } = props;
  const shares = new Set(
    props.hits.map(({ startMs }) => Math.round((Math.min(startMs, durationMs) / durationMs) * places) / places),
  );
  return [...shares].map((share) => (
    <span
      key={share}
      className={css.mark}
      style={{ insetInlineStart: `${String(share * 100)}%` }}
      data-testid="hit"
      aria-hidden
    />
  ));
}
