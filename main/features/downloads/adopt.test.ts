import { expect, it } from 'vitest';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import { done, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { CatalogueMedia, DownloadRow, LectureCare, Library } from '../../ports.ts';
import { createAdoption } from './adopt.ts';

const asset = (id: string): AssetId => id as AssetId;

/** Finds lectures again in a folder of files that are called as their assets are. */
async function sweptOf(files: readonly string[], rows: readonly Partial<DownloadRow>[]): Promise<readonly string[]> {
  const gone: string[] = [];
  const catalogue: readonly CatalogueMedia[] = [
    { lectureId: 'l1' as LectureId, assetId: asset('new'), sizeBytes: 1000 },
  ];
  const care: Partial<LectureCare> = {
    strangers: (_folder, known) => Promise.resolve(ok(files.filter((name) => !known.includes(asset(name))))),
    recognise: (_folder, names, media) =>
      Promise.resolve(
        ok(
          media
            .filter(({ assetId }) => names.includes(assetId))
            .map(({ assetId }) => ({ assetId, state: 'unreadable' as const, names: [assetId] })),
        ),
      ),
    sweep: (_folder, names) => {
      gone.push(...names);
      return Promise.resolve(ok(names.length));
    },
  };
  const opened = ok({ id: 'account', keys: { mediaKey: new Uint8Array(32) } });
  const adoption = createAdoption({
    library: {
      catalogue: {
        known: () => Promise.resolve(ok({ cursor: 'c1', etag: null })),
        media: () => Promise.resolve(ok(catalogue)),
      },
      downloads: { list: () => Promise.resolve(ok(rows)) },
      bin: { list: () => Promise.resolve(ok([])) },
    } as unknown as Library,
    care: care as LectureCare,
    clock: createFakeClock(),
    log: createListLog(),
    opened: () => opened as unknown as ReturnType<Parameters<typeof createAdoption>[0]['opened']>,
    fetchSideFile: () => Promise.resolve(done),
    resume: () => Promise.resolve(done),
    onAdopted: () => undefined,
  });
  await adoption.run({ catalogueIsFresh: true });
  return gone;
}

it('D2 D8: the file that plays until another quality is whole is nobody’s to sweep, also when the catalogue names it no more', async () => {
  const previous = { assetId: asset('old') } as DownloadRow['previous'];
  const row = { lectureId: 'l1' as LectureId, assetId: asset('new'), previous };
  expect(await sweptOf(['old', 'new', 'stray'], [row])).toEqual(['stray']);
  expect(await sweptOf(['old', 'new', 'stray'], [{ ...row, previous: null }])).toEqual(['old', 'stray']);
});
