import { create } from 'zustand';

/** When the lecture falls silent: at a moment (milliseconds since 1970), with the lecture's end, or just now (until somebody plays on). */
export type Sleep =
  | { readonly kind: 'off' }
  | { readonly kind: 'at'; readonly endsAtMs: number }
  | { readonly kind: 'lecture-end' }
  | { readonly kind: 'asleep' };

interface StageState {
  /** The picture alone across the window. */
  readonly theatre: boolean;
  readonly sleep: Sleep;
  /** How many players are on the screen: the next lecture's takes over from the last one's. */
  readonly players: number;
}

const awake: Sleep = { kind: 'off' };

/** What outlives one lecture and goes over to the next. */
export const useStageState = create<StageState>(() => ({ theatre: false, sleep: awake, players: 0 }));

/** Sets the sleep timer. */
export function setSleep(sleep: Sleep): void {
  useStageState.setState({ sleep });
}

/** Switches theatre on or off. */
export function setTheatre(theatre: boolean): void {
  useStageState.setState({ theatre });
}

const stepMs = 600_000;

/** Ten minutes, or ten more; after a lecture's end ten minutes behind that. */
export function tenMinutesMore(nowMs: number, leftMs: number): number {
  const { sleep } = useStageState.getState();
  const fromMs = sleep.kind === 'at' ? sleep.endsAtMs : sleep.kind === 'lecture-end' ? nowMs + leftMs : nowMs;
  const endsAtMs = fromMs + stepMs;
  setSleep({ kind: 'at', endsAtMs });
  return endsAtMs - nowMs;
}
