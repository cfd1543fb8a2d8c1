import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok } from '../../../contract/result.ts';
import type { ArchiveFile, ChooseArchive, PickArchive } from '../../export-ports.ts';
import { codeOfWriteError } from '../files/disk-codes.ts';
import { startArchiveLink } from './archive-link.ts';

/** What archives need: the built `archive-worker.cjs`, and the system's dialogs; they answer null when the person thought better of it. */
export interface ArchiveFilesDeps {
  readonly workerPath: string;
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly pickFile: () => Promise<string | null>;
}

/** Fills the door: a new file beside the place that the person chose takes that place when it is whole. */
export function createChooseArchive({ workerPath, chooseFile }: ArchiveFilesDeps): ChooseArchive {
  return async (suggestedName, passphrase) => {
    const path = await chooseFile(suggestedName);
    return path === null ? null : archiveAt(workerPath, path, passphrase);
  };
}

function archiveAt(workerPath: string, path: string, passphrase: string | null): ArchiveFile {
  // Not a name that somebody could lay a link at, nor one that is longer than what the person chose.
  const unfinished = join(dirname(path), `.lectoroom-${randomUUID()}.part`);
  const link = startArchiveLink(workerPath);
  const opened = link.call('write.open', { path: unfinished, passphrase });
  return {
    async begin(name) {
      const ready = await opened;
      return ready.ok ? link.call('write.begin', name) : ready;
    },
    append: (bytes) => link.call('write.append', bytes),
    async finish() {
      const written = await link.call('write.finish', null);
      if (!written.ok) return written;
      try {
        await rename(unfinished, path);
      } catch (error) {
        return fail(codeOfWriteError(error));
      }
      await link.end();
      return ok({ ...written.value, fileName: basename(path), folderName: basename(dirname(path)) });
    },
    async abandon() {
      await link.call('write.abandon', null);
      await link.end();
    },
  };
}

/** Fills the door: opens what the person picked. */
export function createPickArchive({ workerPath, pickFile }: ArchiveFilesDeps): PickArchive {
  return async () => {
    const path = await pickFile();
    if (path === null) return ok(null);
    let tell: (share: number) => void = () => undefined;
    const link = startArchiveLink(workerPath, (share) => tell(share));
    const opened = await link.call('read.open', path);
    if (!opened.ok) {
      await link.end();
      return opened;
    }
    return ok({
      fileName: basename(path),
      encrypted: opened.value.encrypted,
      check(passphrase, onShare) {
        tell = onShare;
        return link.call('read.check', passphrase);
      },
      rewind: () => link.call('read.rewind', null),
      next: () => link.call('read.next', null),
      async close() {
        await link.call('read.close', null);
        await link.end();
      },
    });
  };
}
