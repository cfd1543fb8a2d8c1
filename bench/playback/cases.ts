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

/** A first frame is over in a moment, and swings by half: one look at it says nothing. */
const opens = 5;

/** Opens a video a few times in each player and seeks in it, one player after the other, each first as often as the others. */
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
  const show = async (player: Player): Promise<void> => {
    times[player].firstFrameMs.push(await app.call(player, 'open', addressOf(player, video)));
    await sleep(pauseMs * 2);
  };
  for (let open = 0; open < opens; open += 1)
    for (const player of inTurn(first + open)) if (player !== 'fromStart') await show(player);
  // By itself: what it reads ahead from the start keeps the main thread busy, which ours shares with it and `file://` does not.
  for (let open = 0; open < opens; open += 1) if (players.includes('fromStart')) await show('fromStart');
  for (let seek = 0; seek < seeks; seek += 1) {
    const place = placeIn(video, random);
    for (const player of inTurn(seek)) {
      times[player].seekMs.push(await app.call(player, 'seek', place));
      await sleep(pauseMs);
    }
  }
  for (const player of players) await app.call(player, 'leave');
}

/** What our reader did for each of so many seeks: one directly after the other, and when the player may fill its buffer after each. */
export async function costPerSeek(
  app: PlaybackApp,
  video: CaseVideo,
  seeks: number,
  random: () => number,
): Promise<Readonly<Record<string, number>>> {
  await app.call('ours', 'open', addressOf('ours', video));
  await sleep(settleMs);
  const cost: Record<string, number> = {};
  for (const [name, restMs] of Object.entries({ directly: 0, settled: settleMs / 3 })) {
    const before = await app.counts();
    let seekMs = 0;
    for (let seek = 0; seek < seeks; seek += 1) {
      seekMs += await app.call('ours', 'seek', placeIn(video, random));
      await sleep(restMs);
    }
    const after = await app.counts();
    cost[`${name}.bytes`] = (after.readBytes - before.readBytes) / seeks;
    cost[`${name}.requests`] = (after.opens - before.opens) / seeks;
    cost[`${name}.milliseconds`] = seekMs / seeks;
  }
  await app.call('ours', 'leave');
  return cost;
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

/** How a whole file came into a page, all rounds of each. */
type Fetched = Readonly<
  Record<'megabytesPerSecond' | 'mainCpuMilliseconds' | 'mainThreadDelayP99Milliseconds', number[]>
>;

/**
 * The whole file into a page, ours and the plain one in turn: in one answer, or as the player asks (`bytes=N-` again where an answer ended). CPU time is of
 * the main process alone, and less than wall time what else the machine does.
 */
export async function fetchWhole(
  app: PlaybackApp,
  video: CaseVideo,
  rounds: number,
): Promise<Readonly<Record<string, Fetched>>> {
  const none = (): Fetched => ({ megabytesPerSecond: [], mainCpuMilliseconds: [], mainThreadDelayP99Milliseconds: [] });
  const fetched = { ours: none(), plain: none(), oursByRanges: none(), plainByRanges: none() };
  const url = addressOf('fetchOurs', video);
  const cases = [
    { name: 'plain', page: 'fetchPlain', isByRanges: false },
    { name: 'ours', page: 'fetchOurs', isByRanges: false },
    { name: 'plainByRanges', page: 'fetchPlain', isByRanges: true },
    { name: 'oursByRanges', page: 'fetchOurs', isByRanges: true },
  ] as const;
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, page, isByRanges } of cases) {
      const before = await app.counts();
      fetched[name].megabytesPerSecond.push(await app.call(page, 'fetchAll', url, isByRanges));
      const after = await app.counts();
      fetched[name].mainCpuMilliseconds.push(after.cpuMilliseconds - before.cpuMilliseconds);
      fetched[name].mainThreadDelayP99Milliseconds.push(after.delayP99Milliseconds);
    }
  }
  return fetched;
}
