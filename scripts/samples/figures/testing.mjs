/** Figures for “Remembering is practice”. */
import { arrow, at, bentArrow, circle, from, line, path, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** A page with lines of text, 120 × 150; a blank one with a pen's line. @param {boolean} isBlank */
function sheetOfPaper(isBlank) {
  const rows = repeat(5, (index) =>
    line(20, 34 + index * 21, index === 4 ? 70 : 100, 34 + index * 21, { color: palette.stone, width: 4 }),
  );
  const pen =
    path('M24 52 q10 -16 20 0 t20 0 t20 0 t12 -6', { color: palette.green, width: 4 }) +
    path('M24 88 q10 -16 20 0 t20 0 t10 -4', { color: palette.green, width: 4 });
  return (
    rect(0, 0, 120, 150, { fill: palette.white, stroke: isBlank ? palette.green : palette.stone, radius: 8 }) +
    (isBlank ? pen : rows)
  );
}

/** Two ways to spend the same time. */
export function twoGroups() {
  const row = (
    /** @type {number} */ y,
    /** @type {string} */ name,
    /** @type {boolean} */ isTested,
    /** @type {string} */ second,
  ) =>
    text(0, y + 84, name, { size: 30, serif: true }) +
    at(300, y, sheetOfPaper(false)) +
    arrow(440, y + 75, 520, y + 75, { color: palette.stone, width: 3 }) +
    at(540, y, sheetOfPaper(isTested)) +
    text(700, y + 84, second, {
      size: 28,
      color: isTested ? palette.green : palette.ink,
      weight: isTested ? 600 : 420,
    });
  return (
    from(1, row(16, 'Group one', false, 'read, then read again')) +
    from(2, row(238, 'Group two', true, 'read, then recall'))
  );
}

/** Recall in per cent after three delays: Roediger and Karpicke (2006), experiment 1. */
export function recallBars() {
  const groups = [
    { name: 'after 5 minutes', again: 81, recall: 75 },
    { name: 'after 2 days', again: 54, recall: 68 },
    { name: 'after a week', again: 42, recall: 56 },
  ];
  const floor = 350;
  const bars = groups.map((group, index) => {
    const x = 60 + index * 300;
    const bar = (/** @type {number} */ left, /** @type {number} */ value, /** @type {string} */ fill) =>
      rect(left, floor - value * 3.5, 96, value * 3.5, { fill, radius: 6 }) +
      text(left + 48, floor - value * 3.5 - 14, `${value} %`, { anchor: 'middle', weight: 600 });
    return (
      bar(x, group.again, palette.stone) +
      bar(x + 108, group.recall, palette.green) +
      text(x + 102, floor + 42, group.name, { anchor: 'middle', color: palette.muted })
    );
  });
  const key =
    rect(930, 40, 26, 26, { fill: palette.stone, radius: 5 }) +
    text(970, 61, 'read again') +
    rect(930, 86, 26, 26, { fill: palette.green, radius: 5 }) +
    text(970, 107, 'recalled');
  return (
    line(30, floor, 900, floor, { color: palette.stone }) +
    key +
    from(1, bars[0] ?? '') +
    from(2, bars[1] ?? '', bars[2] ?? '')
  );
}

/** The path to a memory gets wider when it is walked. */
export function pathways() {
  const row = (
    /** @type {number} */ y,
    /** @type {number} */ width,
    /** @type {string} */ color,
    /** @type {string} */ words,
  ) =>
    circle(190, y, 72, { fill: palette.sheet }) +
    text(190, y + 9, 'question', { anchor: 'middle' }) +
    bentArrow([278, y], [490, y - 70], [692, y - 10], { color, width }) +
    circle(780, y, 72, { fill: palette.mist }) +
    text(780, y + 9, 'answer', { anchor: 'middle' }) +
    text(880, y + 9, words, { color: palette.muted });
  return row(90, 2.5, palette.stone, 'seldom walked') + from(1, row(304, 9, palette.green, 'walked often'));
}

/** Three things to do. */
export function threeSteps() {
  const x = (/** @type {number} */ index) => index * 384;
  const number = (/** @type {number} */ index) =>
    circle(x(index) + 36, 76, 36, { fill: palette.green }) +
    text(x(index) + 36, 88, String(index + 1), { anchor: 'middle', size: 34, serif: true, color: palette.white });
  const card = (
    /** @type {number} */ index,
    /** @type {string} */ first,
    /** @type {string} */ second,
    /** @type {string} */ third,
  ) =>
    number(index) +
    text(x(index), 186, first, { size: 34, serif: true }) +
    text(x(index), 246, second, { color: palette.muted }) +
    text(x(index), 282, third, { color: palette.muted });
  return (
    from(1, card(0, 'Close the book', 'Look away from', 'the page and the notes.')) +
    from(2, card(1, 'Write it down', 'In your own words,', 'from memory, with gaps.')) +
    from(3, card(2, 'Open and compare', 'Mend what was missing,', 'mend what was wrong.'))
  );
}

/** The cover: a card turned over. @param {string} tone @param {string} ground */
export function testingCover(tone, ground) {
  const back = `<g transform="rotate(-9 400 270)">${rect(250, 150, 260, 220, { stroke: tone, width: 10, radius: 24 })}</g>`;
  const mark =
    path('M500 236 C500 190 580 190 580 238 C580 276 542 270 542 306', { color: ground, width: 20 }) +
    circle(542, 348, 14, { fill: ground });
  return back + rect(400, 150, 284, 246, { fill: tone, radius: 24 }) + mark;
}
