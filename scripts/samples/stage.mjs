/** Chromium as a drawing office: slides to PNG and PDF, covers to PNG, and a look for clipped or colliding words. */
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { slideSize } from './slides.mjs';

/** @typedef {import('./types.mjs').Frame} Frame */
/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

/** Opens a headless browser; close it when done. @param {string} executablePath */
export async function openStage(executablePath) {
  const isRoot = process.getuid?.() === 0;
  const args = [
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
    '--disable-lcd-text',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: slideSize, deviceScaleFactor: 1 });

  /** @param {string} html */
  async function show(html) {
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
  }

  return {
    show,
    /** Pictures of the shown slides, one per frame; the same slide and step is drawn once. @param {Frame[]} frames @param {(slide: number, step: number) => string} pathOf */
    async photograph(frames, pathOf) {
      const paths = frames.map((frame) => pathOf(frame.slide, frame.step));
      for (const [index, frame] of frames.entries()) {
        const path = paths[index];
        if (path === undefined || paths.indexOf(path) < index) continue;
        await page.evaluate(arrangeSlides, { slide: frame.slide, step: frame.step });
        await page.screenshot({ path, animations: 'disabled' });
      }
      return paths;
    },
    /** The shown slides, complete, as a PDF of 16:9 pages. @param {string} path */
    async print(path) {
      await page.evaluate(arrangeSlides, { slide: -1, step: Number.MAX_SAFE_INTEGER });
      const pdf = await page.pdf({
        width: `${slideSize.width}px`,
        height: `${slideSize.height}px`,
        printBackground: true,
        preferCSSPageSize: true,
      });
      await writeFile(path, withoutDates(pdf));
    },
    /** Sentences about words that leave their slide or lie on each other. @returns {Promise<string[]>} */
    async inspect() {
      await page.evaluate(arrangeSlides, { slide: -1, step: Number.MAX_SAFE_INTEGER });
      return page.evaluate(findCollisions);
    },
    /** A cover of 960 × 540. @param {string} html @param {string} path */
    async cover(html, path) {
      await show(html);
      await page.screenshot({ path, clip: { x: 0, y: 0, width: 960, height: 540 } });
    },
    close: () => browser.close(),
  };
}

/** Runs in the page: shows one slide (all for -1) at a step. @param {{ slide: number, step: number }} wanted */
function arrangeSlides({ slide, step }) {
  document.querySelectorAll('.slide').forEach((element, index) => {
    if (element instanceof HTMLElement) element.style.display = slide === -1 || slide === index ? '' : 'none';
    const steps = [...element.querySelectorAll('[data-from]')].map((part) => Number(part.getAttribute('data-from')));
    const shownStep = Math.min(step, Math.max(0, ...steps));
    for (const part of element.querySelectorAll('[data-from]')) {
      const first = Number(part.getAttribute('data-from'));
      part.setAttribute('visibility', shownStep >= first ? 'visible' : 'hidden');
      if (part instanceof HTMLElement) part.style.visibility = shownStep >= first ? 'visible' : 'hidden';
    }
  });
}

/** Runs in the page. @returns {string[]} */
function findCollisions() {
  const findings = [];
  for (const slide of document.querySelectorAll('.slide')) {
    const bounds = slide.getBoundingClientRect();
    const seen = [...slide.querySelectorAll('h1 span, h2, p, text')].filter(
      (item) => item.textContent && getComputedStyle(item).visibility !== 'hidden',
    );
    const boxes = seen.map((item) => {
      const range = document.createRange();
      range.selectNodeContents(item);
      return { words: item.textContent ?? '', box: range.getBoundingClientRect(), svg: item.tagName === 'text' };
    });
    for (const [index, one] of boxes.entries()) {
      const outside =
        one.box.left < bounds.left + 40 ||
        one.box.right > bounds.right - 40 ||
        one.box.top < bounds.top + 20 ||
        one.box.bottom > bounds.bottom - 20;
      if (outside) findings.push(`leaves its slide: “${one.words}”`);
      for (const other of boxes.slice(index + 1)) {
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const slack = Math.min(one.box.height, other.box.height) * 0.3;
        const isOverprint = one.words === other.words;
        if (width > 1 && height > slack && !isOverprint)
          findings.push(`lie on each other: “${one.words}” and “${other.words}”`);
      }
    }
  }
  return findings;
}

/** The same bytes on every run: Chromium writes the time of printing, in places of fixed width. @param {Buffer} pdf */
function withoutDates(pdf) {
  const text = pdf.toString('latin1').replaceAll(/\(D:\d{14}/g, '(D:20250101000000');
  return Buffer.from(text, 'latin1');
}
