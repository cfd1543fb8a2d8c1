/** Slides as HTML: one page per slide, the same for the video's pictures and for the PDF. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escapeMarkup } from './draw.mjs';
import { palette } from './palette.mjs';

/** @typedef {import('./types.mjs').Course} Course */
/** @typedef {import('./types.mjs').Lecture} Lecture */
/** @typedef {import('./types.mjs').Slide} Slide */

/** Size of a slide in CSS pixels. */
export const slideSize = { width: 1280, height: 720 };

const cyrillicRange = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116';
const faces = [
  {
    family: 'Golos Text',
    style: 'normal',
    weights: '400 900',
    file: 'golos-text/files/golos-text-{subset}-wght-normal',
  },
  { family: 'Literata', style: 'normal', weights: '200 900', file: 'literata/files/literata-{subset}-opsz-normal' },
  { family: 'Literata', style: 'italic', weights: '200 900', file: 'literata/files/literata-{subset}-opsz-italic' },
];

/** The three faces in both scripts, inlined so that a page needs nothing from outside. */
function fontStyles() {
  return faces
    .flatMap((face) =>
      ['latin', 'cyrillic'].map((subset) => {
        const specifier = `@fontsource-variable/${face.file.replace('{subset}', subset)}.woff2`;
        const bytes = readFileSync(fileURLToPath(import.meta.resolve(specifier)));
        const range = subset === 'cyrillic' ? `unicode-range:${cyrillicRange};` : '';
        return `@font-face{font-family:'${face.family}';font-style:${face.style};font-weight:${face.weights};${range}src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2');}`;
      }),
    )
    .join('\n');
}

const styles = `
@page { size: ${slideSize.width}px ${slideSize.height}px; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; background: ${palette.paper}; }
.slide { position: relative; width: 1280px; height: 720px; overflow: hidden; background: ${palette.paper}; color: ${palette.ink};
  font-family: 'Golos Text', 'Literata'; break-after: page; font-feature-settings: 'lnum', 'tnum'; }
.slide:last-child { break-after: auto; }
text { font-family: 'Golos Text', 'Literata'; }
text.serif, tspan.variable { font-family: 'Literata'; font-feature-settings: 'lnum'; }
text.italic, tspan.variable { font-style: italic; }
h2 { position: absolute; left: 96px; right: 96px; top: 66px; font: 500 46px/56px 'Literata'; letter-spacing: -0.4px; }
svg.figure { position: absolute; left: 96px; top: 164px; width: 1088px; height: 420px; overflow: visible; }
.takeaway { position: absolute; left: 96px; right: 96px; top: 606px; font-size: 26px; line-height: 34px; color: ${palette.green}; font-weight: 500; }
.place { position: absolute; left: 96px; right: 96px; bottom: 30px; display: flex; gap: 8px; }
.place i { display: block; height: 4px; flex: 1; border-radius: 2px; background: ${palette.hairline}; }
.place i.seen { background: ${palette.leaf}; } .place i.here { background: ${palette.green}; }
.title .course { position: absolute; left: 96px; top: 92px; font-size: 26px; color: ${palette.muted}; }
.title h1 { position: absolute; left: 96px; width: 600px; top: 0; height: 656px; display: flex; flex-direction: column; justify-content: center; font: 500 64px/74px 'Literata'; letter-spacing: -1px; text-wrap: balance; }
.title .lecturer { position: absolute; left: 96px; bottom: 84px; font-size: 26px; color: ${palette.muted}; }
.title .picture { position: absolute; right: 0; top: 0; width: 512px; height: 720px; }
`;

/** All slides of a lecture as one HTML document, the title slide first. @param {Course} course @param {Lecture} lecture */
export function slidesDocument(course, lecture) {
  const count = lecture.slides.length + 1;
  const pages = [
    titlePage(course, lecture, count),
    ...lecture.slides.map((slide, index) => page(slide, index + 1, count)),
  ];
  return htmlDocument(course.language, `${course.title}: ${lecture.title}`, pages.join('\n'));
}

/** A cover as an HTML document of its own. @param {Course} course @param {string} figure */
export function coverDocument(course, figure) {
  return htmlDocument(
    course.language,
    course.title,
    coverPicture(course, figure, '0 0 960 540', 'width:960px;height:540px;display:block'),
  );
}

/** The last step of a slide; steps count from 0. @param {{ sentences: import('./types.mjs').Sentence[] }} slide */
export function lastStep(slide) {
  return Math.max(0, ...slide.sentences.map((sentence) => sentence.step ?? 0));
}

/** @param {string} language @param {string} title @param {string} body */
function htmlDocument(language, title, body) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>${fontStyles()}${styles}</style></head><body>${body}</body></html>`;
}

/** @param {Course} course @param {Lecture} lecture @param {number} count */
function titlePage(course, lecture, count) {
  const picture = coverPicture(course, lecture.cover, '120 -236 720 1012.5', '', 'picture');
  return `<section class="slide title"><p class="course">${escapeMarkup(course.title)}</p><h1><span>${escapeMarkup(lecture.title)}</span></h1><p class="lecturer">${escapeMarkup(course.lecturer.name)}</p>${picture}${place(0, count, 'right:600px')}</section>`;
}

/** @param {Slide} slide @param {number} index @param {number} count */
function page(slide, index, count) {
  const takeaway = slide.takeaway
    ? `<p class="takeaway" data-from="${lastStep(slide)}">${escapeMarkup(slide.takeaway)}</p>`
    : '';
  return `<section class="slide"><h2>${escapeMarkup(slide.title)}</h2><svg class="figure" viewBox="0 0 1088 420">${slide.figure}</svg>${takeaway}${place(index, count)}</section>`;
}

/** The thin line at the foot: which slide of how many. @param {number} index @param {number} count @param {string} [style] */
function place(index, count, style = '') {
  const marks = Array.from(
    { length: count },
    (_, at) => `<i class="${at < index ? 'seen' : at === index ? 'here' : ''}"></i>`,
  );
  return `<div class="place" style="${style}">${marks.join('')}</div>`;
}

/** @param {Course} course @param {string} figure @param {string} viewBox @param {string} style @param {string} [name] */
function coverPicture(course, figure, viewBox, style, name = 'cover') {
  return `<svg class="${name}" style="${style}" viewBox="${viewBox}" preserveAspectRatio="xMidYMid slice"><rect x="-500" y="-500" width="2000" height="2000" fill="${course.tones.ground}"/>${figure}</svg>`;
}
