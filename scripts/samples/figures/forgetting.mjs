/** Figures for “The forgetting curve”. */
import { arrow, circle, from, line, path, polyline, rect, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** @typedef {import('../draw.mjs').Point} Point */

/** Savings in per cent that Ebbinghaus measured (1885, chapter VII), by hours since learning. */
const measured = [
  { hours: 1 / 3, saved: 58.2, label: '20 min' },
  { hours: 1.05, saved: 44.2, label: '1 hour' },
  { hours: 8.8, saved: 35.8, label: '9 hours' },
  { hours: 24, saved: 33.7, label: '1 day' },
  { hours: 48, saved: 27.8, label: '2 days' },
  { hours: 144, saved: 25.4, label: '6 days' },
  { hours: 744, saved: 21.1, label: '31 days' },
];

/** Cards with syllables that mean nothing. */
export function nonsenseList() {
  const syllables = ['ZOF', 'KAB', 'MEP', 'LUD', 'TIR', 'WOX', 'DAK', 'NEF', 'PUG', 'SIB'];
  return syllables
    .map((syllable, index) => {
      const x = (index % 5) * 222;
      const y = 40 + Math.floor(index / 5) * 180;
      return (
        rect(x, y, 200, 140, { fill: palette.white, stroke: palette.hairline, radius: 12 }) +
        text(x + 100, y + 86, syllable, { anchor: 'middle', size: 46, serif: true })
      );
    })
    .join('');
}

/** Time for learning, and the shorter time for learning again. */
export function savings() {
  const width = 1000;
  const rest = width * 0.66;
  const first = text(0, 56, 'The first time') + rect(0, 76, width, 72, { fill: palette.stone, radius: 8 });
  const again = text(0, 226, 'Once more, a day later') + rect(0, 246, rest, 72, { fill: palette.green, radius: 8 });
  const saved =
    rect(rest + 4, 246, width - rest - 4, 72, { stroke: palette.green, dash: '6 8', radius: 8 }) +
    text((rest + width) / 2, 293, 'saved: a third', { anchor: 'middle', size: 28, color: palette.green, weight: 600 });
  return (
    first +
    from(1, again) +
    from(2, saved, text(0, 380, 'Time until the list is known by heart', { color: palette.muted }))
  );
}

/** The measured curve over seven unequal steps of time. */
export function curve() {
  const x = (/** @type {number} */ index) => 130 + index * 150;
  const y = (/** @type {number} */ saved) => 336 - saved * 2.9;
  const grid = [0, 50, 100]
    .map(
      (value) =>
        line(80, y(value), 1088, y(value), { color: palette.hairline, width: 2 }) +
        text(60, y(value) + 8, String(value), { anchor: 'end', color: palette.muted }),
    )
    .join('');
  const labels = measured
    .map((point, index) => text(x(index), 378, point.label, { anchor: 'middle', color: palette.muted }))
    .join('');
  /** @type {Point[]} */
  const points = measured.map((point, index) => [x(index), y(point.saved)]);
  const dots = points
    .map(
      ([left, top], index) =>
        circle(left, top, 9, { fill: palette.green }) +
        text(left + 6, top - 22, String(Math.round(measured[index]?.saved ?? 0)), {
          anchor: 'middle',
          weight: 600,
          color: palette.green,
        }),
    )
    .join('');
  return (
    grid +
    labels +
    text(80, 24, '% of the work saved', { color: palette.muted }) +
    from(1, polyline(points, { color: palette.green, width: 5 }), dots)
  );
}

/** Each return lifts the memory, and it falls more slowly afterwards. */
export function returns() {
  const left = 60;
  const floor = 330;
  const spans = [
    { start: 0, end: 120, speed: 62 },
    { start: 120, end: 340, speed: 150 },
    { start: 340, end: 660, speed: 330 },
    { start: 660, end: 1000, speed: 900 },
  ];
  const drawn = spans.map((span, index) => {
    /** @type {Point[]} */
    const points = Array.from({ length: 41 }, (_, at) => {
      const time = ((span.end - span.start) * at) / 40;
      return [left + span.start + time, floor - 270 * Math.exp(-time / span.speed)];
    });
    const end = points.at(-1) ?? [0, 0];
    const lift =
      index < spans.length - 1
        ? arrow(end[0], end[1] - 4, end[0], floor - 264, { color: palette.stone, width: 2.5 })
        : '';
    return { curve: polyline(points, { color: index === 0 ? palette.ink : palette.green, width: 5 }), lift };
  });
  const axes =
    line(left, 30, left, floor, { color: palette.stone }) +
    line(left, floor, 1088, floor, { color: palette.stone }) +
    text(1088, 372, 'time', { anchor: 'end', color: palette.muted });
  const marks = spans
    .slice(1)
    .map(
      (span) =>
        circle(left + span.start, floor, 7, { fill: palette.green }) +
        text(left + span.start, 372, 'review', { anchor: 'middle', color: palette.muted }),
    );
  return (
    axes +
    (drawn[0]?.curve ?? '') +
    from(1, drawn[0]?.lift ?? '', drawn[1]?.curve ?? '', marks[0] ?? '') +
    from(
      2,
      drawn[1]?.lift ?? '',
      drawn[2]?.curve ?? '',
      marks[1] ?? '',
      drawn[2]?.lift ?? '',
      drawn[3]?.curve ?? '',
      marks[2] ?? '',
    )
  );
}

/** The cover: a falling curve. @param {string} tone */
export function forgettingCover(tone) {
  const curveLine = path('M200 130 C240 300 360 360 780 386', { color: tone, width: 26 });
  return curveLine + circle(200, 130, 34, { fill: tone }) + line(190, 440, 780, 440, { color: tone, width: 6 });
}

/** The course's cover: curves that fall more slowly each time. @param {string} tone */
export function memoryCover(tone) {
  const arcs = [
    'M150 150 C165 300 190 350 250 372',
    'M250 150 C275 270 330 330 440 352',
    'M440 150 C490 230 600 280 810 300',
  ];
  return (
    arcs.map((d) => path(d, { color: tone, width: 18 })).join('') +
    [150, 250, 440].map((x) => circle(x, 150, 26, { fill: tone })).join('') +
    line(150, 420, 810, 420, { color: tone, width: 6 })
  );
}
