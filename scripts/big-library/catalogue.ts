import { createHash } from 'node:crypto';
import type { CatalogueDelta } from '../../contract/api/catalogue.ts';
import { Level } from '../../contract/domain/course.ts';
import type { AssetReference, Course, Lecture } from '../../contract/domain/course.ts';
import type { AssetId, CourseId, LectureId } from '../../contract/domain/ids.ts';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import { lecturerNames, topicsOf } from './names.ts';
import { seedOf } from './size.ts';
import type { LibrarySize } from './size.ts';
import { everywhere, makeVocabulary } from './vocabulary.ts';
import type { Vocabulary, WordLanguage } from './vocabulary.ts';

/** A made-up catalogue, made course by course: no part of it needs another. */
export interface BigCatalogue {
  readonly size: LibrarySize;
  readonly vocabularies: Readonly<Record<WordLanguage, Vocabulary>>;
  /** The course at a place from 0; `edition` other than 0: as it is after so many changes by the service. */
  course(place: number, edition?: number): Course;
  /** All courses, one after the other. */
  courses(): Generator<Course, void>;
}

const sectionCount = 5;
const lecturerCount = 400;
const dayMs = 86_400_000;

/** Makes the catalogue of a size. Its files are only named: digests are of their ids. */
export function makeCatalogue(size: LibrarySize): BigCatalogue {
  const vocabularies = {
    en: makeVocabulary('en', seedOf(size, 'en')),
    ru: makeVocabulary('ru', seedOf(size, 'ru')),
  };

  function course(place: number, edition = 0): Course {
    const random = seededRandom(seedOf(size, 'course', place));
    const language = languageOf(place);
    const { words, sentence } = vocabularies[language];
    const below = (bound: number): number => Math.floor(random() * bound);
    const lecturer = below(Math.min(lecturerCount, size.courseCount));
    const known = topicsOf(language);
    const topics = [...new Set([known[place % known.length] ?? '', known[below(known.length)] ?? ''])];
    const head = {
      id: courseIdAt(place),
      language,
      level: Level.options[below(Level.options.length)] ?? 'beginner',
      topics,
      title: sentence(random, 3 + below(3)) + (edition === 0 ? '' : ` ${edition + 1}`),
      summary: `${sentence(random, 14)} ${everywhere[language]}.`,
      description: `${sentence(random, 70)} ${everywhere[language]}.`,
      lecturer: {
        id: `lecturer-${lecturer}`,
        name: lecturerNames(lecturer, language),
        about: `${sentence(random, 12)} ${everywhere[language]}.`,
      },
      cover: asset(`c${place}.cover`, 'image/webp', 30_000),
      publishedAt: new Date(Date.UTC(2026, 9, 1) - place * 13 * 3_600_000 - below(12) * dayMs).toISOString(),
    };
    const lectures = Array.from({ length: size.lecturesPerCourse }, (_, index) =>
      lecture(place, index, vocabularies[language], random),
    );
    const perSection = Math.ceil(lectures.length / sectionCount);
    const sections = Array.from({ length: Math.ceil(lectures.length / perSection) }, (_, index) => ({
      id: `s${index}`,
      title: sentence(random, 2),
      lectures: lectures.slice(index * perSection, (index + 1) * perSection),
    }));
    return { ...head, topics: [...head.topics, words(random, 1)], sections };
  }

  return {
    size,
    vocabularies,
    course,
    *courses() {
      for (let place = 0; place < size.courseCount; place += 1) yield course(place);
    },
  };
}

function lecture(place: number, index: number, { sentence }: Vocabulary, random: () => number): Lecture {
  const below = (bound: number): number => Math.floor(random() * bound);
  const id = lectureIdAt(place, index);
  const durationMs = (6 + below(50)) * 60_000;
  return {
    id,
    title: sentence(random, 3 + below(4)),
    summary: `${sentence(random, 12 + below(10))} ${everywhere[languageOf(place)]}.`,
    durationMs,
    cover: asset(`${id}.cover`, 'image/webp', 20_000),
    chapters: [0, 0.5].map((share) => ({ startMs: share * durationMs, title: sentence(random, 3) })),
    captions: (['en', 'ru'] as const).map((language) => ({
      ...asset(captionIdAt(place, index, language), 'text/vtt', 4000),
      language,
    })),
    attachments: [{ ...asset(`${id}.slides`, 'application/pdf', 400_000), kind: 'slides', title: sentence(random, 2) }],
    media: [
      { ...asset(`${id}.720p`, 'video/mp4', durationMs * 180), quality: '720p' },
      { ...asset(`${id}.audio`, 'audio/mp4', durationMs * 16), quality: 'audio' },
    ],
  };
}

/** The language of the course at a place: they take turns. */
export function languageOf(place: number): WordLanguage {
  return place % 2 === 0 ? 'en' : 'ru';
}

/** Ids by place. */
export function courseIdAt(place: number): CourseId {
  return `c${place}` as CourseId;
}

/** The lecture at a place of the course at a place. */
export function lectureIdAt(place: number, index: number): LectureId {
  return `c${place}-l${index}` as LectureId;
}

/** Its captions in a language. */
export function captionIdAt(place: number, index: number, language: WordLanguage): AssetId {
  return `c${place}-l${index}.${language}` as AssetId;
}

/** What the service answers to one whose catalogue is of the first edition, when one course in `every` has changed. */
export function changedDelta(catalogue: BigCatalogue, every: number): CatalogueDelta {
  const places = Array.from({ length: Math.ceil(catalogue.size.courseCount / every) }, (_, index) => index * every);
  return {
    cursor: 'edition-2',
    complete: false,
    courses: places.map((place) => catalogue.course(place, 1)),
    removedCourseIds: [],
  };
}

/** The whole catalogue as the service's answer, in pieces of JSON text: never all of it in memory. */
export function* catalogueText(catalogue: BigCatalogue): Generator<string, void> {
  yield '{"cursor":"edition-1","complete":true,"courses":[';
  let separator = '';
  for (const course of catalogue.courses()) {
    yield separator + JSON.stringify(course);
    separator = ',';
  }
  yield '],"removedCourseIds":[]}';
}

/** The same as the service gives it to somebody who has nothing yet: in answers that end behind the course with which they are as long as this. */
export function* catalogueAnswers(catalogue: BigCatalogue, pageBytes: number): Generator<Uint8Array, void> {
  const ids: CourseId[] = [];
  let [courses, sizeBytes, pageCount]: [Course[], number, number] = [[], 0, 0];
  const answer = (end: Partial<CatalogueDelta>): Uint8Array => {
    pageCount += 1;
    const delta = { cursor: `page-${pageCount}`, complete: false, courses, removedCourseIds: [], ...end };
    return new TextEncoder().encode(JSON.stringify(delta satisfies CatalogueDelta));
  };
  for (const course of catalogue.courses()) {
    if (sizeBytes >= pageBytes) {
      yield answer({ hasMore: true });
      [courses, sizeBytes] = [[], 0];
    }
    ids.push(course.id);
    courses.push(course);
    sizeBytes += JSON.stringify(course).length;
  }
  yield answer(pageCount === 0 ? { complete: true } : { allCourseIds: ids });
}

function asset(id: string, mediaType: string, sizeBytes: number): AssetReference {
  return { id: id as AssetId, mediaType, sizeBytes, sha256: createHash('sha256').update(id).digest('hex') };
}
