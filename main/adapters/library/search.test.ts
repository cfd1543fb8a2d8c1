import { describe, expect, it } from 'vitest';
import type { Course } from '../../../contract/domain/course.ts';
import { NoteId } from '../../../contract/domain/ids.ts';
import type { FoundItem } from '../../search-ports.ts';
import {
  applyCatalogue,
  assetId,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const noteId = (digit: number) => NoteId.parse(`00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`);
const note = (digit: number, text: string) => ({
  id: noteId(digit),
  lectureId: lectureId('l1'),
  positionMs: digit * 1000,
  text,
  nowMs: digit,
});
const captions = (...lines: readonly string[]) => ({
  mediaType: 'text/vtt',
  bytes: new TextEncoder().encode(
    `WEBVTT\n\n${lines.map((line, index) => `00:${10 + index}.000 --> 00:${11 + index}.000\n${line}\n`).join('\n')}`,
  ),
});

const course = sampleCourse(
  'c',
  [
    sampleLecture('l1', { title: 'Первая лекция о памяти', summary: 'Как мы помним и почему забываем' }),
    sampleLecture('l2', { title: 'Sampling a Sine', chapters: [{ startMs: 0, title: 'The folding frequency' }] }),
  ],
  {
    title: 'Running Experiments',
    topics: ['statistics', 'оптика'],
    description: 'About ёлки and café tables.',
    lecturer: { id: 'ada', name: 'Ада Лавлейс', about: 'Writes programs for engines.' },
  },
);

async function opened(...courses: readonly Course[]) {
  const opening = await openLibrary();
  await valueOf(applyCatalogue(opening.library, wholeCatalogue(...(courses.length > 0 ? courses : [course])), null));
  const find = async (text: string, limit = 10) => valueOf(opening.library.search.find(text, limit));
  const seen = async (text: string) => (await find(text)).items.map(shown);
  return { ...opening, find, seen };
}

/** What was found as `kind:id`, its words with the hits in brackets. */
function shown(item: FoundItem): string {
  switch (item.kind) {
    case 'course':
      return `course ${item.courseId}: ${marked(item.title)}`;
    case 'lecture':
      return `lecture ${item.lectureId}: ${marked(item.title)}`;
    case 'lecturer':
      return `lecturer ${item.lecturerId}: ${marked(item.name)} (${item.courseCount})`;
    case 'transcript':
      return `transcript ${item.lectureId} ${item.startMs}: ${marked(item.text)}`;
    case 'note':
      return `note ${item.positionMs}: ${marked(item.text)}`;
  }
}

function marked(pieces: readonly { readonly text: string; readonly hit: boolean }[]): string {
  return pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}

describe('finding', () => {
  it.each([
    ['лекция', ['lecture l1: Первая [лекция] о памяти']],
    ['лекции', ['lecture l1: Первая [лекция] о памяти']],
    ['ПАМЯТЬ', ['lecture l1: Первая лекция о [памяти]']],
    ['память лекций', ['lecture l1: Первая [лекция] о [памяти]']],
    ['забыва', ['lecture l1: Первая лекция о памяти']],
    ['samples', ['lecture l2: [Sampling] a Sine']],
    ['sine samp', ['lecture l2: [Sampling] a [Sine]']],
    ['folding', ['lecture l2: Sampling a Sine']],
    ['run experiment', ['course c: [Running] [Experiments]']],
    ['statistic', ['course c: Running Experiments']],
    ['елка', ['course c: Running Experiments']],
    ['cafe', ['course c: Running Experiments']],
    ['лавлейс', ['lecturer ada: Ада [Лавлейс] (1)', 'course c: Running Experiments']],
    ['engine', ['lecturer ada: Ада Лавлейс (1)']],
  ])('B3: %s', async (text, items) => {
    expect(await (await opened()).seen(text)).toEqual(items);
  });

  it.each([
    ['лекцыя', 'лекция'],
    ['лекцяи', 'лекция'],
    ['эксперимент', null],
    ['experimants', 'experiments'],
    ['experimets', 'experiments'],
    ['experimennts', 'experiments'],
    ['xperiments run', 'experiments run'],
    ['expreiments', 'experiments'],
    ['expxrim', 'experim'],
    ['sima', null],
    ['zzzzzz', null],
    ['sine лекция', null],
  ])('B3: %s is read as %s', async (text, corrected) => {
    const found = await (await opened()).find(text);
    expect(found.corrected).toBe(corrected);
    expect(found.items.length > 0).toBe(corrected !== null);
  });

  it('B3: words that are there are never read as others', async () => {
    expect(await (await opened()).find('лекция')).toMatchObject({ corrected: null });
  });

  it.each(['', '   ', '"', '* OR', '") OR ("a', 'NEAR(', '^', '{title}:', '_', "'; DROP TABLE notes", '\u0000', '😀'])(
    'B3: %j is no query language and breaks nothing',
    async (text) => {
      const { find, library } = await opened();
      await find(text);
      expect((await find('лекция')).items).toHaveLength(1);
      expect(await valueOf(library.notes.ofLecture(lectureId('l1')))).toEqual([]);
    },
  );

  it('B3: markup in a title is text in the pieces', async () => {
    const { find } = await opened(sampleCourse('x', [], { title: '<img src=x onerror=alert(1)> optics' }));
    const [item] = (await find('optics')).items;
    expect(item).toMatchObject({
      title: [
        { text: '<img src=x onerror=alert(1)> ', hit: false },
        { text: 'optics', hit: true },
      ],
    });
  });

  it('B3: the title goes before the topic, that before the summary; the word before its beginning, that before its stem', async () => {
    const one = (id: string, change: Partial<Course>) =>
      sampleCourse(id, [], { topics: [], lecturer: { id: 'n', name: 'Nobody', about: '' }, ...change });
    const { find } = await opened(
      one('summary', { summary: 'All about colours' }),
      one('topic', { topics: ['colours'] }),
      one('stem', { title: 'Course colour of' }),
      one('beginning', { title: 'Course colourseptics of' }),
      one('word', { title: 'Course colours of' }),
    );
    expect((await find('colours')).items.map((item) => item.kind === 'course' && item.courseId)).toEqual([
      'word',
      'beginning',
      'stem',
      'topic',
      'summary',
    ]);
  });

  it('B3: no more of a kind than asked for', async () => {
    const lectures = Array.from({ length: 30 }, (_, index) => sampleLecture(`l${index}`, { title: `Waves ${index}` }));
    const { find } = await opened(sampleCourse('c', lectures));
    expect((await find('waves', 7)).items).toHaveLength(7);
  });

  it('B3: a word in every lecture still finds the one that has it in the title, with a rare word and alone', async () => {
    const lectures = Array.from({ length: 450 }, (_, index) =>
      sampleLecture(`l${index}`, { title: `Lecture ${index}`, summary: 'Everywhere the ether' }),
    );
    lectures[420] = sampleLecture('special', { title: 'The ether', summary: 'Everywhere quaternions' });
    const { find } = await opened(sampleCourse('c', lectures));
    for (const text of ['ether', 'ether quaternions', 'the ether'])
      expect((await find(text)).items[0]).toMatchObject({ lectureId: 'special' });
  });
});

describe('the index is in step', () => {
  it('B3 B1: a course that changes, is withdrawn and comes back', async () => {
    const { library, seen } = await opened();
    const changed = { ...course, title: 'Standing Still', lecturer: { id: 'grace', name: 'Grace', about: '' } };
    await valueOf(applyCatalogue(library, wholeCatalogue(changed), null));
    expect(await seen('running')).toEqual([]);
    expect(await seen('лавлейс')).toEqual([]);
    expect(await seen('standing')).toEqual(['course c: [Standing] Still']);
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 1, completed: false, watchedAtMs: 1 }));
    const gone = { cursor: 'c2', complete: false, courses: [], removedCourseIds: [courseId('c')] };
    await valueOf(applyCatalogue(library, gone, null));
    for (const text of ['standing', 'grace', 'лекция', 'sine']) expect(await seen(text)).toEqual([]);
    await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
    expect(await seen('лекция')).toHaveLength(1);
    expect(await seen('лавлейс')).toHaveLength(2);
  });

  it('B3: what is said is found at its second while the captions are kept and the lecture is published', async () => {
    const { library, seen } = await opened();
    const said = ['Welcome, everybody.', 'The <i>Nyquist</i> rate &amp; its', 'consequences for engineers'];
    await valueOf(library.content.put(assetId('l2.en'), captions(...said)));
    expect(await seen('nyquist')).toEqual(['transcript l2 11000: The [Nyquist] rate & its']);
    await valueOf(library.content.put(assetId('l2.en'), captions('Another transcript')));
    expect(await seen('nyquist')).toEqual([]);
    expect(await seen('transcript')).toHaveLength(1);
    const without = { ...course, sections: course.sections.slice(0, 1) };
    await valueOf(library.progress.save(lectureId('l2'), { positionMs: 1, completed: false, watchedAtMs: 1 }));
    await valueOf(applyCatalogue(library, wholeCatalogue(without), null));
    expect(await seen('transcript')).toEqual([]);
    await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
    expect(await seen('transcript')).toHaveLength(1);
    await valueOf(library.content.remove([assetId('l2.en')]));
    expect(await seen('transcript')).toEqual([]);
  });

  it('B3: words that lie in two neighbouring cues are found at the first', async () => {
    const { library, seen } = await opened();
    await valueOf(
      library.content.put(assetId('l2.en'), captions('Nothing here', 'The Nyquist', 'criterion for', 'engineers')),
    );
    expect(await seen('nyquist criterion')).toEqual(['transcript l2 11000: The [Nyquist] [criterion] for']);
    expect(await seen('nyquist engineers')).toEqual([]);
  });

  it('B3 C5: own notes, as they change', async () => {
    const { library, seen } = await opened();
    await valueOf(library.notes.put(note(1, 'Спросить про\nкватернионы')));
    await valueOf(library.notes.put(note(2, '')));
    expect(await seen('кватернион')).toEqual(['note 1000: Спросить про [кватернионы]']);
    await valueOf(library.notes.put(note(1, 'Уже спросили')));
    expect(await seen('кватернион')).toEqual([]);
    await valueOf(library.notes.remove(noteId(1)));
    expect(await seen('спросили')).toEqual([]);
  });

  it('B3: a long note shows what is around the words', async () => {
    const { library, seen } = await opened();
    await valueOf(library.notes.put(note(1, `${'before '.repeat(100)}quaternion ${'after '.repeat(100)}`)));
    const [found = ''] = await seen('quaternion');
    expect(found).toMatch(/^note 1000: …(before )+\[quaternion\]( after)+…$/);
    expect(found.length).toBeLessThan(280);
  });
});

describe('B8: what was searched for', () => {
  it('B8: is kept newest first, once each, at most fifty, and forgotten', async () => {
    const { library } = await opened();
    for (let search = 0; search < 60; search += 1) await valueOf(library.search.remember(`search ${search}`, search));
    await valueOf(library.search.remember('search 30', 100));
    const kept = await valueOf(library.search.history());
    expect(kept.slice(0, 2)).toEqual(['search 30', 'search 59']);
    expect(kept).toHaveLength(50);
    await valueOf(library.search.forget('search 59'));
    expect(await valueOf(library.search.history())).toHaveLength(49);
    await valueOf(library.search.forget(null));
    expect(await valueOf(library.search.history())).toEqual([]);
  });
});
