import { describe, expect, it } from 'vitest';
import type { AssetLocation } from '../../../contract/api/assets.ts';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { DownloadRow, LectureCare, LectureFiles, Library } from '../../ports.ts';
import { createRepair } from './repair.ts';

const lectureId = 'l1' as DownloadRow['lectureId'];
const assetId = 'l1.720p' as DownloadRow['assetId'];
const row: DownloadRow = {
  lectureId,
  assetId,
  courseId: 'c' as DownloadRow['courseId'],
  quality: '720p',
  state: 'complete',
  sizeBytes: 1000,
  sha256: 'a'.repeat(64),
  etag: '"v1"',
  receivedBytes: 1000,
  error: null,
  addedAtMs: 1,
  previous: null,
  completedAtMs: 2,
};
const location: AssetLocation = {
  id: assetId,
  url: 'http://127.0.0.1/file',
  expiresAt: '2099-01-01T00:00:00Z',
  mediaType: 'video/mp4',
  sizeBytes: 1000,
  etag: '"v1"',
  sha256: row.sha256,
};
const id = LocalAccountId.parse('a'.repeat(32));
const key = new Uint8Array(32);

/** A repair over one row; `work` stands for the worker. */
function scene(work: LectureCare['repair'], input: { row?: DownloadRow | null; location?: AssetLocation } = {}) {
  const kept = { row: input.row === undefined ? row : input.row, binned: null as DownloadRow | null };
  const seen: string[] = [];
  const shares: number[] = [];
  const repair = createRepair({
    clock: createFakeClock(),
    log: createListLog(),
    library: {
      downloads: {
        get: () => Promise.resolve(ok(kept.row)),
        put: (next: DownloadRow) => {
          kept.row = next;
          return Promise.resolve(done);
        },
      },
      bin: { get: () => Promise.resolve(ok(kept.binned)) },
    } as unknown as Library,
    files: {
      remove: () => {
        seen.push('file removed');
        return Promise.resolve(done);
      },
    } as unknown as LectureFiles,
    care: {
      repair: (...args: Parameters<LectureCare['repair']>) => {
        seen.push('repair');
        return work(...args);
      },
      verify: (_file: unknown, _onProgress: unknown, signal: AbortSignal) => untilCalledOff(signal),
    } as unknown as LectureCare,
    opened: () => ok({ id, keys: { dataKey: key, libraryKey: key, mediaKey: key } }),
    locate: () => {
      seen.push('locate');
      return Promise.resolve(ok(input.location ?? location));
    },
    onProgress: ({ share }) => shares.push(share),
  });
  return { repair, kept, seen, shares };
}

const untilCalledOff = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(fail('cancelled'));
    signal.addEventListener('abort', () => resolve(fail('cancelled')));
  });
const fetched = ok({ fetchedBytes: 64 });

describe('repairing a lecture', () => {
  it('D8: a lecture that was removed while it was repaired stays removed, its file with it', async () => {
    const { repair, seen, kept } = scene(() => {
      kept.row = null;
      return Promise.resolve(fetched);
    });
    expect(await repair.repair(lectureId)).toEqual(fail('not-downloaded'));
    expect(seen).toEqual(['locate', 'repair', 'file removed']);
  });

  it('D2 D8: another quality asked for during the repair, the repaired file stays: it plays until that one is whole', async () => {
    const { repair, seen, kept } = scene(() => {
      kept.row = { ...row, assetId: 'l1.360p' as DownloadRow['assetId'], state: 'queued', previous: row };
      return Promise.resolve(fetched);
    });
    expect(await repair.repair(lectureId)).toEqual(fetched);
    expect(seen).toEqual(['locate', 'repair']);
  });

  it('D7 D8: a lecture that came into the bin while it was repaired can still come back', async () => {
    const { repair, seen, kept } = scene(() => {
      [kept.row, kept.binned] = [null, row];
      return Promise.resolve(fetched);
    });
    expect(await repair.repair(lectureId)).toEqual(fail('not-downloaded'));
    expect(seen).toEqual(['locate', 'repair']);
  });

  it.each([
    ['another validator', { ...location, etag: '"v2"' }],
    ['another digest', { ...location, sha256: 'b'.repeat(64) }],
    ['another length', { ...location, sizeBytes: 1001 }],
  ])('D8: %s at the service: nothing is begun', async (_name, other) => {
    const { repair, seen } = scene(() => Promise.resolve(fetched), { location: other });
    expect(await repair.repair(lectureId)).toEqual(fail('changed-at-service'));
    expect(seen).toEqual(['locate']);
  });

  it('D8: a row that lost its validator is repaired by digest and length, and has one afterwards', async () => {
    const { repair, kept } = scene(() => Promise.resolve(fetched), { row: { ...row, etag: null } });
    expect(await repair.repair(lectureId)).toEqual(fetched);
    expect(kept.row?.etag).toBe('"v1"');
  });

  it('D8: an address that ran out is asked for once more, not for ever', async () => {
    const { repair, seen } = scene(() => Promise.resolve(fail('not-allowed')));
    expect(await repair.repair(lectureId)).toEqual(fail('not-allowed'));
    expect(seen).toEqual(['locate', 'repair', 'locate', 'repair']);
  });

  it.each([null, { ...row, state: 'paused' as const }])('D8: what is not whole here is not touched', async (other) => {
    const { repair, seen } = scene(() => Promise.resolve(fetched), { row: other });
    expect(await repair.repair(lectureId)).toEqual(fail('not-downloaded'));
    expect(await repair.verify(lectureId)).toEqual(fail('not-downloaded'));
    expect(seen).toEqual([]);
  });

  it('D8: a repair calls off the check that runs; stopping calls off everything and waits for it', async () => {
    const { repair } = scene((_file, _onProgress, signal) => untilCalledOff(signal));
    const check = repair.verify(lectureId);
    const mending = repair.repair(lectureId);
    expect(await check).toEqual(fail('cancelled'));
    await new Promise<void>((next) => {
      setImmediate(next);
    });
    await repair.stop();
    expect(await mending).toEqual(fail('cancelled'));
  });

  it('D8: stopped in the very moment it was asked for, a check does not begin', async () => {
    const { repair } = scene(() => Promise.resolve(fetched));
    const check = repair.verify(lectureId);
    const mending = repair.repair(lectureId);
    await repair.stop(lectureId);
    expect([await check, await mending]).toEqual([fail('cancelled'), fail('cancelled')]);
  });

  it('D8: the share goes from reading to fetching and never back', async () => {
    const { repair, shares } = scene((_file, onProgress) => {
      onProgress({ receivedBytes: 500, phase: 'verifying' });
      onProgress({ receivedBytes: 1000, phase: 'downloading' });
      return Promise.resolve(fetched);
    });
    await repair.repair(lectureId);
    expect(shares[0]).toBe(0.25);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });
});
