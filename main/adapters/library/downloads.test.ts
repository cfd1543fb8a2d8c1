import { describe, expect, it } from 'vitest';
import {
  applyCatalogue,
  assetId,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

describe('downloads in the library', () => {
  it('D3: keeps every field of a download, and changes them in place', async () => {
    const { library } = await openLibrary();
    const waiting = sampleDownload('l1', { state: 'waiting', etag: null, completedAtMs: null, error: 'disk-full' });
    expect(await valueOf(library.downloads.get(lectureId('l1')))).toBeNull();
    await valueOf(library.downloads.put(waiting));
    expect(await valueOf(library.downloads.get(lectureId('l1')))).toEqual(waiting);
    await valueOf(library.downloads.put(sampleDownload('l1')));
    expect(await valueOf(library.downloads.get(lectureId('l1')))).toEqual(sampleDownload('l1'));
    await valueOf(library.downloads.remove(lectureId('l1')));
    await valueOf(library.downloads.remove(lectureId('l1')));
    expect(await valueOf(library.downloads.list())).toEqual([]);
  });

  it('D5: lists downloads with their titles in the order they were asked for', async () => {
    const { library } = await openLibrary();
    const course = sampleCourse('c', [sampleLecture('l1'), sampleLecture('l2')]);
    await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
    await valueOf(library.downloads.put(sampleDownload('l2', { addedAtMs: 5 })));
    await valueOf(library.downloads.put(sampleDownload('l1', { addedAtMs: 9 })));
    const list = await valueOf(library.downloads.list());
    expect(list.map((row) => row.lectureId)).toEqual(['l2', 'l1']);
    expect(list[0]).toEqual({
      ...sampleDownload('l2', { addedAtMs: 5 }),
      lectureTitle: 'Lecture l2',
      courseTitle: 'Course c',
      coverAssetId: 'l2.cover',
      durationMs: 60_000,
    });
  });

  it('shows a download whose lecture nobody knows, so that it can be removed', async () => {
    const { library } = await openLibrary();
    await valueOf(library.downloads.put(sampleDownload('stray')));
    const [row] = await valueOf(library.downloads.list());
    expect(row).toMatchObject({ lectureId: 'stray', lectureTitle: '', courseTitle: '', durationMs: 0 });
  });

  it('D5: keeps an order over changes of a row; those moved share out their places, new ones come last', async () => {
    const { library } = await openLibrary();
    for (const id of ['l1', 'l2', 'l3']) await valueOf(library.downloads.put(sampleDownload(id, { state: 'queued' })));
    await valueOf(library.downloads.reorder([lectureId('l3'), lectureId('never'), lectureId('l1')]));
    await valueOf(library.downloads.put(sampleDownload('l3', { state: 'paused' })));
    await valueOf(library.downloads.put(sampleDownload('l0', { addedAtMs: 0 })));
    const list = await valueOf(library.downloads.list());
    expect(list.map((row) => row.lectureId)).toEqual(['l3', 'l2', 'l1', 'l0']);
  });

  it('D2: finds the file that still plays while its successor comes, as the complete download it was', async () => {
    const { library } = await openLibrary();
    const before = sampleDownload('l1');
    const { quality, sizeBytes, sha256, etag, completedAtMs } = before;
    const previous = { assetId: before.assetId, quality, sizeBytes, sha256, etag, completedAtMs };
    const next = sampleDownload('l1', { assetId: assetId('l1.360p'), quality: '360p', state: 'downloading', previous });
    await valueOf(library.downloads.put(next));
    expect(await valueOf(library.downloads.get(lectureId('l1')))).toEqual(next);
    expect(await valueOf(library.downloads.completeOfAsset(before.assetId))).toEqual(before);
    expect(await valueOf(library.downloads.completeOfAsset(assetId('l1.360p')))).toBeNull();
  });

  it('D2: remembers the quality last chosen for a course', async () => {
    const { library } = await openLibrary();
    expect(await valueOf(library.downloads.qualityOfCourse(courseId('c')))).toBeNull();
    await valueOf(library.downloads.keepQuality(courseId('c'), '720p'));
    await valueOf(library.downloads.keepQuality(courseId('c'), 'audio'));
    expect(await valueOf(library.downloads.qualityOfCourse(courseId('c')))).toBe('audio');
  });

  it('finds only a complete download by its file', async () => {
    const { library } = await openLibrary();
    await valueOf(library.downloads.put(sampleDownload('l1', { state: 'verifying' })));
    expect(await valueOf(library.downloads.completeOfAsset(assetId('l1.720p')))).toBeNull();
    await valueOf(library.downloads.put(sampleDownload('l1')));
    expect(await valueOf(library.downloads.completeOfAsset(assetId('l1.720p')))).toEqual(sampleDownload('l1'));
    expect(await valueOf(library.downloads.completeOfAsset(assetId('l1.audio')))).toBeNull();
  });
});

describe('small files in the library', () => {
  it('keeps captions and slides byte for byte and leaves the caller its bytes', async () => {
    const { library } = await openLibrary();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    const part = bytes.subarray(10, 90_000);
    expect(await valueOf(library.content.get(assetId('a1')))).toBeNull();
    await valueOf(library.content.put(assetId('a1'), { mediaType: 'text/vtt', bytes: part }));
    expect(part.byteLength).toBe(89_990);
    expect(await valueOf(library.content.get(assetId('a1')))).toEqual({ mediaType: 'text/vtt', bytes: part });
    await valueOf(library.content.put(assetId('a1'), { mediaType: 'text/plain', bytes: new Uint8Array() }));
    expect(await valueOf(library.content.get(assetId('a1')))).toEqual({
      mediaType: 'text/plain',
      bytes: new Uint8Array(),
    });
  });

  it('removes several at once', async () => {
    const { library } = await openLibrary();
    for (const id of ['a1', 'a2', 'a3']) {
      await valueOf(library.content.put(assetId(id), { mediaType: 'text/vtt', bytes: Uint8Array.of(1) }));
    }
    await valueOf(library.content.remove([assetId('a1'), assetId('a2'), assetId('never')]));
    expect(await valueOf(library.content.get(assetId('a1')))).toBeNull();
    expect((await valueOf(library.content.get(assetId('a3'))))?.bytes).toEqual(Uint8Array.of(1));
  });
});
