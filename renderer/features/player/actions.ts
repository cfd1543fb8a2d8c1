import { rateBounds } from '../../../contract/domain/study.ts';
import { assertNever } from '../../../contract/result.ts';
import { type ChapterSpan, chapterTarget } from './chapters.ts';
import type { PlayerCommand, StageCommand } from './keyboard.ts';
import type { StageWord } from './stage/stage-words.ts';
import type { Loop, LoopStep } from './study/loop.ts';

/** What was just done, for the word on the picture. */
export type Feedback =
  | { readonly kind: 'play' | 'pause' | 'muted' | 'unmuted' }
  | { readonly kind: 'seek'; readonly ms: number }
  | { readonly kind: 'place'; readonly positionMs: number }
  | { readonly kind: 'volume'; readonly volume: number }
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'loop'; readonly loop: Loop }
  | { readonly kind: 'captions'; readonly on: boolean }
  | { readonly kind: 'chapter'; readonly title: string }
  | { readonly kind: 'stage'; readonly word: StageWord };

export interface PlayerDeps {
  readonly video: () => HTMLVideoElement | null;
  readonly spans: readonly ChapterSpan[];
  readonly durationMs: () => number;
  readonly toggleCaptions: () => boolean | null;
  readonly goTo: (to: 'next' | 'previous') => void;
  readonly addNote: (what: 'note' | 'bookmark') => void;
  readonly showHelp: () => void;
  readonly feedback: (what: Feedback) => void;
  /** How far one press skips, in milliseconds; negative backwards. */
  readonly skipMs: (to: 'back' | 'forward') => number;
  readonly frameSeconds: () => number;
  readonly setLoop: (step: LoopStep) => Loop;
  /** The person chose a speed. */
  readonly keepRate: (rate: number) => void;
  /** Windows, full screen and the sleep timer. */
  readonly stage?: (command: StageCommand, video: HTMLVideoElement) => void;
}

/** Everything the player can be asked to do. */
export interface PlayerActions {
  run(command: PlayerCommand): void;
  seekTo(positionMs: number): void;
  setVolume(volume: number): void;
  setRate(rate: number): void;
}

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
      video.playbackRate = hundredths(clamp(rate, rateBounds.least, rateBounds.most));
      deps.keepRate(video.playbackRate);
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
      case 'skip': {
        const ms = deps.skipMs(command.to);
        seekTo(video.currentTime * 1000 + ms);
        deps.feedback({ kind: 'seek', ms });
        return;
      }
      case 'loop':
        deps.feedback({ kind: 'loop', loop: deps.setLoop(command.step) });
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
      case 'play':
        void video.play().catch(() => undefined);
        deps.feedback({ kind: 'play' });
        return;
      case 'pause':
        video.pause();
        deps.feedback({ kind: 'pause' });
        return;
      case 'full-screen':
      case 'theatre':
      case 'picture':
      case 'mini':
      case 'sleep':
        deps.stage?.(command.kind, video);
        return;
      case 'captions': {
        const on = deps.toggleCaptions();
        if (on !== null) deps.feedback({ kind: 'captions', on });
        return;
      }
      case 'rate-by':
        setRate(video.playbackRate + command.step);
        deps.feedback({ kind: 'rate', rate: video.playbackRate });
        return;
      case 'frame':
        video.pause();
        seekTo((video.currentTime + command.by * deps.frameSeconds()) * 1000);
        deps.feedback({ kind: 'place', positionMs: video.currentTime * 1000 });
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
      case 'add-note':
        deps.addNote(command.what);
        return;
      case 'help':
        deps.showHelp();
        return;
      default:
        assertNever(command);
    }
  };
  return { run, seekTo, setVolume, setRate };
}
