import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import { computerMigrations } from '../migrations/computer/index.ts';
import { openDatabase } from '../open-database.ts';
import type { OpenStore } from '../open-store.ts';
import { createStatements } from '../statements.ts';
import { codeOfError } from '../store-fault.ts';
import { adoptAccounts } from './accounts.ts';
import type { ComputerTables } from './tables.ts';

/**
 * Opens `computer.db`. A damaged one is renamed and a new one begun (`onSetAside` is told): nobody can sign in without it, and all it
 * cannot make again are a few settings. The accounts found on disk are taken into a new one.
 */
export function openComputer(userDataFolder: string, onSetAside: () => void): OpenStore<ComputerTables> {
  const file = join(userDataFolder, 'computer.db');
  const kind = { file, key: null, migrations: computerMigrations };
  const { database, isNew } = openOrSetAside();
  const statements = createStatements<ComputerTables>(database);
  if (isNew) adoptAccounts(statements, accountsOnDisk(userDataFolder));
  return { database, statements };

  function openOrSetAside() {
    try {
      return openDatabase(kind);
    } catch (error) {
      if (codeOfError(error) !== 'library-damaged') throw error;
      setAside(file);
      onSetAside();
      return openDatabase(kind);
    }
  }
}

function setAside(file: string): void {
  const damaged = `${file}.damaged-${Date.now()}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, damaged + suffix);
  }
}

function accountsOnDisk(userDataFolder: string): readonly LocalAccountId[] {
  const folder = join(userDataFolder, 'accounts');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const id = LocalAccountId.safeParse(name);
    return id.success ? [id.data] : [];
  });
}
