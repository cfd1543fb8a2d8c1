import type { BrowseCard, ListItem, ListThing } from '../../contract/domain/browse.ts';
import type { CourseId } from '../../contract/domain/ids.ts';
import type { CourseDetail } from '../../contract/domain/views.ts';
import type { Result } from '../../contract/result.ts';
import { keyOfThing, thingOf } from '../lib/my-list.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { courses, findLecture } from './sample-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const pieceSize = 200;

function cardOf(course: CourseDetail): BrowseCard {
  const lectures = course.sections.flatMap((section) => section.lectures);
  const left = lectures.filter(({ progress }) => progress?.completed !== true);
  return {
    ...course,
    lecturerId: course.lecturer.id,
    begunCount: lectures.filter(({ progress }) => progress !== null).length,
    shortestLeftMs: left.length === 0 ? null : Math.min(...left.map(({ durationMs }) => durationMs)),
  };
}

const subjects = ['Light', 'Bread', 'Rivers', 'Glass', 'Numbers', 'Birds', 'Bridges', 'Salt', 'Clocks', 'Letters'];
const ways = ['A short history of', 'How to look at', 'The physics of', 'Drawing', 'Ten evenings with', 'Against'];
const levels = ['beginner', 'intermediate', 'advanced'] as const;
const topics = ['history', 'physics', 'drawing', 'file-formats', 'music', 'mathematics', 'nature'];
const covers = ['chance', 'choir', 'maps', 'memory', 'seeking'];

/** So many courses, told apart by their numbers. */
function manyCards(count: number): readonly BrowseCard[] {
  const [first] = courses.map(cardOf);
  if (first === undefined) return [];
  return Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `many-${String(index)}` as CourseId,
    title: `${ways[index % ways.length] ?? ''} ${(subjects[(index * 7) % subjects.length] ?? '').toLowerCase()}, ${String(index + 1)}`,
    lecturerName: `Lecturer ${String(index % 90)}`,
    lecturerId: `lecturer-${String(index % 90)}`,
    language: index % 3 === 0 ? 'ru' : 'en',
    level: levels[index % 3] ?? 'beginner',
    topics: [topics[index % topics.length] ?? 'history'],
    lectureCount: 3 + (index % 40),
    begunCount: index % 5 === 0 ? 2 : 0,
    completedCount: index % 5 === 0 ? 1 : 0,
    durationMs: (20 + (index % 300)) * 60_000,
    shortestLeftMs: (4 + (index % 80)) * 60_000,
    coverUrl: `/covers/${covers[index % covers.length] ?? ''}.svg`,
    available: index % 50 !== 7,
    ...(index % 4 === 3
      ? {}
      : { popularity: { viewerCount: 5 + index * 20, rating: { average: 3 + (index % 20) / 10, count: 5 + index } } }),
  }));
}

/** Answers of browsing and of the person's own list: ?courses=2000 makes so many, ?list=none empties the list, ?next=none. */
export function browseAnswers(asked: URLSearchParams, listChanged: () => void): Answers {
  const count = Number(asked.get('courses') ?? 0);
  const empty = asked.get('home') === 'never' || asked.get('home') === 'empty';
  const cards = empty ? [] : count > 0 ? manyCards(count) : courses.map(cardOf);
  const itemOf = (thing: ListThing, addedAtMs: number): ListItem | null => {
    if (thing.kind === 'course') {
      const course = cards.find(({ id }) => id === thing.courseId);
      return course === undefined ? null : { kind: 'course', addedAtMs, course };
    }
    const found = findLecture(thing.lectureId);
    if (found === null) return null;
    const { course, lecture } = found;
    return {
      kind: 'lecture',
      addedAtMs,
      lectureId: lecture.id,
      courseId: course.id,
      lectureTitle: lecture.title,
      courseTitle: course.title,
      coverUrl: lecture.coverUrl,
      durationMs: lecture.durationMs,
      progress: lecture.progress,
    };
  };
  const given: readonly ListThing[] = [
    { kind: 'course', courseId: 'maps' as CourseId },
    { kind: 'lecture', lectureId: 'seeking-1' as never },
    { kind: 'course', courseId: 'choir' as CourseId },
  ];
  let list = asked.get('list') === 'none' ? [] : given.flatMap((thing, index) => itemOf(thing, 10 - index) ?? []);
  const next = findLecture('memory-1');
  return {
    'catalogue.courses': ({ after }) => {
      const begin = after === null ? 0 : cards.findIndex(({ id }) => id === after.courseId) + 1;
      const piece = cards.slice(begin, begin + pieceSize);
      const last = piece.at(-1);
      const more = last !== undefined && begin + pieceSize < cards.length;
      return ok({ courses: piece, next: more ? { publishedAt: last.publishedAt, courseId: last.id } : null });
    },
    'catalogue.nextUp': () =>
      ok(
        next === null || asked.get('next') === 'none'
          ? []
          : [
              {
                lectureId: next.lecture.id,
                courseId: next.course.id,
                lectureTitle: next.lecture.title,
                courseTitle: next.course.title,
                coverUrl: next.lecture.coverUrl,
                durationMs: next.lecture.durationMs,
              },
            ],
      ),
    'catalogue.lecturer': ({ lecturerId }) => {
      const theirs = cards.filter((card) => card.lecturerId === lecturerId);
      const lecturer = courses.find((course) => course.lecturer.id === lecturerId)?.lecturer;
      const [first] = theirs;
      if (first === undefined) return { ok: false, error: { code: 'not-found' } };
      return ok({ lecturer: lecturer ?? { id: lecturerId, name: first.lecturerName, about: '' }, courses: theirs });
    },
    'list.read': () => ok(list),
    'list.add': ({ thing, addedAtMs }) => {
      const item = itemOf(thing, addedAtMs ?? Date.now());
      if (item === null) return { ok: false, error: { code: 'not-found' } };
      list = [...list, item].toSorted((a, b) => b.addedAtMs - a.addedAtMs);
      listChanged();
      return ok(null);
    },
    'list.remove': ({ thing }) => {
      const gone = list.find((item) => keyOfThing(thingOf(item)) === keyOfThing(thing));
      list = list.filter((item) => item !== gone);
      listChanged();
      return ok({ addedAtMs: gone?.addedAtMs ?? null });
    },
  };
}
