/**
 * `npm run bench playback [rounds | quick]`: click to first frame and seeded random seeks in encrypted lectures through `lecture://`, beside
 * `file://` and beside decrypting from the start, alternating in one run of the real Electron; then bytes for each seek, what a thousand seeks
 * leave open, memory, and throughput. Prints one JSON object; ends with 1 when a goal was missed. What is measured and what not:
 * `docs/decisions/0016-seeking.md`.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssetId, LocalAccountId } from '../contract/domain/ids.ts';
import { startPlaybackApp, type PlaybackApp } from './playback/app.ts';
import { bytesPerSeek, fetchWhole, playAndSeek, scrub } from './playback/cases.ts';
import type { CaseVideo, Player, SeekTimes } from './playback/cases.ts';
import { joinPieces, makePiece, shelve, type IndexPlace } from './playback/sample-videos.ts';
import { buildElectronApp } from './support/electron-child.ts';
import { atLeast, atMost, median, percentile, report } from './support/report.ts';
import { seeded } from './support/seeded.ts';

const isQuick = process.argv[2] === 'quick';
const rounds = isQuick ? 1 : Number(process.argv[2] ?? 3);
/** 300 MB and 4 GB, or a quarter and 300 MB. */
const pieces = isQuick ? { small: 2, large: 8 } : { small: 8, large: 104 };
const seeksOfBlock = 10;
const blocksOfRound = isQuick ? 1 : 4;
const scrubbedSeeks = isQuick ? 100 : 1000;
const fetchRounds = isQuick ? 2 : 7;

type Size = keyof typeof pieces;
type Times = Readonly<Record<Player, SeekTimes>>;
const sizes = ['small', 'large'] as const;
const places = ['front', 'end'] as const;
const players = ['ours', 'file', 'fromStart'] as const;

const noTimes = (): Times => ({
  ours: { firstFrameMs: [], seekMs: [] },
  file: { firstFrameMs: [], seekMs: [] },
  fromStart: { firstFrameMs: [], seekMs: [] },
});

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
  const random = seeded(index === 'front' ? 7 : 11);
  // What is only done once in a process is nobody's time.
  for (const size of sizes)
    await playAndSeek(app, videos[size], { players: ['ours', 'file'], seeks: 2, random }, noTimes());
  for (let block = 0; block < rounds * blocksOfRound; block += 1) {
    for (const size of sizes) {
      const isWithStart = size === 'small' && block < blocksOfRound;
      const who = players.filter((player) => player !== 'fromStart' || isWithStart);
      await playAndSeek(app, videos[size], { players: who, seeks: seeksOfBlock, random }, taken[size][index]);
    }
  }
}

async function rest(app: PlaybackApp, videos: Readonly<Record<Size, CaseVideo>>): Promise<void> {
  for (const size of sizes) {
    const { directly, settled } = await bytesPerSeek(app, videos[size], 4 * seeksOfBlock, seeded(13));
    metrics[`${size}.bytesPerSeek.directly`] = directly;
    metrics[`${size}.bytesPerSeek.settled`] = settled;
  }
  const rates = await fetchWhole(app, videos.small, fetchRounds);
  for (const [who, megabytesPerSecond] of Object.entries(rates))
    metrics[`stream.${who}.median`] = median(megabytesPerSecond);
  const scrubbed = await scrub(app, videos.small, scrubbedSeeks, seeded(17));
  for (const [name, value] of Object.entries(scrubbed)) metrics[`scrub.${name}`] = value;
}

try {
  const piece = await makePiece(cacheFolder);
  const appFolder = await buildElectronApp(folder, join(import.meta.dirname, 'playback', 'electron-main.ts'));
  for (const index of places) {
    const videos = { small: await makeVideo(piece, 'small', index), large: await makeVideo(piece, 'large', index) };
    const app = await startPlaybackApp(appFolder, {
      downloadFolder: shelf.downloadFolder,
      userDataFolder: join(folder, `user-data-${index}`),
      accountId: shelf.accountId,
      mediaKeyHex: Buffer.from(shelf.mediaKey).toString('hex'),
      videos: sizes.map((size) => videos[size]),
    });
    await seeks(app, videos, index);
    if (index === 'front') await rest(app, videos);
    metrics['faults'] = (metrics['faults'] ?? 0) + (await app.counts()).faults;
    await app.stop();
    await rm(videos.large.plainPath);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** All of one player in files of one size, wherever the index is. */
const all = (size: Size, player: Player, what: keyof SeekTimes): readonly number[] =>
  places.flatMap((index) => taken[size][index][player][what]);

for (const size of sizes)
  for (const player of players)
    for (const what of ['firstFrameMs', 'seekMs'] as const)
      for (const index of places) {
        const times = taken[size][index][player][what];
        if (times.length === 0) continue;
        metrics[`${size}.${index}.${player}.${what}.p50`] = percentile(times, 0.5);
        metrics[`${size}.${index}.${player}.${what}.p95`] = percentile(times, 0.95);
      }
metrics['loadAverageAfter'] = loadavg()[0] ?? Number.NaN;

const ratio = (size: Size, what: keyof SeekTimes, share: number): number =>
  percentile(all(size, 'ours', what), share) / percentile(all(size, 'file', what), share);
const ofSeeks = (size: Size, player: Player, share: number): number => percentile(all(size, player, 'seekMs'), share);
const names = { small: isQuick ? '75 MB' : '300 MB', large: isQuick ? '300 MB' : '4 GB' };
await report(
  'playback',
  metrics,
  [
    ...sizes.flatMap((size) => [
      atMost(`${names[size]}: seek p50, ours to file://`, ratio(size, 'seekMs', 0.5), 1.1),
      atMost(`${names[size]}: seek p95, ours to file://`, ratio(size, 'seekMs', 0.95), 1.15),
      atMost(`${names[size]}: first frame p50, ours to file://`, ratio(size, 'firstFrameMs', 0.5), 1.1),
      atMost(`${names[size]}: first frame p95, ours to file://`, ratio(size, 'firstFrameMs', 0.95), 1.15),
      atMost(
        `${names[size]}: MB decrypted for a seek`,
        (metrics[`${size}.bytesPerSeek.directly`] ?? Number.NaN) / 1e6,
        3,
      ),
    ]),
    atMost(
      `seek p95, ${names.large} to ${names.small}`,
      ofSeeks('large', 'ours', 0.95) / ofSeeks('small', 'ours', 0.95),
      1.1,
    ),
    atLeast(`seek p50, from the start to ours`, ofSeeks('small', 'fromStart', 0.5) / ofSeeks('small', 'ours', 0.5), 8),
    atLeast('stream, ours to plain', (metrics['stream.ours.median'] ?? 0) / (metrics['stream.plain.median'] ?? 0), 0.9),
    atMost(`open after ${scrubbedSeeks} seeks`, metrics['scrub.openAfterLeaving'] ?? Number.NaN, 0),
    atMost(
      `growth of memory (PSS) over ${scrubbedSeeks} seeks, share`,
      (metrics['scrub.pssAfterBytes'] ?? Number.NaN) / (metrics['scrub.pssBeforeBytes'] ?? Number.NaN) - 1,
      0.05,
    ),
  ],
  process.env['LECTOROOM_RUNTIME'] ?? 'Electron',
);
