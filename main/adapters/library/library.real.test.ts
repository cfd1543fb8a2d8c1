import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLibrary, createLibraryOn } from './create-library.ts';
import { threadStarter, type StartWorker, type WorkerLink } from './start-worker.ts';
import {
  applyCatalogue,
  accountId,
  assetId,
  codeOf,
  courseId,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { libraryFile, rememberingLog, temporaryFolder } from './testing/test-bench.ts';

const workerPath = fileURLToPath(new URL('worker/library-worker.ts', import.meta.url));
const course = sampleCourse('c', [sampleLecture('l1'), sampleLecture('l2')]);

/** Real threads; `kill` ends the one that runs, as a crash would. */
function startOnThreads() {
  const userDataFolder = temporaryFolder();
  const links: WorkerLink[] = [];
  const startThread = threadStarter(workerPath, { userDataFolder });
  const start: StartWorker = (events) => {
    const link = startThread(events);
    links.push(link);
    return link;
  };
  const log = rememberingLog();
  const stores = createLibraryOn(start, log);
  onTestFinished(() => stores.stop());
  return { ...stores, log, links, userDataFolder, kill: () => links.at(-1)?.end() };
}

describe('the library in its worker thread', () => {
  it('B1 C2: keeps catalogue, progress and files over a stop and a new start', async () => {
    const userDataFolder = temporaryFolder();
    const libraryKey = new Uint8Array(randomBytes(32));
    const content = { mediaType: 'text/vtt', bytes: new Uint8Array(randomBytes(300_000)) };
    const first = createLibrary({ workerPath, userDataFolder, log: rememberingLog() });
    await valueOf(first.library.open(accountId('a'), libraryKey));
    await valueOf(applyCatalogue(first.library, wholeCatalogue(course), '"e"'));
    await valueOf(first.library.content.put(assetId('l1.en'), content));
    const progress = { positionMs: 77, completed: true, watchedAtMs: 5 };
    const saved = first.library.progress.save(lectureId('l1'), progress);
    await first.stop();
    expect((await saved).ok).toBe(true);

    const second = createLibrary({ workerPath, userDataFolder, log: rememberingLog() });
    await valueOf(second.library.open(accountId('a'), libraryKey));
    expect((await valueOf(second.library.catalogue.course(courseId('c'))))?.course).toEqual(course);
    expect(await valueOf(second.library.progress.ofCourse(courseId('c')))).toEqual(new Map([['l1', progress]]));
    expect(await valueOf(second.library.content.get(assetId('l1.en')))).toEqual(content);
    await second.stop();
  });

  it('goes on after the thread was killed: reads are answered, nothing answered is lost, one log line a crash', async () => {
    const { library, log, links, kill } = startOnThreads();
    await valueOf(library.open(accountId('a'), new Uint8Array(randomBytes(32))));
    await valueOf(applyCatalogue(library, wholeCatalogue(course), null));
    const progress = { positionMs: 5, completed: false, watchedAtMs: 5 };
    await valueOf(library.progress.save(lectureId('l1'), progress));
    const [found] = await Promise.all([library.catalogue.course(courseId('c')), kill()]);
    expect(found.ok && found.value?.course).toEqual(course);
    await kill();
    expect(await valueOf(library.progress.ofLecture(lectureId('l1')))).toEqual(progress);
    expect(links).toHaveLength(3);
    const line = JSON.stringify({ event: 'library.worker-ended', error: 'Error: the worker ended' });
    expect(log.lines).toEqual([line, line]);
  });

  it('a worker that cannot start fails its calls and does not hang', async () => {
    const userDataFolder = temporaryFolder();
    const log = rememberingLog();
    const stores = createLibrary({ workerPath: `${workerPath}.missing.cjs`, userDataFolder, log });
    expect(await codeOf(stores.computer.readSettings())).toBe('disk-failed');
    expect(await codeOf(stores.library.open(accountId('a'), new Uint8Array(32)))).toBe('disk-failed');
    await stores.stop();
  });

  it('says so when it may not write', async () => {
    const { library, userDataFolder } = startOnThreads();
    const libraryKey = new Uint8Array(randomBytes(32));
    await valueOf(library.open(accountId('a'), libraryKey));
    await valueOf(library.close());
    chmodSync(libraryFile(userDataFolder), 0o400);
    // Root may write everywhere but in the kernel's own folders.
    const isRoot = process.getuid?.() === 0;
    const forbidden = isRoot
      ? createLibrary({ workerPath, userDataFolder: '/sys/kernel', log: rememberingLog() })
      : null;
    expect(await codeOf((forbidden?.library ?? library).open(accountId('a'), libraryKey))).toBe('folder-read-only');
    await forbidden?.stop();
  });
});
