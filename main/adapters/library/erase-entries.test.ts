import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryKinds, type EntryKind } from '../../../contract/domain/erase-plan.ts';
import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import { NoteId } from '../../../contract/domain/ids.ts';
import { countInPages } from '../../../tests/support/count-in-pages.ts';
import { sampleCorpusTimes } from './testing/erase-times.ts';
import {
  applyCatalogue,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary, temporaryFolder } from './testing/test-bench.ts';
import { deviceId, watchedMoment } from './testing/watched-moment.ts';
import { countFound } from './worker/account/find-values.ts';
import { lookForErased, rememberErased } from './worker/account/erase-traces.ts';
import type { LibraryTables } from './worker/account/tables.ts';
import { libraryMigrations } from './worker/migrations/library/index.ts';
import { emptyWriteAheadLog, openDatabase } from './worker/open-database.ts';
import { createStatements } from './worker/statements.ts';

const { nowMs, noteId } = sampleCorpusTimes;
const canary = 'Непроизносимое zyzzyva';

/** A library with something of every kind, each with words or ids of its own. */
async function lived() {
  const opening = await openLibrary();
  const { library } = opening;
  const lectures = ['l1', 'l2'].map((id) => sampleLecture(`lecture-${id}`, { title: `${canary} ${id}` }));
  await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('course-c', lectures)), null));
  await valueOf(library.sync.begin(deviceId));
  const l1 = lectureId('lecture-l1');
  await valueOf(library.history.record(watchedMoment('lecture-l1', '2026-03-10T10:00:05Z')));
  await valueOf(library.progress.save(l1, { positionMs: 12_345, completed: false, watchedAtMs: nowMs }));
  await valueOf(library.study.addWatched(l1, [{ startMs: 2000, endMs: 9000 }]));
  await valueOf(library.search.remember(`${canary} gesucht`, nowMs));
  await valueOf(library.notes.put({ id: NoteId.parse(noteId), lectureId: l1, positionMs: 7, text: canary, nowMs }));
  const subject = { kind: 'course', id: courseId('course-c') } as const;
  await valueOf(library.ratings.change({ subject, stars: 4, changedAtMs: nowMs }));
  await valueOf(library.myList.add({ kind: 'lecture', lectureId: l1 }, nowMs));
  await valueOf(library.recommendations.dismiss(courseId('course-c'), nowMs));
  await valueOf(library.study.keepRate(courseId('course-c'), 1.5));
  await valueOf(library.browse.visitHome(nowMs));
  await valueOf(library.downloads.put(sampleDownload('lecture-l2', { courseId: courseId('course-c') })));
  return opening;
}

const countsOf = async (library: Awaited<ReturnType<typeof lived>>['library']) =>
  Object.fromEntries((await valueOf(library.entries.count())).map(({ kind, count }) => [kind, count]));

describe('erasing entries by their kind', () => {
  it('G4: each kind is one that the table of data kinds knows', () => {
    for (const kind of entryKinds) expect(Object.keys(dataKinds)).toContain(kind);
  });

  it.each(entryKinds)('G4: %s goes alone, and everything else stays', async (kind) => {
    const { library } = await lived();
    const before = await countsOf(library);
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    await valueOf(library.entries.erase({ kinds: [kind], nowMs }));
    // Files and rows of downloads are the downloads' own.
    const expected = kind === 'downloads' ? before : { ...before, [kind]: 0 };
    expect(await countsOf(library)).toEqual(expected);
  });

  it('G4: what was deleted was found before and is found no more, in no page under the key either', async () => {
    const { library, libraryKey, file } = await lived();
    // The catalogue has the titles too: it forgets them, so that only the entries are left to tell.
    const gone = { cursor: 'c2', complete: true, courses: [], removedCourseIds: [] };
    await valueOf(library.downloads.remove(lectureId('lecture-l2')));
    const kinds = entryKinds.filter((kind) => kind !== 'downloads');
    const before = await valueOf(library.entries.remember(kinds));
    expect(before?.valueCount).toBeGreaterThan(7);
    expect(before?.foundCount).toBe(before?.valueCount);
    await valueOf(library.entries.erase({ kinds, nowMs: nowMs + 1 }));
    const after = await valueOf(library.entries.look());
    expect(after).toMatchObject({ valueCount: before?.valueCount, foundCount: 0 });
    expect(await valueOf(library.entries.look())).toBeNull();
    await valueOf(applyCatalogue(library, gone, null));
    await valueOf(library.search.forget(null));
    for (const text of [canary, noteId, 'gesucht']) expect(countInPages(file, libraryKey, text)).toBe(0);
  });

  it('G4: what was not deleted is still found, so that the look can fail', async () => {
    const { library } = await lived();
    const before = await valueOf(library.entries.remember(['notes', 'history']));
    await valueOf(library.entries.erase({ kinds: ['history'], nowMs }));
    expect((await valueOf(library.entries.look()))?.foundCount).toBe((before?.valueCount ?? 0) - 1);
  });

  it('G4: a file that overwrites nothing is found out', () => {
    const { database } = openDatabase({
      file: join(temporaryFolder(), 'library.db'),
      key: null,
      migrations: libraryMigrations,
    });
    const store = createStatements<LibraryTables>(database);
    database.pragma('secure_delete = OFF');
    const add = database.prepare('INSERT INTO search_history VALUES (?, ?)');
    for (let index = 0; index < 50; index += 1) add.run(`${canary} ${index}`, nowMs + index);
    rememberErased(store, ['searches']);
    database.exec('DELETE FROM search_history WHERE searched_at_ms % 2 = 0');
    database.exec('DELETE FROM search_history');
    emptyWriteAheadLog(database);
    expect(lookForErased(store)?.foundCount).toBeGreaterThan(0);
    database.close();
  });

  it('G4: a rating that was told is told as withdrawn; the exchange hears that all sittings are gone', async () => {
    const { library } = await lived();
    await valueOf(library.sync.turn({ on: true, deleteCopy: false }));
    while (await valueOf(library.sync.fill()));
    await valueOf(library.history.record(watchedMoment('lecture-l2', '2026-03-11T10:00:05Z')));
    await valueOf(library.entries.erase({ kinds: ['ratings', 'history', 'progress'], nowMs: nowMs + 5 }));
    const subject = { kind: 'course', id: courseId('course-c') };
    expect(await valueOf(library.ratings.unsent())).toEqual([{ subject, stars: null, changedAtMs: nowMs + 5 }]);
    const events = await valueOf(library.sync.outgoing(50));
    expect(events.map(({ event }) => event.kind)).toContain('cleared');
    expect(events.filter(({ event }) => event.kind === 'lecture' || event.kind === 'sitting')).toEqual([]);
  });

  it('G4: what could be brought back for a minute cannot any more', async () => {
    const { library } = await lived();
    expect(await valueOf(library.history.remove({ all: true }, 7, nowMs))).toBe(1);
    await valueOf(library.entries.erase({ kinds: ['history'] satisfies EntryKind[], nowMs }));
    expect(await valueOf(library.history.restore(7))).toBe(0);
  });
});

it('G4: values are found wherever they begin, also at the very end, and each is counted once', () => {
  const values = ['abcd-one', 'abcd-two', 'wxyz-end', 'not-there'].map((text) => Buffer.from(text));
  expect(countFound(Buffer.from('..abcd-two...abcd-two..abcd-one.wxyz-end'), values)).toBe(3);
  expect(countFound(Buffer.from('abc'), values)).toBe(0);
});
