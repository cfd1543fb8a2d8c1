import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dataKinds, type DataKindName } from '../../../contract/domain/data-kinds.ts';
import { sampledKinds } from '../../../contract/domain/held-data.ts';
import { NoteId } from '../../../contract/domain/ids.ts';
import {
  accountId,
  applyCatalogue,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { watchedMoment } from './testing/watched-moment.ts';
import { giveKey } from './worker/cipher.ts';

const own = accountId('a');
const other = accountId('b');
const names = Object.keys(dataKinds) as DataKindName[];

async function filled() {
  const opening = await openLibrary();
  const { library, computer } = opening;
  const course = sampleCourse('c', [sampleLecture('l1', { title: 'Как считали облака' }), sampleLecture('l2')]);
  await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
  await valueOf(library.history.record(watchedMoment('l1', '2026-03-12T10:00:05Z')));
  await valueOf(library.history.record(watchedMoment('l2', '2026-03-13T10:00:05Z')));
  await valueOf(library.progress.save(lectureId('l1'), { positionMs: 9000, completed: false, watchedAtMs: 5 }));
  const note = { id: NoteId.parse('0'.repeat(36)), lectureId: lectureId('l1') };
  await valueOf(library.notes.put({ ...note, positionMs: 3000, text: 'Облако '.repeat(90), nowMs: 7 }));
  await valueOf(library.search.remember('clouds', 1000));
  await valueOf(library.study.keepRate(courseId('c'), 1.5));
  await valueOf(computer.putAccount(own, { remembered: true }));
  await valueOf(computer.putAccount(other, { label: 'Somebody else' }));
  const database = (sql: string): void => {
    const connection = new Database(opening.file);
    giveKey(connection, opening.libraryKey);
    connection.exec(sql);
    connection.close();
  };
  return { ...opening, database };
}

describe('everything that is held', () => {
  it('G1: each kind is counted, with the time of its oldest entry where entries have one', async () => {
    const { held } = await filled();
    const counts: Record<string, readonly [number, number | null]> = {};
    for (const name of names) {
      const { count, sinceMs } = await valueOf(held.count(name, own));
      counts[name] = [count, sinceMs];
    }
    expect(counts).toMatchObject({
      history: [2, Date.parse('2026-03-12T10:00:00Z')],
      progress: [1, 5],
      notes: [1, 7],
      searches: [1, 1000],
      speeds: [1, null],
      catalogue: [1, null],
      downloads: [0, null],
    });
  });

  it('G1 A6: of the profiles on a computer nobody is told but their own', async () => {
    const { held } = await filled();
    expect((await valueOf(held.count('profile', own))).count).toBe(1);
    expect((await valueOf(held.count('profile', accountId('c')))).count).toBe(0);
  });

  it('G1: a kind with entries is weighed with its indexes, and the index of the search with what lies behind it', async () => {
    const { held, database } = await filled();
    const before = await valueOf(held.sizeBytes('notes'));
    expect(before).toBeGreaterThan(0);
    database(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
      INSERT INTO notes SELECT 'more' || i, lecture_id, course_id, 1, hex(zeroblob(2400)), 1, 1 FROM notes, n`);
    expect(await valueOf(held.sizeBytes('notes'))).toBeGreaterThan(before + 400_000);
    for (const name of names) expect([name, await valueOf(held.sizeBytes(name))]).not.toEqual([name, 0]);
    // Five full-text indexes have three trees each at the least.
    expect(await valueOf(held.sizeBytes('search-index'))).toBeGreaterThan(15 * 4096);
  });

  it('G1: samples are words of the person and the catalogue, newest first, a long note cut', async () => {
    const { held } = await filled();
    expect(await valueOf(held.samples('history', 5))).toEqual([
      { atMs: Date.parse('2026-03-13T10:00:00Z'), title: 'Lecture l2', fact: { kind: 'played', durationMs: 5000 } },
      {
        atMs: Date.parse('2026-03-12T10:00:00Z'),
        title: 'Как считали облака',
        fact: { kind: 'played', durationMs: 5000 },
      },
    ]);
    expect(await valueOf(held.samples('history', 1))).toHaveLength(1);
    const [note] = await valueOf(held.samples('notes', 5));
    expect(note).toMatchObject({ atMs: 7, fact: { kind: 'position', positionMs: 3000 } });
    expect(note?.title).toHaveLength(160);
    expect(await valueOf(held.samples('progress', 5))).toEqual([
      { atMs: 5, title: 'Как считали облака', fact: { kind: 'position', positionMs: 9000 } },
    ]);
    expect(await valueOf(held.samples('searches', 5))).toEqual([{ atMs: 1000, title: 'clouds', fact: null }]);
    expect(await valueOf(held.samples('speeds', 5))).toEqual([
      { atMs: null, title: 'Course c', fact: { kind: 'rate', rate: 1.5 } },
    ]);
  });

  it('G1: no sample of any kind shows a licence, a key, a digest or a device', async () => {
    const { held, database } = await filled();
    database(`
      INSERT INTO licences VALUES ('l1', 'CANARY-licence', 1000, 2000);
      INSERT INTO licence_facts (only, account_id, keys) VALUES (1, 'CANARY-account', 'CANARY-keys')
        ON CONFLICT DO UPDATE SET account_id = excluded.account_id, keys = excluded.keys;
      INSERT INTO downloads (lecture_id, course_id, asset_id, quality, state, size_bytes, sha256, etag, received_bytes, added_at_ms, position)
        VALUES ('l1', 'c', 'CANARY-asset', '720p', 'paused', 10, 'CANARY-digest', 'CANARY-etag', 5, 1, 1);
      UPDATE history SET device_id = 'CANARY-device';
    `);
    const shown = await Promise.all(sampledKinds.map((kind) => valueOf(held.samples(kind, 5))));
    expect(shown.filter((each) => each.length > 0)).toHaveLength(7);
    expect(JSON.stringify(shown)).not.toContain('CANARY');
    expect(await valueOf(held.samples('licences', 5))).toMatchObject([{ fact: { kind: 'until', atMs: 2_000_000 } }]);
  });
});
