import type { CoursePopularity } from '../../contract/domain/popularity.ts';
import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import type { CourseDetail, Cue, HomeView, LectureRow, PlaybackPlan } from '../../contract/domain/views.ts';

interface Sketch {
  readonly id: string;
  readonly cover: string;
  readonly language: string;
  readonly title: string;
  readonly lecturer: string;
  readonly about: string;
  readonly summary: string;
  readonly description: string;
  readonly level: CourseDetail['level'];
  readonly topics: readonly string[];
  readonly sections: readonly { readonly title: string; readonly lectures: readonly string[] }[];
}

const sketches: readonly Sketch[] = [
  {
    id: 'seeking',
    cover: 'seeking',
    language: 'en',
    title: 'How Video Finds Its Place',
    lecturer: 'Maria Ferrer',
    about: 'Builds media players, and teaches how they work to people who thought they knew.',
    summary: 'What happens between the moment you drop the playhead and the moment the picture moves again.',
    description:
      'A recording of an hour holds ninety thousand pictures, and almost none of them is stored whole. This course opens the file and follows one seek from the pointer to the screen.\n\nYou need no mathematics, only a video you know well.',
    level: 'beginner',
    topics: ['video', 'file-formats'],
    sections: [
      { title: 'Inside the file', lectures: ['Where does a frame begin?', 'The index at the end of the file'] },
      {
        title: 'Over a network',
        lectures: ['Asking for a range of bytes', 'When the line drops: what is kept and what is asked for again'],
      },
    ],
  },
  {
    id: 'memory',
    cover: 'memory',
    language: 'en',
    title: 'Remembering for Good',
    lecturer: 'Jonas Lind',
    about: 'Studies how people learn words, and has forgotten three languages himself.',
    summary: 'Why we forget on a schedule, and how to use that schedule.',
    description: 'Spaced repetition, from the first forgetting curve of 1885 to the cards on your telephone.',
    level: 'beginner',
    topics: ['memory', 'learning'],
    sections: [
      {
        title: 'Three lectures',
        lectures: ['The forgetting curve', 'The right moment to look again', 'Cards that work'],
      },
    ],
  },
  {
    id: 'chance',
    cover: 'chance',
    language: 'ru',
    title: 'Начала теории вероятностей',
    lecturer: 'Елена Воронцова',
    about: 'Читает теорию вероятностей двадцать лет и до сих пор удивляется дням рождения.',
    summary: 'Что значит «вероятно» и почему здравый смысл так часто ошибается.',
    description:
      'От монеты и кости до парадокса дней рождения. Каждое понятие появляется из задачи, которую можно решить на бумаге.\n\nДостаточно школьной арифметики.',
    level: 'beginner',
    topics: ['mathematics'],
    sections: [
      {
        title: 'Первые шаги',
        lectures: ['Монета, кость и колода', 'Независимые события', 'Парадокс дней рождения', 'Что такое среднее'],
      },
    ],
  },
  {
    id: 'maps',
    cover: 'maps',
    language: 'en',
    title: 'Reading Old Maps',
    lecturer: 'Ines Carvalho',
    about: '',
    summary: 'What a map of 1570 knew, what it guessed, and what it was paid to say.',
    description: 'Six maps, one lecture each.',
    level: 'intermediate',
    topics: ['history', 'maps'],
    sections: [
      { title: 'Maps', lectures: ['The world of 1570', 'Coasts and monsters', 'Who paid for the blank parts'] },
    ],
  },
  {
    id: 'choir',
    cover: 'choir',
    language: 'ru',
    title: 'Как устроен хор',
    lecturer: 'Павел Седов',
    about: '',
    summary: 'Голоса, дыхание и то, чего не слышно из зала.',
    description: 'Три лекции о том, как много людей поют как один.',
    level: 'advanced',
    topics: ['music'],
    sections: [{ title: 'Лекции', lectures: ['Четыре голоса', 'Дыхание по цепочке', 'Строй'] }],
  },
];

const mb = 1_000_000;

function lectureRow(sketch: Sketch, title: string, index: number): LectureRow {
  const durationMs = (6 + ((index * 7) % 11)) * 60_000 + index * 13_000;
  const minutes = durationMs / 60_000;
  const progress =
    sketch.id === 'seeking' && index === 0
      ? { positionMs: durationMs, completed: true, watchedAtMs: 1 }
      : sketch.id === 'seeking' && index === 1
        ? { positionMs: durationMs * 0.42, completed: false, watchedAtMs: 3 }
        : sketch.id === 'chance' && index === 0
          ? { positionMs: durationMs * 0.7, completed: false, watchedAtMs: 2 }
          : null;
  return {
    id: `${sketch.id}-${String(index)}` as LectureId,
    title,
    summary: '',
    durationMs,
    coverUrl: `/covers/lecture${String(index % 4)}.svg`,
    qualities: [
      { quality: '720p', sizeBytes: Math.round(minutes * 3.13 * mb) },
      { quality: '360p', sizeBytes: Math.round(minutes * 1.27 * mb) },
      { quality: 'audio', sizeBytes: Math.round(minutes * 0.48 * mb) },
    ],
    captionLanguages: sketch.language === 'ru' ? ['ru'] : ['en', 'ru'],
    attachments: [],
    progress,
  };
}

const figures: Readonly<Record<string, CoursePopularity>> = {
  seeking: { viewerCount: 1200, rating: { average: 4.6, count: 38 } },
  memory: { viewerCount: 98_000, rating: { average: 4.8, count: 5204 } },
  chance: { viewerCount: 40, rating: null },
};

function popularityOf(id: string): { readonly popularity?: CoursePopularity } {
  const popularity = figures[id];
  return popularity === undefined ? {} : { popularity };
}

/** Every sample course in full. */
export const courses: readonly CourseDetail[] = sketches.map((sketch) => {
  let number = 0;
  const sections = sketch.sections.map((section, index) => ({
    id: `s${String(index)}`,
    title: section.title,
    lectures: section.lectures.map((title) => lectureRow(sketch, title, number++)),
  }));
  const lectures = sections.flatMap((section) => section.lectures);
  return {
    id: sketch.id as CourseId,
    title: sketch.title,
    summary: sketch.summary,
    description: sketch.description,
    lecturerName: sketch.lecturer,
    lecturer: { id: sketch.id, name: sketch.lecturer, about: sketch.about },
    language: sketch.language,
    level: sketch.level,
    topics: sketch.topics,
    lectureCount: lectures.length,
    completedCount: lectures.filter((lecture) => lecture.progress?.completed).length,
    durationMs: lectures.reduce((sum, lecture) => sum + lecture.durationMs, 0),
    coverUrl: `/covers/${sketch.cover}.svg`,
    publishedAt: sketch.id === 'memory' ? new Date().toISOString() : '2026-03-12T00:00:00Z',
    available: sketch.id !== 'choir',
    ...popularityOf(sketch.id),
    chosenQuality: null,
    keepReadyCount: 0,
    sections,
  };
});

/** A lecture and the course it belongs to. */
export function findLecture(lectureId: string): { readonly course: CourseDetail; readonly lecture: LectureRow } | null {
  for (const course of courses) {
    for (const lecture of course.sections.flatMap((section) => section.lectures)) {
      if (lecture.id === lectureId) return { course, lecture };
    }
  }
  return null;
}

/** The home screen's sample. */
export const home: HomeView = {
  state: 'ready',
  courses,
  newCourseIds: ['memory' as CourseId],
  continueWatching: ['seeking-1', 'chance-0'].flatMap((id) => {
    const found = findLecture(id);
    if (!found?.lecture.progress) return [];
    const { course, lecture } = found;
    return [
      {
        lectureId: lecture.id,
        courseId: course.id,
        lectureTitle: lecture.title,
        courseTitle: course.title,
        coverUrl: lecture.coverUrl,
        durationMs: lecture.durationMs,
        progress: found.lecture.progress,
      },
    ];
  }),
};

const english = [
  'A recording of an hour holds ninety thousand pictures.',
  'Almost none of them is stored whole.',
  'Every second or two there is a key frame:\na picture that needs no other.',
  'The frames after it only say what has changed.',
  'So when you drop the playhead somewhere,',
  'the player goes back to the last key frame before it,',
  'and quietly draws everything in between.',
];
const russian = [
  'В часовой записи девяносто тысяч кадров.',
  'Почти ни один из них не хранится целиком.',
  'Раз в секунду-две встречается ключевой кадр:\nему не нужны другие.',
  'Кадры после него говорят только о том, что изменилось.',
  'Поэтому, когда вы отпускаете ползунок,',
  'проигрыватель возвращается к последнему ключевому кадру',
  'и молча рисует всё, что между ними.',
];
const cues = (lines: readonly string[]): readonly Cue[] =>
  Array.from({ length: 20 }, (_, index) => ({
    startMs: index * 5000 + 300,
    endMs: index * 5000 + 4900,
    text: lines[index % lines.length] ?? '',
  }));

/** A plan to play any of the sample lectures: always the same video. */
export function planFor(lectureId: string, downloaded: boolean): PlaybackPlan | null {
  const found = findLecture(lectureId);
  if (!found) return null;
  const { course, lecture } = found;
  const ids = course.sections.flatMap((section) => section.lectures.map((each) => each.id));
  const at = ids.indexOf(lecture.id);
  return {
    lectureId: lecture.id,
    courseId: course.id,
    title: lecture.title,
    courseTitle: course.title,
    lecturerName: course.lecturer.name,
    mediaUrl: '/media/sample.mp4',
    mediaType: 'video/mp4',
    quality: '720p',
    source: downloaded ? 'downloaded' : 'network',
    posterUrl: lecture.coverUrl,
    durationMs: 100_000,
    positionMs: 41_000,
    chapters: [
      { startMs: 0, title: 'Pictures that need no other' },
      { startMs: 24_000, title: 'What the frames in between say' },
      { startMs: 61_000, title: 'Dropping the playhead' },
      { startMs: 84_000, title: 'In short' },
    ],
    captions: [
      { language: 'en', cues: cues(english) },
      { language: 'ru', cues: cues(russian) },
    ],
    previousLectureId: ids[at - 1] ?? null,
    nextLectureId: ids[at + 1] ?? null,
  };
}
