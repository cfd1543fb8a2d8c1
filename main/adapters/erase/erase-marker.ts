import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { EraseMarker } from '../../ports.ts';
import { isMissing, result, syncEntries } from './owned-entries.ts';

const MarkerFile = z.object({ version: z.literal(1), accounts: z.array(LocalAccountId) });

/** What is written down: that an account is to be erased here, or that its erasing was ordered at the service and no answer is known yet. */
export type EraseNote = 'erase-pending' | 'erase-ordered';

/**
 * `erase-pending.json`, `erase-ordered.json`. A file of its own and not a row in `computer.db`: it must be readable before any database is opened and when that
 * database is damaged, newer or set aside, and once removed it leaves no page in a write-ahead log.
 */
export function createEraseMarker(userDataFolder: string, name: EraseNote = 'erase-pending'): EraseMarker {
  const path = join(userDataFolder, `${name}.json`);
  const unfinished = `${path}.new`;

  async function remove(): Promise<void> {
    await rm(path, { force: true });
    await rm(unfinished, { force: true });
  }

  /** After a crash the file is the old one or the new one, whole: another name, fsync, rename, fsync of the folder. */
  async function replace(text: string): Promise<void> {
    await mkdir(userDataFolder, { recursive: true });
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  }

  return {
    async read() {
      const text = await result(() => readFile(path, 'utf8').catch(nullIfMissing));
      if (!text.ok) return text;
      if (text.value === null) return ok([]);
      const parsed = parse(text.value);
      return parsed === null ? fail('disk-failed') : ok(parsed.accounts);
    },
    async write(accounts) {
      const written = await result(() =>
        accounts.length === 0 ? remove() : replace(`${JSON.stringify({ version: 1, accounts })}\n`),
      );
      return written.ok ? syncEntries(userDataFolder) : written;
    },
  };
}

function parse(text: string): z.infer<typeof MarkerFile> | null {
  try {
    return MarkerFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function nullIfMissing(error: unknown): null {
  if (!isMissing(error)) throw error;
  return null;
}
