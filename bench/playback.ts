/**
 * `npm run bench playback [rounds | quick] [seeks | bytes | stream | leaks]`: click to first frame and seeded random seeks in encrypted lectures through `lecture://`, beside
 * `file://` and beside decrypting from the start, alternating in one run of the real Electron; then bytes for each seek, what a thousand seeks
 * leave open, memory, and throughput. Prints one JSON object; ends with 1 when a goal was missed. What is measured and what not:
 * `docs/decisions/0016-seeking.md`.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetId, LocalAccountId } from '../contract/domain/ids.ts';
import { seededRandom } from '../main/adapters/transfer/testing/seeded-random.ts';
import { startPlaybackApp, type PlaybackApp } from './playback/app.ts';
import { costPerSeek, fetchWhole, playAndSeek, scrub } from './playback/cases.ts';
import type { CaseVideo } from './playback/cases.ts';
import { goalsOf, noTimes, places, players, seekMetrics, sizes, type Size } from './playback/goals.ts';
import { joinPieces, makePiece, shelve, type IndexPlace } from './playback/sample-videos.ts';
import { buildElectronApp } from './support/electron-child.ts';
import { median, report } from './support/report.ts';

const isQuick = process.argv[2] === 'quick';
const rounds = isQuick ? 1 : Number(process.argv[2] ?? 3);
/** One of `seeks`, `bytes`, `stream`, `leaks`; all when not said. */
const only = process.argv[3];
const isWanted = (name: string): boolean => only === undefined || only === name;
/** 300 MB and 4 GB, or a quarter and 300 MB. */
const pieces = isQuick ? { small: 2, large: 8 } : { small: 8, large: 104 };
const seeksOfBlock = 10;
const blocksOfRound = isQuick ? 1 : 4;
const scrubbedSeeks = isQuick ? 100 : 1000;
const fetchRounds = isQuick ? 5 : 7;

const cacheFolder = process.env['LECTOROOM_BENCH_CACHE'] ?? join(tmpdir(), 'lectoroom-bench-cache');
const folder = await mkdtemp(join(tmpdir(), 'lectoroom-bench-'));
const shelf = {
  accountId: 'b'.repeat(32) as LocalAccountId,
  mediaKey: new Uint8Array(randomBytes(32)),
  downloadFolder: join(folder, 'downloads'),
};
const metrics: Record<string, number> = { rounds, loadAverageBefore: loadavg()[0] ?? Number.NaN };
const taken = { small: { front: noTimes(), end: noTimes() }, large: { front: noTimes(), end: noTimes() } };

/** Plain and encrypted; returns how each side finds it. The small one with its index in front stays in the cache. */
async function makeVideo(piece: string, size: Size, index: IndexPlace): Promise<CaseVideo> {
  const isKept = size === 'small' && index === 'front';
  const name = `playback-v1-${pieces[size]}-${index}.mp4`;
  const plain = await joinPieces(piece, pieces[size], index, join(isKept ? cacheFolder : folder, name));
  await shelve(shelf, `${size}.720p` as AssetId, plain);
  metrics[`${size}.bytes`] = plain.sizeBytes;
  return { lectureId: size, durationSeconds: plain.durationSeconds, plainPath: plain.path };
}

async function seeks(app: PlaybackApp, videos: Readonly<Record<Size, CaseVideo>>, index: IndexPlace): Promise<void> {
  const random = seededRandom(index === 'front' ? 7 : 11);
  // What is only done once in a process is nobody's time.
  for (const size of sizes)
    await playAndSeek(app, videos[size], { players: ['ours', 'file'], seeks: 2, random }, noTimes());
  for (let block = 0; block < rounds * blocksOfRound; block += 1) {
    for (const size of sizes) {
      // Each of its seeks decrypts all that lies before: ten in the large one are enough.
      const isWithStart = block < (size === 'small' ? blocksOfRound : 1);
      const who = players.filter((player) => player !== 'fromStart' || isWithStart);
      await playAndSeek(app, videos[size], { players: who, seeks: seeksOfBlock, random }, taken[size][index]);
    }
  }
}

async function bytes(app: PlaybackApp, videos: Readonly<Record<Size, CaseVideo>>): Promise<void> {
  for (const size of sizes) {
    const cost = await costPerSeek(app, videos[size], 4 * seeksOfBlock, seededRandom(13));
    for (const [name, value] of Object.entries(cost)) metrics[`${size}.perSeek.${name}`] = value;
  }
}

async function stream(app: PlaybackApp, video: CaseVideo): Promise<void> {
  for (const [who, figures] of Object.entries(await fetchWhole(app, video, fetchRounds)))
    for (const [name, values] of Object.entries(figures)) metrics[`stream.${who}.${name}.median`] = median(values);
}

async function leaks(app: PlaybackApp, video: CaseVideo): Promise<void> {
  const scrubbed = await scrub(app, video, scrubbedSeeks, seededRandom(17));
  for (const [name, value] of Object.entries(scrubbed)) metrics[`leaks.${name}`] = value;
}

try {
  const piece = await makePiece(cacheFolder);
  const appFolder = await buildElectronApp(folder, join(import.meta.dirname, 'playback', 'electron-main.ts'));
  for (const index of isWanted('seeks') ? places : (['front'] as const)) {
    const videos = { small: await makeVideo(piece, 'small', index), large: await makeVideo(piece, 'large', index) };
    const app = await startPlaybackApp(appFolder, {
      downloadFolder: shelf.downloadFolder,
      userDataFolder: join(folder, `user-data-${index}`),
      accountId: shelf.accountId,
      mediaKeyHex: Buffer.from(shelf.mediaKey).toString('hex'),
      videos: sizes.map((size) => videos[size]),
    });
    if (isWanted('seeks')) await seeks(app, videos, index);
    if (isWanted('bytes') && index === 'front') await bytes(app, videos);
    if (isWanted('stream') && index === 'front') await stream(app, videos.small);
    if (isWanted('leaks') && index === 'front') await leaks(app, videos.small);
    metrics['faults'] = (metrics['faults'] ?? 0) + (await app.counts()).faults;
    await app.stop();
    await rm(videos.large.plainPath);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

Object.assign(metrics, seekMetrics(taken), { loadAverageAfter: loadavg()[0] ?? Number.NaN });
const names = { small: isQuick ? '75 MB' : '300 MB', large: isQuick ? '300 MB' : '4 GB' };
const goals = goalsOf(taken, metrics, names, !isQuick).filter(
  ({ value }) => only === undefined || !Number.isNaN(value),
);
await report('playback', metrics, goals, process.env['LECTOROOM_RUNTIME'] ?? 'Electron');
