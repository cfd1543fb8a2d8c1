import type { Shot, Step } from './entry-shots.ts';

const press =
  (name: RegExp): Step =>
  async (page) => {
    await page.getByRole('button', { name }).first().click();
    await page.waitForTimeout(400);
  };
const scrollTo =
  (name: RegExp, level: number): Step =>
  async (page) => {
    await page.getByRole('heading', { name, level }).evaluate((node) => {
      node.scrollIntoView();
    });
  };

/** Space, the bin, and where room is lacking. */
export const spaceShots: readonly Shot[] = [
  ['space', 'still&bin=many', '/downloads/space'],
  ['space-bin', 'still&bin=many', '/downloads/space', scrollTo(/^(Bin|Корзина)$/u, 2)],
  ['space-sheet', 'still&bin=many', '/downloads/space', press(/^(Remove all watched|Удалить все просмотренные)/u)],
  ['space-undo', 'still', '/downloads/space', press(/^(Remove all:|Удалить все:)/u)],
  ['space-empty-bin', 'still&bin=many', '/downloads/space', press(/^(Empty the bin|Очистить корзину)$/u)],
  ['space-nothing', 'downloads=none&bin=none', '/downloads/space'],
  ['space-loading', 'slow=storage.read', '/downloads/space'],
  ['space-error', 'fail=storage.read:disk-failed', '/downloads/space'],
  ['space-waits', 'still&downloads=full', '/downloads'],
  ['space-settings', 'limits', '/settings', scrollTo(/^(When to download|Когда загружать)$/u, 3)],
  [
    'space-settings-own',
    '',
    '/settings',
    async (page) => {
      await scrollTo(/^(When to download|Когда загружать)$/u, 3)(page);
      await page.getByRole('button', { name: /The most|Сколько могут/u }).click();
      await page.getByRole('option', { name: /Another|Другое/u }).click();
      await page.getByRole('textbox', { name: /GB|ГБ/u }).fill('much');
      await page.keyboard.press('Enter');
    },
  ],
];
