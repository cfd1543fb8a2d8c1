/** Figures for “The right moment to repeat”. */
import { bentArrow, circle, from, line, path, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** Four hours in one evening, or one hour on four days. */
export function massedAndSpaced() {
  const x = (/** @type {number} */ day) => 250 + day * 124;
  const week = (/** @type {number} */ y) =>
    repeat(7, (day) => rect(x(day), y, 94, 128, { fill: palette.sheet, radius: 10 }));
  const block = (/** @type {number} */ day, /** @type {number} */ y, /** @type {string} */ fill) =>
    rect(x(day) + 12, y, 70, 22, { fill, radius: 5 });
  const massed = repeat(4, (index) => block(0, 44 + index * 28, palette.stone));
  const spaced = [0, 1, 3, 6].map((day) => block(day, 332, palette.green)).join('');
  const names =
    text(0, 104, 'All at once', { size: 28, serif: true }) + text(0, 308, 'Spread out', { size: 28, serif: true });
  return (
    names +
    week(32) +
    from(1, massed) +
    week(236) +
    from(2, spaced) +
    text(x(0), 408, 'day 1', { color: palette.muted }) +
    text(x(6) + 94, 408, 'day 7', { color: palette.muted, anchor: 'end' })
  );
}

/** The best gap for two aims: after Cepeda and others (2008). */
export function bestGap() {
  const row = (
    /** @type {number} */ y,
    /** @type {number} */ first,
    /** @type {number} */ last,
    /** @type {string} */ aim,
    /** @type {string} */ gap,
  ) => {
    const x = 250;
    const width = 806;
    return (
      text(0, y + 10, aim, { size: 28, serif: true }) +
      line(x, y, x + width, y, { color: palette.stone, width: 4 }) +
      circle(x, y, 11, { fill: palette.ink }) +
      circle(x + width, y, 11, { fill: palette.ink }) +
      rect(x + width * first, y - 24, width * (last - first), 48, { fill: palette.green, radius: 8 }) +
      text(x + (width * (first + last)) / 2, y - 44, gap, { anchor: 'middle', weight: 600, color: palette.green }) +
      text(x, y + 58, 'study', { anchor: 'middle', color: palette.muted }) +
      text(x + width, y + 58, 'test', { anchor: 'middle', color: palette.muted })
    );
  };
  return (
    from(1, row(110, 0.2, 0.4, 'In a week', 'review after 1½ to 3 days')) +
    from(2, row(310, 0.05, 0.1, 'In a year', 'review after 3 to 5 weeks'))
  );
}

/** Leitner's boxes. */
export function leitnerBoxes() {
  const days = ['every day', '2 days', '4 days', '8 days', '16 days'];
  const x = (/** @type {number} */ index) => index * 228;
  const boxes = repeat(
    5,
    (index) =>
      path(
        `M${x(index)} 150 L${x(index)} 282 Q${x(index)} 292 ${x(index) + 10} 292 L${x(index) + 166} 292 Q${x(index) + 176} 292 ${x(index) + 176} 282 L${x(index) + 176} 150`,
        { width: 3 },
      ) + text(x(index) + 88, 338, days[index] ?? '', { anchor: 'middle', color: palette.muted }),
  );
  const cards = [5, 4, 3, 2, 2]
    .map((count, index) =>
      repeat(count, (card) =>
        rect(x(index) + 22, 262 - card * 20, 132, 14, { fill: index === 4 ? palette.green : palette.leaf, radius: 3 }),
      ),
    )
    .join('');
  const forward = repeat(4, (index) =>
    bentArrow([x(index) + 100, 124], [x(index) + 200, 50], [x(index + 1) + 76, 122], {
      color: palette.green,
      width: 3,
    }),
  );
  const back = bentArrow([x(3) + 88, 362], [x(1) + 180, 440], [x(0) + 92, 364], { color: palette.ink, width: 3 });
  return (
    boxes +
    cards +
    from(1, forward, text(x(2) + 88, 46, 'remembered', { anchor: 'middle', color: palette.green, weight: 600 })) +
    from(2, back, text(x(2) + 30, 446, 'forgotten', { anchor: 'middle', weight: 600 }))
  );
}

/** Five reviews in a month. */
export function monthOfReviews() {
  const x = (/** @type {number} */ day) => 40 + day * 32;
  const reviews = [1, 3, 7, 15, 31];
  const axis =
    line(x(0), 250, x(31) + 16, 250, { color: palette.stone, width: 3 }) +
    repeat(32, (day) => line(x(day), 243, x(day), 257, { color: palette.stone, width: 2 }));
  const marks = reviews.map((day, index) => {
    const before = reviews[index - 1] ?? 0;
    const hop = bentArrow([x(before), 232], [(x(before) + x(day)) / 2, 232 - 40 - (day - before) * 17], [x(day), 230], {
      color: palette.green,
      width: 3,
    });
    return (
      hop +
      circle(x(day), 250, 13, { fill: palette.green }) +
      text(x(day), 304, String(day), { anchor: 'middle', color: palette.muted })
    );
  });
  const labels =
    text(x(23), 54, '16 days', { anchor: 'middle', color: palette.green, weight: 600 }) +
    text(x(11), 122, '8 days', { anchor: 'middle', color: palette.green, weight: 600 });
  return (
    axis +
    circle(x(0), 250, 13, { fill: palette.ink }) +
    from(1, marks.slice(0, 3).join('')) +
    from(2, marks.slice(3).join(''), labels) +
    text(x(0), 304, '0', { anchor: 'middle', color: palette.muted }) +
    text(x(31) + 16, 354, 'days since you first saw it', { anchor: 'end', color: palette.muted })
  );
}

/** The cover: dots that draw apart. @param {string} tone */
export function spacingCover(tone) {
  const places = [180, 236, 330, 490, 770];
  const arcs = places
    .slice(1)
    .map((x, index) =>
      path(
        `M${places[index] ?? 0} 300 Q${((places[index] ?? 0) + x) / 2} ${300 - (x - (places[index] ?? 0)) * 0.9} ${x} 300`,
        { color: tone, width: 9 },
      ),
    );
  return arcs.join('') + places.map((x) => circle(x, 318, 26, { fill: tone })).join('');
}
