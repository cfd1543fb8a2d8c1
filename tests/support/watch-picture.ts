import type { Page } from 'playwright';

/** What was seen of the picture since `watchPicture`. */
export interface SeenPicture {
  /** The worst jump of the place from one frame of the window to the next: how far it went more or less than the time between them, in seconds. */
  readonly worstJumpSeconds: number;
  /** Longest time without a new place, in milliseconds. */
  readonly longestStandMs: number;
  /** What the picture that is followed told that is no undisturbed playing. */
  readonly events: readonly string[];
  readonly count: number;
}

/** Follows the place of the picture with every frame, whichever video shows it. */
export async function watchPicture(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { samples: [] as { atMs: number; seconds: number; rate: number }[], events: [] as string[] };
    Object.assign(globalThis, { seenPicture: seen });
    const shown = () => document.querySelector<HTMLVideoElement>('video:not([data-source])');
    for (const name of ['waiting', 'stalled', 'pause', 'seeking', 'emptied', 'error'])
      document.addEventListener(
        name,
        ({ target }) => {
          const video = shown();
          if (video && target === video) seen.events.push(`${name} in ${video.videoHeight}p`);
        },
        true,
      );
    const look = (): void => {
      const video = shown();
      if (video) seen.samples.push({ atMs: performance.now(), seconds: video.currentTime, rate: video.playbackRate });
      requestAnimationFrame(look);
    };
    look();
  });
}

/** What was seen until now. */
export async function seenPicture(page: Page): Promise<SeenPicture> {
  return await page.evaluate(() => {
    const { seenPicture: seen } = globalThis as unknown as {
      seenPicture: { samples: { atMs: number; seconds: number; rate: number }[]; events: string[] };
    };
    const [first] = seen.samples;
    if (first === undefined) throw new Error('there was no picture');
    let worstJumpSeconds = 0;
    let longestStandMs = 0;
    let last = first;
    let moved = first;
    for (const sample of seen.samples) {
      const due = last.seconds + ((sample.atMs - last.atMs) / 1000) * sample.rate;
      worstJumpSeconds = Math.max(worstJumpSeconds, Math.abs(sample.seconds - due));
      longestStandMs = Math.max(longestStandMs, sample.atMs - moved.atMs);
      if (sample.seconds !== moved.seconds) moved = sample;
      last = sample;
    }
    return { worstJumpSeconds, longestStandMs, events: seen.events, count: seen.samples.length };
  });
}
