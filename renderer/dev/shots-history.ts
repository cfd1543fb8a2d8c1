import type { Shot } from './entry-shots.ts';

/** The history, its menu, what was deleted, and a private session. */
export const historyShots: readonly Shot[] = [
  ['history', '', '/history'],
  ['history-menu', 'keep=30', '/history', async (page) => {
    await page.getByRole('button', { name: /^(What to do with|Что сделать с)/u }).first().click();
    await page.getByRole('menu').waitFor();
    await page.waitForTimeout(300);
  }],
  ['history-removed', '', '/history', async (page) => {
    await page.locator('[role="row"][data-key]').first().focus();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: /^(Undo|Вернуть)$/u }).waitFor();
    await page.waitForTimeout(300);
  }],
  ['history-long', 'history=long', '/history', async (page) => {
    await page.getByRole('grid').evaluate((grid) => {
      grid.scrollTop = 6000;
    });
    await page.waitForTimeout(500);
  }],
  ['history-all', '', '/history', async (page) => {
    await page.getByRole('button', { name: /^(Delete all|Удалить всё)/u }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.waitForTimeout(300);
  }],
  ['history-not-found', '', '/history', async (page) => {
    await page.getByRole('searchbox').fill('quaternions');
    await page.waitForTimeout(400);
  }],
  ['history-none', 'history=none', '/history'],
  ['history-off', 'history=none&no-history', '/history'],
  ['history-error', 'fail=history.list:disk-failed', '/history'],
  ['history-private', 'private', '/'],
  ['history-settings', 'keep=30', '/settings', async (page) => {
    await page.getByRole('heading', { name: /^(History|История)$/u, level: 2 }).evaluate((node) => {
      node.closest('section')?.scrollIntoView();
    });
  }],
  ['history-player-off', 'no-history', '/watch/seeking-1'],
  ['history-player-private', 'private', '/watch/seeking-1'],
]; // prettier-ignore
