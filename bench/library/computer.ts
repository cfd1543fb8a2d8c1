import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalAccountId } from '../../contract/domain/ids.ts';
import { createFileKeyring } from '../../main/adapters/keyring/file-keyring.ts';
import { openLibrary } from '../../main/adapters/library/worker/account/open-library.ts';
import { fillLibrary } from '../../scripts/big-library/fill-library.ts';
import type { LibrarySize } from '../../scripts/big-library/size.ts';
import { launchApp } from '../../tests/support/launch-app.ts';
import type { TestComputer } from '../../tests/support/launch-app.ts';
import { createPerson, sample } from '../../tests/support/person.ts';
import { runService } from '../../tests/support/run-service.ts';
import { wordsOf } from '../../tests/support/words.ts';

/** Counts up whenever the generator makes other bytes: what lies in the cache is then of no use. */
const generatorVersion = 1;

/** A computer on which somebody is remembered, with a made-up library. */
export interface BigComputer {
  readonly computer: TestComputer;
  readonly accountId: LocalAccountId;
  readonly libraryKey: Uint8Array;
  readonly libraryFile: string;
  /** A service that answers nothing: the app must be offline, for the sample service would withdraw the whole catalogue. */
  readonly silentServiceUrl: string;
}

/** Takes it from the cache, or makes it, which takes minutes; the sample person is signed in and remembered in either case. */
export async function bigComputer(cacheFolder: string, size: LibrarySize): Promise<BigComputer> {
  const name = [generatorVersion, ...Object.values<number>({ ...size })].join('-');
  const folder = join(cacheFolder, `library-${name}`);
  await mkdir(folder, { recursive: true });
  const computer: TestComputer = {
    userDataFolder: join(folder, 'user-data'),
    downloadFolder: join(folder, 'downloads'),
    serviceDataFolder: join(folder, 'service-data'),
    remove: () => Promise.resolve(),
  };
  const accountsFolder = join(computer.userDataFolder, 'accounts');
  const filled = join(folder, 'filled');
  const kept = join(folder, 'library.db');
  const before = await accountIn(accountsFolder);
  if (before !== null && existsSync(filled) && !existsSync(kept))
    await move(join(accountsFolder, before, 'library.db'), kept);
  else if (before !== null) await removeFile(join(accountsFolder, before, 'library.db'));
  await signIn(computer);
  const accountId = await accountIn(accountsFolder);
  if (accountId === null) throw new Error('nobody is signed in');
  const opened = await createFileKeyring({ accountsFolder }).openWithPassword(accountId, sample.password);
  if (!opened.ok) throw new Error(opened.error.code);
  const { libraryKey } = opened.value.keys;
  const libraryFile = join(accountsFolder, accountId, 'library.db');
  await removeFile(libraryFile);
  if (existsSync(filled)) await move(kept, libraryFile);
  else {
    const open = openLibrary(computer.userDataFolder, accountId, libraryKey);
    fillLibrary(open, size, (words) => process.stderr.write(`${words}\n`));
    open.database.close();
    await writeFile(filled, '');
  }
  return { computer, accountId, libraryKey, libraryFile, silentServiceUrl: 'http://127.0.0.1:9' };
}

const suffixes = ['', '-wal', '-shm'];

/** With what an app that was killed left beside it. */
async function move(from: string, to: string): Promise<void> {
  for (const suffix of suffixes) if (existsSync(from + suffix)) await rename(from + suffix, to + suffix);
}

async function removeFile(file: string): Promise<void> {
  for (const suffix of suffixes) await rm(file + suffix, { force: true });
}

async function accountIn(accountsFolder: string): Promise<LocalAccountId | null> {
  const names = await readdir(accountsFolder).catch(() => []);
  const name = names.find((each) => LocalAccountId.safeParse(each).success);
  return name === undefined ? null : LocalAccountId.parse(name);
}

async function signIn(computer: TestComputer): Promise<void> {
  const words = wordsOf('en');
  const service = await runService({ dataFolder: computer.serviceDataFolder });
  try {
    const app = await launchApp({ computer, serviceUrl: service.origin });
    const person = createPerson(app.page, words);
    const withEmail = app.page.getByRole('button', { name: words.text('profiles.withEmail'), exact: true });
    const email = app.page.getByRole('textbox', { name: words.text('signIn.email') });
    await withEmail.or(email).first().waitFor();
    // Who was remembered by a run before is known, and locked: its credential store is gone.
    if (await withEmail.isVisible()) await withEmail.click();
    await person.signInTyping(sample.email, sample.password, true);
    await app.page.getByRole('link', { name: words.text('frame.courses'), exact: true }).waitFor({ timeout: 60_000 });
    await app.quit();
  } finally {
    await service.stop();
  }
}
