import { expect, test } from 'vitest';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Library, StoredContent } from '../../ports.ts';
import { createArtwork } from './artwork.ts';

const lectureId = 'l1' as LectureId;
const libraryWith = (found: object | null) =>
  ({ catalogue: { lecture: () => Promise.resolve(ok(found)) } }) as unknown as Library;
const library = libraryWith({ lecture: { cover: { id: 'cover' } } });
const picture = (sizeBytes: number): StoredContent => ({ mediaType: 'image/png', bytes: new Uint8Array(sizeBytes) });

test('C6: the cover goes over as a data address', async () => {
  const artwork = createArtwork({ library, smallFile: () => Promise.resolve(ok(picture(3))) });
  expect(await artwork(lectureId)).toEqual(ok({ dataUrl: 'data:image/png;base64,AAAA' }));
});

test('C6: a cover that is not to be had, or far too large, is none', async () => {
  const none = ok({ dataUrl: null });
  const unreachable = () => Promise.resolve(fail('service-unreachable'));
  expect(await createArtwork({ library, smallFile: unreachable })(lectureId)).toEqual(none);
  expect(await createArtwork({ library: libraryWith(null), smallFile: unreachable })(lectureId)).toEqual(none);
  const huge = () => Promise.resolve(ok(picture(5_000_000)));
  expect(await createArtwork({ library, smallFile: huge })(lectureId)).toEqual(none);
});
