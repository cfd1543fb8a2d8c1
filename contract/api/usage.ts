import { z } from 'zod';

/** How many lectures were played on a day, too coarse to tell one person from another. */
export const lecturesPlayedSteps = ['0', '1-5', '6+'] as const;

export const UsageReport = z.object({
  /** The day that is told of, UTC. */
  day: z.iso.date(),
  appVersion: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  platform: z.enum(['windows', 'macos', 'linux']),
  lecturesPlayed: z.enum(lecturesPlayedSteps),
});
/** Body of `POST /v1/usage`, without a token: the service answers 204, and adds it to sums. */
export type UsageReport = z.infer<typeof UsageReport>;
