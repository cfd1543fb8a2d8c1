/** Figures for “From click to picture”. */
import { arrow, at, bentArrow, circle, from, line, polyline, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';
import { scene } from './frames.mjs';

/** A click on the bar becomes a time. */
export function clickToTime() {
  const x = 0.419 * 1088;
  const bar =
    rect(0, 168, 1088, 20, { fill: palette.hairline, radius: 10 }) +
    text(0, 236, '0:00', { color: palette.muted }) +
    text(1088, 236, '30:00', { color: palette.muted, anchor: 'end' });
  const click =
    rect(0, 168, x, 20, { fill: palette.green, radius: 10 }) +
    circle(x, 178, 22, { fill: palette.green }) +
    circle(x, 178, 8, { fill: palette.white });
  const sum =
    text(x, 112, '12:35', { anchor: 'middle', size: 52, serif: true }) +
    text(544, 346, '41.9 % of 1800 seconds = second 755', { anchor: 'middle', size: 32, serif: true });
  return bar + from(1, click) + from(2, sum);
}

/** The keyframe at or before the time. */
export function doorBefore() {
  const x = (/** @type {number} */ second) => 120 + (second - 750) * 141;
  const doors = repeat(
    4,
    (index) =>
      rect(x(750 + index * 2) - 10, 170, 20, 96, { fill: index === 2 ? palette.green : palette.leaf, radius: 4 }) +
      text(x(750 + index * 2), 314, `12:${30 + index * 2}`, { anchor: 'middle', color: palette.muted, size: 26 }),
  );
  const wanted =
    line(x(755), 96, x(755), 272, { width: 3 }) +
    text(x(755), 76, '12:35', { anchor: 'middle', size: 34, serif: true });
  const back =
    bentArrow([x(755) - 12, 150], [x(754.5), 96], [x(754) + 2, 158], { color: palette.green, width: 3 }) +
    text(x(754), 372, 'begin here', { anchor: 'middle', color: palette.green, weight: 600, size: 26 });
  return line(30, 218, 1058, 218, { color: palette.stone, width: 3 }) + doors + wanted + from(1, back);
}

/** Which bytes are fetched. */
export function neededBytes() {
  const x = (/** @type {number} */ megabytes) => (megabytes / 225) * 1088;
  const file =
    rect(0, 70, 1088, 64, { fill: palette.hairline, radius: 10 }) +
    text(0, 44, '0 MB', { color: palette.muted }) +
    text(1088, 44, '225 MB', { color: palette.muted, anchor: 'end' });
  const part = rect(x(94.25) - 4, 62, 9, 80, { fill: palette.green, radius: 3 });
  const zoom =
    polyline(
      [
        [x(94.25) - 4, 146],
        [230, 250],
      ],
      { color: palette.stone, width: 2 },
    ) +
    polyline(
      [
        [x(94.25) + 5, 146],
        [858, 250],
      ],
      { color: palette.stone, width: 2 },
    );
  const pieces = repeat(6, (index) =>
    rect(230 + index * 106, 258, 94, 64, { fill: index === 0 ? palette.green : palette.mist, radius: 8 }),
  );
  const words =
    text(230, 364, 'from byte 94 250 000', { size: 26, weight: 600, color: palette.green }) +
    text(858, 364, 'a few seconds ahead', { size: 26, anchor: 'end', color: palette.muted });
  return file + from(1, part, zoom, pieces) + from(2, words);
}

/** Twenty-five pictures in silence, then one on the screen. */
export function silentThenShown() {
  const silent = repeat(25, (index) =>
    rect(index * 25, 176, 19, 62, {
      fill: index === 0 ? palette.green : palette.sheet,
      stroke: index === 0 ? palette.green : palette.stone,
      width: 2,
      radius: 3,
    }),
  );
  const times =
    text(0, 282, '12:34', { color: palette.muted }) +
    text(308, 132, 'decoded, not shown', { anchor: 'middle', color: palette.muted });
  const screen =
    at(704, 86, `<g transform="scale(2.4)">${scene(0.6)}</g>`) +
    text(896, 372, '12:35', { anchor: 'middle', size: 34, serif: true });
  return silent + times + from(1, arrow(634, 207, 690, 207, { width: 3 }), screen);
}

/** While the hand moves, and when it lets go. */
export function fastOrExact() {
  const x = (/** @type {number} */ index) => 290 + index * 200;
  const drag = repeat(4, (index) => at(x(index), 30, scene(index / 4)));
  const dragNote =
    text(0, 74, 'While you drag', { size: 26 }) + text(0, 110, 'keyframes only', { color: palette.muted });
  const letGo =
    text(0, 290, 'When you let go', { size: 26 }) + text(0, 326, 'the exact picture', { color: palette.muted });
  const exact =
    at(x(2) - 60, 246, scene(0.62)) + rect(x(2) - 66, 240, 172, 112, { stroke: palette.green, width: 4, radius: 12 });
  const marks = line(x(0), 190, x(3) + 160, 190, { color: palette.hairline, width: 2 });
  return from(1, dragNote, drag) + from(2, marks, letGo, exact);
}

/** The cover: a bar, a knob and a pointer. @param {string} tone @param {string} ground */
export function clickCover(tone, ground) {
  const pointer = polyline(
    [
      [500, 300],
      [500, 408],
      [527, 382],
      [546, 424],
      [566, 415],
      [547, 374],
      [584, 372],
      [500, 300],
    ],
    { color: ground, width: 8, fill: tone },
  );
  return (
    rect(170, 232, 620, 22, { fill: tone, radius: 11 }) +
    rect(480, 232, 310, 22, { fill: ground, radius: 0 }) +
    line(520, 243, 779, 243, { color: tone, width: 6 }) +
    circle(480, 243, 44, { fill: tone }) +
    circle(480, 243, 16, { fill: ground }) +
    pointer
  );
}

/** The course's cover: frames on a line and a playhead among them. @param {string} tone @param {string} ground */
export function seekingCover(tone, ground) {
  const frames = repeat(5, (index) =>
    rect(
      130 + index * 144,
      186,
      124,
      168,
      index % 2 === 0 ? { fill: tone, radius: 14 } : { stroke: tone, width: 6, radius: 14 },
    ),
  );
  return (
    frames +
    rect(468, 96, 24, 348, { fill: ground, radius: 0 }) +
    line(480, 116, 480, 424, { color: tone, width: 8 }) +
    circle(480, 116, 24, { fill: tone })
  );
}
