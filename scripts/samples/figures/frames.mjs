/** Figures for “Why a picture needs its neighbours”. */
import { at, bentArrow, circle, from, line, path, rect, repeat, text } from '../draw.mjs';
import { palette } from '../palette.mjs';

/** A tiny scene, 160 × 100: the sun goes over a hill while time runs from 0 to 1. @param {number} time @param {boolean} [onlyChanges] */
export function scene(time, onlyChanges = false) {
  const x = 24 + time * 112;
  const y = 34 - Math.sin(time * Math.PI) * 10;
  const sun = circle(x, y, 12, { fill: palette.green });
  if (onlyChanges) {
    return (
      rect(0, 0, 160, 100, { stroke: palette.stone, dash: '3 7', width: 2 }) +
      rect(x - 20, y - 18, 40, 36, { fill: palette.mist, radius: 6 }) +
      sun
    );
  }
  const hill = path('M1 78 C40 44 66 48 92 66 S140 82 159 58 L159 92 Q159 99 152 99 L8 99 Q1 99 1 92 Z', {
    color: palette.leaf,
    fill: palette.leaf,
    width: 0,
  });
  return (
    rect(0, 0, 160, 100, { fill: palette.white }) + sun + hill + rect(0, 0, 160, 100, { stroke: palette.ink, width: 2 })
  );
}

/** A second of lecture before and after compression. */
export function rawAndCompressed() {
  const strip = repeat(6, (index) => at(index * 185.6, 6, scene(index / 5)));
  const raw =
    rect(0, 200, 980, 48, { fill: palette.stone, radius: 6 }) +
    text(0, 184, 'One second as it is') +
    text(1088, 234, '69 MB', { anchor: 'end', weight: 600 });
  const small =
    rect(0, 342, 6, 48, { fill: palette.green, radius: 2 }) +
    text(0, 326, 'The same second, compressed') +
    text(28, 375, '0.25 MB', { color: palette.green, weight: 600 });
  return strip + from(1, raw) + from(2, small);
}

/** What is seen and what is stored. */
export function seenAndStored() {
  const left = 168;
  const places = [0, 1, 2, 3, 4];
  const seen = places.map((index) => at(left + index * 190, 12, scene(index / 4))).join('');
  const rest = places
    .slice(1)
    .map((index) => at(left + index * 190, 208, scene(index / 4, true)))
    .join('');
  const key =
    at(left, 208, scene(0)) +
    rect(left - 6, 202, 172, 112, { stroke: palette.green, width: 4, radius: 12 }) +
    text(left + 80, 354, 'keyframe', { anchor: 'middle', color: palette.green, weight: 600 });
  const note =
    line(left + 190, 330, left + 920, 330, { color: palette.stone, width: 2 }) +
    text(left + 555, 366, 'only the changes', { anchor: 'middle', color: palette.muted });
  return text(0, 70, 'Seen') + seen + from(1, text(0, 266, 'Stored'), key) + from(2, rest, note);
}

/** Back along the chain of neighbours. */
export function chainBack() {
  const wanted = 5;
  const x = (/** @type {number} */ index) => index * 122;
  const cells = repeat(9, (index) => {
    const isKey = index === 0 || index === 8;
    const look = isKey ? { fill: palette.green } : { fill: palette.white, stroke: palette.stone };
    return (
      rect(x(index), 190, 104, 104, { ...look, radius: 10 }) +
      text(x(index) + 52, 254, String(index + 1), {
        anchor: 'middle',
        size: 30,
        serif: true,
        color: isKey ? palette.white : palette.muted,
      })
    );
  });
  const ask =
    rect(x(wanted), 190, 104, 104, { stroke: palette.green, width: 5, radius: 10 }) +
    text(x(wanted) + 52, 254, '6', { anchor: 'middle', size: 30, serif: true, weight: 600, color: palette.green }) +
    text(x(wanted) + 52, 346, 'the one you want', { anchor: 'middle' });
  const arrows = repeat(wanted, (step) => {
    const start = x(wanted - step) + 44;
    const end = x(wanted - step - 1) + 60;
    return bentArrow([start, 178], [(start + end) / 2, 108], [end, 178], { color: palette.ink });
  });
  const door = text(52, 346, 'keyframe', { anchor: 'middle', color: palette.green, weight: 600 });
  return (
    cells +
    door +
    from(1, ask) +
    from(2, arrows, text(x(2) + 52, 82, 'each one needs the one before', { anchor: 'middle', color: palette.muted }))
  );
}

/** Second 5.2 is asked for; decoding begins at second 4. */
export function decodeFromDoor() {
  const x = (/** @type {number} */ second) => 24 + second * 130;
  const axis = line(x(0), 230, x(8), 230, { color: palette.stone, width: 3 });
  const doors = repeat(
    5,
    (index) =>
      rect(x(index * 2) - 9, 184, 18, 92, { fill: palette.green, radius: 4 }) +
      text(x(index * 2), 318, `${index * 2} s`, { anchor: 'middle', color: palette.muted }),
  );
  const flag =
    line(x(5.2), 100, x(5.2), 272, { width: 3 }) +
    circle(x(5.2), 230, 10, { fill: palette.ink }) +
    text(x(5.2), 82, '5.2 s', { anchor: 'middle', size: 30, serif: true });
  const back = bentArrow([x(5.2) - 12, 172], [x(4.6), 104], [x(4) + 2, 172], { color: palette.green, width: 3 });
  const hidden = repeat(30, (index) =>
    rect(x(4 + index / 25) + 12 - index * 0.4, 214, 2.6, 32, { fill: palette.ink, radius: 1 }),
  );
  const note =
    text(x(4.6), 372, '30 pictures worked through, none of them shown', { anchor: 'middle' }) +
    line(x(4), 338, x(5.2), 338, { width: 2 });
  return axis + doors + flag + from(1, back) + from(2, hidden, note);
}

/** Many doors or few. */
export function manyOrFewDoors() {
  /** @param {number} y @param {number} every @param {string} label @param {number} size @param {number} wait @param {string} waitWords */
  const row = (y, every, label, size, wait, waitWords) => {
    const doors = repeat(Math.floor(20 / every) + 1, (index) =>
      rect(4 + index * every * 24 - 5, y, 10, 64, { fill: palette.green, radius: 3 }),
    );
    const measures =
      rect(600, y + 14, size, 36, { fill: palette.stone, radius: 5 }) +
      rect(850, y + 14, wait, 36, { fill: palette.leaf, radius: 5 }) +
      text(850 + wait + 14, y + 41, waitWords);
    return text(0, y - 24, label) + line(0, y + 32, 490, y + 32, { color: palette.stone, width: 3 }) + doors + measures;
  };
  const heads =
    text(600, 40, 'Size of the file', { color: palette.muted }) +
    text(850, 40, 'Decoded in vain', { color: palette.muted });
  return (
    heads +
    from(1, row(130, 2, 'A keyframe every 2 seconds', 190, 30, '1 s')) +
    from(2, row(300, 10, 'A keyframe every 10 seconds', 150, 150, '5 s'))
  );
}

/** The cover: a keyframe and the fading changes behind it. @param {string} tone @param {string} ground */
export function framesCover(tone, ground) {
  const behind = repeat(3, (index) =>
    rect(548 + index * 66, 156 + index * 14, 44, 228 - index * 28, {
      fill: tone,
      radius: 12,
      opacity: 0.72 - index * 0.2,
    }),
  );
  const hill = path(
    'M232 356 C290 272 330 290 380 322 S470 334 500 292 L500 366 Q500 384 482 384 L250 384 Q232 384 232 366 Z',
    { color: ground, fill: ground, width: 0 },
  );
  return behind + rect(208, 132, 316, 276, { fill: tone, radius: 24 }) + circle(330, 214, 36, { fill: ground }) + hill;
}
