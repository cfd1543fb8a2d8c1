import type { ImportCounts } from '../../../contract/domain/import.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { ExportPage, ExportQuery, ExportTable, ImportStep } from '../../export-ports.ts';

/** Calls on the open library that export and import. */
export interface ExportAccountCalls {
  'export.tables': { in: null; out: readonly ExportTable[] };
  'export.page': { in: ExportQuery; out: ExportPage };
  'import.take': { in: ImportStep; out: ImportCounts };
}

/** Calls on the computer's file that export; rows of other accounts are left out. */
export interface ExportComputerCalls {
  'computer.export-tables': { in: LocalAccountId; out: readonly ExportTable[] };
  'computer.export-page': { in: ExportQuery & { readonly account: LocalAccountId }; out: ExportPage };
}
