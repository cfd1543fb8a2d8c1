import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import { writeKillSamples } from './kill-samples.ts';
import type { KillSamples } from './kill-samples.ts';
import { createKillWatch } from './kill-watch.ts';
import type { ByteRun } from './kill-watch.ts';
import { killPlan, liveAndDie } from './mortal-app.ts';
import type { Moment } from './mortal-app.ts';
import { openPowerDisk } from './power-disk.ts';
import { runSoakService } from './run-service.ts';

/** How often to kill, from which seed the moments come, and how large the lecture is. */
export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  readonly sizeBytes: number;
  readonly bytesPerSecond: number;
  /** `process`: only the app is killed; `power`: the disk loses what was not synced, too. */
  readonly death: 'process' | 'power';
}

/** What came of it. */
export interface KillReport {
  readonly kills: number;
  /** Kills before the first byte, while bytes came, and after the app had said that all is there. */
  readonly moments: Readonly<Record<Moment, number>>;
  readonly downloads: number;
  /** Bytes the service sent beyond the lectures' own. */
  readonly againBytes: number;
  /** Lectures that came over several connections at the same time, as the requests for their parts show. */
  readonly sharedDownloads: number;
}

/** Plain bytes of a segment, as the app writes them. */
const segmentBytes = 65_536;
/** What the app keeps in the system's memory before it asks the disk to keep it: eight MiB or two seconds, whichever comes first. */
const mostUnsyncedBytes = 8 * 1024 * 1024;
/**
 * What one death may cost each of the (at most four) connections: the segment that was filling, and what the service had already handed to the
 * system for a reader that is gone (its read-ahead of 256 KiB); after a power cut also what the disk was not yet asked to keep.
 */
const mostBytesAgainPerKill = 4 * (segmentBytes + 256 * 1024);

/** The same for each kind of death. */
export const mostBytesAgain = {
  process: mostBytesAgainPerKill,
  power: mostBytesAgainPerKill + mostUnsyncedBytes,
} as const satisfies Record<KillOptions['death'], number>;

/**
 * How long bytes come at most before a death. A killed process loses only what it had not written; a disk without power all that was not
 * synced, which happens every two seconds: only a longer life makes promises that could be broken.
 */
const longestLifeMs = { process: 900, power: 4500 } as const satisfies Record<KillOptions['death'], number>;

/** Downloads lectures, on one new computer after the other, with an app that is killed (SIGKILL) again and again. */
export async function runKills(options: KillOptions): Promise<KillReport> {
  const random = seededRandom(options.seed);
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-kills-'));
  const samplesFolder = join(folder, 'samples');
  const samples = await writeKillSamples(samplesFolder, options.seed, options.sizeBytes);
  const service = await runSoakService(join(folder, 'service'), samplesFolder);
  const moments = { starting: 0, downloading: 0, complete: 0 };
  let downloads = 0;
  let againBytes = 0;
  let sharedDownloads = 0;
  try {
    let kills = 0;
    while (kills < options.kills) {
      downloads += 1;
      await service.control('DELETE', '/_stats');
      await slowLine(service, samples, options.bytesPerSecond, downloads % 2 === 0 ? 60 : 0);
      const left = options.kills - kills;
      const { death } = options;
      const place = join(folder, `computer-${downloads}`);
      const one = await oneDownload({ folder: place, service, samples, random, left, death });
      for (const moment of one.moments) moments[moment] += 1;
      kills += one.moments.length;
      againBytes += one.againBytes;
      if (one.isShared) sharedDownloads += 1;
      await rm(place, { recursive: true, force: true });
    }
    return { kills, moments, downloads, againBytes, sharedDownloads };
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Service = Awaited<ReturnType<typeof runSoakService>>;

/** Each connection brings so much, and every second lecture has its answers wait as on a line round the world. */
async function slowLine(
  service: Service,
  { assetId }: KillSamples,
  bytesPerSecond: number,
  latencyMs: number,
): Promise<void> {
  await service.control('DELETE', '/_faults');
  const faults = [
    { kind: 'latency', latencyMs },
    { kind: 'throttle', bytesPerSecond },
  ];
  const rules = faults.map((fault) => ({ route: 'GET /v1/media/{id}', pathContains: assetId, times: null, fault }));
  await service.control('POST', '/_faults', { rules });
}

/** One lecture on a new computer, killed until it is there or `left` kills are used up; then it comes in peace. */
async function oneDownload(input: {
  readonly folder: string;
  readonly service: Service;
  readonly samples: KillSamples;
  readonly random: () => number;
  readonly left: number;
  readonly death: KillOptions['death'];
}): Promise<{ readonly moments: readonly Moment[]; readonly againBytes: number; readonly isShared: boolean }> {
  const { folder, service, samples, random, left, death } = input;
  await mkdir(folder, { recursive: true });
  const disk = death === 'power' ? openPowerDisk(folder, 2 * Math.ceil(samples.bytes.length / 2 ** 20) + 64) : null;
  const holder = disk?.folder ?? folder;
  const [userDataFolder, downloadFolder] = [join(holder, 'user-data'), join(holder, 'downloads')];
  await mkdir(userDataFolder, { recursive: true });
  const computer = { folder, userDataFolder, downloadFolder };
  const job = { ...computer, origin: service.origin, lectureId: samples.lectureId };
  const watch = createKillWatch(computer, samples);
  const moments: Moment[] = [];
  let promisedBytes = 0;
  let held: readonly ByteRun[] = [];
  let requests = 0;
  let isShared = false;
  try {
    for (;;) {
      const inPeace = moments.length === left;
      if (inPeace) await service.control('DELETE', '/_faults');
      const strikes = disk === null || inPeace ? null : disk.cutPower;
      const life = await liveAndDie(job, inPeace ? null : killPlan(random, longestLifeMs[death]), strikes);
      await (strikes === null ? null : disk?.remount());
      if (!inPeace) moments.push(life.moment);
      const { ranges, bytesSent } = await service.sent(samples.assetId);
      // What was whole when this life began is not asked for again.
      const asked = ranges.slice(requests).map(({ first, last }) => ({ startByte: first, endByteExclusive: last + 1 }));
      for (const range of asked) expect(held.filter((run) => overlaps(run, range))).toEqual([]);
      isShared ||= asked.length > 3;
      requests = ranges.length;
      promisedBytes = Math.max(promisedBytes, life.safeBytes);
      const found = await watch.look();
      expect(found.heldBytes).toBeGreaterThanOrEqual(promisedBytes);
      expect(found.heldBytes).toBeGreaterThanOrEqual(found.row?.receivedBytes ?? 0);
      promisedBytes = found.heldBytes;
      held = found.held;
      if (life.moment !== 'complete') continue;
      expect(found).toMatchObject({ isFinished: true, heldBytes: samples.bytes.length });
      // A row may lag behind the file after a power cut: the next start finds the file.
      if (strikes !== null && found.row?.state !== 'complete') continue;
      expect(found.row).toMatchObject({ state: 'complete', sha256: samples.sha256 });
      const againBytes = bytesSent - samples.bytes.length;
      expect(againBytes).toBeLessThanOrEqual(moments.length * mostBytesAgain[death]);
      return { moments, againBytes, isShared };
    }
  } finally {
    await disk?.close();
  }
}

const overlaps = (one: ByteRun, other: ByteRun): boolean =>
  one.startByte < other.endByteExclusive && other.startByte < one.endByteExclusive;
