import type { NoteId } from '../../contract/domain/ids.ts';
import type { Marked, SearchHit } from '../../contract/domain/search.ts';
import type { Result } from '../../contract/result.ts';
import { fold } from '../lib/fold.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { courses, planFor } from './sample-data.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** The words in pieces, those that begin with one of the wanted as hits; null when one of the wanted is not in them. */
function marked(text: string, wanted: readonly string[]): Marked | null {
  const pieces = text.split(/(?<=[^\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}])/u);
  const isHit = (piece: string): boolean => wanted.some((each) => fold(piece).startsWith(each));
  const has = wanted.every((each) => pieces.some((piece) => fold(piece).startsWith(each)));
  return has ? pieces.map((piece) => ({ text: piece, hit: isHit(piece) })) : null;
}

/** What main would find in the sample courses, by the beginnings of words. */
function hitsFor(text: string, russian: boolean): readonly SearchHit[] {
  const wanted = fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean); // prettier-ignore
  const hits: SearchHit[] = [];
  const add = (words: string, make: (marks: Marked) => SearchHit): void => {
    const marks = marked(words, wanted);
    if (marks) hits.push(make(marks));
  };
  for (const course of courses) {
    const { id: courseId, lecturerName, coverUrl } = course;
    add(course.title, (title) => ({ kind: 'course', courseId, title, lecturerName, coverUrl }));
    add(lecturerName, (name) => ({ kind: 'lecturer', lecturerId: course.lecturer.id, name, courseCount: 1 }));
    for (const { id: lectureId, title: lectureTitle, durationMs } of course.sections.flatMap((each) => each.lectures)) {
      add(lectureTitle, (title) => ({
        kind: 'lecture',
        lectureId,
        courseId,
        title,
        courseTitle: course.title,
        durationMs,
      }));
      const cues = planFor(lectureId, true)?.captions.find(({ language }) => language === course.language)?.cues ?? [];
      for (const { startMs, text: said } of cues.slice(0, 7)) {
        add(said.replaceAll('\n', ' '), (marks) => ({
          kind: 'transcript',
          lectureId,
          courseId,
          lectureTitle,
          startMs: startMs + durationMs - 360_000,
          text: marks,
        }));
      }
    }
  }
  const first = courses[russian ? 2 : 0]?.sections[0]?.lectures[0];
  const note = russian
    ? 'Ключевой кадр хранится целиком. Спросить: почему не каждый кадр?'
    : 'A key frame is stored whole. Ask: why not every frame?';
  if (first) {
    add(note, (marks) => ({
      kind: 'note',
      noteId: '00000000-0000-4000-8000-000000000001' as NoteId,
      lectureId: first.id,
      lectureTitle: first.title,
      positionMs: 74_000,
      text: marks,
    }));
  }
  return hits;
}

const typos: Readonly<Record<string, string>> = { recordng: 'recording', заптси: 'записи' };

/** The search over the sample courses; `&searches` remembers what is searched for and begins with some. */
export function searchAnswers(asked: URLSearchParams): Answers {
  const russian = asked.get('lang') === 'ru';
  let kept: readonly string[] = russian
    ? ['ключевой кадр', 'теория вероятностей', 'хор']
    : ['key frame', 'forgetting curve', 'maps of 1570'];
  if (!asked.has('searches')) kept = [];
  return {
    'search.languages': () => ok(['en', 'ru']),
    'search.find': ({ text, limit, filter }) => {
      const corrected = typos[text] ?? null;
      const counts = new Map<string, number>();
      const hits = hitsFor(corrected ?? text, russian).filter(({ kind }) => {
        if (filter && filter.kinds.length > 0 && !filter.kinds.includes(kind)) return false;
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        return count <= limit;
      });
      return ok({ hits, corrected });
    },
    'search.history': () => ok(kept),
    'search.remember': ({ text }) => {
      kept = [text, ...kept.filter((each) => each !== text)];
      return ok(null);
    },
    'search.forget': ({ text }) => {
      kept = text === null ? [] : kept.filter((each) => each !== text);
      return ok(null);
    },
  };
}
