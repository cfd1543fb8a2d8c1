import type { ExportDone, ExportPreview, ExportWords } from './domain/export.ts';
import type { ImportPreview, ImportReport } from './domain/import.ts';
import type { DataKindName } from './domain/data-kinds.ts';
import type { HeldAtService, HeldHere, HeldSample, RetentionView, SampledKind } from './domain/held-data.ts';

/** Requests about one's data: what is held, for how long, taking it along. */
export interface DataRequests extends ExportRequests {
  /** Counts everything that is on this computer. */
  'data.overview': { in: null; out: HeldHere };
  /** A few entries of a kind, newest first. */
  'data.samples': { in: { kind: SampledKind }; out: readonly HeldSample[] };
  /** What a kind takes in its database, its indexes too; slow for a large one, so that each is asked for by itself. */
  'data.size': { in: { kind: DataKindName }; out: { sizeBytes: number } };
  /** Asks the service for everything it has of the person. */
  'data.service': { in: null; out: HeldAtService };
  'data.retention': { in: null; out: RetentionView };
}

/** Requests about taking one's data along, and bringing it to another computer. */
interface ExportRequests {
  'export.preview': { in: null; out: ExportPreview };
  /**
   * Asks where to, and writes everything there, encrypted when there is a passphrase; null when the person thought better of it, `cancelled` when it
   * was stopped.
   */
  'export.run': { in: { passphrase: string | null; words: ExportWords }; out: ExportDone | null };
  'export.stop': { in: null; out: null };
  /** Asks for an export; null when the person thought better of it. */
  'import.pick': { in: null; out: { readonly fileName: string; readonly encrypted: boolean } | null };
  /**
   * Reads the export that was picked last and says what it would change; nothing is changed. `export-unreadable`, `export-of-another`,
   * `passphrase-wrong`.
   */
  'import.look': { in: { passphrase: string | null }; out: ImportPreview };
  /** Takes over what was looked at. */
  'import.run': { in: { settings: boolean }; out: ImportReport };
  'import.stop': { in: null; out: null };
}
