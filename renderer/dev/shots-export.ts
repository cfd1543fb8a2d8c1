import type { Page } from '@playwright/test';
import type { Shot } from './entry-shots.ts';

const press =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    const button = page.getByRole('button', { name });
    await button.click();
    await page.waitForTimeout(400);
    await button.scrollIntoViewIfNeeded();
  };

/** Taking one's data along: before, written, and what an import would change. */
export const exportShots: readonly Shot[] = [
  ['export', '', '/privacy/export'],
  ['export-saved', '', '/privacy/export', press(/^(Save…|Сохранить…)$/u)],
  ['export-look', '', '/privacy/export', press(/^(Choose a file…|Выбрать файл…)$/u)],
];
