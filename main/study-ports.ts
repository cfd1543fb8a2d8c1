import type { AssetId, CourseId, LectureId } from '../contract/domain/ids.ts';
import type { Span } from '../contract/domain/span.ts';
import type { Result } from '../contract/result.ts';
import type { ByteRange } from './service-ports.ts';

/** What was watched of a lecture, and how long it is; null where the catalogue forgot it. */
export interface WatchedSpans {
  readonly watched: readonly Span[];
  /** Whether the spans that came last added anything. */
  readonly grew: boolean;
  readonly durationMs: number | null;
}

/** How a lecture is counted by hand. */
export interface HandMark {
  readonly lectureId: LectureId;
  readonly completed: boolean;
  readonly watched: readonly Span[];
  readonly watchedAtMs: number;
}

/** What the library keeps of how lectures are studied. */
export interface StudyStore {
  /** Adds what was watched to what was, in one transaction; without spans it only reads. */
  addWatched(id: LectureId, spans: readonly Span[]): Promise<Result<WatchedSpans>>;
  /** Counts a lecture as watched, adding the spans, or as not watched, with these spans alone; answers those of before. */
  mark(mark: HandMark): Promise<Result<readonly Span[]>>;
  rateOfCourse(id: CourseId): Promise<Result<number | null>>;
  keepRate(id: CourseId, rate: number | null): Promise<Result<null>>;
  /** The silences of a file: null when nobody looked yet, 'unreadable' when they cannot be found. */
  silencesOfAsset(id: AssetId): Promise<Result<readonly Span[] | 'unreadable' | null>>;
  keepSilences(id: AssetId, silences: readonly Span[] | 'unreadable'): Promise<Result<null>>;
  /** The complete download nobody looked for silences in, the one that came first, but none of `except`; null when there is none. */
  nextWithoutSilences(
    except: readonly AssetId[],
  ): Promise<Result<{ readonly lectureId: LectureId; readonly assetId: AssetId } | null>>;
}

/** A whole lecture to listen to. */
export interface Listenable {
  readonly sizeBytes: number;
  /** The plaintext of a range. */
  read(range: ByteRange): Promise<ReadableStream<Uint8Array>>;
}

/**
 * Finds the silences of a lecture by its real sound, off the main thread. 'unreadable' when the file has no sound that can be decoded;
 * throws when listening was cut off.
 */
export type FindSilences = (lecture: Listenable, signal: AbortSignal) => Promise<readonly Span[] | 'unreadable'>;
