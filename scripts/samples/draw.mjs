/**
 * The few strokes all figures and covers are made of: functions that return SVG text.
 *
 * @typedef {object} Stroke
 * @property {string} [color]
 * @property {number} [width]
 * @property {string} [dash]
 *
 * @typedef {object} Shape
 * @property {string} [fill]
 * @property {string} [stroke]
 * @property {number} [width]
 * @property {number} [radius]
 * @property {number} [opacity]
 * @property {string} [dash]
 *
 * @typedef {object} Lettering
 * @property {number} [size]
 * @property {'start' | 'middle' | 'end'} [anchor]
 * @property {string} [color]
 * @property {number} [weight]
 * @property {boolean} [serif]
 * @property {boolean} [italic]
 *
 * @typedef {readonly [number, number]} Point
 */
import { palette } from './palette.mjs';

/** @param {number} value */
const round = (value) => Math.round(value * 100) / 100;

/** Text made safe inside SVG and HTML. @param {string} text */
export function escapeMarkup(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** One line of text; words between asterisks are set in Literata italic (for variables). @param {number} x @param {number} y @param {string} content @param {Lettering} [look] */
export function text(x, y, content, look = {}) {
  const { size = 24, anchor = 'start', color = palette.ink, weight = 420, serif = false, italic = false } = look;
  const inner = escapeMarkup(content).replace(/\*([^*]+)\*/g, '<tspan class="variable">$1</tspan>');
  const classes = [serif ? 'serif' : '', italic ? 'italic' : ''].filter(Boolean).join(' ');
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" fill="${color}" font-weight="${weight}" class="${classes}">${inner}</text>`;
}

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {Stroke} [look] */
export function line(x1, y1, x2, y2, look = {}) {
  return path(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, look);
}

/** @param {string} d @param {Stroke & { fill?: string }} [look] */
export function path(d, look = {}) {
  const { color = palette.ink, width = 2.5, dash, fill = 'none' } = look;
  return `<path d="${d}" fill="${fill}" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
}

/** @param {Point[]} points @param {Stroke & { fill?: string }} [look] */
export function polyline(points, look = {}) {
  return path(points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(''), look);
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {Shape} [look] */
export function rect(x, y, width, height, look = {}) {
  const radius = look.radius ?? 8;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" ${shapeLook(look)}/>`;
}

/** @param {number} x @param {number} y @param {number} radius @param {Shape} [look] */
export function circle(x, y, radius, look = {}) {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${shapeLook(look)}/>`;
}

/** @param {Shape} look */
function shapeLook(look) {
  const { fill = 'none', stroke, width = 2.5, opacity, dash } = look;
  return [
    `fill="${fill}"`,
    stroke ? `stroke="${stroke}" stroke-width="${width}"` : '',
    opacity === undefined ? '' : `opacity="${opacity}"`,
    dash ? `stroke-dasharray="${dash}"` : '',
  ].join(' ');
}

/** A straight arrow. @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {Stroke} [look] */
export function arrow(x1, y1, x2, y2, look = {}) {
  return bentArrow([x1, y1], [(x1 + x2) / 2, (y1 + y2) / 2], [x2, y2], look);
}

/** An arrow bent towards a control point. @param {Point} start @param {Point} control @param {Point} end @param {Stroke} [look] */
export function bentArrow(start, control, end, look = {}) {
  const { color = palette.ink, width = 2.5 } = look;
  const angle = Math.atan2(end[1] - control[1], end[0] - control[0]);
  const head = 5 + width * 3;
  /** @param {number} turn @param {number} length @returns {Point} */
  const back = (turn, length) => [end[0] - Math.cos(angle + turn) * length, end[1] - Math.sin(angle + turn) * length];
  const neck = back(0, head * 0.8);
  const corners = [end, back(0.42, head), back(-0.42, head)];
  const shaft = `M${round(start[0])} ${round(start[1])}Q${round(control[0])} ${round(control[1])} ${round(neck[0])} ${round(neck[1])}`;
  const tip = corners.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return path(shaft, look) + `<path d="${tip}Z" fill="${color}"/>`;
}

/** A fraction: numerator, bar and denominator around the middle line y. @param {number} x @param {number} y @param {string} top @param {string} bottom @param {Lettering & { half?: number }} [look] */
export function fraction(x, y, top, bottom, look = {}) {
  const size = look.size ?? 34;
  const half = look.half ?? Math.max(top.length, bottom.length) * size * 0.29 + 4;
  const face = { serif: true, ...look, size, anchor: /** @type {const} */ ('middle') };
  return (
    text(x, y - size * 0.36, top, face) +
    line(x - half, y, x + half, y, { color: look.color ?? palette.ink, width: Math.max(2, size / 18) }) +
    text(x, y + size * 0.98, bottom, face)
  );
}

/** Seen from a step on. @param {number} step @param {...string} parts */
export function from(step, ...parts) {
  return `<g data-from="${step}">${parts.join('')}</g>`;
}

/** Moved. @param {number} x @param {number} y @param {...string} parts */
export function at(x, y, ...parts) {
  return `<g transform="translate(${round(x)} ${round(y)})">${parts.join('')}</g>`;
}

/** Repeated: one part per index, joined. @param {number} count @param {(index: number) => string} part */
export function repeat(count, part) {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}
