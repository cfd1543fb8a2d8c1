/**
 * `npm run bench export`: how long an export takes over a million sittings in the encrypted library, with its own worker, and the most memory that
 * it takes meanwhile; the peer is the sqlite3 shell that writes the same table as CSV, in clear and from a plain copy, piped to zip.
 * `-- 20000` tries it with fewer.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dataKinds } from '../contract/domain/data-kinds.ts';
import { type ExportWords, notIncludedReasons } from '../contract/domain/export.ts';
import { dayAfter, LocalDay } from '../contract/domain/local-day.ts';
import { LocalAccountId } from '../contract/domain/ids.ts';
import { fail, ok } from '../contract/result.ts';
import { createChooseArchive } from '../main/adapters/export/archive-files.ts';
import { createLibrary } from '../main/adapters/library/create-library.ts';
import { giveKey } from '../main/adapters/library/worker/cipher.ts';
import { seededRandom } from '../main/adapters/transfer/testing/seeded-random.ts';
import { createExporting } from '../main/features/export/export.ts';
import { pssOf } from './support/memory.ts';
import { atMost, report } from './support/report.ts';

const sittingCount = Number(process.argv[2] ?? 1_000_000);
const root = join(import.meta.dirname, '..');
const account = LocalAccountId.parse('a'.repeat(32));
const folder = await mkdtemp(join(tmpdir(), 'lectoroom-bench-'));
const key = new Uint8Array(randomBytes(32));
const file = join(folder, 'accounts', account, 'library.db');
const nobodys = { info: () => undefined, warn: () => undefined, defect: () => undefined };
const stores = createLibrary({
  workerPath: join(root, 'main/adapters/library/worker/library-worker.ts'),
  userDataFolder: folder,
  log: nobodys,
});

function fill(database: Database.Database): void {
  const random = seededRandom(22);
  const add = database.prepare(`INSERT INTO history VALUES (${Array.from({ length: 16 }, () => '?').join(',')})`);
  const toDay = LocalDay.parse('2026-11-23');
  for (let index = 0; index < sittingCount; index += 1) {
    const day = dayAfter(toDay, Math.floor((index * 1826) / sittingCount) - 1825);
    const course = Math.floor(random() * 2000);
    const lecture = course * 50 + Math.floor(random() * 50);
    const startedAtMs = Date.parse(day) + Math.floor(random() * 8e7);
    const watchedMs = 1000 + Math.floor(random() * 1_800_000);
    const hex = (): string =>
      Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    const id = `${hex()}-${hex().slice(4)}-4${hex().slice(5)}-8${hex().slice(5)}-${hex()}${hex().slice(4)}`;
    const titles = [`Lecture ${lecture} of many`, `Course ${course} of many`, `lecture ${lecture} course ${course}`];
    const times = [startedAtMs, startedAtMs + watchedMs, day, 180, day, watchedMs, 0, watchedMs];
    add.run(id, `lecture-${lecture}`, `course-${course}`, ...titles, 3_600_000, 'device', ...times);
  }
}

/** The words say nothing here. */
const words = new Proxy({} as ExportWords, {
  get: (_, name) =>
    name === 'kinds'
      ? Object.fromEntries(Object.keys(dataKinds).map((each) => [each, each]))
      : name === 'reasons' || name === 'things'
        ? Object.fromEntries(notIncludedReasons.map((each) => [each, each]))
        : name === 'language'
          ? 'en'
          : String(name),
});

/** The same table by the shell, from a copy that is not encrypted; NaN where there is no sqlite3 or zip. */
function peerSeconds(): number {
  const tools = ['sqlite3', 'zip'].every((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0);
  if (!tools) return Number.NaN;
  const plain = join(folder, 'plain.db');
  const database = new Database(plain);
  database.exec(`CREATE TABLE history (${Array.from({ length: 16 }, (_, index) => `c${index}`).join(',')})`);
  database.transaction(fill)(database);
  database.close();
  const startedAtMs = performance.now();
  const dump = `sqlite3 -header -csv "${plain}" 'SELECT * FROM history' | zip -q "${join(folder, 'peer.zip')}" -`;
  execFileSync('sh', ['-c', dump]);
  return (performance.now() - startedAtMs) / 1000;
}

try {
  const opened = await stores.library.open(account, key);
  if (!opened.ok) throw new Error(opened.error.code);
  await stores.library.close();
  const database = new Database(file);
  giveKey(database, key);
  database.transaction(fill)(database);
  database.close();
  await stores.library.open(account, key);
  const path = join(folder, 'mine.zip');
  const startBytes = pssOf(process.pid);
  let mostBytes = startBytes;
  const watch = setInterval(() => {
    mostBytes = Math.max(mostBytes, pssOf(process.pid));
  }, 200);
  const exporting = createExporting({
    store: stores.exportStore,
    clock: { nowMs: () => Date.now() },
    choose: createChooseArchive({
      workerPath: join(root, 'main/adapters/export/worker/archive-worker.ts'),
      chooseFile: () => Promise.resolve(path),
      pickFile: () => Promise.resolve(null),
    }),
    owner: () => Promise.resolve(ok({ id: null, email: 'anna@example.com', name: 'Anna', localId: account })),
    personalData: () => Promise.resolve(fail('service-unreachable')),
    appVersion: '0.0.0',
    onProgress: () => undefined,
    safeFileName: (name) => name,
  });
  const startedAtMs = performance.now();
  const written = await exporting.run({ passphrase: null, words });
  const seconds = (performance.now() - startedAtMs) / 1000;
  clearInterval(watch);
  if (!written.ok) throw new Error(written.error.code);
  await stores.stop();
  const metrics = {
    sittingCount,
    exportSeconds: seconds,
    fileMegabytes: (await stat(path)).size / 1e6,
    memoryMebibytes: mostBytes / 2 ** 20,
    addedMemoryMebibytes: (mostBytes - startBytes) / 2 ** 20,
    peerSeconds: peerSeconds(),
  };
  await report('export', metrics, [
    atMost('exportSeconds', seconds, 30),
    atMost('memoryMebibytes', metrics.memoryMebibytes, 300),
  ]);
} finally {
  await stores.stop();
  await rm(folder, { recursive: true, force: true });
}
