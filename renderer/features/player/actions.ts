import { assertNever } from '../../../contract/result.ts';
import { type ChapterSpan, chapterTarget } from './chapters.ts';
import type { PlayerCommand } from './keyboard.ts';

/** What was just done, for the word on the picture. */
export type Feedback =
  | { readonly kind: 'play' | 'pause' | 'muted' | 'unmuted' }
  | { readonly kind: 'seek'; readonly ms: number }
  | { readonly kind: 'place'; readonly positionMs: number }
  | { readonly kind: 'volume'; readonly volume: number }
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'captions'; readonly on: boolean }
  | { readonly kind: 'chapter'; readonly title: string };

export interface PlayerDeps {
  readonly video: () => HTMLVideoElement | null;
  readonly spans: readonly ChapterSpan[];
  readonly durationMs: () => number;
  readonly toggleCaptions: () => boolean | null;
  readonly goTo: (to: 'next' | 'previous') => void;
  readonly showHelp: () => void;
  readonly feedback: (what: Feedback) => void;
}

/** Everything the player can be asked to do. */
export interface PlayerActions {
  run(command: PlayerCommand): void;
  seekTo(positionMs: number): void;
  setVolume(volume: number): void;
  setRate(rate: number): void;
}

const frameSeconds = 1 / 25;
const rates = { least: 0.25, most: 4 } as const;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Makes the actions of one lecture on one video element. */
export function createPlayerActions(deps: PlayerDeps): PlayerActions {
  const withVideo = (work: (video: HTMLVideoElement) => void): void => {
    const video = deps.video();
    if (video) work(video);
  };
  const seekTo = (positionMs: number): void => {
    withVideo((video) => {
      video.currentTime = clamp(positionMs, 0, deps.durationMs()) / 1000;
    });
  };
  const setVolume = (volume: number): void => {
    withVideo((video) => {
      video.volume = hundredths(clamp(volume, 0, 1));
      video.muted = video.volume === 0;
    });
  };
  const setRate = (rate: number): void => {
    withVideo((video) => {
      video.playbackRate = hundredths(clamp(rate, rates.least, rates.most));
    });
  };

  const run = (command: PlayerCommand): void => {
    const video = deps.video();
    if (!video) return;
    switch (command.kind) {
      case 'toggle-play':
        if (video.paused) void video.play().catch(() => undefined);
        else video.pause();
        deps.feedback({ kind: video.paused ? 'pause' : 'play' });
        return;
      case 'seek-by':
        seekTo(video.currentTime * 1000 + command.ms);
        deps.feedback({ kind: 'seek', ms: command.ms });
        return;
      case 'seek-share': {
        const positionMs = deps.durationMs() * command.share;
        seekTo(positionMs);
        deps.feedback({ kind: 'place', positionMs });
        return;
      }
      case 'volume-by':
        setVolume(video.volume + command.step);
        deps.feedback({ kind: 'volume', volume: video.volume });
        return;
      case 'mute':
        video.muted = !video.muted;
        deps.feedback({ kind: video.muted ? 'muted' : 'unmuted' });
        return;
      case 'full-screen':
        toggleFullScreen();
        return;
      case 'captions': {
        const on = deps.toggleCaptions();
        if (on !== null) deps.feedback({ kind: 'captions', on });
        return;
      }
      case 'picture':
        togglePicture(video);
        return;
      case 'rate-by':
        setRate(video.playbackRate + command.step);
        deps.feedback({ kind: 'rate', rate: video.playbackRate });
        return;
      case 'frame':
        video.pause();
        seekTo((video.currentTime + command.by * frameSeconds) * 1000);
        return;
      case 'lecture':
        deps.goTo(command.to);
        return;
      case 'chapter': {
        const targetMs = chapterTarget(deps.spans, video.currentTime * 1000, command.to);
        if (targetMs === null) return;
        seekTo(targetMs);
        const title = deps.spans.find((span) => span.startMs === targetMs)?.title;
        deps.feedback(title ? { kind: 'chapter', title } : { kind: 'place', positionMs: targetMs });
        return;
      }
      case 'help':
        deps.showHelp();
        return;
      default:
        assertNever(command);
    }
  };
  return { run, seekTo, setVolume, setRate };
}

/** The whole document goes full screen, so that menus and dialogs go with it. */
function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  else void document.documentElement.requestFullscreen().catch(() => undefined);
}

function togglePicture(video: HTMLVideoElement): void {
  if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined);
  else void video.requestPictureInPicture().catch(() => undefined);
}
