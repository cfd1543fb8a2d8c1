import type { DataAccountCalls } from '../../messages-data.ts';
import type { Handlers } from '../../messages.ts';
import { countEntries, rowsOf, sizeOfKind } from '../held-tables.ts';
import { samplesOfKind } from './held-samples.ts';
import type { LibraryStatements } from './tables.ts';

/** What is asked about everything that the library holds. */
export const heldDataHandlers: Handlers<DataAccountCalls, LibraryStatements> = {
  'data.count': (store, kind) => countEntries(rowsOf(store), kind, 'library'),
  'data.samples': samplesOfKind,
  'data.size': (store, kind) => sizeOfKind(rowsOf(store), kind, 'library'),
};
