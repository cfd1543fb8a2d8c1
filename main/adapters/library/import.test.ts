import { describe, expect, it } from 'vitest';
import {
  type ImportCounts,
  type ImportedRows,
  importedRows,
  type ImportedTable,
} from '../../../contract/domain/import.ts';
import { DeviceId, NoteId } from '../../../contract/domain/ids.ts';
import { LocalDay } from '../../../contract/domain/local-day.ts';
import { seededRandom } from '../transfer/testing/seeded-random.ts';
import { courseId, lectureId, valueOf } from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { deviceId, watchedMoment } from './testing/watched-moment.ts';
import { applyCatalogue, sampleCourse, sampleLecture, wholeCatalogue } from './testing/sample-data.ts';

type Bench = Awaited<ReturnType<typeof openLibrary>>;

const taken = ['history', 'progress', 'watched', 'notes', 'my_list', 'ratings', 'search_history'] as const;
const nowMs = Date.parse('2026-11-23T10:00:00Z');
const today = LocalDay.parse('2026-11-23');
const lectures = ['l1', 'l2', 'l3'];

async function computer(): Promise<Bench> {
  const bench = await openLibrary();
  await valueOf(bench.library.sync.begin(deviceId));
  const course = sampleCourse(
    'c',
    lectures.map((id) => sampleLecture(id)),
  );
  await applyCatalogue(bench.library, wholeCatalogue(course), null);
  return bench;
}

/** The rows that an export of a library has, read back as an import reads them. */
async function rowsOf(bench: Bench, table: (typeof taken)[number]): Promise<ImportedRows> {
  const page = await valueOf(bench.exportStore.library.page({ table, form: 'json', after: null, limit: 1000 }));
  const rows = JSON.parse(`[${new TextDecoder().decode(page.bytes)}]`) as unknown[];
  return { table, rows: rows.map((row) => importedRows[table].parse(row)) } as unknown as ImportedRows;
}

async function exported(bench: Bench): Promise<readonly ImportedRows[]> {
  const all: ImportedRows[] = [];
  for (const table of taken) all.push(await rowsOf(bench, table));
  return all;
}

async function take(bench: Bench, all: readonly ImportedRows[], write = true): Promise<ImportCounts> {
  const sum = { added: 0, changed: 0, same: 0, older: 0, left: 0 };
  for (const rows of all) {
    const counts = await valueOf(bench.exportStore.take({ rows, write, nowMs, today }));
    for (const key of Object.keys(sum) as (keyof ImportCounts)[]) sum[key] += counts[key];
  }
  return sum;
}

/** Everything that an export would have, in an order of its own. */
async function stateOf(bench: Bench): Promise<unknown> {
  const all = await exported(bench);
  return all.map(({ table, rows }) => [table, rows.map((row) => JSON.stringify(row)).toSorted()]);
}

/** A person does this and that on a computer. */
async function live({ library }: Bench, random: () => number, steps: number): Promise<void> {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const moment = (): number => nowMs - Math.floor(random() * 1e9);
  for (let step = 0; step < steps; step += 1) {
    const lecture = lectureId(pick(lectures));
    const timeMs = moment();
    const startMs = Math.floor(random() * 40_000);
    const acts = [
      () => library.history.record({ ...watchedMoment(lecture, new Date(timeMs).toISOString()), deviceId }),
      () =>
        library.progress.save(lecture, {
          positionMs: Math.floor(random() * 60_000),
          completed: random() < 0.3,
          watchedAtMs: timeMs,
        }),
      () => library.study.addWatched(lecture, [{ startMs, endMs: startMs + 5000 }]),
      () => library.study.mark({ lectureId: lecture, completed: random() < 0.5, watchedAtMs: timeMs, watched: [] }),
      () =>
        library.notes.put({
          id: NoteId.parse(`00000000-0000-4000-8000-00000000000${String(Math.floor(random() * 5))}`),
          lectureId: lecture,
          positionMs: 1,
          text: `Words ${String(random())}`,
          nowMs: timeMs,
        }),
      () => library.myList.add({ kind: 'lecture', lectureId: lecture }, timeMs),
      () =>
        library.ratings.change({
          subject: { kind: 'lecture', id: lecture },
          stars: pick([1, 2, 3, 4, 5, null] as const),
          changedAtMs: timeMs,
        }),
      () => library.search.remember(`search ${String(Math.floor(random() * 8))}`, timeMs),
    ];
    await valueOf<unknown>(pick(acts)());
  }
}

describe('bringing an export to a library', () => {
  it('G2: taken twice is the same as once, and what is only looked at changes nothing, whatever both computers did (seeded)', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seededRandom(seed);
      const [from, to] = [await computer(), await computer()];
      await live(from, random, 40);
      await live(to, random, seed % 3 === 0 ? 0 : 25);
      const all = await exported(from);
      const before = await stateOf(to);
      const seen = await take(to, all, false);
      expect(await stateOf(to)).toEqual(before);
      const first = await take(to, all);
      const after = await stateOf(to);
      expect(first.added + first.changed).toBe(seen.added + seen.changed);
      const again = await take(to, all);
      expect([again.added, again.changed]).toEqual([0, 0]);
      expect(await stateOf(to)).toEqual(after);
    }
  }, 60_000);

  it('G2: to an empty library everything comes as it was', async () => {
    const [from, to] = [await computer(), await computer()];
    await live(from, seededRandom(7), 80);
    await take(to, await exported(from));
    const known = async (bench: Bench) => {
      const all = (await stateOf(bench)) as [ImportedTable, string[]][];
      return all.map(([table, rows]) => [
        table,
        // A rating that was withdrawn says nothing to a library that never had it.
        table === 'ratings' ? rows.filter((row) => !row.includes('"stars":null')) : rows,
      ]);
    };
    expect(await known(to)).toEqual(await known(from));
  });

  it('G2: nothing goes back: a newer place, newer words and newer stars stay, and a lecture completed stays completed', async () => {
    const [from, to] = [await computer(), await computer()];
    const at = (bench: Bench, timeMs: number, words: string, stars: 1 | 5, positionMs: number) =>
      Promise.all([
        valueOf(
          bench.library.notes.put({
            id: NoteId.parse('00000000-0000-4000-8000-000000000001'),
            lectureId: lectureId('l1'),
            positionMs: 1,
            text: words,
            nowMs: timeMs,
          }),
        ),
        valueOf(
          bench.library.ratings.change({ subject: { kind: 'course', id: courseId('c') }, stars, changedAtMs: timeMs }),
        ),
        valueOf(
          bench.library.progress.save(lectureId('l1'), { positionMs, completed: stars === 5, watchedAtMs: timeMs }),
        ),
      ]);
    await at(from, nowMs - 5000, 'old words', 1, 1000);
    await at(to, nowMs - 1000, 'new words', 5, 50_000);
    const counts = await take(to, await exported(from));
    expect(counts).toMatchObject({ added: 0, changed: 0, older: 3 });
    expect(await valueOf(to.library.progress.ofLecture(lectureId('l1')))).toMatchObject({
      positionMs: 50_000,
      completed: true,
    });
    const [note] = await valueOf(to.library.notes.ofLecture(lectureId('l1')));
    expect(note?.text).toBe('new words');
    // The other way round it comes, and the service is to hear of the stars.
    expect(await take(from, await exported(to))).toMatchObject({ added: 0, changed: 3 });
    expect(await valueOf(from.library.ratings.unsent())).toMatchObject([{ stars: 5 }]);
  });

  it('G2: what the person deleted here since does not come back, and notes that came are found by their words', async () => {
    const [from, to] = [await computer(), await computer()];
    await valueOf(to.library.sync.turn({ on: true, deleteCopy: false }));
    await valueOf(from.library.history.record(watchedMoment('l1', '2026-11-20T10:00:00Z')));
    await valueOf(
      from.library.notes.put({
        id: NoteId.parse('00000000-0000-4000-8000-000000000002'),
        lectureId: lectureId('l2'),
        positionMs: 1,
        text: 'Fermentation of cabbage',
        nowMs: nowMs - 9000,
      }),
    );
    const all = await exported(from);
    expect(await take(to, all)).toMatchObject({ added: 2 });
    const found = await valueOf(to.library.search.find('cabbage', 5));
    expect(JSON.stringify(found)).toContain('Fermentation');
    await valueOf(to.library.history.remove({ all: true }, 1, nowMs));
    await valueOf(to.library.history.forget(1));
    expect(await take(to, all)).toMatchObject({ added: 0, older: 1 });
    expect(await valueOf(to.library.history.count())).toBe(0);
  });

  it('G2: a device id that is not ours to know makes no difference to whose computer it was', async () => {
    const [from, to] = [await computer(), await computer()];
    const other = DeviceId.parse('another-computer');
    await valueOf(from.library.history.record(watchedMoment('l1', '2026-11-20T10:00:00Z', { deviceId: other })));
    await take(to, await exported(from));
    const { entries } = await valueOf(to.library.history.list({ before: null, limit: 10, text: '' }));
    expect(entries).toMatchObject([{ deviceId: other, day: '2026-11-20' }]);
  });
});
