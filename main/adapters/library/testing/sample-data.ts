import type { CatalogueDelta } from '../../../../contract/api/catalogue.ts';
import { Course, Lecture } from '../../../../contract/domain/course.ts';
import { AssetId, CourseId, LectureId, LocalAccountId } from '../../../../contract/domain/ids.ts';
import { ok, type Result } from '../../../../contract/result.ts';
import type { DownloadRow, Library } from '../../../ports.ts';

/** Ids for tests, checked like real ones. */
export const courseId = (text: string) => CourseId.parse(text);
export const lectureId = (text: string) => LectureId.parse(text);
export const assetId = (text: string) => AssetId.parse(text);
export const accountId = (digit: string) => LocalAccountId.parse(digit.repeat(32));

/** A lecture with every kind of file; all of its words come from `id`. */
export function sampleLecture(id: string, change: Partial<Lecture> = {}): Lecture {
  return Lecture.parse({
    id,
    title: `Lecture ${id}`,
    summary: `Summary of ${id}`,
    durationMs: 60_000,
    cover: asset(`${id}.cover`, 'image/webp'),
    chapters: [{ startMs: 0, title: 'Beginning' }],
    captions: [{ ...asset(`${id}.en`, 'text/vtt'), language: 'en' }],
    attachments: [{ ...asset(`${id}.slides`, 'application/pdf'), kind: 'slides', title: 'Slides' }],
    media: [
      { ...asset(`${id}.720p`, 'video/mp4'), quality: '720p' },
      { ...asset(`${id}.audio`, 'audio/mp4'), quality: 'audio' },
    ],
    ...change,
  });
}

/** A course of two sections: the first lecture alone in one, the others in the next. */
export function sampleCourse(id: string, lectures: readonly Lecture[], change: Partial<Course> = {}): Course {
  return Course.parse({
    id,
    language: 'en',
    level: 'beginner',
    topics: ['video', 'memory'],
    title: `Course ${id}`,
    summary: `Summary of ${id}`,
    description: `Description of ${id}`,
    lecturer: { id: 'ada', name: 'Ada', about: 'Teaches.' },
    cover: asset(`${id}.cover`, 'image/webp'),
    publishedAt: '2026-01-01T00:00:00Z',
    sections: [
      { id: 's1', title: 'First', lectures: lectures.slice(0, 1) },
      { id: 's2', title: 'Second', lectures: lectures.slice(1) },
    ],
    ...change,
  });
}

/** A whole catalogue of these courses. */
export function wholeCatalogue(...courses: readonly Course[]): CatalogueDelta {
  return { cursor: 'c1', complete: true, courses: [...courses], removedCourseIds: [] };
}

/** Gives a library what the service would answer; true when anything changed. */
export async function applyCatalogue(
  { catalogue }: Pick<Library, 'catalogue'>,
  delta: CatalogueDelta,
  etag: string | null,
): Promise<Result<boolean>> {
  const applied = await catalogue.apply(Buffer.from(JSON.stringify(delta)), etag);
  return applied.ok ? ok(applied.value.changed) : applied;
}

/** A download of a lecture's 720p file. */
export function sampleDownload(lecture: string, change: Partial<DownloadRow> = {}): DownloadRow {
  return {
    lectureId: lectureId(lecture),
    courseId: courseId('c'),
    assetId: assetId(`${lecture}.720p`),
    quality: '720p',
    state: 'complete',
    sizeBytes: 1000,
    sha256: 'a'.repeat(64),
    etag: '"v1"',
    receivedBytes: 1000,
    error: null,
    addedAtMs: 1,
    completedAtMs: 2,
    previous: null,
    ...change,
  };
}

/** The value of a success; a failure fails the test with its code. */
export async function valueOf<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`answered ${result.error.code}`);
  return result.value;
}

/** The code of a failure, or `ok`. */
export async function codeOf(answer: Promise<Result<unknown>>): Promise<string> {
  const result = await answer;
  return result.ok ? 'ok' : result.error.code;
}

function asset(id: string, mediaType: string) {
  return { id, mediaType, sizeBytes: 1000, sha256: 'a'.repeat(64) };
}
