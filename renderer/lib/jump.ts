import { create } from 'zustand';
import type { LectureId } from '../../contract/domain/ids.ts';

/** A place that the player is to go to as soon as it shows this lecture: of a link, or of a note in a list. */
interface Jump {
  readonly to: { readonly lectureId: LectureId; readonly positionMs: number } | null;
}

/** The place that waits for the player, taken once. */
export const useJump = create<Jump>(() => ({ to: null }));
