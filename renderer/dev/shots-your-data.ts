import type { Page } from '@playwright/test';
import type { Shot } from './entry-shots.ts';

const open = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(What you watched|Что вы смотрели)/u }).click();
  await page.waitForTimeout(300);
};

/** What is held and how long each thing is kept. */
export const yourDataShots: readonly Shot[] = [
  ['your-data', '', '/privacy/data', open],
  ['your-data-offline', 'held=offline', '/privacy/data'],
  ['retention', '', '/privacy/retention'],
  ['retention-offline', 'held=offline', '/privacy/retention'],
];
