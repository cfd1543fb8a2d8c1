import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Settings } from '../../../../contract/domain/settings.ts';
import type { Span } from '../../../../contract/domain/span.ts';
import type { SilenceView, StudyView } from '../../../../contract/domain/study.ts';
import type { PlaybackPlan } from '../../../../contract/domain/views.ts';
import { ask, listen } from '../../../lib/api.ts';
import { createFrameClock, followFrames } from './frame-clock.ts';
import { type Loop, type LoopStep, loopBack, noLoop, stepLoop } from './loop.ts';
import { silenceEnd } from './skip-silence.ts';
import { useTicks } from './use-ticks.ts';
import { useWatched, type Watched } from './use-watched.ts';

/** The speed of a lecture: the course's own, if it has one, before the usual one. */
export interface StudyRate {
  readonly course: number | null;
  readonly usual: number;
  /** Keeps the speed for the course; the usual one is not the course's own. */
  readonly keep: (rate: number) => void;
  /** What plays now becomes the usual speed, for every course without its own. */
  readonly makeUsual: (rate: number) => void;
}

/** How a lecture is studied: everything between the picture and the controls that are about it. */
export interface Study {
  readonly watched: Watched;
  readonly rate: StudyRate;
  readonly silence: SilenceView;
  readonly skipsSilence: boolean;
  readonly setSkipsSilence: (on: boolean) => void;
  /** The silences that are jumped over: none while that is off. */
  readonly skipped: readonly Span[];
  readonly loop: Loop;
  readonly setLoop: (step: LoopStep) => Loop;
  readonly frameSeconds: () => number;
  readonly skipMs: (to: 'back' | 'forward') => number;
}

const noSpans: readonly Span[] = [];

/** Puts it all together for one lecture on one video. */
export function useStudy(
  video: HTMLVideoElement | null,
  plan: PlaybackPlan,
  study: StudyView,
  settings: Settings,
): Study {
  const watched = useWatched(video, plan.lectureId, study);
  const rate = useRate(plan, study.courseRate, settings.playbackRate);
  const silence = useSilence(plan, study.silence);
  const [skipsSilence, setSkips] = useState(settings.skipSilence);
  const [loop, setLoopState] = useState<Loop>(noLoop);
  const [frames] = useState(createFrameClock);
  const loopNow = useRef(loop);
  const { collector } = watched;
  const skipped = skipsSilence && silence.kind === 'ready' ? silence.spans : noSpans;

  useEffect(() => (video ? followFrames(video, frames) : undefined), [video, frames]);
  useTicks(video, (from) => {
    if (from.seeking) return;
    const positionMs = from.currentTime * 1000;
    const backMs = loopBack(loopNow.current, positionMs, from.playbackRate);
    if (backMs !== null && (!from.paused || from.ended)) {
      from.currentTime = backMs / 1000;
      if (from.paused) void from.play().catch(() => undefined);
      return;
    }
    const endMs = from.paused ? null : silenceEnd(skipped, positionMs, loopNow.current);
    if (endMs === null) return;
    collector.skipTo(endMs);
    from.currentTime = endMs / 1000;
  });

  const setLoop = useCallback(
    (step: LoopStep): Loop => {
      loopNow.current = stepLoop(loopNow.current, step, (video?.currentTime ?? 0) * 1000);
      setLoopState(loopNow.current);
      return loopNow.current;
    },
    [video],
  );
  const setSkipsSilence = useCallback((on: boolean) => {
    setSkips(on);
    void ask('settings.update', { skipSilence: on }).catch(() => undefined);
  }, []);
  const { frameSeconds } = frames;
  const { skipBackSeconds, skipForwardSeconds } = settings;
  const skipMs = useCallback(
    (to: 'back' | 'forward') => (to === 'back' ? -skipBackSeconds : skipForwardSeconds) * 1000,
    [skipBackSeconds, skipForwardSeconds],
  );
  return { watched, rate, silence, skipsSilence, setSkipsSilence, skipped, loop, setLoop, frameSeconds, skipMs };
}

function useRate({ courseId }: PlaybackPlan, kept: number | null, usualKept: number): StudyRate {
  const [course, setCourse] = useState(kept);
  const [usual, setUsual] = useState(usualKept);
  return useMemo(() => {
    const change = (rate: number | null): void => {
      setCourse(rate);
      void ask('study.setRate', { courseId, rate }).catch(() => undefined);
    };
    return {
      course,
      usual,
      keep: (rate) => {
        if (rate !== (course ?? usual)) change(rate === usual ? null : rate);
      },
      makeUsual: (rate) => {
        setUsual(rate);
        void ask('settings.update', { playbackRate: rate }).catch(() => undefined);
        change(null);
      },
    };
  }, [courseId, course, usual]);
}

function useSilence({ lectureId }: PlaybackPlan, known: SilenceView): SilenceView {
  const [silence, setSilence] = useState(known);
  useEffect(
    () =>
      listen('study.silenceReady', (found) => {
        if (found.lectureId !== lectureId) return;
        ask('study.read', { lectureId })
          .then((study) => {
            setSilence(study.silence);
          })
          .catch(() => undefined);
      }),
    [lectureId],
  );
  return silence;
}
