import type { Page } from 'playwright';
import { launchApp } from '../../tests/support/launch-app.ts';
import { wordsOf } from '../../tests/support/words.ts';
import type { BigComputer } from './computer.ts';
import { windowScript } from './window-script.ts';

/** What a steady scroll was like. */
export interface ScrollTimes {
  readonly gapsMs: readonly number[];
  readonly nodeCount: number;
}

/** What was measured in the window. */
export interface WindowTimes {
  readonly courses: ScrollTimes;
  readonly boxes: ScrollTimes;
  /** From a key to the last change of the list, by case. */
  readonly keys: Readonly<Record<string, readonly number[]>>;
}

const pixelsPerSecond = 1200;

/** Opens the window as a person would and measures scrolling and typing. */
export async function measureWindow(
  big: BigComputer,
  options: {
    readonly typed: Readonly<Record<string, readonly string[]>>;
    readonly courseCount: number;
    readonly rounds: number;
    readonly scrollMs: number;
  },
): Promise<WindowTimes> {
  const words = wordsOf('en');
  const app = await launchApp({
    computer: big.computer,
    serviceUrl: big.silentServiceUrl,
    size: { width: 1200, height: 800 },
  });
  try {
    const { page } = app;
    await page.getByRole('link', { name: words.text('frame.courses'), exact: true }).click();
    await page.getByRole('row').first().waitFor();
    await page.evaluate(windowScript);
    const [courses, boxes]: [ScrollResult[], ScrollResult[]] = [[], []];
    for (let round = 0; round < options.rounds; round += 1) {
      courses.push(await call<ScrollResult>(page, `scrollCourses(${pixelsPerSecond}, ${options.scrollMs})`));
      boxes.push(
        await call<ScrollResult>(page, `scrollBoxes(${options.courseCount}, ${pixelsPerSecond}, ${options.scrollMs})`),
      );
    }
    const keys: Record<string, number[]> = {};
    for (const [name, texts] of Object.entries(options.typed)) keys[name] = await typeAll(page, texts);
    return { courses: joined(courses), boxes: joined(boxes), keys };
  } finally {
    await app.quit();
  }
}

interface ScrollResult {
  readonly gaps: readonly number[];
  readonly nodes: number;
}

function joined(results: readonly ScrollResult[]): ScrollTimes {
  return {
    gapsMs: results.flatMap(({ gaps }) => gaps),
    nodeCount: Math.max(...results.map(({ nodes }) => nodes)),
  };
}

async function call<Value = undefined>(page: Page, words: string): Promise<Value> {
  return page.evaluate<Value>(`globalThis.bench.${words}`);
}

/** Types each text letter by letter into the field of the search, waiting out every answer. */
async function typeAll(page: Page, texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox');
    await field.waitFor();
    for (const letter of text) {
      await call(page, 'listen(220)');
      await page.keyboard.type(letter);
      const took = await call<number | null>(page, 'heard()');
      if (took !== null && letter !== ' ') times.push(took);
    }
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  }
  return times;
}
