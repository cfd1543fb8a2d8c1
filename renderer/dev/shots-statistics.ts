import type { Page } from '@playwright/test';
import type { Shot } from './entry-shots.ts';

const into =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('heading', { name, level: 2 }).evaluate((node) => {
      node.closest('section')?.scrollIntoView();
    });
  };
const pick =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByText(name).first().click();
    await page.waitForTimeout(300);
  };

/** The study statistics: each plot, its table, and what there is to say when nothing is counted. */
export const statisticsShots: readonly Shot[] = [
  ['statistics', '', '/statistics'],
  ['statistics-week', '', '/statistics', pick(/^7 (days|дней)$/u)],
  ['statistics-quarter', '', '/statistics', pick(/^90 (days|дней)$/u)],
  ['statistics-year', 'statistics=much', '/statistics', pick(/^1 (year|год)$/u)],
  ['statistics-courses', '', '/statistics', into(/^(By course|По курсам)$/u)],
  ['statistics-calendar', '', '/statistics', async (page) => {
    await into(/^(The year|Год по)/u)(page);
    await page.getByRole('slider', { name: /^(Day of the calendar|День в календаре)/u }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(300);
  }],
  ['statistics-walk', '', '/statistics', async (page) => {
    await page.getByRole('slider', { name: /^(Day of the plot|День на графике)/u }).focus();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(300);
  }],
  ['statistics-table', '', '/statistics', async (page) => {
    await page.getByRole('button', { name: /^(By course: as|По курсам: табл)/u }).click();
    await into(/^(By course|По курсам)$/u)(page);
  }],
  ['statistics-export', '', '/statistics', async (page) => {
    await page.getByRole('button', { name: /^(Export|Выгрузить)/u }).click();
    await page.getByRole('menu').waitFor();
    await page.waitForTimeout(300);
  }],
  ['statistics-old', 'statistics=old&keep=30', '/statistics'],
  ['statistics-none', 'statistics=none', '/statistics'],
  ['statistics-none-off', 'statistics=none&no-history', '/statistics'],
  ['statistics-off', 'no-history', '/statistics'],
  ['statistics-private', 'private', '/statistics'],
  ['statistics-error', 'fail=statistics.read:disk-failed', '/statistics'],
]; // prettier-ignore
