import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { onTestFinished } from 'vitest';
import { dataKinds } from '../../contract/domain/data-kinds.ts';
import { type ExportWords, notIncludedReasons } from '../../contract/domain/export.ts';

/** Words of the readable page, as the window hands them in. */
export const sampleExportWords: ExportWords = {
  language: 'en',
  fileName: 'LECTOROOM my data',
  title: 'Your data',
  lead: 'Everything that is held about you.',
  madeAt: 'Made at',
  account: 'Account',
  files: 'Files',
  filesLead: 'The same as data.',
  onThisComputer: 'On this computer',
  atTheService: 'At the service',
  serviceMissing: 'The service could not be reached.',
  records: 'Records: {count}.',
  shownFirst: 'The newest {count} are shown.',
  notIncluded: 'What is not in it',
  what: 'What',
  why: 'Why',
  kinds: Object.fromEntries(Object.keys(dataKinds).map((name) => [name, `Kind ${name}`])),
  reasons: Object.fromEntries(notIncludedReasons.map((name) => [name, `Because ${name}`])) as ExportWords['reasons'],
  things: { lectures: 'Lectures', keys: 'Keys', others: 'Others', logs: 'Logs', licences: 'Licences' },
};

/** An empty folder that is gone after the test. */
export function exportFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectoroom-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file in a ZIP as text, by its name. */
export async function unpacked(path: string, password?: string): Promise<ReadonlyMap<string, string>> {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(readFileSync(path))));
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const bytes = await entry.getData(new Uint8ArrayWriter(), password === undefined ? {} : { password });
    files.set(entry.filename, Buffer.from(bytes).toString('utf8'));
  }
  await reader.close();
  return files;
}

/** SHA-256 of a text as UTF-8, in hex. */
export function digestOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
