import { z } from 'zod';
import { Quality } from './course.ts';

const DayMinute = z.int().min(0).max(1439);

export const Settings = z.object({
  language: z.enum(['system', 'en', 'ru']),
  theme: z.enum(['system', 'light', 'dark']),
  downloadQuality: Quality,
  captionsOn: z.boolean(),
  /** 0 to 1. */
  volume: z.number().min(0).max(1),
  muted: z.boolean(),
  /** 1 is normal speed. */
  playbackRate: z.number().min(0.25).max(4),
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
};
