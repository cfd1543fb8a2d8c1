/**
 * `npm run bench download [rounds] [case]`: the app's own download, in the real Electron, beside curl, curl into age, and aria2, alternating in one
 * run. Prints one JSON object; ends with 1 when a goal was missed. What is measured and what not: `docs/decisions/0013-parallel-ranges.md`.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fourGibibytes, gigabit, kills, makeFile, ranges, unlimited, type Rounds } from './download/cases.ts';
import { startElectronApp } from './download/electron-app.ts';
import { startWebServer } from './download/web-server.ts';
import { buildElectronApp } from './support/electron-child.ts';
import { atLeast, atMost, median, report, type Goal } from './support/report.ts';

const rounds = Number(process.argv[2] ?? 5);
const only = process.argv[3];
if (!Number.isInteger(rounds) || rounds < 1 || !['a', 'b', 'c', 'd', undefined].includes(only))
  throw new Error('npm run bench download [rounds, 5 unless said otherwise] [a, b, c or d alone]');
const folder = await mkdtemp(join(tmpdir(), 'lectoroom-bench-'));
const filesFolder = join(folder, 'files');
const metrics: Record<string, number> = {};
const goals: Goal[] = [];

/** Best and median seconds and CPU seconds of each who ran. */
function note(name: string, { ours, others }: Rounds): { readonly seconds: (who: string) => number } {
  const seconds: Record<string, number> = {};
  for (const [who, figures] of Object.entries({ ours, ...others })) {
    const took = figures.map((one) => one.seconds);
    seconds[who] = median(took);
    metrics[`${name}.${who}.seconds.median`] = median(took);
    metrics[`${name}.${who}.seconds.best`] = Math.min(...took);
    metrics[`${name}.${who}.cpuSeconds.median`] = median(figures.map((one) => one.cpuSeconds));
  }
  metrics[`${name}.ours.pssGrowthBytes.largest`] = Math.max(...ours.map((one) => one.pssGrowthBytes));
  metrics[`${name}.ours.journalRows.median`] = median(ours.map((one) => one.journalRows));
  return { seconds: (who) => seconds[who] ?? Number.NaN };
}

const isWanted = (name: string): boolean => only === undefined || only === name;

await mkdir(filesFolder);
const appFolder = await buildElectronApp(folder, join(import.meta.dirname, 'download', 'electron-main.ts'));
const server = await startWebServer(filesFolder, join(folder, 'nginx'));
const place = { folder, filesFolder, server, appFolder };
try {
  if (isWanted('a') || isWanted('b')) await makeFile(place, 'gibibyte', 2 ** 30);
  if (isWanted('c')) await makeFile(place, 'quarter', 2 ** 28);
  const app = await startElectronApp(appFolder, join(folder, 'user-data'), server.certificatePath);
  if (isWanted('a')) {
    const { seconds } = note('gigabit', await gigabit(place, app, rounds));
    goals.push(atMost('gigabit: time, ours to curl', seconds('ours') / seconds('curl'), 1.02));
  }
  if (isWanted('b')) {
    const taken = await unlimited(place, app, rounds);
    const { seconds } = note('unlimited', taken);
    const cpuSeconds = median(taken.ours.map((one) => one.cpuSeconds));
    goals.push(
      atLeast('unlimited: speed, ours to curl', seconds('curl') / seconds('ours'), 0.4),
      atLeast('unlimited: speed, ours to curl | age', seconds('curlIntoAge') / seconds('ours'), 1),
      atMost('unlimited: CPU seconds of ours for a GiB', cpuSeconds, 3),
      atMost('unlimited: main thread delay p99 in ms', taken.watched.delayP99Milliseconds ?? Number.NaN, 8),
    );
    const four = await fourGibibytes(place, app);
    metrics['fourGibibytes.seconds'] = four.seconds;
    metrics['fourGibibytes.cpuSeconds'] = four.cpuSeconds;
    metrics['fourGibibytes.mainThreadDelayP99Milliseconds'] = four.delayP99Milliseconds ?? Number.NaN;
    goals.push(atMost('4 GiB: growth of memory (PSS) in MiB', four.pssGrowthBytes / 2 ** 20, 64));
  }
  if (isWanted('c')) {
    const { seconds } = note('ranges', await ranges(place, app, rounds));
    goals.push(atLeast('5 MB/s a connection: speed, ours to aria2 -x4', seconds('aria2') / seconds('ours'), 0.98));
  }
  await app.stop();
  if (isWanted('d')) {
    const { oursAgainBytes, aria2AgainBytes, aria2IsRight } = await kills(place);
    metrics['kills.aria2.againBytesPerKillAndConnection'] = aria2AgainBytes;
    metrics['kills.aria2.fileIsRight'] = aria2IsRight ? 1 : 0;
    goals.push(atMost('killed: bytes sent again per kill and connection', oursAgainBytes, 65_536));
  }
  const disk = execFileSync('stat', ['-f', '-c', '%T', folder], { encoding: 'utf8' }).trim();
  await report('download', metrics, goals, `${process.env['LECTOROOM_RUNTIME'] ?? 'Electron'}, into ${disk}`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
