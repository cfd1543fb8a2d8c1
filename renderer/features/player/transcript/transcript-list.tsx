import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../../../contract/domain/views.ts';
import { createRowWindow } from './row-window.ts';
import type { TextRange } from './search.ts';
import { TranscriptRow } from './transcript-row.tsx';
import css from './transcript.module.css';

const page = 8;

/** What may be asked of the list. */
export interface TranscriptListHandle {
  /** Brings a line to the middle. */
  readonly show: (index: number) => void;
}

/** The lines, of which only those in sight are drawn. One of them takes part in the order of Tab; the arrow keys go on from it, Shift+Enter selects its words. */
export function TranscriptList(props: {
  readonly handle: Ref<TranscriptListHandle>;
  readonly cues: readonly Cue[];
  readonly language: string;
  readonly current: number;
  readonly marks: ReadonlyMap<number, readonly TextRange[]>;
  /** The line of the hit gone to last; -1 for none. */
  readonly hitCue: number;
  readonly onJump: (startMs: number) => void;
  /** The person goes elsewhere than the lecture. */
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { handle, cues, current, onJump, onLeave, marks } = props;
  const rowWindow = useMemo(() => createRowWindow(cues.length), [cues.length]);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const rows = useSyncExternalStore(rowWindow.subscribe, rowWindow.drawn);
  /** The line the keyboard is on; null while it is nowhere in the list. */
  const [focused, setFocused] = useState<number | null>(null);
  const last = cues.length - 1;
  const stop = Math.min(last, Math.max(0, focused ?? current));

  useImperativeHandle(
    handle,
    () => ({
      show: (index) => {
        rowWindow.show(index, 'centre');
      },
    }),
    [rowWindow],
  );
  useLayoutEffect(() => (box ? rowWindow.attach(box) : undefined), [box, rowWindow]);
  useLayoutEffect(() => {
    rowWindow.settle();
  });
  const jump = useCallback(
    (index: number): void => {
      const cue = cues[index];
      if (cue) onJump(cue.startMs);
    },
    [cues, onJump],
  );
  const focus = useCallback((index: number): void => {
    setFocused(index);
  }, []);
  const leave = useCallback((): void => {
    setFocused(null);
  }, []);
  const press = useCallback(
    (event: KeyboardEvent, index: number): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const enters = event.code === 'Enter' || event.code === 'NumpadEnter';
      if (event.shiftKey) {
        const words = event.currentTarget.lastElementChild;
        if (!enters || words === null) return;
        event.preventDefault();
        window.getSelection()?.selectAllChildren(words);
        return;
      }
      const to = target(event.code, index, last);
      if (to !== null) {
        event.preventDefault();
        onLeave();
        setFocused(to);
        rowWindow.focus(to);
        rowWindow.show(to, 'nearest');
      } else if (enters || event.code === 'Space') {
        event.preventDefault();
        jump(index);
      }
    },
    [last, jump, onLeave, rowWindow],
  );
  const drawn = Array.from({ length: rows.to - rows.from }, (_, index) => rows.from + index);
  // The line with the focus stays, unseen, when it is scrolled away: the keyboard goes on from it.
  if (focused !== null && focused <= last && (focused < rows.from || focused >= rows.to)) {
    if (focused < rows.from) drawn.unshift(focused);
    else drawn.push(focused);
  }
  return (
    <div ref={setBox} className={css.lines}>
      <div style={{ height: rows.abovePx }} />
      <ol aria-label={t('player.transcript')} lang={props.language} onWheel={onLeave} onTouchMove={onLeave}>
        {drawn.map((index) => {
          const cue = cues[index];
          return (
            cue && (
              <TranscriptRow
                key={index}
                index={index}
                count={cues.length}
                cue={cue}
                current={index === current}
                hit={index === props.hitCue}
                ranges={marks.get(index)}
                stop={index === stop}
                away={index < rows.from || index >= rows.to}
                onJump={jump}
                onFocus={focus}
                onLeave={leave}
                onPress={press}
              />
            )
          );
        })}
      </ol>
      <div style={{ height: rows.belowPx }} />
    </div>
  );
}

function target(code: string, index: number, last: number): number | null {
  switch (code) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
