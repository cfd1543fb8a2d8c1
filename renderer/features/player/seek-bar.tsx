import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { ChapterSpan } from './chapters.ts';
import { lastStartedIndex } from './cues.ts';
import css from './seek-bar.module.css';
import { HitMarks } from './transcript/hit-marks.tsx';
import type { Hit } from './transcript/search.ts';
import { wordsOverBar } from './words-over-bar.ts';

const keyStepsMs: Readonly<Record<string, number>> = {
  ArrowLeft: -5000,
  ArrowDown: -5000,
  ArrowRight: 5000,
  ArrowUp: 5000,
  PageDown: -60_000,
  PageUp: 60_000,
};

/** The lecture as a line: chapters with gaps, what is loaded, what was played, the time under the pointer. */
export function SeekBar(props: {
  readonly positionMs: number;
  readonly bufferedMs: number;
  readonly durationMs: number;
  readonly spans: readonly ChapterSpan[];
  /** Drawn on the bar. */
  readonly marks?: ReactNode;
  /** Found in the transcript. */
  readonly hits: readonly Hit[];
  readonly onSeek: (positionMs: number) => void;
  /** Drawn upon the line. */
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const bar = useRef<HTMLDivElement>(null);
  const [hoverMs, setHoverMs] = useState<number | null>(null);
  const [dragMs, setDragMs] = useState<number | null>(null);
  const { durationMs, spans } = props;
  const shownMs = Math.min(dragMs ?? props.positionMs, durationMs);

  const at = (event: PointerEvent): number => {
    const box = bar.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * durationMs;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = keyStepsMs[event.code];
    const target =
      event.code === 'Home'
        ? 0
        : event.code === 'End'
          ? durationMs
          : step === undefined
            ? null
            : props.positionMs + step;
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    props.onSeek(target);
  };
  const chapter = spans[lastStartedIndex(spans, shownMs)]?.title;
  const place = { position: format.clock(shownMs), total: format.clock(durationMs) };
  const percent = (ms: number): string => `${String((ms / durationMs) * 100)}%`;
  return (
    <div
      ref={bar}
      role="slider"
      tabIndex={0}
      className={css.bar}
      data-dragging={dragMs !== null}
      aria-label={t('player.seek')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(shownMs / 1000)}
      aria-valuetext={chapter ? t('player.seekChapter', { ...place, chapter }) : t('player.seekValue', place)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragMs(at(event));
      }}
      onPointerMove={(event) => {
        setHoverMs(at(event));
        if (dragMs !== null) setDragMs(at(event));
      }}
      onPointerUp={(event) => {
        if (dragMs === null) return;
        props.onSeek(at(event));
        setDragMs(null);
      }}
      onPointerCancel={() => {
        setDragMs(null);
      }}
      onPointerLeave={() => {
        setHoverMs(null);
      }}
    >
      {spans.map((span) => (
        <Span
          key={span.startMs}
          span={span}
          durationMs={durationMs}
          playedMs={shownMs}
          bufferedMs={props.bufferedMs}
          hovered={hoverMs !== null && span.startMs <= hoverMs && hoverMs < span.endMs}
        />
      ))}
      {props.children}
      {props.marks}
      {props.hits.length > 0 && <HitMarks hits={props.hits} durationMs={durationMs} />}
      <span className={css.knob} style={{ insetInlineStart: percent(shownMs) }} />
      {hoverMs !== null && <HoverTime spans={spans} hoverMs={hoverMs} durationMs={durationMs} />}
    </div>
  );
}

function Span(props: {
  readonly span: ChapterSpan;
  readonly durationMs: number;
  readonly playedMs: number;
  readonly bufferedMs: number;
  readonly hovered: boolean;
}): ReactNode {
  const { span, durationMs } = props;
  const lengthMs = span.endMs - span.startMs;
  const share = (ms: number): string => `${String(Math.min(1, Math.max(0, (ms - span.startMs) / lengthMs)) * 100)}%`;
  return (
    <span
      className={css.span}
      data-hovered={props.hovered}
      style={{
        insetInlineStart: `${String((span.startMs / durationMs) * 100)}%`,
        width: `calc(${String((lengthMs / durationMs) * 100)}% - ${span.endMs < durationMs ? '3px' : '0px'})`,
      }}
    >
      <span className={css.buffered} style={{ width: share(props.bufferedMs) }} />
      <span className={css.played} style={{ width: share(props.playedMs) }} />
    </span>
  );
}

function HoverTime(props: {
  readonly spans: readonly ChapterSpan[];
  readonly hoverMs: number;
  readonly durationMs: number;
}): ReactNode {
  const format = useFormat();
  const title = props.spans[lastStartedIndex(props.spans, props.hoverMs)]?.title;
  return (
    <span className={css.hover} style={wordsOverBar(props.hoverMs / props.durationMs)} aria-hidden>
      {title && <span className={css.hoverTitle}>{title}</span>}
      {format.clock(props.hoverMs)}
    </span>
  );
}
