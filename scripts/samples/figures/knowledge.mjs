/** Figures for «Условная вероятность» and «Формула Байеса». */
import { arrow, circle, fraction, from, line, path, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** A ball of the urn. @param {number} x @param {number} y @param {boolean} isGreen @param {number} [radius] */
function ball(x, y, isGreen, radius = 34) {
  return circle(
    x,
    y,
    radius,
    isGreen ? { fill: palette.green } : { fill: palette.white, stroke: palette.ink, width: 3 },
  );
}

/** An urn with balls. @param {number} x @param {boolean[]} balls True is green. */
function urn(x, balls) {
  const body = path(
    `M${x + 20} 60 L${x + 20} 92 C${x - 30} 130 ${x - 30} 330 ${x + 40} 352 L${x + 240} 352 C${x + 310} 330 ${x + 310} 130 ${x + 260} 92 L${x + 260} 60 Z`,
    { fill: palette.sheet, color: palette.stone, width: 3 },
  );
  const places = [
    [60, 300],
    [140, 300],
    [220, 300],
    [100, 228],
    [180, 228],
  ];
  return (
    body + balls.map((isGreen, index) => ball(x + (places[index]?.[0] ?? 0), places[index]?.[1] ?? 0, isGreen)).join('')
  );
}

/** Five balls, two of them white. */
export function fiveBalls() {
  const share = text(520, 244, 'белый:', { size: 34 }) + fraction(690, 232, '2', '5', { size: 56 });
  return (
    urn(80, [true, true, true, false, false]) + text(520, 130, 'три зелёных и два белых', { size: 34 }) + from(1, share)
  );
}

/** What is left after the first ball. */
export function afterFirst() {
  const left =
    urn(30, [true, true, true, false]) +
    arrow(176, 44, 330, 10, { color: palette.stone, width: 3 }) +
    ball(376, 16, false);
  const known = text(440, 130, 'первый шар белый,', { size: 34 }) + text(440, 178, 'осталось четыре', { size: 34 });
  const share =
    text(440, 294, '*P*(второй белый | первый белый)  =', { size: 32, serif: true }) +
    fraction(1040, 284, '1', '4', { size: 46, color: palette.green });
  return left + known + from(1, share);
}

/** The tree of two draws. */
export function tree() {
  const branch = (
    /** @type {number} */ x1,
    /** @type {number} */ y1,
    /** @type {number} */ x2,
    /** @type {number} */ y2,
    /** @type {string} */ label,
    /** @type {boolean} */ isMain,
  ) =>
    line(x1, y1, x2, y2, { color: isMain ? palette.green : palette.stone, width: isMain ? 5 : 3 }) +
    text((x1 + x2) / 2, (y1 + y2) / 2 + (y2 < y1 ? -20 : 42), label, {
      anchor: 'middle',
      size: 30,
      serif: true,
      color: isMain ? palette.green : palette.muted,
    });
  const first =
    branch(60, 200, 350, 100, '2/5', true) +
    branch(60, 200, 350, 310, '3/5', false) +
    ball(384, 96, false, 28) +
    ball(384, 314, true, 28);
  const second =
    branch(426, 92, 690, 30, '1/4', true) +
    branch(426, 104, 690, 158, '3/4', false) +
    branch(426, 308, 690, 264, '2/4', false) +
    branch(426, 322, 690, 380, '2/4', false) +
    ball(724, 28, false, 24) +
    ball(724, 160, true, 24) +
    ball(724, 262, false, 24) +
    ball(724, 382, true, 24);
  const result = text(790, 40, '2/5 · 1/4 = 1/10', { size: 36, serif: true, color: palette.green });
  return circle(60, 200, 10, { fill: palette.ink }) + first + from(1, second) + from(2, result);
}

/** The definition, as a part of a part. */
export function partOfPart() {
  const field =
    rect(0, 30, 460, 340, { fill: palette.white, stroke: palette.stone, radius: 12 }) +
    rect(0, 30, 200, 340, { fill: palette.mist, radius: 12 }) +
    text(100, 96, '*A*', { anchor: 'middle', size: 36 });
  const part =
    rect(0, 230, 200, 140, { fill: palette.green, radius: 12 }) +
    text(100, 312, '*AB*', { anchor: 'middle', size: 36, color: palette.white });
  const formula =
    text(780, 206, '*P*(*B* | *A*) =', { size: 46, serif: true, anchor: 'end' }) +
    fraction(896, 190, '*P*(*AB*)', '*P*(*A*)', { size: 46, half: 86 });
  return field + from(1, part) + from(2, formula);
}

/** Independent: the condition changes nothing. */
export function independent() {
  const formula = text(544, 130, '*P*(*B* | *A*) = *P*(*B*)', { anchor: 'middle', size: 56, serif: true });
  const product = text(544, 300, '*P*(*AB*) = *P*(*A*) · *P*(*B*)', {
    anchor: 'middle',
    size: 56,
    serif: true,
    color: palette.green,
  });
  return from(1, formula) + from(2, product);
}

/** A thousand people, ten of them ill; then those whose test is positive. */
export function thousandPeople() {
  const place = (/** @type {number} */ index) => ({
    x: 14 + Math.floor(index / 20) * 21.6,
    y: 20 + (index % 20) * 17.6,
  });
  const people = repeat(1000, (index) => circle(place(index).x, place(index).y, 4.6, { fill: palette.hairline }));
  const ill = repeat(10, (index) => circle(place(index).x, place(index).y, 6.6, { fill: palette.green }));
  return (
    people +
    from(
      1,
      ill,
      text(0, 408, '10 больных', { color: palette.green, weight: 600, size: 28 }),
      text(1088, 408, '990 здоровых', { anchor: 'end', color: palette.muted, size: 28 }),
    )
  );
}

/** The test is wrong both ways. */
export function testErrors() {
  const row = (
    /** @type {number} */ y,
    /** @type {string} */ name,
    /** @type {number} */ width,
    /** @type {string} */ fill,
    /** @type {string} */ words,
  ) =>
    text(0, y + 43, name, { size: 30, serif: true }) +
    rect(290, y, 798, 64, { fill: palette.hairline, radius: 8 }) +
    rect(290, y, width, 64, { fill, radius: 8 }) +
    text(290, y + 104, words, { color: palette.muted });
  return (
    from(1, row(40, '10 больных', 798 * 0.9, palette.green, 'у 9 тест положителен')) +
    from(2, row(230, '990 здоровых', 798 * 0.1, palette.ink, 'у 99 тест положителен, хотя они здоровы'))
  );
}

/** Those with a positive test, and how many of them are ill. */
export function amongPositive() {
  const people = repeat(108, (index) => {
    const x = 18 + (index % 18) * 38;
    const y = 40 + Math.floor(index / 18) * 56;
    return circle(x, y, 13, { fill: index < 9 ? palette.green : palette.stone });
  });
  const formula =
    fraction(830, 186, '9', '9 + 99', { size: 50, half: 84 }) +
    text(940, 202, '=', { size: 50, serif: true }) +
    fraction(1030, 186, '1', '12', { size: 50, color: palette.green });
  return people + from(1, formula);
}

/** Bayes's formula. */
export function bayes() {
  const formula =
    text(270, 136, '*P*(*H* | *E*) =', { size: 54, serif: true, anchor: 'end' }) +
    fraction(512, 118, '*P*(*H*) · *P*(*E* | *H*)', '*P*(*E*)', { size: 54, half: 206 });
  const row = (/** @type {number} */ x, /** @type {string} */ sign, /** @type {string} */ words) =>
    text(x, 300, sign, { size: 34 }) + text(x, 346, words, { color: palette.muted });
  return (
    from(1, formula) +
    from(
      2,
      row(0, '*H*', 'гипотеза: болен'),
      row(300, '*E*', 'новость: тест положителен'),
      row(730, '*H* | *E*', 'болен, если положителен'),
    )
  );
}

/** The cover of the third lecture: a tree. @param {string} tone @param {string} ground */
export function treeCover(tone, ground) {
  const limbs = [
    [230, 270, 470, 170],
    [230, 270, 470, 370],
    [470, 170, 710, 110],
    [470, 170, 710, 220],
    [470, 370, 710, 320],
    [470, 370, 710, 430],
  ];
  const drawn = limbs
    .map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => line(x1, y1, x2, y2, { color: tone, width: 10 }))
    .join('');
  const leaves = [110, 220, 320, 430]
    .map((y, index) => circle(710, y, 30, index === 0 ? { fill: tone } : { fill: ground, stroke: tone, width: 9 }))
    .join('');
  return (
    drawn +
    circle(230, 270, 24, { fill: tone }) +
    circle(470, 170, 34, { fill: tone }) +
    circle(470, 370, 34, { fill: ground, stroke: tone, width: 9 }) +
    leaves
  );
}

/** The cover of the fourth: one among many. @param {string} tone */
export function bayesCover(tone) {
  return repeat(12, (index) =>
    circle(
      258 + (index % 4) * 148,
      140 + Math.floor(index / 4) * 130,
      index === 6 ? 46 : 34,
      index === 6 ? { fill: tone } : { stroke: tone, width: 8 },
    ),
  );
}
