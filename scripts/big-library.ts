/**
 * `npm run big-library -- [--courses 200] [--lectures 50] [--cues 25] [--sittings 100000] [--days 1095] [--seed 6]` and one of
 * `--catalogue FILE` (the whole catalogue as the service answers it, JSON), `--delta FILE` (one course in a hundred changed), or
 * `--computer FOLDER` (fills the library of the sample person in the user data of an app that is stopped and has signed them in). Same words, same bytes.
 */
import { createWriteStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { LocalAccountId } from '../contract/domain/ids.ts';
import { createFileKeyring } from '../main/adapters/keyring/file-keyring.ts';
import { openLibrary } from '../main/adapters/library/worker/account/open-library.ts';
import { sampleAccounts } from '../service/sample-accounts.ts';
import { catalogueText, changedDelta, makeCatalogue } from './big-library/catalogue.ts';
import { fillLibrary } from './big-library/fill-library.ts';
import { wholeSize } from './big-library/size.ts';
import type { LibrarySize } from './big-library/size.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    seed: text,
    courses: text,
    lectures: text,
    cues: text,
    sittings: text,
    days: text,
    catalogue: text,
    delta: text,
    computer: text,
  },
});

function countOf(name: 'seed' | 'courses' | 'lectures' | 'cues' | 'sittings' | 'days', usual: number): number {
  const given = values[name];
  const count = given === undefined ? usual : Number(given);
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`--${name} is a whole number`);
  return count;
}

const size: LibrarySize = {
  seed: countOf('seed', wholeSize.seed),
  courseCount: countOf('courses', wholeSize.courseCount),
  lecturesPerCourse: countOf('lectures', wholeSize.lecturesPerCourse),
  cuesPerTrack: countOf('cues', wholeSize.cuesPerTrack),
  sittingCount: countOf('sittings', wholeSize.sittingCount),
  dayCount: countOf('days', wholeSize.dayCount),
};

async function fillComputer(userDataFolder: string): Promise<void> {
  const accountsFolder = join(userDataFolder, 'accounts');
  const name = (await readdir(accountsFolder)).find((each) => LocalAccountId.safeParse(each).success);
  const accountId = LocalAccountId.parse(name);
  const opened = await createFileKeyring({ accountsFolder }).openWithPassword(
    accountId,
    sampleAccounts[0]?.password ?? '',
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const open = openLibrary(userDataFolder, accountId, opened.value.keys.libraryKey);
  try {
    fillLibrary(open, size, (words) => process.stderr.write(`${words}\n`));
  } finally {
    open.database.close();
  }
}

if (values.catalogue !== undefined)
  await pipeline(Readable.from(catalogueText(makeCatalogue(size))), createWriteStream(values.catalogue));
if (values.delta !== undefined) await writeFile(values.delta, JSON.stringify(changedDelta(makeCatalogue(size), 100)));
if (values.computer !== undefined) await fillComputer(values.computer);
