/** How large a made-up library is; the same size and seed make the same bytes. */
export interface LibrarySize {
  readonly seed: number;
  readonly courseCount: number;
  readonly lecturesPerCourse: number;
  /** Cues of one caption track; each lecture has one track in English and one in Russian. */
  readonly cuesPerTrack: number;
  /** Rows of the watch history. */
  readonly sittingCount: number;
  /** Over so many days they are spread. */
  readonly dayCount: number;
}

/** 2,000 courses, 100,000 lectures, 5 million cues and a million sittings over three years. */
export const wholeSize: LibrarySize = {
  seed: 6,
  courseCount: 2000,
  lecturesPerCourse: 50,
  cuesPerTrack: 25,
  sittingCount: 1_000_000,
  dayCount: 1095,
};

/** The last day of the made-up history ends here: 2026-11-20, three o'clock in the morning in UTC+3. */
export const historyEndMs = Date.UTC(2026, 10, 20);

/** A number for a part of a library, so that each part can be made without those before it. */
export function seedOf(size: LibrarySize, part: string, ...places: readonly number[]): number {
  let mixed = size.seed | 0;
  for (const letter of part) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  for (const place of places) mixed = Math.imul(mixed ^ (place + 0x9e3779b9), 0x85ebca6b) ^ (mixed >>> 13);
  return mixed | 0;
}
