import { describe, expect, it } from 'vitest';
import type { CatalogueMedia } from '../../ports.ts';
import {
  applyCatalogue,
  assetId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';

const small = { mediaType: 'text/vtt', bytes: Uint8Array.of(1, 2, 3) };

describe('finding rows again', () => {
  it('D8: goes through every lecture’s own files once, page by page, and through nothing else', async () => {
    const { library } = await openLibrary();
    const lectures = Array.from({ length: 23 }, (_, index) => sampleLecture(`l${index}`));
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', lectures)), null));
    const seen: CatalogueMedia[] = [];
    for (let after: CatalogueMedia | null = null; ;) {
      const page: readonly CatalogueMedia[] = await valueOf(library.catalogue.media(after, 7));
      seen.push(...page);
      expect(page.length).toBeLessThanOrEqual(7);
      if (page.length < 7) break;
      after = page.at(-1) ?? null;
    }
    const expected = lectures.flatMap(({ id, media }) => media.map((each) => `${id} ${each.id} ${each.sizeBytes}`));
    const found = seen.map((each) => `${each.lectureId} ${each.assetId} ${each.sizeBytes}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(await valueOf(library.catalogue.media(seen.at(-1) ?? null, 7))).toEqual([]);
  });

  it('D8: a lecture that has a row keeps it', async () => {
    const { library } = await openLibrary();
    await valueOf(library.downloads.put(sampleDownload('l1', { state: 'paused' })));
    await valueOf(library.downloads.adopt([sampleDownload('l1'), sampleDownload('l2')]));
    expect((await valueOf(library.downloads.get(lectureId('l1'))))?.state).toBe('paused');
    expect(await valueOf(library.downloads.get(lectureId('l2')))).toEqual(sampleDownload('l2'));
  });
});

describe('removing a download', () => {
  it('D10: takes its captions and slides with it, not its cover, and not what another download has too', async () => {
    const { library } = await openLibrary();
    const shared = { ...sampleLecture('l1').captions[0]!, id: assetId('shared.en') };
    const first = sampleLecture('l1', { captions: [...sampleLecture('l1').captions, shared] });
    const second = sampleLecture('l2', { captions: [shared] });
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', [first, second])), null));
    for (const id of ['l1', 'l2']) await valueOf(library.downloads.put(sampleDownload(id)));
    const kept = ['l1.en', 'l1.slides', 'l1.cover', 'shared.en', 'l2.slides', 'c.cover'];
    for (const id of [...kept, 'of-an-earlier-version']) await valueOf(library.content.put(assetId(id), small));
    const here = async () => {
      const all = [...kept, 'of-an-earlier-version'];
      const contents = await Promise.all(all.map((id) => valueOf(library.content.get(assetId(id)))));
      return all.filter((_, index) => contents[index] !== null);
    };
    await valueOf(library.downloads.remove(lectureId('l1')));
    expect(await here()).toEqual(['l1.cover', 'shared.en', 'l2.slides', 'c.cover']);
    await valueOf(library.downloads.remove(lectureId('l2')));
    expect(await here()).toEqual(['l1.cover', 'c.cover']);
  });

  it('D10: a lecture that the catalogue took out and nobody has any more leaves nothing behind', async () => {
    const { library } = await openLibrary();
    await valueOf(applyCatalogue(library, wholeCatalogue(sampleCourse('c', [sampleLecture('l1')])), null));
    await valueOf(library.downloads.put(sampleDownload('l1')));
    await valueOf(library.content.put(assetId('l1.en'), small));
    await valueOf(applyCatalogue(library, wholeCatalogue(), null));
    await valueOf(library.downloads.remove(lectureId('l1')));
    expect(await valueOf(library.content.get(assetId('l1.en')))).toBeNull();
    expect(await valueOf(library.downloads.list())).toEqual([]);
  });
});
