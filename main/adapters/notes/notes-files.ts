import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { NotesFile, NotesFiles } from '../../ports.ts';
import { codeOfWriteError } from '../files/disk-codes.ts';

/** Asks for a file by the system's dialog; null when the person thought better of it. */
export type ChooseFile = (suggestedName: string) => Promise<string | null>;

/** Fills the door: the file where the person chose, its pictures in a new folder beside it. */
export function createNotesFiles(deps: { readonly chooseFile: ChooseFile }): NotesFiles {
  return {
    async choose({ fileName, picturesName }) {
      const path = await deps.chooseFile(fileName);
      return path === null ? null : notesFileAt(path, picturesName);
    },
  };
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(codeOfWriteError(error));
  }
}

function notesFileAt(path: string, picturesName: string): NotesFile {
  let folder: Promise<string> | null = null;
  const pictures: string[] = [];

  /** A folder that was not there: what a person has is never written over. */
  async function newFolder(): Promise<string> {
    for (let number = 1; ; number += 1) {
      const candidate = join(dirname(path), number === 1 ? picturesName : `${picturesName} ${number}`);
      try {
        await mkdir(candidate);
        return candidate;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || number >= 1000) throw error;
      }
    }
  }

  return {
    putPicture: (name, png) =>
      attempt(async () => {
        folder ??= newFolder();
        const at = await folder;
        const picture = join(at, name);
        pictures.push(picture);
        await writeSynced(picture, png);
        return `${encodeURIComponent(basename(at))}/${encodeURIComponent(name)}`;
      }),
    finish: (text) =>
      attempt(async () => {
        // Not a name that somebody could lay a link at, nor one that is longer than what the person chose.
        const unfinished = join(dirname(path), `.lectoroom-${randomUUID()}`);
        try {
          await writeSynced(unfinished, text);
          await rename(unfinished, path);
        } catch (error) {
          await rm(unfinished, { force: true }).catch(() => undefined);
          throw error;
        }
        return null;
      }),
    async abandon() {
      for (const picture of pictures) await rm(picture, { force: true }).catch(() => undefined);
      const at = await folder?.catch(() => undefined);
      // Not with what is in it: somebody may have put something there meanwhile.
      if (at !== undefined) await rmdir(at).catch(() => undefined);
    },
  };
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
