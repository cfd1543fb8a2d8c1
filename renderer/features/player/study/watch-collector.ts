import { mergeSpans, type Span } from '../../../../contract/domain/span.ts';

/** Collects what is really watched of a lecture, in media time: how fast it plays and how long it stalls does not matter. */
export interface WatchCollector {
  /** The picture plays and is here now. */
  advance(positionMs: number, nowMs: number, rate: number): void;
  /** A jump begins: what was watched ends where it was last, unless the jump was announced by `skipTo`. */
  jump(positionMs: number): void;
  /** The next jump goes here and leaves out a silence, which counts as watched: the person chose not to hear it. */
  skipTo(positionMs: number): void;
  /** The picture stands. */
  pause(): void;
  /** What was not taken yet; the part that is being watched goes on from here. */
  take(): readonly Span[];
  /** What was taken and could not be kept. */
  giveBack(spans: readonly Span[]): void;
  /** Everything watched since the beginning. */
  all(): readonly Span[];
  /** Forgets everything, what was not taken too. */
  clear(): void;
}

/** Media time may run ahead of the clock by so much (a late tick); more is a jump that nobody told of. */
const slackMs = 1000;
/** A jump that was announced lands this near. */
const landingMs = 250;

/** Makes a collector that has seen nothing. */
export function createWatchCollector(): WatchCollector {
  let taken: readonly Span[] = [];
  let fresh: readonly Span[] = [];
  let open: { readonly startMs: number; endMs: number; atMs: number } | null = null;
  let expectedMs: number | null = null;

  function close(): void {
    if (open && open.endMs > open.startMs) {
      fresh = mergeSpans([...fresh, { startMs: Math.round(open.startMs), endMs: Math.round(open.endMs) }], 0);
    }
    open = null;
  }

  return {
    advance(positionMs, nowMs, rate) {
      const stepMs = open ? positionMs - open.endMs : 0;
      const jumped = open !== null && (stepMs < 0 || stepMs > (nowMs - open.atMs) * rate + slackMs);
      if (jumped) close();
      if (open) {
        open.endMs = positionMs;
        open.atMs = nowMs;
      } else open = { startMs: positionMs, endMs: positionMs, atMs: nowMs };
    },
    jump(positionMs) {
      const announced = expectedMs !== null && Math.abs(positionMs - expectedMs) < landingMs;
      expectedMs = null;
      if (announced && open) open.endMs = Math.max(open.endMs, positionMs);
      else close();
    },
    skipTo(positionMs) {
      expectedMs = positionMs;
    },
    pause: close,
    take() {
      const goesOn = open;
      close();
      if (goesOn) open = { startMs: goesOn.endMs, endMs: goesOn.endMs, atMs: goesOn.atMs };
      const spans = fresh;
      taken = mergeSpans([...taken, ...spans], 0);
      fresh = [];
      return spans;
    },
    giveBack(spans) {
      fresh = mergeSpans([...fresh, ...spans], 0);
    },
    all: () => mergeSpans([...taken, ...fresh, ...(open ? [{ startMs: open.startMs, endMs: open.endMs }] : [])]),
    clear() {
      taken = [];
      fresh = [];
      open = null;
    },
  };
}
