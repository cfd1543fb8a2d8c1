import { sql } from 'kysely';
import type { DataComputerCalls } from '../../messages-data.ts';
import type { Handlers } from '../../messages.ts';
import { countEntries, rowsOf, sizeOfKind } from '../held-tables.ts';
import type { ComputerStatements } from './tables.ts';

/** What is asked about everything that the computer's file holds. */
export const heldDataHandlers: Handlers<DataComputerCalls, ComputerStatements> = {
  'data.count-computer': (store, { kind, accountId }) =>
    countEntries(rowsOf(store), kind, 'computer', kind === 'profile' ? sql`id = ${accountId}` : sql`1`),
  'data.size-computer': (store, kind) => sizeOfKind(rowsOf(store), kind, 'computer'),
};
