import { z } from 'zod';
import { Quality } from './course.ts';

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
};
