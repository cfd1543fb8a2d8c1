import type { Page } from '@playwright/test';
import type { Shot } from './entry-shots.ts';

const into =
  (name: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('heading', { name, level: 2 }).evaluate((node) => {
      node.closest('section')?.scrollIntoView();
    });
  };

/** Erasing: the three scopes, what each asks, and the receipt inside and outside. */
export const eraseShots: readonly Shot[] = [
  ['erase', '', '/privacy/erase'],
  [
    'erase-picked',
    '',
    '/privacy/erase',
    async (page) => {
      for (const box of await page.getByRole('checkbox').all())
        if (await box.isEnabled()) await box.check({ force: true });
      await page.getByRole('button', { name: /^(Erase 14|Стереть 14)/u }).scrollIntoViewIfNeeded();
    },
  ],
  ['erase-service', '', '/privacy/erase', into(/^(The account at|Учётная запись у)/u)],
  [
    'erase-sheet',
    '',
    '/privacy/erase',
    async (page) => {
      await page.getByRole('button', { name: /^(Erase the account…|Стереть учётную запись…)/u }).click();
      await page.waitForTimeout(300);
    },
  ],
  ['erase-offline', 'network=offline', '/privacy/erase', into(/^(The account at|Учётная запись у)/u)],
  [
    'erase-receipt',
    'receipt=service',
    '/privacy/erase',
    async (page) => {
      await page.getByRole('button', { name: /^(Show the receipt|Показать квитанцию)/u }).click();
      await page.waitForTimeout(300);
    },
  ],
  ['erase-gone', 'account=out&receipt=service', '/'],
  ['erase-unknown', 'account=out&receipt=unknown', '/'],
];
