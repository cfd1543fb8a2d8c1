import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log } from '../../../ports.ts';
import { createLibraryOn } from '../create-library.ts';
import { inProcessStarter } from './in-process.ts';
import { accountId, valueOf } from './sample-data.ts';

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectoroom-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A log that keeps its lines as JSON, messages of defects included, so that a test can look for secrets in it. */
export function rememberingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    info: (event, fields) => lines.push(JSON.stringify({ event, fields })),
    warn: (event, fields) => lines.push(JSON.stringify({ event, fields })),
    defect: (event, error) => lines.push(JSON.stringify({ event, error: String(error) })),
  };
}

/** The stores over real files in this thread, nothing open yet. */
export function startLibrary(userDataFolder = temporaryFolder()) {
  const log = rememberingLog();
  const stores = createLibraryOn(inProcessStarter(userDataFolder), log);
  onTestFinished(() => stores.stop());
  return { ...stores, log, userDataFolder };
}

/** The same with the library of one account open. */
export async function openLibrary() {
  const started = startLibrary();
  const libraryKey = new Uint8Array(randomBytes(32));
  await valueOf(started.library.open(accountId('a'), libraryKey));
  return { ...started, libraryKey, file: libraryFile(started.userDataFolder) };
}

/** Where the library of `accountId('a')` is. */
export function libraryFile(userDataFolder: string): string {
  return join(userDataFolder, 'accounts', 'a'.repeat(32), 'library.db');
}

/** Every file under a folder with its bytes. */
export function filesUnder(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.toSorted().map((name) => [name, readFileSync(join(folder, name))]));
}
