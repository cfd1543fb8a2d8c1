import type { Chapter } from '../../../contract/domain/course.ts';
import { lastStartedIndex } from './cues.ts';

/** A chapter with its end; a lecture without chapters is one nameless span. */
export interface ChapterSpan {
  readonly startMs: number;
  readonly endMs: number;
  readonly title: string | null;
}

/** The lecture as spans without holes, each from one chapter's start to the next. */
export function chapterSpans(chapters: readonly Chapter[], durationMs: number): readonly ChapterSpan[] {
  const sorted = chapters.filter((chapter) => chapter.startMs < durationMs).toSorted((a, b) => a.startMs - b.startMs);
  const spans = sorted.map((chapter, index) => ({
    startMs: chapter.startMs,
    endMs: sorted[index + 1]?.startMs ?? durationMs,
    title: chapter.title,
  }));
  const first = spans[0];
  if (!first) return [{ startMs: 0, endMs: durationMs, title: null }];
  return first.startMs > 0 ? [{ startMs: 0, endMs: first.startMs, title: null }, ...spans] : spans;
}

/** Where a chapter key goes: forward to the next start, back to this chapter's start, or from its first two seconds to the one before. */
export function chapterTarget(
  spans: readonly ChapterSpan[],
  positionMs: number,
  to: 'next' | 'previous',
): number | null {
  const index = lastStartedIndex(spans, positionMs);
  if (to === 'next') return spans[index + 1]?.startMs ?? null;
  const current = spans[index];
  if (current && positionMs - current.startMs > 2000) return current.startMs;
  return spans[index - 1]?.startMs ?? 0;
}
