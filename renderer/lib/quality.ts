import type { Quality } from '../../contract/domain/course.ts';
import type { LectureRow, QualityOption } from '../../contract/domain/views.ts';

/** The qualities, best first. */
export const qualities = ['1080p', '720p', '360p', 'audio'] as const satisfies readonly Quality[];

/** The wanted quality, or the next lower one there is, or the lowest above it. */
export function pickQuality(options: readonly QualityOption[], wanted: Quality): QualityOption | null {
  const rank = (quality: Quality): number => qualities.indexOf(quality);
  const sorted = options.toSorted((a, b) => rank(a.quality) - rank(b.quality));
  const lower = sorted.find((option) => rank(option.quality) >= rank(wanted) && option.quality !== 'audio');
  const exact = sorted.find((option) => option.quality === wanted);
  return exact ?? lower ?? sorted.findLast((option) => option.quality !== 'audio') ?? sorted[0] ?? null;
}

/** The qualities at least one of the lectures has, best first, each with the bytes all of them would take. */
export function qualityTotals(lectures: readonly LectureRow[]): readonly QualityOption[] {
  return qualities
    .filter((quality) => lectures.some((lecture) => lecture.qualities.some((option) => option.quality === quality)))
    .map((quality) => ({ quality, sizeBytes: totalBytes(lectures, quality) }));
}

/** What these lectures take in the wanted quality, in bytes. */
export function totalBytes(lectures: readonly LectureRow[], wanted: Quality): number {
  return lectures.reduce((sum, lecture) => sum + (pickQuality(lecture.qualities, wanted)?.sizeBytes ?? 0), 0);
}
