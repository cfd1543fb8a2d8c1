import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyCatalogue,
  accountId,
  assetId,
  codeOf,
  courseId,
  lectureId,
  sampleCourse,
  sampleDownload,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { filesUnder, openLibrary } from './testing/test-bench.ts';

const canaries = ['CanaryTitle', 'Канарейка', 'canary-lecture', 'canary-etag', 'CanaryCaption', 'SQLite format 3'];

async function libraryOfCanaries() {
  const opened = await openLibrary();
  const { library } = opened;
  const lecture = sampleLecture('canary-lecture', { title: 'CanaryTitle one', summary: 'Канарейка' });
  const course = sampleCourse('c', [lecture], { title: 'CanaryTitle course' });
  await valueOf(applyCatalogue(library, wholeCatalogue(course), '"canary-etag"'));
  await valueOf(
    library.progress.save(lectureId('canary-lecture'), { positionMs: 1, completed: false, watchedAtMs: 2 }),
  );
  await valueOf(library.downloads.put(sampleDownload('canary-lecture')));
  const bytes = Buffer.from('CanaryCaption '.repeat(2000));
  await valueOf(library.content.put(assetId('canary-lecture.en'), { mediaType: 'text/vtt', bytes }));
  return opened;
}

/** Names of files with a canary or key in them. */
function leaksUnder(folder: string, libraryKey: Uint8Array): readonly string[] {
  const key = Buffer.from(libraryKey);
  const needles: readonly (string | Buffer)[] = [...canaries, key, key.toString('hex'), key.toString('base64')];
  return [...filesUnder(folder)].flatMap(([name, bytes]) =>
    needles.flatMap((needle, index) => (bytes.includes(needle) ? [`needle ${index} in ${name}`] : [])),
  );
}

describe('the library at rest', () => {
  it('D4 A6: no title, progress, caption or key can be read from any file, neither open (WAL) nor closed', async () => {
    const { library, userDataFolder, libraryKey, file } = await libraryOfCanaries();
    const wal = filesUnder(userDataFolder).get(join('accounts', 'a'.repeat(32), 'library.db-wal'));
    expect(wal?.byteLength).toBeGreaterThan(30_000);
    expect(leaksUnder(userDataFolder, libraryKey)).toEqual([]);
    await valueOf(library.close());
    expect([...filesUnder(dirname(file)).keys()]).toEqual(['library.db']);
    expect(leaksUnder(userDataFolder, libraryKey)).toEqual([]);
  });

  it('the same search finds the canaries in a file that is not encrypted', async () => {
    const { computer, userDataFolder, libraryKey } = await openLibrary();
    await valueOf(computer.deviceId());
    expect(leaksUnder(userDataFolder, libraryKey)).toContain('needle 5 in computer.db');
  });

  it('D4: another key opens nothing, says so, and harms nothing', async () => {
    const { library, libraryKey, log, userDataFolder } = await libraryOfCanaries();
    await valueOf(library.close());
    const before = filesUnder(userDataFolder);
    const otherKey = new Uint8Array(randomBytes(32));
    expect(await codeOf(library.open(accountId('a'), otherKey))).toBe('library-key-wrong');
    expect(await codeOf(library.catalogue.heads())).toBe('signed-out');
    expect(filesUnder(userDataFolder)).toEqual(before);
    await valueOf(library.open(accountId('a'), libraryKey));
    expect(await valueOf(library.catalogue.course(courseId('c')))).not.toBeNull();
    expect(log.lines).toEqual([]);
  });

  it('leaves the caller its key, and no key in a log when a call goes wrong inside', async () => {
    const { library, log } = await openLibrary();
    const key = new Uint8Array(randomBytes(32));
    const kept = key.slice();
    await valueOf(library.open(accountId('b'), key));
    expect(key).toEqual(kept);
    expect(await codeOf(library.open(accountId('b'), key.subarray(0, 31)))).toBe('unexpected');
    const line = { event: 'library.call.library.open', error: 'RangeError: in the library worker' };
    expect(log.lines).toEqual([JSON.stringify(line)]);
  });

  it('A6: each account has a library of its own under its own key', async () => {
    const { library, libraryKey } = await libraryOfCanaries();
    const otherKey = new Uint8Array(randomBytes(32));
    await valueOf(library.open(accountId('b'), otherKey));
    expect(await valueOf(library.catalogue.heads())).toEqual([]);
    expect(await codeOf(library.open(accountId('b'), libraryKey))).toBe('library-key-wrong');
    await valueOf(library.open(accountId('a'), libraryKey));
    expect(await valueOf(library.catalogue.heads())).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('is for this user alone: folders 0700, files 0600', async () => {
    const { computer, userDataFolder } = await libraryOfCanaries();
    await valueOf(computer.deviceId());
    const folders = ['accounts', join('accounts', 'a'.repeat(32))];
    const files = [...filesUnder(userDataFolder).keys()];
    const modesOf = (names: readonly string[]) =>
      new Set(names.map((name) => (statSync(join(userDataFolder, name)).mode & 0o777).toString(8)));
    expect(files).toHaveLength(6);
    expect(modesOf(files)).toEqual(new Set(['600']));
    expect(modesOf(folders)).toEqual(new Set(['700']));
  });
});
