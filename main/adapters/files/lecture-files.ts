import { access, mkdir, unlink } from 'node:fs/promises';
import { done, fail } from '../../../contract/result.ts';
import type { LectureFiles } from '../../ports.ts';
import { codeOfWriteError, codeOfWriteFault } from './disk-codes.ts';
import { folderSpace } from './folder-space.ts';
import { syncFolder } from './lrm/index.ts';
import { openMediaReader } from './media-reader.ts';
import { accountMediaFolder, mediaPaths } from './media-paths.ts';
import { errnoOf } from './lrm/outcome.ts';

/** What the encrypted lectures need: the folder the person chose, absolute. */
export interface LectureFilesDeps {
  readonly downloadFolder: string;
}

/** The encrypted lectures on disk, `<downloadFolder>/lectoroom/<account>/<opaque name>.lrm`. */
export function createLectureFiles({ downloadFolder }: LectureFilesDeps): LectureFiles {
  return {
    open: (accountId, assetId, mediaKey) =>
      openMediaReader(mediaPaths(downloadFolder, accountId, assetId, mediaKey).finished, assetId, mediaKey),
    remove: async (accountId, assetId, mediaKey) => {
      const paths = mediaPaths(downloadFolder, accountId, assetId, mediaKey);
      try {
        const gone: boolean[] = [];
        for (const path of [paths.finished, paths.unfinished, paths.repaired]) gone.push(await unlinkIfThere(path));
        if (!gone.includes(true)) return done;
      } catch (error) {
        return fail(codeOfWriteError(error));
      }
      const synced = await syncFolder(paths.folder);
      return synced.ok ? done : fail(codeOfWriteFault(synced.fault));
    },
    folderIsThere: () =>
      access(downloadFolder).then(
        () => true,
        () => false,
      ),
    // Where a drive was unplugged this fails, or is the person's own wish; what is wrong is said by the download itself.
    makeFolder: () =>
      mkdir(downloadFolder, { recursive: true, mode: 0o700 }).then(
        () => undefined,
        () => undefined,
      ),
    space: (accountId) => folderSpace(accountMediaFolder(downloadFolder, accountId)),
  };
}

async function unlinkIfThere(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return false;
    throw error;
  }
}
