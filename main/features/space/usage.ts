import type { AssetId } from '../../../contract/domain/ids.ts';
import type { StorageView } from '../../../contract/domain/space.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { LectureFiles, Library } from '../../ports.ts';

/** What the downloads of the open account take, course by course, and the drive they are on; from the rows, without looking at a file. */
export async function readStorage(deps: {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly coverUrl: (id: AssetId) => string;
}): Promise<Result<StorageView>> {
  const [usage, bin, drive] = await Promise.all([
    deps.library.space.usageByCourse(),
    deps.library.bin.list(),
    deps.files.drive(),
  ]);
  if (!usage.ok) return usage;
  if (!bin.ok) return bin;
  if (!drive.ok) return drive;
  const courses = usage.value.map(({ coverAssetId, ...course }) => ({
    ...course,
    coverUrl: coverAssetId === null ? '' : deps.coverUrl(coverAssetId),
  }));
  const binBytes = bin.value.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);
  const downloadedBytes = courses.reduce((sum, { sizeBytes }) => sum + sizeBytes, binBytes);
  return ok({ ...drive.value, downloadedBytes, courses, binBytes });
}
