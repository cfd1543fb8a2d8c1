import type { Result } from '../../../contract/result.ts';
import type { MarkedFolder } from '../../folder-ports.ts';
import type { AccountFolder, KeptLecture, LectureCare, TransferProgress } from '../../ports.ts';
import { accountMediaFolder, mediaPaths } from '../files/media-paths.ts';
import type { CareCall } from './messages.ts';

/** What the care needs: the folder of the downloads, and the way to the worker. */
export interface LectureCareDeps {
  readonly folder: () => MarkedFolder;
  readonly call: <T>(call: CareCall, onProgress: TransferProgress, signal: AbortSignal) => Promise<Result<T>>;
}

/** Looks after the lectures on the disk: works out paths here and leaves the reading to the worker. */
export function createLectureCare({ folder, call }: LectureCareDeps): LectureCare {
  const fileOf = ({ accountId, assetId, mediaKey }: KeptLecture) => ({
    paths: mediaPaths(folder().folder, accountId, assetId, mediaKey),
    marker: folder().marker,
    assetId,
    mediaKey,
  });
  const folderOf = ({ accountId, mediaKey }: AccountFolder) => ({
    folder: accountMediaFolder(folder().folder, accountId),
    mediaKey,
  });
  const quietly = <T>(order: CareCall): Promise<Result<T>> =>
    call<T>(order, () => undefined, new AbortController().signal);
  return {
    verify: (file, onProgress, signal) => call({ name: 'verify', input: fileOf(file) }, onProgress, signal),
    repair: (file, onProgress, signal) =>
      call({ name: 'repair', input: { ...fileOf(file), location: file.location } }, onProgress, signal),
    strangers: (folder, known) => quietly({ name: 'strangers', input: { ...folderOf(folder), known } }),
    recognise: (folder, names, media) => quietly({ name: 'recognise', input: { ...folderOf(folder), names, media } }),
    weighOthers: (folder) => quietly({ name: 'weigh-others', input: folderOf(folder) }),
    sweep: (folder, names, nowMs) => quietly({ name: 'sweep', input: { ...folderOf(folder), names, nowMs } }),
  };
}
