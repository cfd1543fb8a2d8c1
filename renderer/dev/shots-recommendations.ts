/* oxlint-disable no-restricted-imports -- steps of a tool that runs in Node, never part of the interface. */
import type { Page } from 'playwright';
import type { Shot, Step } from './entry-shots.ts';

const scroll: Step = async (page) => {
  await page.getByRole('heading', { name: /^(For you|Для вас)$/u }).evaluate((node) => {
    node.scrollIntoView();
  });
};
const openMenu = async (page: Page): Promise<void> => {
  await scroll(page);
  await page
    .getByRole('button', { name: /^(About the recommendation|О рекомендации)/u })
    .first()
    .click();
  await page.getByRole('menu').waitFor();
};

const showRating: Step = async (page) => {
  await page.getByRole('radiogroup', { name: /^(Your rating|Ваша оценка)$/u }).scrollIntoViewIfNeeded();
};

/** The row "For you" and its switch. */
export const recommendationShots: readonly Shot[] = [
  ['for-you', '', '/', scroll],
  ['for-you-new', 'for-you=new', '/', scroll],
  ['for-you-loading', 'slow=recommendations.read', '/', scroll],
  ['for-you-menu', '', '/', openMenu],
  [
    'for-you-dismissed',
    '',
    '/',
    async (page) => {
      await openMenu(page);
      await page.getByRole('menuitem', { name: /^(Not interested|Не интересно)$/u }).click();
      await page.getByRole('button', { name: /^(Undo|Вернуть)$/u }).waitFor();
    },
  ],
  [
    'for-you-why',
    '',
    '/',
    async (page) => {
      await openMenu(page);
      await page.getByRole('menuitem', { name: /^(Why this|Почему)/u }).click();
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(250);
    },
  ],
  [
    'for-you-settings',
    '',
    '/',
    async (page) => {
      await openMenu(page);
      await page.getByRole('menuitem', { name: /^(Why this|Почему)/u }).click();
      await page.getByRole('button', { name: /^(Change this|Изменить в)/u }).click();
      await page.getByRole('heading', { name: /^(Recommendations|Рекомендации)$/u }).waitFor();
      await page.waitForTimeout(400);
    },
  ],
  [
    'for-you-anew',
    '',
    '/settings',
    async (page) => {
      await page.getByRole('button', { name: /^(Start anew|Начать заново)/u }).click();
      await page.getByRole('alertdialog').waitFor();
      await page.waitForTimeout(250);
    },
  ],
  ['course-rated', 'still&rated', '/courses/seeking', showRating],
  ['course-rating-waits', 'still&rated&offline', '/courses/chance', showRating],
];
