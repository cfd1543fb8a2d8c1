/** The doors of taking one's data along and bringing it to another computer, as `ports.ts` has the others. */
import type { DataKindName } from '../contract/domain/data-kinds.ts';
import type { ImportCounts, ImportedRows } from '../contract/domain/import.ts';
import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { LocalDay } from '../contract/domain/local-day.ts';
import type { Result } from '../contract/result.ts';

/** A column as the export has it. */
export interface ExportColumn {
  /** Times lose their unit: `started_at_ms` is `started_at`, in ISO 8601. */
  readonly name: string;
  readonly type: 'text' | 'integer' | 'real' | 'time' | 'bytes';
  readonly nullable: boolean;
}

/** A table of a personal kind, without what is withheld. */
export interface ExportTable {
  readonly name: string;
  readonly kind: DataKindName;
  readonly columns: readonly ExportColumn[];
  readonly rowCount: number;
  /** What its rows take as JSON, about. */
  readonly estimatedBytes: number;
}

/** What form rows are wanted in: lines of JSON (each behind the first after a comma), lines of CSV, or rows of an HTML table, newest first. */
export type ExportForm = 'json' | 'csv' | 'html';

/** Which rows of a table. */
export interface ExportQuery {
  readonly table: string;
  readonly form: ExportForm;
  /** Where the page before has ended; null: from the beginning. */
  readonly after: readonly (string | number)[] | null;
  readonly limit: number;
}

/** Some rows, as UTF-8. */
export interface ExportPage {
  readonly bytes: Uint8Array;
  readonly rowCount: number;
  /** Null: these were the last. */
  readonly next: readonly (string | number)[] | null;
}

/** A file with tables that can be read page by page; each page is read on its own, so that the app goes on working. */
export interface ExportSource {
  tables(): Promise<Result<readonly ExportTable[]>>;
  page(query: ExportQuery): Promise<Result<ExportPage>>;
}

/** Rows on their way into the library, and what holds while they are taken. */
export interface ImportStep {
  readonly rows: ImportedRows;
  /** False: only says what would become of them. */
  readonly write: boolean;
  readonly nowMs: number;
  readonly today: LocalDay;
}

/** The part of the stores that exports and imports. */
export interface ExportStore {
  readonly library: ExportSource;
  /** Of `computer.db`: other accounts' rows are left out. */
  computer(account: LocalAccountId): ExportSource;
  /** Takes rows as far as they say more than what is here: twice is the same as once. */
  take(step: ImportStep): Promise<Result<ImportCounts>>;
}

/** What was written. */
export interface WrittenArchive {
  readonly fileName: string;
  readonly folderName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A ZIP on its way to where the person wants it. Fails with `folder-read-only`, `disk-full`, `disk-failed`. */
export interface ArchiveFile {
  /** Begins the next file in it; the one before ends. */
  begin(name: string): Promise<Result<null>>;
  /** The buffer is moved away. */
  append(bytes: Uint8Array): Promise<Result<null>>;
  /** Writes the list of digests and puts the whole at the place that was chosen, over what is there. */
  finish(): Promise<Result<WrittenArchive>>;
  /** Deletes what was written; what was there before stays. */
  abandon(): Promise<void>;
}

/** Asks the person by the system's dialog; null when they thought better of it. */
export type ChooseArchive = (suggestedName: string, passphrase: string | null) => Promise<ArchiveFile | null>;

/** Whose export it is, and when it was made. */
export interface ArchiveFacts {
  readonly accountId: string | null;
  readonly email: string;
  readonly madeAtMs: number;
}

/** An export that was picked. Fails with `export-unreadable`, `passphrase-wrong`, `disk-failed`. */
export interface PickedArchive {
  readonly fileName: string;
  readonly encrypted: boolean;
  /** Unpacks and checks all of it: bounds, digests, form. */
  check(passphrase: string | null, onShare: (share: number) => void): Promise<Result<ArchiveFacts>>;
  /** From the first row on. */
  rewind(): Promise<Result<null>>;
  /** The next rows of a table that can be taken over; null: there are no more. */
  next(): Promise<Result<{ readonly rows: ImportedRows; readonly share: number } | null>>;
  close(): Promise<void>;
}

/** Asks the person for an export; null when they thought better of it. */
export type PickArchive = () => Promise<Result<PickedArchive | null>>;
