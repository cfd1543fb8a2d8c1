import Database from 'better-sqlite3';
import { assert as assertProperty, asyncProperty, nat } from 'fast-check';
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../contract/result.ts';
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
import { filesUnder, libraryFile, openLibrary, startLibrary, temporaryFolder } from './testing/test-bench.ts';
import { giveKey } from './worker/cipher.ts';

const course = sampleCourse('c', [sampleLecture('l1'), sampleLecture('l2')]);
const content = { mediaType: 'text/vtt', bytes: new Uint8Array(40_000).fill(7) };

async function filledLibrary() {
  const opened = await openLibrary();
  await valueOf(applyCatalogue(opened.library, wholeCatalogue(course), null));
  await valueOf(opened.library.content.put(assetId('l1.en'), content));
  return opened;
}

async function closedLibrary() {
  const opened = await filledLibrary();
  await valueOf(opened.library.close());
  return { ...opened, open: () => codeOf(opened.library.open(accountId('a'), opened.libraryKey)) };
}

/** Every file but the one that SQLite makes anew from the others. */
const lastingFiles = (folder: string) => new Map([...filesUnder(folder)].filter(([name]) => !name.endsWith('-shm')));

const damages: Readonly<Record<string, (file: string) => void>> = {
  'an empty file': (file) => truncateSync(file, 0),
  'ten bytes': (file) => truncateSync(file, 10),
  'half a file': (file) => truncateSync(file, readFileSync(file).byteLength / 2),
  'a file cut inside a page': (file) => truncateSync(file, 4096 + 100),
  'noise of the same length': (file) => writeFileSync(file, new Uint8Array(readFileSync(file).byteLength).fill(0x5a)),
  'a first page overwritten after its first bytes': (file) => overwrite(file, 24, 4096),
  'one changed bit in the first page': (file) => overwrite(file, 2000, 2001),
  'an SQLite file in clear': (file) => {
    rmSync(file);
    const plain = new Database(file);
    plain.exec('CREATE TABLE courses (id)');
    plain.close();
  },
};

function overwrite(file: string, start: number, end: number): void {
  const bytes = readFileSync(file);
  for (let index = start; index < end; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const refusals = [fail('library-damaged'), fail('library-key-wrong'), fail('signed-out')];

describe('a damaged library', () => {
  for (const [name, damage] of Object.entries(damages)) {
    it(`is refused and left as it is: ${name}`, async () => {
      const { open, file, userDataFolder } = await closedLibrary();
      const sound = readFileSync(file);
      damage(file);
      const before = lastingFiles(userDataFolder);
      expect(await open()).toBe('library-damaged');
      expect(lastingFiles(userDataFolder)).toEqual(before);
      writeFileSync(file, sound);
      expect(await open()).toBe('ok');
    });
  }

  it('says so at the call that meets the damage and goes on with what is sound', async () => {
    const { library, file, open } = await closedLibrary();
    const pageCount = readFileSync(file).byteLength / 4096;
    overwrite(file, (pageCount - 1) * 4096, pageCount * 4096);
    expect(await open()).toBe('ok');
    expect(await codeOf(library.content.get(assetId('l1.en')))).toBe('library-damaged');
    expect((await valueOf(library.catalogue.course(courseId('c'))))?.course).toEqual(course);
  });

  it('D4: whichever bit of the file is flipped, what is read is right or refused', async () => {
    const { library, libraryKey, file } = await closedLibrary();
    const sound = readFileSync(file);
    const reads = [
      () => library.catalogue.course(courseId('c')),
      () => library.content.get(assetId('l1.en')),
      () => library.catalogue.asset(assetId('l2.720p')),
      () => library.progress.ofLecture(lectureId('l1')),
    ];
    const answersOf = async () => {
      const opened = await library.open(accountId('a'), libraryKey);
      const answers = [opened, ...(await Promise.all(reads.map((read) => read())))];
      await library.close();
      return answers;
    };
    const right = await answersOf();
    const anyBit = nat({ max: sound.byteLength * 8 - 1 });
    await assertProperty(
      asyncProperty(anyBit, async (bit) => {
        const bytes = Buffer.from(sound);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        writeFileSync(file, bytes);
        for (const [index, answer] of (await answersOf()).entries()) {
          expect([right[index], ...refusals]).toContainEqual(answer);
        }
      }),
      { numRuns: 60, examples: [[0], [130], [200]] },
    );
  });

  it('the WAL of another library beside it is refused before it can do harm', async () => {
    const stranger = await filledLibrary();
    const { open, file, userDataFolder } = await closedLibrary();
    writeFileSync(`${file}-wal`, readFileSync(`${stranger.file}-wal`));
    const before = lastingFiles(userDataFolder);
    expect(await open()).toBe('library-damaged');
    expect(lastingFiles(userDataFolder)).toEqual(before);
    rmSync(`${file}-wal`);
    expect(await open()).toBe('ok');
  });

  it('a WAL whose library is missing is not taken for a new beginning', async () => {
    const { file } = await filledLibrary();
    const userDataFolder = temporaryFolder();
    const { library } = startLibrary(userDataFolder);
    mkdirSync(dirname(libraryFile(userDataFolder)), { recursive: true });
    cpSync(`${file}-wal`, `${libraryFile(userDataFolder)}-wal`);
    expect(await codeOf(library.open(accountId('a'), new Uint8Array(32)))).toBe('library-damaged');
    expect([...filesUnder(userDataFolder).keys()]).toEqual([join('accounts', 'a'.repeat(32), 'library.db-wal')]);
  });

  it('a folder in its place is a failure of the disk', async () => {
    const { library, userDataFolder } = startLibrary();
    mkdirSync(libraryFile(userDataFolder), { recursive: true });
    expect(await codeOf(library.open(accountId('a'), new Uint8Array(32)))).toBe('disk-failed');
  });
});

describe('a library that was not closed', () => {
  it('C2 D3: has everything that was answered, when the app ended without a goodbye', async () => {
    const { library, userDataFolder, libraryKey } = await filledLibrary();
    const progress = { positionMs: 4321, completed: false, watchedAtMs: 9 };
    await valueOf(library.progress.save(lectureId('l2'), progress));
    const afterCrash = temporaryFolder();
    cpSync(userDataFolder, afterCrash, { recursive: true });
    const again = startLibrary(afterCrash);
    await valueOf(again.library.open(accountId('a'), libraryKey));
    expect(await valueOf(again.library.progress.ofLecture(lectureId('l2')))).toEqual(progress);
    expect(await valueOf(again.library.content.get(assetId('l1.en')))).toEqual(content);
  });

  it('is looked through to its end: a damaged page nobody asked for yet is found at opening', async () => {
    const { library, userDataFolder, libraryKey, open } = await closedLibrary();
    expect(await open()).toBe('ok');
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 1, completed: false, watchedAtMs: 1 }));
    const afterCrash = temporaryFolder();
    cpSync(userDataFolder, afterCrash, { recursive: true });
    const file = libraryFile(afterCrash);
    const sizeBytes = readFileSync(file).byteLength;
    overwrite(file, sizeBytes - 4096, sizeBytes);
    const again = startLibrary(afterCrash);
    expect(await codeOf(again.library.open(accountId('a'), libraryKey))).toBe('library-damaged');
  });

  it('an unfinished beginning is begun again', async () => {
    const { library, userDataFolder } = startLibrary();
    const file = libraryFile(userDataFolder);
    mkdirSync(dirname(file), { recursive: true });
    for (const suffix of ['', '-wal', '-journal']) writeFileSync(`${file}.new${suffix}`, 'half');
    await valueOf(library.open(accountId('a'), new Uint8Array(32)));
    await valueOf(library.close());
    expect([...filesUnder(dirname(file)).keys()]).toEqual(['library.db']);
  });
});

describe('a library of a newer app', () => {
  it('is refused with its data untouched', async () => {
    const { open, file, libraryKey, userDataFolder } = await closedLibrary();
    const newer = new Database(file);
    giveKey(newer, libraryKey);
    newer.pragma('user_version = 999');
    newer.close();
    const before = lastingFiles(userDataFolder);
    expect(await open()).toBe('library-newer');
    expect(lastingFiles(userDataFolder)).toEqual(before);
  });
});
