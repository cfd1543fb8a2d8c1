import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLectureFiles } from '../../main/adapters/files/lecture-files.ts';
import { createLibrary } from '../../main/adapters/library/create-library.ts';
import {
  applyCatalogue,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  wholeCatalogue,
} from '../../main/adapters/library/testing/sample-data.ts';
import { systemClock } from '../../main/adapters/system-clock.ts';
import type { MediaHandler } from '../../main/electron/media-handler.ts';
import { createMediaSources } from '../../main/features/playback/media-source.ts';
import { createServeMedia } from '../../main/features/playback/serve-media.ts';
import type { AppErrorCode, Result } from '../../contract/result.ts';
import { done, fail, ok } from '../../contract/result.ts';
import type { LectureFiles, Log, MediaReader } from '../../main/ports.ts';
import { createCountedFiles, type FileCounts } from './counted-files.ts';
import type { Shelf } from './sample-videos.ts';

/** What the app's own handler has open and has read. */
export interface OurCounts extends FileCounts {
  /** Readers given to answers and not let go of. */
  readonly openReaders: number;
  readonly faults: number;
}

/** The app's own `lecture://` handler on lectures of the shelf. */
export interface OurMedia {
  readonly serve: MediaHandler;
  counts(): OurCounts;
}

const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  defect: (event, error) => console.error(event, error),
};

/**
 * Puts together what answers `lecture://` in the app: the library in its worker, which is asked for each request, the encrypted files and
 * the ranges. Licences are not asked: after the first look the app has them in memory.
 */
export async function createOurMedia(deps: {
  readonly shelf: Shelf;
  readonly lectureIds: readonly string[];
  readonly workersFolder: string;
  readonly userDataFolder: string;
}): Promise<OurMedia> {
  const { shelf, userDataFolder } = deps;
  const workerPath = join(deps.workersFolder, 'library-worker.cjs');
  const { library } = createLibrary({ workerPath, userDataFolder, log: silent });
  await must(library.open(shelf.accountId, new Uint8Array(randomBytes(32))));
  const lectures = deps.lectureIds.map((id) => sampleLecture(id));
  await must(applyCatalogue(library, wholeCatalogue(sampleCourse('c', lectures)), null));
  for (const id of deps.lectureIds) await must(library.downloads.put(sampleDownload(id)));

  const counted = createCountedFiles();
  const here = { current: { folder: shelf.downloadFolder, marker: null }, other: null };
  const files = createLectureFiles({ folders: () => here, openFile: counted.openFile });
  const openReaders = new Set<MediaReader>();
  let faults = 0;
  const watched: LectureFiles = {
    ...files,
    async open(...asked) {
      const reader = await files.open(...asked);
      if (!reader.ok) return reader;
      openReaders.add(reader.value);
      return ok({
        ...reader.value,
        close: () => {
          openReaders.delete(reader.value);
          return reader.value.close();
        },
      });
    },
  };
  const onFault = (_id: unknown, code: AppErrorCode): void => {
    faults += 1;
    console.error('fault', code);
  };
  const keys = { dataKey: new Uint8Array(32), libraryKey: new Uint8Array(32), mediaKey: shelf.mediaKey };
  const nowhere = <T>(): Promise<Result<T>> => Promise.resolve(fail('service-unreachable'));
  const sources = createMediaSources({
    library,
    files: watched,
    service: { streamAsset: nowhere },
    clock: systemClock,
    opened: () => ok({ id: shelf.accountId, keys }),
    locate: nowhere,
    mayPlay: () => Promise.resolve(done),
    onFault,
  });
  return {
    serve: createServeMedia({ openMedia: sources.open, smallFile: nowhere, onFault }),
    counts: () => ({ ...counted.counts(), openReaders: openReaders.size, faults }),
  };
}

async function must(answer: Promise<Result<unknown>>): Promise<void> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.code);
}
