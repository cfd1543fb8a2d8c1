/** Captions: sentences cut into cues of two short lines, and WebVTT (W3C, https://www.w3.org/TR/webvtt1/). */

/** @typedef {import('./types.mjs').Cue} Cue */

const lineLimit = 42;

/** Cuts a sentence into parts that fit a cue each, at its punctuation where possible. @param {string} sentence @returns {string[]} */
export function splitCaption(sentence) {
  if (breakLines(sentence)) return [sentence];
  const words = sentence.split(' ');
  const middle = sentence.length / 2;
  let best = { index: 1, cost: Number.POSITIVE_INFINITY };
  let length = 0;
  for (let index = 1; index < words.length; index += 1) {
    const before = words[index - 1] ?? '';
    length += before.length + 1;
    const pause = /[.,;:!?»”]$/u.test(before) || words[index] === '—' ? 0 : 26;
    const cost = Math.abs(length - middle) + pause + (words[index] === '—' ? 60 : 0) + (before === '—' ? -60 : 0);
    if (cost < best.cost) best = { index, cost };
  }
  return [...splitCaption(words.slice(0, best.index).join(' ')), ...splitCaption(words.slice(best.index).join(' '))];
}

/** One line, or two of nearly equal length; undefined when the text does not fit. @param {string} text @returns {string[] | undefined} */
export function breakLines(text) {
  if (text.length <= lineLimit) return [text];
  const words = text.split(' ');
  let best;
  for (let index = 1; index < words.length; index += 1) {
    const pair = [words.slice(0, index).join(' '), words.slice(index).join(' ')];
    const [first = '', second = ''] = pair;
    if (first.length > lineLimit || second.length > lineLimit || second.startsWith('—')) continue;
    const lonely = (words[index - 1] ?? '').length <= 2 ? 8 : 0;
    const cost = Math.abs(first.length - second.length) + lonely - (/[,;:]$/u.test(first) ? 6 : 0);
    if (best === undefined || cost < best.cost) best = { pair, cost };
  }
  return best?.pair;
}

/** @param {Cue[]} cues */
export function writeVtt(cues) {
  const blocks = cues.map(
    (cue) => `${vttTime(cue.startMs)} --> ${vttTime(cue.endMs)}\n${cue.lines.map(escapeCue).join('\n')}\n`,
  );
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** @param {number} timeMs */
function vttTime(timeMs) {
  /** @param {number} value @param {number} width */
  const pad = (value, width) => String(value).padStart(width, '0');
  const whole = Math.round(timeMs);
  const minutes = Math.floor(whole / 60_000) % 60;
  return `${pad(Math.floor(whole / 3_600_000), 2)}:${pad(minutes, 2)}:${pad(Math.floor(whole / 1000) % 60, 2)}.${pad(whole % 1000, 3)}`;
}

/** @param {string} line */
function escapeCue(line) {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
