/** Figures for «Случайные события» and «Что такое вероятность». */
import { at, circle, from, line, path, polyline, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** Where the pips of a die lie, in thirds of its face. @type {Record<number, [number, number][]>} */
const pips = {
  1: [[1, 1]],
  2: [
    [0, 0],
    [2, 2],
  ],
  3: [
    [0, 0],
    [1, 1],
    [2, 2],
  ],
  4: [
    [0, 0],
    [2, 0],
    [0, 2],
    [2, 2],
  ],
  5: [
    [0, 0],
    [2, 0],
    [1, 1],
    [0, 2],
    [2, 2],
  ],
  6: [
    [0, 0],
    [2, 0],
    [0, 1],
    [2, 1],
    [0, 2],
    [2, 2],
  ],
};

/** A face of a die in a square of the given size. @param {number} value @param {number} size @param {{ face: string, pip: string, edge?: string }} look */
export function die(value, size, look) {
  const dots = (pips[value] ?? []).map(([column, row]) =>
    circle(size * (0.26 + column * 0.24), size * (0.26 + row * 0.24), size * 0.085, { fill: look.pip }),
  );
  return (
    rect(0, 0, size, size, {
      fill: look.face,
      radius: size * 0.2,
      ...(look.edge ? { stroke: look.edge, width: size / 34 } : {}),
    }) + dots.join('')
  );
}

const quiet = { face: palette.white, pip: palette.ink, edge: palette.stone };
const chosen = { face: palette.green, pip: palette.white };

/** A row of six faces, some of them chosen. @param {number} x @param {number} y @param {number} size @param {number} gap @param {number[]} marked */
function faces(x, y, size, gap, marked) {
  return repeat(6, (index) =>
    at(x + index * (size + gap), y, die(index + 1, size, marked.includes(index + 1) ? chosen : quiet)),
  );
}

/** Six outcomes of one throw. */
export function sixOutcomes() {
  return (
    faces(24, 110, 140, 40, []) +
    from(
      1,
      line(24, 296, 1064, 296, { color: palette.green, width: 3 }),
      text(544, 346, 'все исходы опыта', { anchor: 'middle', size: 28, color: palette.green, weight: 600 }),
    )
  );
}

/** Two events as sets of outcomes. */
export function twoEvents() {
  const row = (
    /** @type {number} */ y,
    /** @type {string} */ name,
    /** @type {string} */ words,
    /** @type {number[]} */ marked,
  ) =>
    text(0, y + 46, name, { size: 36 }) +
    text(0, y + 88, words, { color: palette.muted }) +
    faces(372, y, 100, 23, marked);
  return (
    from(1, row(50, '*A*', 'выпало чётное', [2, 4, 6])) + from(2, row(250, '*B*', 'выпало больше четырёх', [5, 6]))
  );
}

/** And, or, not. */
export function andOrNot() {
  const column = (
    /** @type {number} */ x,
    /** @type {string} */ name,
    /** @type {string} */ outcomes,
    /** @type {string} */ picture,
  ) =>
    at(
      x,
      0,
      rect(0, 10, 316, 220, { fill: palette.white, stroke: palette.stone, radius: 12 }) +
        picture +
        text(158, 290, name, { anchor: 'middle', size: 30 }) +
        text(158, 344, outcomes, { anchor: 'middle', size: 28, color: palette.green, weight: 600 }),
    );
  const outline = circle(120, 120, 78, { stroke: palette.ink }) + circle(196, 120, 78, { stroke: palette.ink });
  const names =
    text(70, 128, '*A*', { anchor: 'middle', size: 28 }) + text(246, 128, '*B*', { anchor: 'middle', size: 28 });
  const lens = path('M158 51.9 A78 78 0 0 1 158 188.1 A78 78 0 0 1 158 51.9 Z', {
    fill: palette.leaf,
    color: palette.leaf,
    width: 0,
  });
  const both = circle(120, 120, 78, { fill: palette.leaf }) + circle(196, 120, 78, { fill: palette.leaf });
  const outside =
    rect(2, 12, 312, 216, { fill: palette.leaf, radius: 11 }) +
    circle(158, 120, 82, { fill: palette.white, stroke: palette.ink }) +
    text(158, 129, '*A*', { anchor: 'middle', size: 28 });
  return (
    from(1, column(0, '*A* и *B*', '6', lens + outline + names)) +
    from(2, column(386, '*A* или *B*', '2, 4, 5, 6', both + outline + names)) +
    from(3, column(772, 'не *A*', '1, 3, 5', outside))
  );
}

/** The certain and the impossible event. */
export function certainAndImpossible() {
  const row = (
    /** @type {number} */ y,
    /** @type {string} */ name,
    /** @type {string} */ words,
    /** @type {number[]} */ marked,
  ) =>
    text(0, y + 44, name, { size: 32, serif: true }) +
    text(0, y + 86, words, { color: palette.muted }) +
    faces(372, y, 100, 23, marked);
  return (
    from(1, row(50, 'Достоверное', 'выпало меньше семи', [1, 2, 3, 4, 5, 6])) +
    from(2, row(250, 'Невозможное', 'выпало семь', []))
  );
}

/** Favourable outcomes over all outcomes. */
export function favourable() {
  const share = from(
    2,
    text(446, 334, '*P*(*A*) =', { size: 46, serif: true, anchor: 'end' }),
    fractionOf(494, 318, '3', '6'),
    text(560, 334, '=', { size: 46, serif: true, anchor: 'middle' }),
    fractionOf(626, 318, '1', '2'),
  );
  return faces(74, 40, 130, 32, []) + from(1, faces(74, 40, 130, 32, [2, 4, 6])) + share;
}

/** @param {number} x @param {number} y @param {string} top @param {string} bottom */
function fractionOf(x, y, top, bottom) {
  return (
    text(x, y - 16, top, { anchor: 'middle', size: 44, serif: true }) +
    line(x - 26, y, x + 26, y) +
    text(x, y + 44, bottom, { anchor: 'middle', size: 44, serif: true })
  );
}

/** All pairs of two dice; those that make seven. */
export function twoDice() {
  const size = 52;
  const left = 90;
  const top = 56;
  const cells = repeat(36, (index) => {
    const first = Math.floor(index / 6) + 1;
    const second = (index % 6) + 1;
    const spot = (/** @type {string} */ fill, /** @type {string} */ color) =>
      rect(left + (second - 1) * 64, top + (first - 1) * 60, size + 4, size, { fill, radius: 8 }) +
      text(left + (second - 1) * 64 + 28, top + (first - 1) * 60 + 35, String(first + second), {
        anchor: 'middle',
        color,
      });
    const isSeven = first + second === 7;
    return spot(palette.sheet, palette.muted) + (isSeven ? from(1, spot(palette.green, palette.white)) : '');
  });
  const heads = repeat(
    6,
    (index) =>
      at(left + 6 + index * 64, 0, die(index + 1, 42, quiet)) + at(24, top + 5 + index * 60, die(index + 1, 42, quiet)),
  );
  const right =
    from(
      1,
      text(560, 120, 'Сумма семь: 6 пар из 36', { size: 30 }),
      text(560, 190, '6/36 = 1/6', { size: 44, serif: true, color: palette.green }),
    ) +
    from(
      2,
      text(560, 290, 'Сумма двенадцать: 1 пара', { size: 30 }),
      text(560, 360, '1/36', { size: 44, serif: true }),
    );
  return heads + cells + right;
}

/** The frequency of sixes in two thousand throws of a fixed row of chance, against 1/6. */
export function frequency() {
  const throws = 2000;
  const x = (/** @type {number} */ count) => 90 + (count / throws) * 980;
  const y = (/** @type {number} */ share) => 350 - share * 900;
  let state = 20_240_519;
  let sixes = 0;
  /** @type {import('../draw.mjs').Point[]} */
  const points = [];
  for (let count = 1; count <= throws; count += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (Math.floor((state / 2 ** 32) * 6) === 5) sixes += 1;
    if (count >= 10 && (count < 200 ? count % 4 === 0 : count % 20 === 0)) points.push([x(count), y(sixes / count)]);
  }
  const axes = line(90, 20, 90, 350, { color: palette.stone }) + line(90, 350, 1070, 350, { color: palette.stone });
  const numbers = [0, 500, 1000, 1500, 2000]
    .map((count) =>
      text(x(count), 390, String(count), { anchor: count === 2000 ? 'end' : 'middle', color: palette.muted }),
    )
    .join('');
  const limit =
    line(90, y(1 / 6), 1070, y(1 / 6), { color: palette.ink, width: 2, dash: '3 9' }) +
    text(72, y(1 / 6) + 9, '1/6', { anchor: 'end', size: 28, serif: true });
  return (
    axes +
    numbers +
    text(112, 36, 'доля шестёрок', { color: palette.muted }) +
    text(1070, 318, 'число бросков', { color: palette.muted, anchor: 'end' }) +
    from(1, polyline(points, { color: palette.green, width: 4 })) +
    from(2, limit)
  );
}

/** Three rules. */
export function threeRules() {
  const row = (/** @type {number} */ y, /** @type {string} */ formula, /** @type {string} */ words) =>
    text(0, y, formula, { size: 42, serif: true }) + text(600, y - 2, words, { size: 26, color: palette.muted });
  const rules =
    line(0, 138, 1088, 138, { color: palette.hairline, width: 2 }) +
    line(0, 278, 1088, 278, { color: palette.hairline, width: 2 });
  return (
    rules +
    from(1, row(82, 'от 0 до 1', 'от невозможного до достоверного')) +
    from(2, row(222, '*P*(не *A*) = 1 − *P*(*A*)', 'всё, что осталось')) +
    from(3, row(362, '*P*(*A* или *B*) = *P*(*A*) + *P*(*B*)', 'если вместе они не случаются'))
  );
}

/** The course's cover: two dice. @param {string} tone @param {string} ground */
export function probabilityCover(tone, ground) {
  const front = `<g transform="rotate(-10 390 290)">${at(280, 180, die(5, 220, { face: tone, pip: ground }))}</g>`;
  const behind = `<g transform="rotate(14 620 230)">${at(545, 150, die(3, 160, { face: ground, pip: tone, edge: tone }))}</g>`;
  return behind + front;
}

/** The cover of the first lecture: two overlapping circles. @param {string} tone @param {string} ground */
export function eventsCover(tone, ground) {
  return (
    circle(400, 270, 140, { fill: tone }) +
    circle(560, 270, 140, { stroke: tone, width: 10 }) +
    path('M480 155.1 A140 140 0 0 1 480 384.9 A140 140 0 0 1 480 155.1 Z', { fill: ground, color: tone, width: 10 })
  );
}

/** The cover of the second: one part in six. @param {string} tone @param {string} ground */
export function measureCover(tone, ground) {
  return repeat(6, (index) =>
    rect(
      190 + index * 98,
      index === 5 ? 130 : 200,
      80,
      index === 5 ? 280 : 140,
      index === 5 ? { fill: tone, radius: 14 } : { fill: ground, stroke: tone, width: 7, radius: 14 },
    ),
  );
}
