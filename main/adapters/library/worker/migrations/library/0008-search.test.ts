import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { find } from '../../account/search/find.ts';
import { freshenSearch } from '../../account/search/freshen.ts';
import type { LibraryTables } from '../../account/tables.ts';
import { migrate } from '../../migrate.ts';
import { createStatements } from '../../statements.ts';
import { search } from './0008-search.ts';
import { libraryMigrations } from './index.ts';

const head = (title: string) =>
  JSON.stringify({
    title,
    summary: '',
    description: '',
    topics: [],
    lecturer: { id: 'ada', name: 'Ada' },
    cover: { id: 'cover' },
  });

it('B3: what an older app kept is indexed in pieces, and found', () => {
  const database = new Database(':memory:');
  migrate(database, libraryMigrations.slice(0, search.number - 1));
  const course = database.prepare(`INSERT INTO courses VALUES (?, '2026-01-01', ?, '', ?)`);
  course.run('c', head('Optics'), 0);
  course.run('old', head('Withdrawn optics'), 1);
  const lecture = database.prepare(`INSERT INTO lectures VALUES (?, 'c', 0, 0, ?, 1, 'cover', ?, 0)`);
  for (let number = 0; number < 1200; number += 1)
    lecture.run(`l${number}`, `Lecture ${number}`, JSON.stringify({ summary: `Prism ${number}`, chapters: [] }));
  database.exec(`INSERT INTO assets VALUES ('cc', NULL, 'l7', 'caption', 'text/vtt', 1, '')`);
  database
    .prepare(`INSERT INTO content VALUES ('cc', 'text/vtt', ?)`)
    .run(Buffer.from('WEBVTT\n\n00:05.000 --> 00:06.000\nrefraction\n'));
  database.exec(`INSERT INTO notes VALUES ('n', 'l7', 'c', 8, 'Ask about mirrors', 1, 1)`);
  migrate(database, libraryMigrations);
  const store = createStatements<LibraryTables>(database);
  let pieces = 1;
  while (freshenSearch(store, 400)) pieces += 1;
  expect(pieces).toBeGreaterThan(2);
  const found = (text: string) => find(store, { text, limit: 5 }).items.map(({ kind }) => kind);
  expect(found('optics')).toEqual(['course']);
  expect(found('ada')).toEqual(['lecturer', 'course']);
  expect(find(store, { text: 'prism 1199', limit: 5 }).items).toMatchObject([{ lectureId: 'l1199' }]);
  expect(find(store, { text: 'refraction', limit: 5 }).items).toMatchObject([{ lectureId: 'l7', startMs: 5000 }]);
  expect(found('mirror')).toEqual(['note']);
  expect(freshenSearch(store)).toBe(false);
});
