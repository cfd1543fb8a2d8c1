import { atMost, median, percentile } from '../support/report.ts';
import type { Goal } from '../support/report.ts';
import type { ImportTimes } from './import.ts';
import type { Starts } from './start.ts';
import type { WindowTimes } from './window.ts';

/** All that one run measured. */
export interface LibraryTaken {
  readonly starts: Starts;
  readonly window: WindowTimes;
  readonly calls: Readonly<Record<string, number>>;
  readonly findMs: Readonly<Record<string, readonly number[]>>;
  readonly imported: ImportTimes;
  readonly libraryBytes: number;
  readonly lectureCount: number;
  /** Catalogue and captions as they came, without anything that is made of them. */
  readonly contentBytes: number;
}

const longFrameMs = (1000 / 60) * 1.5;

/** Every figure by its name. */
export function metricsOf(taken: LibraryTaken): Record<string, number> {
  const { starts, window, imported } = taken;
  const metrics: Record<string, number> = { ...taken.calls };
  for (const [who, times] of [
    ['ours', starts.ours],
    ['hello', starts.hello],
  ] as const) {
    metrics[`start.${who}.firstRowMs.p50`] = median(times.map(({ paintedMs }) => paintedMs));
    metrics[`start.${who}.clickedMs.p50`] = median(times.map(({ clickedMs }) => clickedMs));
  }
  for (const [who, { gapsMs, nodeCount }] of [
    ['courses', window.courses],
    ['boxes', window.boxes],
  ] as const) {
    metrics[`scroll.${who}.frames`] = gapsMs.length;
    metrics[`scroll.${who}.longFrames`] = gapsMs.filter((gap) => gap > longFrameMs).length;
    metrics[`scroll.${who}.over33Ms`] = gapsMs.filter((gap) => gap > 34).length;
    metrics[`scroll.${who}.gapMs.p95`] = percentile(gapsMs, 0.95);
    metrics[`scroll.${who}.nodes`] = nodeCount;
  }
  for (const [name, times] of Object.entries(window.keys)) addShares(metrics, `keyToRow.${name}Ms`, times);
  for (const [name, times] of Object.entries(taken.findMs)) addShares(metrics, `find.${name}Ms`, times);
  for (const [name, value] of Object.entries<number>({ ...imported })) metrics[`import.${name}`] = value;
  metrics['size.libraryBytes'] = taken.libraryBytes;
  metrics['size.bytesPerLecture'] = taken.libraryBytes / taken.lectureCount;
  metrics['size.contentBytes'] = taken.contentBytes;
  metrics['size.libraryToContent'] = taken.libraryBytes / taken.contentBytes;
  return metrics;
}

function addShares(metrics: Record<string, number>, name: string, times: readonly number[]): void {
  metrics[`${name}.count`] = times.length;
  for (const [share, text] of [
    [0.5, 'p50'],
    [0.95, 'p95'],
    [1, 'most'],
  ] as const)
    metrics[`${name}.${text}`] = percentile(times, share);
}

/** The goals of issue 6, point 8. */
export function goalsOf(metrics: Readonly<Record<string, number>>): readonly Goal[] {
  const of = (name: string): number => metrics[name] ?? Number.NaN;
  const share = (name: string, other: string): number => of(name) / of(other);
  return [
    atMost('first row, ours to hello', share('start.ours.firstRowMs.p50', 'start.hello.firstRowMs.p50'), 1.2),
    atMost('first click answered, ours to hello', share('start.ours.clickedMs.p50', 'start.hello.clickedMs.p50'), 1.3),
    atMost('scroll of all courses: frames over 33 ms', of('scroll.courses.over33Ms'), 0),
    atMost('key to row p95, ms (goal of a million rows)', of('keyToRow.wordsMs.p95'), 33),
    atMost('key to row p95 with the word in every row, ms', of('keyToRow.everywhereMs.p95'), 33),
    atMost('SQL of searching, ours to the shell', of('sql.oursToShell'), 1.2),
    atMost('first page of the history, ms', of('historyFirstPage.p95Ms'), 20),
    atMost('import and index of the catalogue, ms', of('import.wholeMs'), 3000),
    atMost('longest block of the main thread during the import, ms', of('import.longestBlockMs'), 8),
  ];
}
