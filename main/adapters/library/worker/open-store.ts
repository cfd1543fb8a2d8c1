import type Database from 'better-sqlite3';
import type { Statements } from './statements.ts';

/** An open file: its connection for transactions and closing, its typed queries for everything else. */
export interface OpenStore<Tables> {
  readonly database: Database.Database;
  readonly statements: Statements<Tables>;
}
