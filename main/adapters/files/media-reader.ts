import { fail, ok, type Result } from '../../../contract/result.ts';
import type { MediaReader } from '../../ports.ts';
import { codeOfReadFault } from './disk-codes.ts';
import { openLrmReader, type OpenFile } from './lrm/index.ts';
import { streamSegments } from './media-stream.ts';

/** Opens one finished file; one that is whole but belongs to another asset or another key is `asset-damaged` too. */
export async function openMediaReader(
  path: string,
  assetId: string,
  mediaKey: Uint8Array,
  openFile?: OpenFile,
): Promise<Result<MediaReader>> {
  const opened = await openLrmReader({ path, mediaKey, ...(openFile === undefined ? {} : { openFile }) });
  if (!opened.ok) return fail(codeOfReadFault(opened.fault));
  const lrm = opened.value;
  if (lrm.info.mediaId !== assetId) {
    await lrm.close();
    return fail('asset-damaged');
  }
  return ok({
    sizeBytes: lrm.info.layout.plainSizeBytes,
    stream: (range, onFault) => streamSegments(lrm.readRange(range.start, range.endExclusive), onFault),
    close: async () => {
      await lrm.close();
    },
  });
}
