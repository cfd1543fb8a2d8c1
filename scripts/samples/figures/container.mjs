/** Figures for “The box and its table of contents”. */
import { arrow, at, bentArrow, from, line, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** Pictures and sound woven into one row of bytes. */
export function interleaved() {
  const lane = (/** @type {number} */ y, /** @type {string} */ fill) =>
    repeat(5, (index) => rect(190 + index * 178, y, 160, 56, { fill, radius: 8 }));
  const woven = repeat(
    5,
    (index) =>
      rect(190 + index * 178, 318, 114, 64, { fill: palette.green, radius: 8 }) +
      rect(310 + index * 178, 318, 52, 64, { fill: palette.leaf, radius: 8 }),
  );
  const threads = repeat(
    5,
    (index) =>
      line(248 + index * 178, 82, 248 + index * 178, 306, { color: palette.green, width: 2, dash: '2 8' }) +
      line(336 + index * 178, 182, 336 + index * 178, 306, { color: palette.leaf, width: 2, dash: '2 8' }),
  );
  return (
    from(1, threads, text(0, 358, 'In the file'), woven) +
    text(0, 56, 'Pictures') +
    lane(20, palette.green) +
    text(0, 156, 'Sound') +
    lane(120, palette.leaf)
  );
}

/** The three boxes of an MP4 file. */
export function boxes() {
  const y = 60;
  const box = (
    /** @type {number} */ x,
    /** @type {number} */ width,
    /** @type {string} */ name,
    /** @type {string} */ fill,
    /** @type {string} */ color,
  ) =>
    rect(x, y, width, 150, { fill, radius: 12 }) +
    text(x + width / 2, y + 88, name, { anchor: 'middle', size: 36, serif: true, color });
  const note = (/** @type {number} */ x, /** @type {string} */ first, /** @type {string} */ second) =>
    line(x, 236, x, 272, { color: palette.stone }) +
    text(x, 312, first, { anchor: 'middle' }) +
    text(x, 346, second, { anchor: 'middle', color: palette.muted });
  const outline = rect(0, y - 14, 1088, 178, { stroke: palette.stone, radius: 20 });
  return (
    outline +
    from(1, box(14, 146, 'ftyp', palette.sheet, palette.ink), note(87, 'what kind', 'of file')) +
    from(
      2,
      box(434, 640, 'mdat', palette.mist, palette.ink),
      note(754, 'the pictures and the sound', 'nearly all of the bytes'),
    ) +
    from(3, box(172, 250, 'moov', palette.green, palette.white), note(297, 'the index', 'a small part'))
  );
}

/** A few lines of the index. */
export function indexTable() {
  const columns = [110, 330, 600, 800, 1000];
  const heads = ['picture', 'shown at', 'first byte', 'bytes', 'keyframe'];
  const rows = [
    ['1', '0.00 s', '120 048', '31 240', 'yes'],
    ['2', '0.04 s', '151 288', '1 120', ''],
    ['3', '0.08 s', '152 408', '980', ''],
    ['…', '', '', '', ''],
    ['51', '2.00 s', '218 300', '30 870', 'yes'],
  ];
  const head = heads
    .map((name, index) =>
      text(columns[index] ?? 0, 44, name, { anchor: index === 4 ? 'middle' : 'end', color: palette.muted }),
    )
    .join('');
  const body = rows.map((row, at) =>
    row
      .map((cell, index) =>
        text(columns[index] ?? 0, 116 + at * 64, cell, {
          anchor: index === 4 ? 'middle' : 'end',
          size: 28,
          color: cell === 'yes' ? palette.green : palette.ink,
          weight: cell === 'yes' ? 600 : 420,
        }),
      )
      .join(''),
  );
  const rules = repeat(5, (index) =>
    line(0, 68 + index * 64, 1088, 68 + index * 64, { color: palette.hairline, width: 2 }),
  );
  return from(2, rect(0, 330, 1088, 62, { fill: palette.mist, radius: 8 })) + rules + head + from(1, body.join(''));
}

/** The index behind the pictures, or before them. */
export function indexEndOrFront() {
  /** @param {number} y @param {boolean} isFront */
  const file = (y, isFront) => {
    const index =
      rect(isFront ? 84 : 920, y, 160, 76, { fill: palette.green }) +
      text(isFront ? 164 : 1000, y + 48, 'index', { anchor: 'middle', color: palette.white, weight: 600 });
    const data =
      rect(isFront ? 252 : 84, y, 828, 76, { fill: palette.mist }) +
      text(isFront ? 666 : 498, y + 48, 'pictures and sound', { anchor: 'middle', color: palette.muted });
    return rect(8, y, 68, 76, { fill: palette.sheet, stroke: palette.hairline }) + index + data;
  };
  const jump =
    bentArrow([42, 66], [520, -40], [990, 62], { color: palette.ink, width: 3 }) +
    bentArrow([980, 166], [560, 236], [120, 168], { color: palette.ink, width: 3 });
  const straight =
    arrow(42, 400, 420, 400, { color: palette.green, width: 3 }) +
    text(444, 408, 'read on from the front', { color: palette.green, weight: 600 });
  return from(1, file(78, false), jump) + from(2, file(290, true), straight);
}

/** The cover: a box with a marked first shelf. @param {string} tone @param {string} ground */
export function containerCover(tone, ground) {
  const stack = repeat(4, (index) =>
    rect(
      340,
      132 + index * 72,
      280,
      56,
      index === 0 ? { fill: tone, radius: 12 } : { stroke: tone, width: 6, radius: 12 },
    ),
  );
  return at(
    0,
    2,
    stack,
    line(366, 160, 500, 160, { color: ground, width: 7 }),
    line(530, 160, 594, 160, { color: ground, width: 7 }),
  );
}
