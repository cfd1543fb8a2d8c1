import { access, mkdir, unlink } from 'node:fs/promises';
import { done, fail, type Result } from '../../../contract/result.ts';
import type { AppErrorCode } from '../../../contract/result.ts';
import type { AssetId, LocalAccountId } from '../../../contract/domain/ids.ts';
import type { FoldersInUse } from '../../folder-ports.ts';
import type { LectureFiles, MediaReader } from '../../ports.ts';
import { codeOfWriteError, codeOfWriteFault } from './disk-codes.ts';
import { driveSpace, folderSpace } from './folder-space.ts';
import { syncFolder, type OpenFile } from './lrm/index.ts';
import { answers } from './is-marked.ts';
import { openMediaReader } from './media-reader.ts';
import { accountMediaFolder, mediaPaths } from './media-paths.ts';
import type { MediaPaths } from './media-paths.ts';
import { errnoOf } from './lrm/outcome.ts';

/** What the encrypted lectures need. */
export interface LectureFilesDeps {
  readonly folders: () => FoldersInUse;
  /** Somebody wanted to read and the folder was not there. */
  readonly onAway?: () => void;
  /** Opens a lecture's file; the real disk unless said otherwise. */
  readonly openFile?: OpenFile;
}

/** The encrypted lectures on disk, `<folder>/lectoroom/<account>/<opaque name>.lrm`; during a move they may lie in either folder. */
export function createLectureFiles({ folders, onAway, openFile }: LectureFilesDeps): LectureFiles {
  const inUse = (): readonly string[] => {
    const { current, other } = folders();
    return other === null ? [current.folder] : [current.folder, other.folder];
  };

  async function folderIsThere(): Promise<boolean> {
    const { current } = folders();
    if (current.marker !== null) return answers(current);
    return access(current.folder).then(
      () => true,
      () => false,
    );
  }

  /** Without its folder a file is neither missing nor damaged: its drive is away. */
  async function codeWhere(code: AppErrorCode): Promise<AppErrorCode> {
    const mayBeAway = code === 'asset-missing' || code === 'disk-failed' || code === 'asset-damaged';
    if (!mayBeAway || folders().current.marker === null || (await folderIsThere())) return code;
    onAway?.();
    return 'drive-away';
  }

  async function openAnywhere(
    accountId: LocalAccountId,
    assetId: AssetId,
    mediaKey: Uint8Array,
  ): Promise<Result<MediaReader>> {
    let opened: Result<MediaReader> = fail('asset-missing');
    // Once more in the first one: between two looks the file may have come to where it was looked for first.
    const places = inUse();
    for (const folder of places.length === 1 ? places : [...places, ...places.slice(0, 1)]) {
      const { finished } = mediaPaths(folder, accountId, assetId, mediaKey);
      opened = await openMediaReader(finished, assetId, mediaKey, openFile);
      if (opened.ok || opened.error.code !== 'asset-missing') return opened;
    }
    return opened;
  }

  async function removeIn(paths: MediaPaths): Promise<Result<boolean>> {
    let isGone = false;
    try {
      for (const path of [paths.finished, paths.unfinished, paths.repaired, `${paths.finished}.move`])
        isGone = (await unlinkIfThere(path)) || isGone;
    } catch (error) {
      return fail(codeOfWriteError(error));
    }
    const synced = isGone ? await syncFolder(paths.folder) : { ok: true as const };
    return synced.ok ? { ok: true, value: isGone } : fail(codeOfWriteFault(synced.fault));
  }

  return {
    async open(accountId, assetId, mediaKey) {
      const opened = await openAnywhere(accountId, assetId, mediaKey);
      if (!opened.ok) return fail(await codeWhere(opened.error.code));
      const { sizeBytes, stream, close } = opened.value;
      return {
        ok: true,
        value: {
          sizeBytes,
          close,
          stream: (range, onFault) => stream(range, (code) => void codeWhere(code).then(onFault)),
        },
      };
    },
    async remove(accountId, assetId, mediaKey) {
      const { current, other } = folders();
      if (current.marker !== null && !(await folderIsThere())) return fail('drive-away');
      // The one it is moved from first, so that nothing is copied behind our back; and until nothing more turns up.
      for (let again = true; again;) {
        again = false;
        for (const { folder } of other === null ? [current] : [current, other]) {
          const removed = await removeIn(mediaPaths(folder, accountId, assetId, mediaKey));
          if (!removed.ok) return removed;
          again ||= removed.value && other !== null;
        }
      }
      return done;
    },
    folderIsThere,
    // Only the usual one: where a drive was unplugged, or its folder deleted, nothing is made in its place.
    makeFolder: () => {
      const { folder, marker } = folders().current;
      if (marker !== null) return Promise.resolve();
      return mkdir(folder, { recursive: true, mode: 0o700 }).then(
        () => undefined,
        () => undefined,
      );
    },
    drive: () => driveSpace(folders().current.folder),
    space: (accountId) => folderSpace(inUse().map((folder) => accountMediaFolder(folder, accountId))),
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
