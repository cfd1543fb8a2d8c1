import type { Span } from '../../contract/domain/span.ts';
import { coverageOf, mergeSpans } from '../../contract/domain/span.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';

const durationMs = 100_000;

/** Answers about how a lecture was studied; ?silence=none|preparing|not-downloaded|unreadable, ?watched=all|nothing, ?course-rate=1.5. */
export function studyAnswers(asked: URLSearchParams): Answers {
  const all = asked.get('watched') === 'all';
  let watched: readonly Span[] =
    asked.get('watched') === 'nothing'
      ? []
      : mergeSpans([
          { startMs: 0, endMs: all ? durationMs : 41_000 },
          ...(all ? [] : [{ startMs: 63_000, endMs: 88_000 }]),
        ]);
  let completed = all;
  let courseRate = asked.has('course-rate') ? Number(asked.get('course-rate')) : null;
  const silence = asked.get('silence');
  return {
    'playback.savePosition': (input) => {
      watched = mergeSpans([...watched, ...input.watched]);
      return { ok: true, value: { coverage: coverageOf(watched, durationMs), completed } };
    },
    'playback.setCompleted': (input) => {
      const before = watched;
      completed = input.completed;
      watched = completed ? mergeSpans([...before, ...input.watched]) : input.watched;
      return { ok: true, value: { before } };
    },
    'study.read': () => ({
      ok: true,
      value: {
        watched,
        completed,
        courseRate,
        silence:
          silence === 'preparing' || silence === 'not-downloaded' || silence === 'unreadable'
            ? { kind: silence }
            : { kind: 'ready', spans: silence === 'none' ? [] : sampleSilences },
      },
    }),
    'study.setRate': ({ rate }) => {
      courseRate = rate;
      return { ok: true, value: null };
    },
  };
}

const sampleSilences: readonly Span[] = [9, 17, 31, 44, 58, 71, 83, 92].map((second) => ({
  startMs: second * 1000,
  endMs: second * 1000 + 1400,
}));
