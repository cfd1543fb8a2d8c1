import { expect, it } from 'vitest';
import { NoteId } from '../../../contract/domain/ids.ts';
import type { SearchFilter } from '../../../contract/domain/search.ts';
import {
  applyCatalogue,
  assetId,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const everything: SearchFilter = { kinds: [], language: null, here: false };
const said = (line: string) => ({
  mediaType: 'text/vtt',
  bytes: new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:02.000\n${line}\n`),
});

/** An English and a Russian course by two people, both about glass; of the Russian one a lecture is here. */
async function scene() {
  const { library } = await openLibrary();
  const lecturer = (id: string) => ({ id, name: `Glass ${id}`, about: '' });
  const [one, other] = [sampleLecture('en-1', { title: 'Glass one' }), sampleLecture('ru-1', { title: 'Glass two' })];
  const [caption] = other.captions;
  if (caption === undefined) throw new Error('no captions');
  await valueOf(
    applyCatalogue(
      library,
      wholeCatalogue(
        sampleCourse('en', [one], { title: 'Glass', lecturer: lecturer('ada') }),
        sampleCourse('ru', [{ ...other, captions: [{ ...caption, language: 'ru' }] }], {
          title: 'Glass too',
          language: 'ru',
          lecturer: lecturer('ivan'),
        }),
      ),
      null,
    ),
  );
  for (const id of ['en-1', 'ru-1']) await valueOf(library.content.put(assetId(`${id}.en`), said('It is glass')));
  for (const [digit, lecture] of ['en-1', 'ru-1'].entries()) {
    const id = NoteId.parse(`00000000-0000-4000-8000-00000000000${digit}`);
    const text = `Glass, ${lecture}`;
    await valueOf(library.notes.put({ id, lectureId: lectureId(lecture), positionMs: 1000, text, nowMs: 1 }));
  }
  const download = { courseId: courseId('ru'), assetId: assetId('ru-1.720p'), state: 'complete' as const };
  await valueOf(library.downloads.put(sampleDownload('ru-1', download)));
  await valueOf(library.downloads.put(sampleDownload('en-1', { courseId: courseId('en'), state: 'paused' })));
  const find = async (filter?: Partial<SearchFilter>) => {
    const given = filter === undefined ? undefined : { ...everything, ...filter };
    const { items } = await valueOf(library.search.find('glass', 10, given));
    return items
      .map(
        (item) =>
          `${item.kind} ${'lectureId' in item ? item.lectureId : 'courseId' in item ? item.courseId : item.lecturerId}`,
      )
      .toSorted();
  };
  return { library, find };
}

const russian = ['course ru', 'lecture ru-1', 'lecturer ivan', 'note ru-1', 'transcript ru-1'];

it('B3: without a filter, and with one that narrows nothing, everything is found', async () => {
  const { find } = await scene();
  expect(await find()).toHaveLength(10);
  expect(await find({})).toEqual(await find());
});

it.each<[Partial<SearchFilter>, readonly string[]]>([
  [{ kinds: ['transcript'] }, ['transcript en-1', 'transcript ru-1']],
  [{ kinds: ['note', 'lecturer'] }, ['lecturer ada', 'lecturer ivan', 'note en-1', 'note ru-1']],
  [{ language: 'ru' }, russian],
  [{ language: 'en' }, ['course en', 'lecture en-1', 'lecturer ada', 'note en-1', 'transcript en-1']],
  [{ language: 'de' }, []],
  [{ here: true }, russian],
  [{ here: true, language: 'en' }, []],
  [{ here: true, language: 'ru', kinds: ['lecture', 'course'] }, ['course ru', 'lecture ru-1']],
])('B3: %j leaves %j', async (filter, left) => {
  const { find } = await scene();
  expect(await find(filter)).toEqual(left);
});

it('B3: of many that match, those that pass the filter are found, however few they are', async () => {
  const { library } = await openLibrary();
  const many = Array.from({ length: 450 }, (_, index) => sampleLecture(`many-${index}`, { title: `Glass ${index}` }));
  const rare = sampleCourse('rare', [sampleLecture('rare-1', { title: 'Glass at last' })], { language: 'ru' });
  await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('many', many), rare), null));
  const filter: SearchFilter = { ...everything, language: 'ru', kinds: ['lecture'] };
  const { items } = await valueOf(library.search.find('glass', 5, filter));
  expect(items).toMatchObject([{ kind: 'lecture', lectureId: 'rare-1' }]);
});

it('B3: words that are there, only not in what the filter leaves, are not taken for slips', async () => {
  const { library } = await scene();
  const found = async (text: string) => valueOf(library.search.find(text, 5, { ...everything, kinds: ['note'] }));
  expect(await found('course')).toEqual({ items: [], corrected: null });
  expect((await found('glasss')).corrected).toBe('glass');
});

it('B3 I2: what is found says its language, where it is known; the languages to choose from are those of the courses', async () => {
  const { library } = await scene();
  const { items } = await valueOf(library.search.find('glass', 10, { ...everything, language: 'ru' }));
  const said = Object.fromEntries(
    items.map((item) => [
      item.kind,
      ['language' in item ? item.language : null, 'lectureLanguage' in item ? item.lectureLanguage : null],
    ]),
  );
  expect(said).toEqual({
    course: ['ru', null],
    lecture: ['ru', null],
    lecturer: [null, null],
    transcript: ['ru', 'ru'],
    note: [null, 'ru'],
  });
  expect(await valueOf(library.search.languages())).toEqual(['en', 'ru']);
});
