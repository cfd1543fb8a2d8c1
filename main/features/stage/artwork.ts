import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Library, StoredContent } from '../../ports.ts';

/** The system's media controls show small pictures; nothing larger goes over to the window. */
const mostBytes = 4_000_000;

/** Makes what gives a lecture's cover as a `data:` address; null when it is not to be had now. */
export function createArtwork(deps: {
  readonly library: Library;
  readonly smallFile: (id: AssetId) => Promise<Result<StoredContent>>;
}): (lectureId: LectureId) => Promise<Result<{ dataUrl: string | null }>> {
  return async (lectureId) => {
    const found = await deps.library.catalogue.lecture(lectureId);
    if (!found.ok) return found;
    if (found.value === null) return ok({ dataUrl: null });
    const file = await deps.smallFile(found.value.lecture.cover.id);
    if (!file.ok || file.value.bytes.byteLength > mostBytes) return ok({ dataUrl: null });
    const { mediaType, bytes } = file.value;
    return ok({ dataUrl: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}` });
  };
}
