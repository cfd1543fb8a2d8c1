import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { Cue } from '../../../../contract/domain/views.ts';
import { cx } from '../../../lib/cx.ts';
import { clock } from '../../../lib/format.ts';
import { withTime } from './copy-text.ts';
import type { TextRange } from './search.ts';
import css from './transcript.module.css';

export interface TranscriptRowProps {
  readonly index: number;
  readonly count: number;
  readonly cue: Cue;
  readonly current: boolean;
  readonly hit: boolean;
  readonly ranges: readonly TextRange[] | undefined;
  /** Takes part in the order of Tab. */
  readonly stop: boolean;
  /** Out of sight, kept for the focus only. */
  readonly away: boolean;
  readonly onJump: (index: number) => void;
  readonly onFocus: (index: number) => void;
  /** The focus went out of the list. */
  readonly onLeave: () => void;
  readonly onPress: (event: KeyboardEvent, index: number) => void;
}

/** One line: a press jumps to it, dragging over it selects its words. */
export const TranscriptRow = memo(function TranscriptRow(props: TranscriptRowProps): ReactNode {
  const { index, cue } = props;
  return (
    <li
      className={cx(css.item, props.away && css.away)}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      {...(props.away ? {} : { 'data-index': index })}
    >
      <div
        role="button"
        tabIndex={props.stop ? 0 : -1}
        className={css.line}
        aria-current={props.current ? 'true' : undefined}
        data-hit={props.hit}
        onClick={() => {
          // The end of dragging over words is no press.
          if (window.getSelection()?.isCollapsed === false) return;
          props.onJump(index);
        }}
        onFocus={() => {
          props.onFocus(index);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.closest('ol')?.contains(event.relatedTarget)) props.onLeave();
        }}
        onKeyDown={(event) => {
          props.onPress(event, index);
        }}
        onCopy={(event) => {
          // With nothing selected the keys for copying take the whole line.
          if (window.getSelection()?.isCollapsed === false) return;
          event.clipboardData.setData('text/plain', withTime(cue.text, cue.startMs));
          event.preventDefault();
        }}
      >
        <span className={css.time}>{clock(cue.startMs)}</span>
        <span className={css.text}>
          <Marked text={cue.text.replaceAll('\n', ' ')} ranges={props.ranges} />
        </span>
      </div>
    </li>
  );
});

function Marked({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly TextRange[] | undefined;
}): ReactNode {
  if (!ranges) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const range of ranges) {
    parts.push(text.slice(from, range.from));
    parts.push(
      <mark key={range.from} className={css.mark}>
        {text.slice(range.from, range.to)}
      </mark>,
    );
    from = range.to;
  }
  parts.push(text.slice(from));
  return parts;
}
