import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { importBounds } from '../../contract/domain/import.ts';
import { PersonalData } from '../../contract/api/personal-data.ts';
import { fail, ok } from '../../contract/result.ts';
import { createChooseArchive, createPickArchive } from '../../main/adapters/export/archive-files.ts';
import { fillWithCanaries } from '../../main/adapters/library/testing/canaries.ts';
import { accountId, valueOf } from '../../main/adapters/library/testing/sample-data.ts';
import { openLibrary } from '../../main/adapters/library/testing/test-bench.ts';
import { giveKey } from '../../main/adapters/library/worker/cipher.ts';
import { createExporting } from '../../main/features/export/export.ts';
import { digestOf, exportFolder, sampleExportWords, unpacked } from '../support/export-scene.ts';
import { testWorker } from '../support/test-workers.ts';

const at = '2026-03-04T05:06:07Z';
/** A word of its own in every field that the service has. */
const atService = PersonalData.parse({
  account: {
    id: 'canary-service-id',
    name: 'canary-account-name',
    email: 'canary@example.com',
    birthDate: '1971-01-02',
    guardianConfirmed: false,
    region: 'DE',
    acceptedTerms: { version: 'canary-terms', acceptedAt: at },
  },
  profile: {
    name: 'canary-profile-name',
    birthDate: '1972-02-03',
    phone: '+49 30 7654321',
    address: { street: 'canary-street', city: 'canary-city', postalCode: 'canary-postal' },
    socialLinks: ['https://canary.example/me'],
  },
  paymentMethod: { brand: 'canary-brand', lastFour: '7531' },
  marketing: { newsletter: true, offers: false },
  processing: { restricted: false, objectsToMarketing: true, objectsToProfiling: false },
  sessions: [{ name: 'canary-computer', platform: 'linux', lastSeenAt: '2026-01-01T01:01:01Z' }],
  activity: { historyEvents: 4711, firstAt: '2025-01-01T01:01:01Z', lastAt: '2025-02-02T02:02:02Z' },
  ratings: [{ subject: 'canary-subject', stars: 4, changedAt: '2025-03-03T03:03:03Z' }],
  supportContacts: [{ at: '2025-04-04T04:04:04Z', reason: 'canary-reason', text: 'canary, "text"' }],
  billing: [{ at: '2025-05-05', description: 'canary-bill', amount: '12.34 EUR' }],
  consents: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      policyVersion: 'canary-policy',
      action: 'choose',
      functional: true,
      advertisement: false,
      decidedAt: '2025-06-06T06:06:06Z',
    },
  ],
  requests: [
    {
      id: '00000000-0000-4000-8000-000000000002',
      kind: 'access',
      text: 'canary-request',
      askedAt: '2025-07-07T07:07:07Z',
      state: 'received',
      receivedAt: '2025-08-08T08:08:08Z',
      dueAt: '2025-09-09T09:09:09Z',
      history: [{ at: '2025-08-08T08:08:09Z', state: 'received', note: 'canary-note' }],
    },
  ],
});

function leavesOf(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap((each) => leavesOf(each));
}

async function scene(service: 'reached' | 'silent' = 'reached') {
  const bench = await openLibrary();
  await valueOf(bench.computer.readSettings());
  await valueOf(bench.library.close());
  const library = new Database(bench.file);
  giveKey(library, bench.libraryKey);
  fillWithCanaries(library);
  library.exec('DELETE FROM search_queue');
  library.close();
  await valueOf(bench.library.open(accountId('a'), bench.libraryKey));
  const folder = exportFolder();
  const path = join(folder, 'mine.zip');
  const workerPath = testWorker('archive-worker');
  const exporting = createExporting({
    store: bench.exportStore,
    clock: { nowMs: () => Date.parse('2026-11-23T10:00:00Z') },
    choose: createChooseArchive({
      workerPath,
      chooseFile: () => Promise.resolve(path),
      pickFile: () => Promise.resolve(null),
    }),
    owner: () => Promise.resolve(ok({ id: null, email: 'anna@example.com', name: 'Anna', localId: accountId('a') })),
    personalData: () => Promise.resolve(service === 'reached' ? ok(atService) : fail('service-unreachable')),
    appVersion: '1.2.3',
    onProgress: () => undefined,
    safeFileName: (words) => words,
  });
  const pick = createPickArchive({
    workerPath,
    chooseFile: () => Promise.resolve(null),
    pickFile: () => Promise.resolve(path),
  });
  return { ...bench, folder, path, exporting, pick };
}

test('G2: the ZIP holds JSON that its schema allows, a CSV for each table, a readable page and true digests; every field of the service; no key', async () => {
  const { exporting, path, libraryKey, folder } = await scene();
  const written = await valueOf(exporting.run({ passphrase: null, words: sampleExportWords }));
  expect(written).toMatchObject({ service: 'included', encrypted: false, fileName: 'mine.zip' });
  expect(written?.sha256).toBe(digestOf(new Uint8Array(readFileSync(path))));
  expect(written?.sizeBytes).toBe(readFileSync(path).byteLength);
  expect(readdirSync(folder)).toEqual(['mine.zip']);

  const files = await unpacked(path);
  const data = JSON.parse(files.get('data.json') ?? '') as Record<string, unknown>;
  const schema = JSON.parse(files.get('schema.json') ?? '') as object;
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  const check = new Ajv2020({ validateFormats: false, allErrors: true }).compile(schema);
  check(data);
  expect(check.errors).toBeNull();
  // It does refuse what is otherwise.
  expect(check({ ...data, version: 2 })).toBe(false);

  const sums = (files.get('SHA256SUMS') ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split('  '));
  expect(sums.map(([, name]) => name ?? '').toSorted()).toEqual(
    [...files.keys()].filter((name) => name !== 'SHA256SUMS').toSorted(),
  );
  const digests = sums.map(([, name]) => digestOf(files.get(name ?? '') ?? ''));
  expect(sums.map(([digest]) => digest)).toEqual(digests);

  expect(data['service']).toEqual(atService);
  const csv = [...files]
    .filter(([name]) => name.startsWith('csv/service/'))
    .map(([, text]) => text)
    .join('\n');
  for (const leaf of leavesOf(atService)) expect(csv).toContain(leaf.replaceAll('"', '""').replace(/^(?=\+)/u, "'"));
  expect([...files.keys()]).toContain('csv/history/history.csv');
  expect(files.get('csv/history/history.csv')?.split('\r\n').length).toBe(5);

  const whole = [...files.values()].join('\n');
  expect(whole).not.toMatch(/canary\d+oflicence_facts|canary\d+ofcourses/u);
  for (const form of ['hex', 'base64', 'base64url'] as const) {
    expect(whole).not.toContain(Buffer.from(libraryKey).toString(form));
  }
  expect(whole).not.toContain('"licence":');
  const left = JSON.parse(files.get('not-included.json') ?? '') as { reason: string; tables: string[] }[];
  expect(left.flatMap(({ tables }) => tables)).toEqual(
    expect.arrayContaining(['licence_facts', 'licences.licence', 'courses', 'search_documents']),
  );
});

test('G2: the readable page has a language, headings, captions for its tables, and neither script nor anything from elsewhere', async () => {
  const { exporting, path } = await scene();
  await valueOf(exporting.run({ passphrase: null, words: sampleExportWords }));
  const page = (await unpacked(path)).get('index.html') ?? '';
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/u);
  expect(page.match(/<h1>/gu)).toHaveLength(1);
  expect(page.match(/<table>/gu)?.length).toBe(page.match(/<caption>/gu)?.length);
  expect(page.match(/<table>/gu)?.length).toBeGreaterThan(20);
  expect(page.match(/<th scope="col">/gu)?.length).toBe(page.match(/<th[ >]/gu)?.length);
  expect(page).not.toMatch(/<script|<img|<link|src=|href="(?!csv\/|data\.json|schema\.json|not-included\.json)/u);
});

test('G2: with a passphrase nothing can be read without it (AES-256, AE-2), and a wrong one is said to be wrong', async () => {
  const { exporting, path, pick } = await scene();
  await valueOf(exporting.run({ passphrase: 'correct horse battery staple', words: sampleExportWords }));
  const bytes = readFileSync(path);
  expect(bytes.includes('canary')).toBe(false);
  // Extra field 0x9901 of 7 bytes: vendor version 2 (AE-2), "AE", strength 3 (winzip.com/win/en/aes_info.htm).
  expect(bytes.includes(Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3]))).toBe(true);
  expect((await unpacked(path, 'correct horse battery staple')).get('data.json')).toContain('canary');
  const picked = await valueOf(pick());
  expect(picked?.encrypted).toBe(true);
  expect(await picked?.check('another passphrase', () => undefined)).toEqual(fail('passphrase-wrong'));
  expect(await picked?.check(null, () => undefined)).toEqual(fail('passphrase-wrong'));
  expect((await picked?.check('correct horse battery staple', () => undefined))?.ok).toBe(true);
  await picked?.close();
});

test('G2: without the service the export says so, and a stopped one leaves nothing behind', async () => {
  const { exporting, path, folder } = await scene('silent');
  const written = await valueOf(exporting.run({ passphrase: null, words: sampleExportWords }));
  expect(written?.service).toBe('not-reached');
  const files = await unpacked(path);
  expect(JSON.parse(files.get('data.json') ?? '')).toMatchObject({
    service: null,
    serviceMissing: 'service-unreachable',
  });
  expect(files.get('index.html')).toContain(sampleExportWords.serviceMissing);
  const before = readFileSync(path);
  const running = exporting.run({ passphrase: null, words: sampleExportWords });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await exporting.stop();
  expect(await running).toEqual(fail('cancelled'));
  expect(readdirSync(folder)).toEqual(['mine.zip']);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(path)).toBe(true);
});

test('G2: a ZIP of more files than an export has is refused before anything of it is unpacked', async () => {
  const { path, pick } = await scene();
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (let number = 0; number <= importBounds.entries; number += 1) await zip.add(`${number}`, new TextReader('x'));
  writeFileSync(path, await zip.close());
  expect(await pick()).toEqual(fail('export-unreadable'));
});
