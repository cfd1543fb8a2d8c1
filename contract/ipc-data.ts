import type { ExportDone, ExportPreview, ExportWords } from './domain/export.ts';
import type { ImportPreview, ImportReport } from './domain/import.ts';

/** Requests about one's data: what is held, for how long, taking it along. */
export interface DataRequests extends ExportRequests {}

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
