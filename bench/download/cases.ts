import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetLocation } from '../../contract/api/assets.ts';
import { startCountingServer } from './counting-server.ts';
import { startElectronApp, type ElectronApp, type OurFigures } from './electron-app.ts';
import { aria2, aria2Killed, curl, curlIntoAge, entityTag, newRecipient, type ToolFigures } from './other-tools.ts';
import type { Line, WebServer } from './web-server.ts';

/** What all cases work with; `folder` is on the disk that is measured. */
export interface BenchPlace {
  readonly folder: string;
  readonly filesFolder: string;
  readonly server: WebServer;
  readonly appFolder: string;
}

/** The rounds of a case, by the name of who ran. */
export interface Rounds {
  readonly ours: readonly OurFigures[];
  readonly others: Readonly<Record<string, readonly ToolFigures[]>>;
}

const gibibyte = 2 ** 30;

/** A file to serve: random bytes, or (`sparse`) zeros that take no room. */
export async function makeFile(place: BenchPlace, name: string, sizeBytes: number, sparse = false): Promise<void> {
  const path = join(place.filesFolder, name);
  await writeFile(path, '');
  if (sparse) return truncate(path, sizeBytes);
  const file = await open(path, 'w');
  for (let at = 0; at < sizeBytes; at += 2 ** 24) await file.write(randomBytes(Math.min(2 ** 24, sizeBytes - at)));
  // Its pages are to be clean before anything is measured.
  await file.sync();
  await file.close();
}

/** Where a file is, as the service would say it. */
export async function locate(place: BenchPlace, line: Line, name: string): Promise<AssetLocation> {
  const url = place.server.address(line, name);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of createReadStream(join(place.filesFolder, name), { highWaterMark: 2 ** 20 })) {
    hash.update(piece as Buffer);
    sizeBytes += (piece as Buffer).byteLength;
  }
  return locationOf(url, sizeBytes, await entityTag(url, place.server.certificatePath), hash.digest('hex'));
}

const locationOf = (url: string, sizeBytes: number, etag: string, sha256: string): AssetLocation => ({
  id: 'asset-1' as AssetLocation['id'],
  url,
  expiresAt: '2099-01-01T00:00:00Z',
  mediaType: 'video/mp4',
  sizeBytes,
  etag,
  sha256,
});

/** (a) A gibibyte at a gigabit a second: ours, encrypted and journalled, beside curl into a plain file. */
export async function gigabit(place: BenchPlace, app: ElectronApp, rounds: number): Promise<Rounds> {
  const location = await locate(place, 'gigabit', 'gibibyte');
  return alternate(
    rounds,
    () => app.download({ location, downloadFolder: join(place.folder, 'ours'), isOneLine: true }),
    {
      curl: () => curl(location.url, place.server.certificatePath, join(place.folder, 'plain')),
    },
  );
}

/** (b) The same as fast as it goes, also beside curl that hands everything to age; and once more for the main thread's delay alone. */
export async function unlimited(
  place: BenchPlace,
  app: ElectronApp,
  rounds: number,
): Promise<Rounds & { readonly watched: OurFigures }> {
  const location = await locate(place, 'unlimited', 'gibibyte');
  const { certificatePath } = place.server;
  const recipient = await newRecipient();
  const job = { location, downloadFolder: join(place.folder, 'ours') };
  const taken = await alternate(rounds, () => app.download(job), {
    curl: () => curl(location.url, certificatePath, join(place.folder, 'plain')),
    curlIntoAge: () => curlIntoAge(location.url, certificatePath, join(place.folder, 'age'), recipient),
  });
  return { ...taken, watched: await app.download({ ...job, watchesMainThread: true }) };
}

/** (c) 5 MB/s a connection: ours, which finds out by itself how many it needs, beside aria2 told to use four. */
export async function ranges(place: BenchPlace, app: ElectronApp, rounds: number): Promise<Rounds> {
  const location = await locate(place, 'slow', 'quarter');
  return alternate(rounds, () => app.download({ location, downloadFolder: join(place.folder, 'ours') }), {
    aria2: () => aria2(location.url, place.server.certificatePath, place.folder, 4),
  });
}

async function alternate(
  rounds: number,
  ours: () => Promise<OurFigures>,
  others: Readonly<Record<string, () => Promise<ToolFigures>>>,
): Promise<Rounds> {
  const taken = { ours: [] as OurFigures[], others: {} as Record<string, ToolFigures[]> };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(others)) (taken.others[name] ??= []).push(await run());
    taken.ours.push(await ours());
  }
  return taken;
}

/** Four gibibytes once: what memory they take. */
export async function fourGibibytes(place: BenchPlace, app: ElectronApp): Promise<OurFigures> {
  await makeFile(place, 'four-gibibytes', 4 * gibibyte, true);
  const location = await locate(place, 'unlimited', 'four-gibibytes');
  try {
    return await app.download({ location, downloadFolder: join(place.folder, 'ours'), watchesMainThread: true });
  } finally {
    await rm(join(place.filesFolder, 'four-gibibytes'));
  }
}

/** What killing costs. */
export interface KillFigures {
  /** Bytes sent beyond the file's own, for each kill and each of four connections. */
  readonly oursAgainBytes: number;
  readonly aria2AgainBytes: number;
  readonly aria2IsRight: boolean;
}

/** (d) Bytes that are sent again because the downloading process was killed, as the server counts them. */
export async function kills(place: BenchPlace): Promise<KillFigures> {
  const moments = [3500, 2500, 3000];
  const file = randomBytes(40 * 2 ** 20);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const { certificatePath, keyPath } = place.server;
  const server = await startCountingServer(file, certificatePath, keyPath);
  const downloadFolder = join(place.folder, 'killed');
  await mkdir(downloadFolder, { recursive: true });
  const job = { location: locationOf(server.url, file.byteLength, server.etag, sha256), downloadFolder, keeps: true };
  const start = (run: number): Promise<ElectronApp> =>
    startElectronApp(place.appFolder, join(place.folder, `killed-user-data-${run}`), certificatePath);
  const each = (sentBytes: number): number => (sentBytes - file.byteLength) / (moments.length * 4);
  try {
    for (const [run, afterMs] of moments.entries()) await (await start(run)).downloadAndKill(job, afterMs);
    const last = await start(moments.length);
    await last.download(job);
    await last.stop();
    const oursAgainBytes = each(server.sentBytes());
    server.clear();
    const aria2IsRight = await aria2Killed(server.url, certificatePath, place.folder, moments, sha256);
    return { oursAgainBytes, aria2AgainBytes: each(server.sentBytes()), aria2IsRight };
  } finally {
    await server.stop();
  }
}
