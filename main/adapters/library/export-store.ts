import type { ExportStore } from '../../export-ports.ts';
import type { WorkerClient } from './worker-client.ts';

/** The part of the stores that exports and imports. */
export function exportStoreOf({ call }: Pick<WorkerClient, 'call'>): ExportStore {
  return {
    library: { tables: () => call('export.tables', null), page: (query) => call('export.page', query) },
    computer: (account) => ({
      tables: () => call('computer.export-tables', account),
      page: (query) => call('computer.export-page', { ...query, account }),
    }),
    take: (step) => call('import.take', step),
  };
}
