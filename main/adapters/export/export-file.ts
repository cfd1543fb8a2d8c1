import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ChooseExportFile, ExportFile } from '../../statistics-ports.ts';
import { codeOfWriteError } from '../files/disk-codes.ts';

/** Fills the door: a new file beside the place that the person chose takes that place when it is whole. */
export function createExportFiles(deps: {
  /** Asks for a file by the system's dialog; null when the person thought better of it. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
}): ChooseExportFile {
  return async (suggestedName) => {
    const path = await deps.chooseFile(suggestedName);
    return path === null ? null : exportFileAt(path);
  };
}

function exportFileAt(path: string): ExportFile {
  // Not a name that somebody could lay a link at, nor one that is longer than what the person chose.
  const unfinished = join(dirname(path), `.lectoroom-${randomUUID()}`);
  let file: FileHandle | null = null;

  async function close(): Promise<void> {
    const open = file;
    file = null;
    await open?.close();
  }

  return {
    append: (text) =>
      attempt(async () => {
        file ??= await open(unfinished, 'wx');
        await file.writeFile(text);
      }),
    finish: () =>
      attempt(async () => {
        await file?.sync();
        await close();
        await rename(unfinished, path);
      }),
    async abandon() {
      await close().catch(() => undefined);
      await rm(unfinished, { force: true }).catch(() => undefined);
    },
  };
}

async function attempt(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work();
    return ok(null);
  } catch (error) {
    return fail(codeOfWriteError(error));
  }
}
