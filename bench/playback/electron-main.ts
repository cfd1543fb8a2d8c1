/**
 * Electron's main process of the playback bench: the app's own session, schemes and handler (`our-media.ts`) and beside them what they are
 * compared with. Takes one job a line on its standard input, answers one line each.
 */
import { createInterface } from 'node:readline';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app, protocol } from 'electron';
import { accountMediaFolder, mediaPaths } from '../../main/adapters/files/media-paths.ts';
import type { LocalAccountId } from '../../contract/domain/ids.ts';
import { readFromTheStart, readPlain, serveToTheEnd } from './media-beside.ts';
import { createOurMedia, type OurCounts } from './our-media.ts';
import { openPages, type Page, type PageName } from './pages.ts';

/** A video as both sides find it: the lecture's id, and the plain file. */
export interface BenchVideo {
  readonly lectureId: string;
  readonly plainPath: string;
}

/** What Electron is started with, as JSON. */
export interface ElectronConfiguration {
  readonly downloadFolder: string;
  readonly userDataFolder: string;
  readonly workersFolder: string;
  readonly accountId: string;
  readonly mediaKeyHex: string;
  readonly videos: readonly BenchVideo[];
}

/** Something for a page to do, or a look at what is open. */
export type ElectronJob =
  | { readonly kind: 'page'; readonly page: PageName; readonly call: string; readonly words: readonly unknown[] }
  | { readonly kind: 'counts' };

/** What became of it. */
export type ElectronAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'counts'; readonly counts: ElectronCounts }
  | { readonly kind: 'error'; readonly message: string };

/** What is open and was read since the start, and the longest delay of the main thread in 99 of 100 milliseconds since the last look. */
export interface ElectronCounts extends OurCounts {
  /** Descriptors on lectures as the kernel counts them (Linux); others than ours have some too. */
  readonly descriptors: number;
  readonly delayP99Milliseconds: number;
  /** Of the main process with its threads, since its start. */
  readonly cpuMilliseconds: number;
}

/** As in the app (`schemes.ts`), and that the pages of the bench may fetch: the app's own may not. */
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  { scheme: 'lecture', privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true } },
]);

const [, , configurationJson = '{}'] = process.argv.filter((argument) => !argument.startsWith('--'));
const configuration = JSON.parse(configurationJson) as ElectronConfiguration;
const delay = monitorEventLoopDelay({ resolution: 1 });

async function run(): Promise<void> {
  await app.whenReady();
  const { downloadFolder, userDataFolder, videos } = configuration;
  const accountId = configuration.accountId as LocalAccountId;
  const mediaKey = new Uint8Array(Buffer.from(configuration.mediaKeyHex, 'hex'));
  const pageFolder = join(userDataFolder, 'page');
  mkdirSync(pageFolder, { recursive: true });
  const ours = await createOurMedia({
    shelf: { accountId, mediaKey, downloadFolder },
    lectureIds: videos.map(({ lectureId }) => lectureId),
    workersFolder: configuration.workersFolder,
    userDataFolder,
  });
  const assetOf = (url: string): string => basename(new URL(url).pathname);
  const plainOf = (url: string): string =>
    videos.find(({ lectureId }) => assetOf(url) === `${lectureId}.720p`)?.plainPath ?? '';
  const sealedOf = (url: string): string => mediaPaths(downloadFolder, accountId, assetOf(url), mediaKey).finished;
  const pages = await openPages({
    pageFolder,
    ours: ours.serve,
    fromStart: serveToTheEnd((url) => readFromTheStart(sealedOf(url), mediaKey)),
    plain: serveToTheEnd((url) => readPlain(plainOf(url))),
  });
  const descriptors = (): number => descriptorsIn(accountMediaFolder(downloadFolder, accountId));
  delay.enable();
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await answerTo(JSON.parse(line) as ElectronJob, pages, () => ({
      ...ours.counts(),
      descriptors: descriptors(),
      delayP99Milliseconds: delay.percentile(99) / 1e6,
      cpuMilliseconds: cpuMilliseconds(),
    }));
    console.log(JSON.stringify(answer));
  }
  app.exit(0);
}

async function answerTo(
  job: ElectronJob,
  pages: Readonly<Record<PageName, Page>>,
  counts: () => ElectronCounts,
): Promise<ElectronAnswer> {
  if (job.kind === 'counts') {
    const answer = { kind: 'counts', counts: counts() } as const;
    delay.reset();
    return answer;
  }
  try {
    return { kind: 'value', value: (await pages[job.page].call(job.call, ...job.words)) ?? null };
  } catch (error) {
    return { kind: 'error', message: String(error) };
  }
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function descriptorsIn(folder: string): number {
  return readdirSync('/proc/self/fd').filter((number) => {
    try {
      return readlinkSync(`/proc/self/fd/${number}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;
}

run().catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
