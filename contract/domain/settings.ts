import { z } from 'zod';
import { CaptionStyle, usualCaptionStyle } from './caption-style.ts';
import { Language, Quality } from './course.ts';
import { historyRetentionChoicesDays } from './history.ts';
import { networkRetentionChoicesDays } from './network.ts';
import { PlayerKeys, WindowBounds } from './stage.ts';
import { completedShares, rateBounds, skipChoicesSeconds } from './study.ts';

const DayMinute = z.int().min(0).max(1439);

export const Settings = z.object({
  language: z.enum(['system', 'en', 'ru']),
  theme: z.enum(['system', 'light', 'dark']),
  downloadQuality: Quality,
  captionsOn: z.boolean(),
  /** 0 to 1. */
  volume: z.number().min(0).max(1),
  muted: z.boolean(),
  /** The usual speed, 1 is normal; a course may have its own. */
  playbackRate: z.number().min(rateBounds.least).max(rateBounds.most),
  /** How many lectures are fetched at a time. */
  downloadConcurrency: z.int().min(1).max(6),
  /** All downloads together; null: as fast as the line. */
  downloadLimitBytesPerSecond: z.int().min(16_384).max(1e9).nullable(),
  /** Downloads run only in this part of the day, in minutes since midnight, local time; over midnight when `fromMinute` is the later. */
  downloadNight: z.strictObject({ fromMinute: DayMinute, toMinute: DayMinute }).nullable(),
  /** Nothing is fetched until the person goes on. */
  downloadsPaused: z.boolean(),
  /** The computer is kept from sleeping while something is fetched. */
  downloadKeepsAwake: z.boolean(),
  /** The system tells when the last download has ended. */
  downloadNotifies: z.boolean(),
  /** Whether lectures are fetched over a line that costs by the amount: only after asking, always, or never. */
  downloadMetered: z.enum(['ask', 'always', 'never']),
  /** Whether the line costs by the amount: what the system says, or what the person says of it. */
  lineIsMetered: z.enum(['as-the-system-says', 'yes', 'no']),
  /** The most that downloads of all accounts may take, those in the bin too; null: as much as there is. */
  downloadCapBytes: z.int().min(100_000_000).max(1e15).nullable(),
  /** What is to stay free on the disk; null: nothing. */
  downloadFloorBytes: z.int().min(100_000_000).max(1e15).nullable(),
  /** Days after which a lecture that was watched to its end goes to the bin: at once, later, or never. */
  removeWatchedAfterDays: z.literal([0, 1, 7]).nullable(),
  /** How much of a lecture must be watched for it to count as watched. */
  completedShare: z.literal(completedShares),
  /** How far one press goes back and forward. */
  skipBackSeconds: z.literal(skipChoicesSeconds),
  skipForwardSeconds: z.literal(skipChoicesSeconds),
  /** Silences are jumped over. */
  skipSilence: z.boolean(),
  /** The lecture stands still while a note is written. */
  notePauses: z.boolean(),
  captionStyle: CaptionStyle,
  /** The captions picked last; null: the language of the app. Kept also while a lecture has none in it. */
  captionLanguage: Language.nullable(),
  /** Captions shown above the others, smaller; null: one language only. */
  captionSecondLanguage: Language.nullable(),
  /** The next lecture begins by itself, after a countdown. */
  autoplayNext: z.boolean(),
  playerKeys: PlayerKeys,
  /** Keys that write a sign work alone, without Ctrl or Alt (WCAG 2.2, 2.1.4). */
  playerSingleKeys: z.boolean(),
  /** What was searched for is kept, to be picked again. */
  searchHistory: z.boolean(),
  /** Where the mini window was last; null: never opened. */
  miniWindow: WindowBounds.nullable(),
  /** What is watched goes into the watch history. */
  keepHistory: z.boolean(),
  /** After so many days an entry of the history is deleted; null: only by the person. */
  historyRetentionDays: z.literal(historyRetentionChoicesDays).nullable(),
  /** After so many days a request leaves the list of what went over the network. */
  networkRetentionDays: z.literal(networkRetentionChoicesDays),
  /** Courses are recommended by what was watched; off, nothing is computed and nothing of it is kept. */
  recommendations: z.boolean(),
});
/** What a person chose for this computer; holds nothing about what they learn. */
export type Settings = z.infer<typeof Settings>;

/** What holds before anything was chosen. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  downloadQuality: '720p',
  captionsOn: true,
  volume: 1,
  muted: false,
  playbackRate: 1,
  downloadConcurrency: 2,
  downloadLimitBytesPerSecond: null,
  downloadNight: null,
  downloadsPaused: false,
  downloadKeepsAwake: false,
  downloadNotifies: true,
  downloadMetered: 'ask',
  lineIsMetered: 'as-the-system-says',
  downloadCapBytes: null,
  downloadFloorBytes: null,
  removeWatchedAfterDays: null,
  completedShare: 0.9,
  skipBackSeconds: 10,
  skipForwardSeconds: 10,
  skipSilence: false,
  notePauses: false,
  captionStyle: usualCaptionStyle,
  captionLanguage: null,
  captionSecondLanguage: null,
  autoplayNext: true,
  playerKeys: { preset: 'lectoroom', changed: {} },
  playerSingleKeys: true,
  searchHistory: false,
  miniWindow: null,
  keepHistory: true,
  historyRetentionDays: null,
  networkRetentionDays: 30,
  recommendations: true,
};
