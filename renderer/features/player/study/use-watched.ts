import { useCallback, useEffect, useState } from 'react';
import type { LectureId } from '../../../../contract/domain/ids.ts';
import { mergeSpans, type Span } from '../../../../contract/domain/span.ts';
import type { StudyView } from '../../../../contract/domain/study.ts';
import { ask } from '../../../lib/api.ts';
import { useMarkWatched } from '../../../lib/mark-watched.ts';
import { useTicks } from './use-ticks.ts';
import { createWatchCollector, type WatchCollector } from './watch-collector.ts';

/** What was watched of a lecture, up to this second. */
export interface Watched {
  readonly spans: readonly Span[];
  readonly completed: boolean;
  readonly collector: WatchCollector;
  /** Tells main where the person is and what was watched since it was last told. */
  readonly save: (positionMs: number) => void;
  /** Counts the lecture as watched or not, by hand; a notice offers the way back. */
  readonly mark: (completed: boolean) => void;
}

const showEveryMs = 1000;

/** Collects what is watched from the picture itself. */
export function useWatched(video: HTMLVideoElement | null, lectureId: LectureId, study: StudyView): Watched {
  const [collector] = useState(createWatchCollector);
  const [before, setBefore] = useState(study.watched);
  const [completed, setCompleted] = useState(study.completed);
  const [spans, setSpans] = useState(study.watched);

  const advance = useCallback(
    (from: HTMLVideoElement) => {
      if (from.paused || from.seeking || from.readyState < 2) return;
      collector.advance(from.currentTime * 1000, performance.now(), from.playbackRate);
    },
    [collector],
  );
  useTicks(video, advance);
  useEffect(() => {
    if (!video) return undefined;
    const show = (): void => {
      setSpans(mergeSpans([...before, ...collector.all()]));
    };
    const pause = (): void => {
      // Paused already, so `advance` would not look: the last moments count too.
      if (!video.seeking) collector.advance(video.currentTime * 1000, performance.now(), video.playbackRate);
      collector.pause();
      show();
    };
    const jump = (): void => {
      collector.jump(video.currentTime * 1000);
    };
    show();
    const timer = setInterval(() => {
      if (!video.paused) show();
    }, showEveryMs);
    video.addEventListener('pause', pause);
    video.addEventListener('seeking', jump);
    return () => {
      clearInterval(timer);
      video.removeEventListener('pause', pause);
      video.removeEventListener('seeking', jump);
    };
  }, [video, collector, before]);

  const save = useCallback(
    (positionMs: number) => {
      const watched = collector.take();
      ask('playback.savePosition', { lectureId, positionMs, watched })
        .then((answer) => {
          setCompleted(answer.completed);
        })
        .catch(() => {
          collector.giveBack(watched);
        });
    },
    [collector, lectureId],
  );
  const mark = useMarkWatched(lectureId, (next) => {
    setCompleted(next.completed);
    if (!next.completed) collector.clear();
    setBefore(next.completed ? mergeSpans([...before, ...next.watched]) : next.watched);
  });
  return { spans, completed, collector, save, mark };
}
