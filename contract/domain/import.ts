import { z } from 'zod';
import { HistoryEntryId } from './history.ts';
import { CourseId, DeviceId, LectureId, NoteId } from './ids.ts';
import { LocalDay } from './local-day.ts';
import { noteLength } from './note.ts';
import { Stars } from './rating.ts';

/** What can be brought to another computer, by the names of its tables. */
export const importedTables = [
  'settings',
  'history',
  'progress',
  'watched',
  'notes',
  'my_list',
  'ratings',
  'search_history',
] as const;
export type ImportedTable = (typeof importedTables)[number];

/** How much an export may hold to be read here: more is refused before it is unpacked (a zip bomb). */
export const importBounds = { entries: 400, inflatedBytes: 6e9, lineBytes: 4e6, rowsAtOnce: 400 } as const;

const time = z.iso.datetime().transform((text) => Date.parse(text));
const media = z.int().min(0).max(1e9);
const title = z.string().max(1000);
const flag = z.literal([0, 1]);

/** A row of each table as `data.json` has it; columns that are not needed are left out. */
export const importedRows = {
  settings: z.object({ name: z.string().max(100), value: z.string().max(10_000) }),
  history: z.object({
    id: HistoryEntryId,
    lecture_id: LectureId,
    course_id: CourseId,
    lecture_title: title,
    course_title: title,
    duration_ms: media,
    device_id: DeviceId,
    started_at: time,
    ended_at: time,
    day: LocalDay,
    offset_minutes: z.int().min(-1440).max(1440),
    watched_ms: z.int().min(1).max(1e9),
    from_ms: media,
    to_ms: media,
  }),
  progress: z.object({
    lecture_id: LectureId,
    position_ms: media,
    completed: flag,
    watched_at: time,
    completed_at: time.nullable(),
  }),
  watched: z
    .object({ lecture_id: LectureId, start_ms: media, end_ms: media })
    .refine(({ start_ms: start, end_ms: end }) => end > start),
  notes: z.object({
    id: NoteId,
    lecture_id: LectureId,
    course_id: CourseId,
    position_ms: media,
    text: z.string().max(noteLength),
    created_at: time,
    changed_at: time,
  }),
  my_list: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('course'), id: CourseId, added_at: time }),
    z.object({ kind: z.literal('lecture'), id: LectureId, added_at: time }),
  ]),
  ratings: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('course'), id: CourseId, stars: Stars.nullable(), changed_at: time }),
    z.object({ kind: z.literal('lecture'), id: LectureId, stars: Stars.nullable(), changed_at: time }),
  ]),
  search_history: z.object({ text: z.string().min(1).max(1000), searched_at: time }),
} as const satisfies Record<ImportedTable, z.ZodType>;

/** A row that was read and checked. */
export type ImportedRow<Table extends ImportedTable> = z.infer<(typeof importedRows)[Table]>;

/** Some rows of one table. */
export type ImportedRows = {
  readonly [Table in ImportedTable]: { readonly table: Table; readonly rows: readonly ImportedRow<Table>[] };
}[ImportedTable];

/** What became of rows, or would. */
export interface ImportCounts {
  /** Not here before. */
  readonly added: number;
  /** Here already, and the export knows more or later of it. */
  readonly changed: number;
  /** Here already, just so. */
  readonly same: number;
  /** What is here is newer, or was deleted here: it stays as it is. */
  readonly older: number;
  /** Not wanted: its switch is off, or settings were not asked for. */
  readonly left: number;
}

/** What an import would do, or has done, by table. */
export type ImportReport = Readonly<Record<ImportedTable, ImportCounts>>;

/** What the export that was picked is, and what it would change. */
export interface ImportPreview {
  readonly fileName: string;
  /** Milliseconds since 1970, UTC. */
  readonly madeAtMs: number;
  readonly report: ImportReport;
}
