import type { Shot } from './entry-shots.ts';

/** What is sent and stored. */
export const networkShots: readonly Shot[] = [
  ['network', '', '/privacy/network'],
  ['network-cookies', '', '/privacy/cookies'],
  ['network-processors', '', '/privacy/processors'],
];
