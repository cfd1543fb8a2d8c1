// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LectureId } from '../../../../contract/domain/ids.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { samplePlan } from '../../../lib/testing/player-bench.ts';
import { createFakeBridge } from '../../../lib/testing/fake-bridge.ts';
import type { PlayerActions } from '../actions.ts';
import { useMediaSession } from '../use-media-session.ts';
import type { VideoState } from '../use-video-state.ts';

const plan: PlaybackPlan = {
  ...samplePlan,
  positionMs: 0,
  nextLectureId: 'l2' as LectureId,
};
const state: VideoState = {
  ready: true,
  playing: true,
  waiting: false,
  starved: false,
  ended: false,
  failed: false,
  undecodable: false,
  hasPicture: true,
  positionMs: 120_000,
  durationMs: 100_000,
  bufferedMs: 0,
  volume: 1,
  muted: false,
  rate: 2,
};
const handlers = new Map<string, MediaSessionActionHandler | null>();
const session = {
  metadata: null as { readonly title: string; readonly artwork?: readonly { readonly src: string }[] } | null,
  playbackState: 'none',
  setActionHandler: (name: string, handler: MediaSessionActionHandler | null) => void handlers.set(name, handler),
  setPositionState: vi.fn<(state: MediaPositionState) => void>(),
};
beforeEach(() => {
  Object.defineProperty(navigator, 'mediaSession', { value: session, configurable: true });
  vi.stubGlobal('MediaMetadata', function MediaMetadata(words: object) {
    return words;
  });
  const artwork = () => ({ ok: true, value: { dataUrl: 'data:image/png;base64,AA==' } }) as const;
  Object.defineProperty(window, 'bridge', {
    value: createFakeBridge({ 'stage.artwork': artwork }),
    configurable: true,
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'mediaSession');
});

test('C6: the system hears title, cover and place, and play and pause are two commands', async () => {
  const run = vi.fn<PlayerActions['run']>();
  const actions: PlayerActions = { run, seekTo: vi.fn(), setVolume: vi.fn(), setRate: vi.fn() };
  const { unmount } = renderHook(() => {
    useMediaSession(plan, state, actions);
  });
  await waitFor(() => {
    expect(session.metadata?.artwork).toEqual([{ src: 'data:image/png;base64,AA==' }]);
  });
  expect(session.metadata?.title).toBe(plan.title);
  expect(session.playbackState).toBe('playing');
  expect(session.setPositionState).toHaveBeenLastCalledWith({ duration: 100, position: 100, playbackRate: 2 });
  handlers.get('play')?.({ action: 'play' });
  handlers.get('play')?.({ action: 'play' });
  handlers.get('pause')?.({ action: 'pause' });
  handlers.get('seekto')?.({ action: 'seekto', seekTime: 12 });
  expect(run.mock.calls.map(([command]) => command.kind)).toEqual(['play', 'play', 'pause']);
  expect(actions.seekTo).toHaveBeenCalledWith(12_000);
  expect(handlers.get('previoustrack')).toBeNull();
  expect(handlers.get('nexttrack')).toBeInstanceOf(Function);
  unmount();
  expect([...handlers.values()].every((handler) => handler === null)).toBe(true);
  expect(session.metadata).toBeNull();
});
