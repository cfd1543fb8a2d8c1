import type { Span } from './span.ts';

/** How much of a lecture must be watched for it to count as watched. */
export const completedShares = [0.8, 0.9, 0.95, 1] as const;

/** How far one press skips, in seconds. */
export const skipChoicesSeconds = [5, 10, 15, 30] as const;
/** One of them. */
export type SkipSeconds = (typeof skipChoicesSeconds)[number];

/** The slowest and the fastest a lecture plays, and the finest step between. */
export const rateBounds = { least: 0.25, most: 4, step: 0.05 } as const;

/** The silences of a lecture, or why they are not known: not found yet, only known of what is downloaded, or not to be found in this file. */
export type SilenceView =
  | { readonly kind: 'ready'; readonly spans: readonly Span[] }
  | { readonly kind: 'preparing' | 'not-downloaded' | 'unreadable' };

/** What the player knows of how a lecture was studied. */
export interface StudyView {
  /** What was really watched: sorted, apart. */
  readonly watched: readonly Span[];
  readonly completed: boolean;
  /** The speed kept for this lecture's course; null: the usual one. */
  readonly courseRate: number | null;
  readonly silence: SilenceView;
}

/** What is known of a lecture that was never opened. */
export const nothingStudied: StudyView = {
  watched: [],
  completed: false,
  courseRate: null,
  silence: { kind: 'preparing' },
};
