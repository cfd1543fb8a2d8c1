import type { CaptionTrack } from '../../../contract/domain/views.ts';

/** Index of the last cue that has begun, spoken or over; -1 before the first. Binary search. */
export function lastStartedIndex(cues: readonly { readonly startMs: number }[], positionMs: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.startMs ?? Infinity) <= positionMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The track to show first: the reader's language, else the lecture's own first. */
export function pickTrack(tracks: readonly CaptionTrack[], wanted: string): CaptionTrack | null {
  return tracks.find((track) => track.language === wanted) ?? tracks[0] ?? null;
}
