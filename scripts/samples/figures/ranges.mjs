/** Figures for “Asking for the middle of a file”. */
import { arrow, at, bentArrow, from, line, polyline, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** A question and its answer. */
export function askAndAnswer() {
  const ask =
    rect(0, 36, 560, 140, { fill: palette.white, stroke: palette.stone, radius: 12 }) +
    text(32, 92, 'GET /lecture.mp4', { size: 28 }) +
    text(32, 142, 'Range: bytes=1400000-1499999', { size: 28, weight: 600 });
  const answer =
    rect(380, 254, 708, 140, { fill: palette.mist, radius: 12 }) +
    text(412, 310, '206 Partial Content', { size: 28, weight: 600, color: palette.green }) +
    text(412, 360, 'Content-Range: bytes 1400000-1499999/9000000', { size: 25 });
  const names = text(0, 14, 'The player asks', { color: palette.muted });
  return (
    names +
    ask +
    from(
      1,
      bentArrow([580, 106], [760, 106], [776, 240], { color: palette.ink, width: 3 }),
      text(1088, 232, 'The server answers', { color: palette.muted, anchor: 'end' }),
      answer,
    )
  );
}

/** Ten bytes and three ways to ask for some of them. */
export function countingBytes() {
  const x = (/** @type {number} */ index) => 30 + index * 104;
  const cells = repeat(
    10,
    (index) =>
      rect(x(index), 20, 92, 92, { fill: palette.white, stroke: palette.stone, radius: 10 }) +
      text(x(index) + 46, 78, String(index), { anchor: 'middle', size: 34, serif: true }),
  );
  const bracket = (
    /** @type {number} */ first,
    /** @type {number} */ last,
    /** @type {number} */ y,
    /** @type {string} */ label,
    /** @type {string} */ note,
  ) => {
    const middle = (x(first) + x(last) + 92) / 2;
    return (
      polyline(
        [
          [x(first), y - 14],
          [x(first), y],
          [x(last) + 92, y],
          [x(last) + 92, y - 14],
        ],
        { color: palette.green, width: 3 },
      ) +
      text(middle, y + 42, label, { anchor: 'middle', size: 28, weight: 600, color: palette.green }) +
      text(middle, y + 78, note, { anchor: 'middle', color: palette.muted })
    );
  };
  const picked = repeat(
    4,
    (index) =>
      rect(x(index + 2), 20, 92, 92, { fill: palette.mist, stroke: palette.green, radius: 10 }) +
      text(x(index + 2) + 46, 78, String(index + 2), { anchor: 'middle', size: 34, serif: true }),
  );
  return (
    cells +
    from(1, picked, bracket(2, 5, 146, 'bytes=2-5', 'four bytes')) +
    from(2, bracket(7, 9, 146, 'bytes=7-', 'from seven on'), bracket(8, 9, 298, 'bytes=-2', 'the last two'))
  );
}

/** 200, 206 and 416. */
export function threeAnswers() {
  const column = (
    /** @type {number} */ x,
    /** @type {string} */ code,
    /** @type {string} */ words,
    /** @type {string} */ more,
    /** @type {string} */ picture,
  ) =>
    text(x, 120, code, { size: 92, serif: true, color: palette.green }) +
    at(x, 176, picture) +
    text(x, 290, words, { size: 28, weight: 560 }) +
    text(x, 332, more, { color: palette.muted });
  const whole = rect(0, 0, 270, 34, { fill: palette.green, radius: 6 });
  const part =
    rect(0, 0, 270, 34, { fill: palette.hairline, radius: 6 }) +
    rect(90, 0, 80, 34, { fill: palette.green, radius: 4 });
  const outside =
    rect(0, 0, 200, 34, { fill: palette.hairline, radius: 6 }) +
    rect(222, 1, 48, 32, { stroke: palette.ink, dash: '4 6', radius: 6 });
  const rules =
    line(356, 40, 356, 350, { color: palette.hairline, width: 2 }) +
    line(740, 40, 740, 350, { color: palette.hairline, width: 2 });
  return (
    rules +
    from(1, column(0, '200', 'Here is everything', 'the request had no range', whole)) +
    from(2, column(400, '206', 'Here is that part', 'with its first and last byte', part)) +
    from(3, column(784, '416', 'There is no such part', 'with the true length', outside))
  );
}

/** Is it still the same file? */
export function sameFile() {
  const had =
    text(0, 44, 'Already here', { color: palette.muted }) +
    rect(0, 66, 360, 52, { stroke: palette.stone }) +
    rect(0, 66, 216, 52, { fill: palette.green }) +
    text(0, 164, 'ETag “a71f”', { size: 28 });
  const ask =
    text(480, 44, 'The rest, please, if it is still', { color: palette.muted }) +
    text(480, 102, 'If-Range: “a71f”', { size: 32, weight: 600 });
  const same =
    rect(0, 262, 500, 130, { fill: palette.mist, radius: 12 }) +
    text(32, 316, 'Unchanged: 206', { size: 28, weight: 600, color: palette.green }) +
    text(32, 360, 'only the missing bytes come');
  const changed =
    rect(540, 262, 548, 130, { fill: palette.sheet, radius: 12 }) +
    text(572, 316, 'Changed: 200', { size: 28, weight: 600 }) +
    text(572, 360, 'the new file comes from the beginning');
  return (
    had +
    from(1, ask, arrow(384, 92, 456, 92, { width: 3 })) +
    from(2, bentArrow([560, 130], [540, 210], [300, 248], { color: palette.green, width: 3 }), same) +
    from(3, bentArrow([640, 130], [680, 200], [780, 248], { width: 3 }), changed)
  );
}

/** The cover: a long bar with one part lifted out of it. @param {string} tone */
export function rangesCover(tone) {
  const rests =
    rect(180, 290, 220, 84, { fill: tone, radius: 16 }) + rect(560, 290, 220, 84, { fill: tone, radius: 16 });
  return (
    rests +
    rect(418, 290, 124, 84, { stroke: tone, width: 6, dash: '2 14', radius: 16 }) +
    rect(415, 150, 130, 90, { fill: tone, radius: 16 })
  );
}
