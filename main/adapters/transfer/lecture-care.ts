import type { Result } from '../../../contract/result.ts';
import type { AccountFolder, KeptLecture, LectureCare, TransferProgress } from '../../ports.ts';
import { accountMediaFolder, mediaPaths } from '../files/media-paths.ts';
import type { CareCall } from './messages.ts';

/** What the care needs: the folder the person chose, and the way to the worker. */
export interface LectureCareDeps {
  readonly downloadFolder: string;
  readonly call: <T>(call: CareCall, onProgress: TransferProgress, signal: AbortSignal) => Promise<Result<T>>;
}

/** Looks after the lectures on the disk: works out paths here and leaves the reading to the worker. */
export function createLectureCare({ downloadFolder, call }: LectureCareDeps): LectureCare {
  const fileOf = ({ accountId, assetId, mediaKey }: KeptLecture) => ({
    paths: mediaPaths(downloadFolder, accountId, assetId, mediaKey),
    assetId,
    mediaKey,
  });
  const folderOf = ({ accountId, mediaKey }: AccountFolder) => ({
    folder: accountMediaFolder(downloadFolder, accountId),
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
    sweep: (folder, names, nowMs) => quietly({ name: 'sweep', input: { ...folderOf(folder), names, nowMs } }),
  };
}
