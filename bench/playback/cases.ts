import { setTimeout as sleep } from 'node:timers/promises';
import type { PlaybackApp } from './app.ts';
import type { PageName } from './pages.ts';

/** A video as each side names it. */
export interface CaseVideo {
  readonly lectureId: string;
  readonly durationSeconds: number;
  readonly plainPath: string;
}

/** Milliseconds of one player in one video. */
export interface SeekTimes {
  readonly firstFrameMs: number[];
  readonly seekMs: number[];
}

/** Three players of the same bytes. */
export type Player = Extract<PageName, 'ours' | 'file' | 'fromStart'>;

const frameSeconds = 1 / 30;

/** Read-ahead of one player must not be in the next one's time. */
const pauseMs = 150;
const settleMs = 1500;

const addressOf = (player: Player | PageName, video: CaseVideo): string =>
  player === 'file' ? `file://${video.plainPath}` : `lecture://media/${video.lectureId}.720p`;

/** The middle of a frame somewhere in the video. */
const placeIn = (video: CaseVideo, random: () => number): number =>
  (Math.floor((random() * (video.durationSeconds - 2)) / frameSeconds) + 0.5) * frameSeconds;

/** Opens a video in each player and seeks in it, one player after the other, each first as often as the others. */
export async function playAndSeek(
  app: PlaybackApp,
  video: CaseVideo,
  options: { readonly players: readonly Player[]; readonly seeks: number; readonly random: () => number },
  times: Readonly<Record<Player, SeekTimes>>,
): Promise<void> {
  const { players, seeks, random } = options;
  const inTurn = (turn: number): readonly Player[] =>
    players.map((_, at) => players[(at + turn) % players.length] ?? 'ours');
  const first = Math.floor(random() * players.length);
  for (const player of inTurn(first)) {
    times[player].firstFrameMs.push(await app.call(player, 'open', addressOf(player, video)));
    await sleep(pauseMs * 2);
  }
  for (let seek = 0; seek < seeks; seek += 1) {
    const place = placeIn(video, random);
    for (const player of inTurn(seek)) {
      times[player].seekMs.push(await app.call(player, 'seek', place));
      await sleep(pauseMs);
    }
  }
  for (const player of players) await app.call(player, 'leave');
}

/** Bytes that our reader read for each of so many seeks, one directly after the other, and when the player may fill its buffer after each. */
export async function bytesPerSeek(
  app: PlaybackApp,
  video: CaseVideo,
  seeks: number,
  random: () => number,
): Promise<{ readonly directly: number; readonly settled: number }> {
  await app.call('ours', 'open', addressOf('ours', video));
  await sleep(settleMs);
  const each = async (restMs: number): Promise<number> => {
    const before = await app.counts();
    for (let seek = 0; seek < seeks; seek += 1) {
      await app.call('ours', 'seek', placeIn(video, random));
      await sleep(restMs);
    }
    return ((await app.counts()).readBytes - before.readBytes) / seeks;
  };
  const directly = await each(0);
  const settled = await each(settleMs / 3);
  await app.call('ours', 'leave');
  return { directly, settled };
}

/** What many seeks leave behind: readers open while the video is still there, and readers, files and descriptors after the player has left. */
export type ScrubFigures = Readonly<
  Record<'openWhilePaused' | 'openAfterLeaving' | 'pssBeforeBytes' | 'pssAfterBytes', number>
>;
/** So many seeks in ours, every other one called off by the next, and what is open then. */
export async function scrub(
  app: PlaybackApp,
  video: CaseVideo,
  seeks: number,
  random: () => number,
): Promise<ScrubFigures> {
  const some = async (count: number): Promise<void> => {
    const places = Array.from({ length: count }, () => placeIn(video, random));
    const pausesMs = places.map(() => Math.floor(random() * 30));
    await app.call('ours', 'scrub', places, pausesMs);
    await sleep(settleMs * 2);
  };
  await app.call('ours', 'open', addressOf('ours', video));
  // The first ones fill caches that stay.
  await some(Math.ceil(seeks / 10));
  const pssBeforeBytes = app.pssBytes();
  await some(seeks);
  const pssAfterBytes = app.pssBytes();
  const { openReaders: openWhilePaused } = await app.counts();
  await app.call('ours', 'leave');
  await sleep(settleMs);
  const { openReaders, openFiles, descriptors } = await app.counts();
  return {
    openWhilePaused,
    openAfterLeaving: Math.max(openReaders, openFiles, descriptors),
    pssBeforeBytes,
    pssAfterBytes,
  };
}

/** Megabytes a second into a page, in one answer or as the player asks (`bytes=N-` again where an answer ended), and the delay of the main thread. */
export type FetchRates = Readonly<
  Record<'ours' | 'plain' | 'oursByRanges' | 'plainByRanges' | 'delayP99Milliseconds', number[]>
>;

/** The whole file into a page, ours and the plain one in turn. */
export async function fetchWhole(app: PlaybackApp, video: CaseVideo, rounds: number): Promise<FetchRates> {
  const rates: FetchRates = { ours: [], plain: [], oursByRanges: [], plainByRanges: [], delayP99Milliseconds: [] };
  const url = addressOf('fetchOurs', video);
  for (let round = 0; round < rounds; round += 1) {
    for (const byRanges of [false, true]) {
      rates[byRanges ? 'plainByRanges' : 'plain'].push(await app.call('fetchPlain', 'fetchAll', url, byRanges));
      await app.counts();
      rates[byRanges ? 'oursByRanges' : 'ours'].push(await app.call('fetchOurs', 'fetchAll', url, byRanges));
      rates.delayP99Milliseconds.push((await app.counts()).delayP99Milliseconds);
    }
  }
  return rates;
}
