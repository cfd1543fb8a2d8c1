import type { Migration } from '../../migrate.ts';

const kinds = ['course', 'lecture', 'lecturer', 'cue', 'note'] as const;

/**
 * The index of everything that can be found. Triggers write into `search_queue` what changed, whoever changed it; the worker indexes it before the
 * transaction ends (`freshen.ts`), and what was there before this step when the library opens. The indexes hold words folded and stemmed by us
 * (`words.ts`), so they only split at spaces; they keep no text, and leave nothing of what was removed in their pages (`secure-delete`).
 */
export const search: Migration = {
  number: 8,
  up(database) {
    database.exec(`
      CREATE TABLE search_documents (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('course', 'lecture', 'lecturer', 'cue', 'note')),
        key TEXT NOT NULL,
        place_ms INTEGER NOT NULL,
        title TEXT NOT NULL,
        people TEXT NOT NULL,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX search_documents_by_key ON search_documents (kind, key);

      CREATE TABLE search_terms (
        term TEXT PRIMARY KEY,
        document_count INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE search_queue (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (kind, key)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE search_history (
        text TEXT PRIMARY KEY,
        searched_at_ms INTEGER NOT NULL
      ) STRICT;

      CREATE INDEX courses_by_lecturer ON courses (head ->> '$.lecturer.id') WHERE withdrawn = 0;
    `);
    for (const kind of kinds) {
      database.exec(`
        CREATE VIRTUAL TABLE search_${kind} USING fts5(title, people, body, content = '', tokenize = "ascii tokenchars '_'");
        INSERT INTO search_${kind} (search_${kind}, rank) VALUES ('secure-delete', 1);
      `);
    }
    for (const { name, on, values } of watched) {
      database.exec(`CREATE TRIGGER ${name} ${on} BEGIN
        INSERT INTO search_queue (kind, key) ${values} ON CONFLICT DO NOTHING;
      END`);
    }
    database.exec(`
      INSERT INTO search_queue SELECT 'course', id FROM courses;
      INSERT INTO search_queue SELECT 'lecturer', coalesce(head ->> '$.lecturer.id', '') FROM courses WHERE true ON CONFLICT DO NOTHING;
      INSERT INTO search_queue SELECT 'lecture', id FROM lectures;
      INSERT INTO search_queue SELECT 'cue', asset_id FROM content WHERE media_type LIKE 'text/vtt%';
      INSERT INTO search_queue SELECT 'note', id FROM notes;
    `);
  },
};

/** A course's own row and its lecturer's; what it was before may have named another lecturer. */
function ofCourse(row: 'NEW' | 'OLD'): string {
  return `SELECT 'course', ${row}.id UNION ALL SELECT 'lecturer', coalesce(${row}.head ->> '$.lecturer.id', '') WHERE true`;
}

/** A lecture's own row and its captions, which are found only while it is published. */
function ofLecture(row: 'NEW' | 'OLD'): string {
  return `SELECT 'lecture', ${row}.id
    UNION ALL SELECT 'cue', id FROM assets WHERE lecture_id = ${row}.id AND kind = 'caption'
      AND EXISTS (SELECT 1 FROM content WHERE asset_id = assets.id)`;
}

const watched: readonly { readonly name: string; readonly on: string; readonly values: string }[] = [
  { name: 'search_course_added', on: 'AFTER INSERT ON courses', values: ofCourse('NEW') },
  { name: 'search_course_changed', on: 'AFTER UPDATE OF head, withdrawn ON courses', values: ofCourse('NEW') },
  { name: 'search_lecturer_changed', on: 'AFTER UPDATE OF head ON courses', values: ofCourse('OLD') },
  { name: 'search_course_removed', on: 'AFTER DELETE ON courses', values: ofCourse('OLD') },
  { name: 'search_lecture_added', on: 'AFTER INSERT ON lectures', values: `VALUES ('lecture', NEW.id)` },
  { name: 'search_lecture_changed', on: 'AFTER UPDATE OF lecture, withdrawn ON lectures', values: ofLecture('NEW') },
  { name: 'search_lecture_removed', on: 'AFTER DELETE ON lectures', values: `VALUES ('lecture', OLD.id)` },
  {
    name: 'search_caption_added',
    on: `AFTER INSERT ON assets WHEN NEW.kind = 'caption' AND EXISTS (SELECT 1 FROM content WHERE asset_id = NEW.id)`,
    values: `VALUES ('cue', NEW.id)`,
  },
  {
    name: 'search_caption_removed',
    on: `AFTER DELETE ON assets WHEN OLD.kind = 'caption' AND EXISTS (SELECT 1 FROM content WHERE asset_id = OLD.id)`,
    values: `VALUES ('cue', OLD.id)`,
  },
  {
    name: 'search_content_added',
    on: `AFTER INSERT ON content WHEN NEW.media_type LIKE 'text/vtt%'`,
    values: `VALUES ('cue', NEW.asset_id)`,
  },
  {
    name: 'search_content_changed',
    on: `AFTER UPDATE ON content WHEN NEW.media_type LIKE 'text/vtt%' OR OLD.media_type LIKE 'text/vtt%'`,
    values: `VALUES ('cue', NEW.asset_id)`,
  },
  {
    name: 'search_content_removed',
    on: `AFTER DELETE ON content WHEN OLD.media_type LIKE 'text/vtt%'`,
    values: `VALUES ('cue', OLD.asset_id)`,
  },
  { name: 'search_note_added', on: 'AFTER INSERT ON notes', values: `VALUES ('note', NEW.id)` },
  { name: 'search_note_changed', on: 'AFTER UPDATE OF text, position_ms ON notes', values: `VALUES ('note', NEW.id)` },
  { name: 'search_note_removed', on: 'AFTER DELETE ON notes', values: `VALUES ('note', OLD.id)` },
];
