import type { Shot } from './entry-shots.ts';

/** Looking through the catalogue (the router hangs the page's own query on the end of an address), and the person's own list. */
export const browseShots: readonly Shot[] = [
  ['browse', 'courses=2000', '/courses'],
  [
    'browse-scrolled',
    'courses=2000',
    '/courses',
    async (page) => {
      await page.locator('main').evaluate((main) => {
        main.scrollTop = 40_000;
      });
      await page.waitForTimeout(400);
    },
  ],
  ['browse-filtered', 'courses=2000', '/courses?seen=begun&language=ru&topic=physics&sort=title&end='],
  ['browse-nothing', 'courses=2000', '/courses?here=true&language=ru&topic=physics&end='],
  [
    'browse-topics',
    'courses=2000',
    '/courses?language=ru&end=',
    async (page) => {
      await page.getByRole('button', { name: /Topic|Тема/u }).click();
      await page.getByRole('listbox').waitFor();
    },
  ],
  [
    'browse-keys',
    'courses=2000',
    '/courses',
    async (page) => {
      await page.getByRole('button', { name: /Order|Порядок/u }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(300);
    },
  ],
  ['browse-offline', 'network=offline', '/courses'],
  ['browse-loading', 'slow=catalogue.courses', '/courses'],
  ['browse-error', 'fail=catalogue.courses:disk-failed', '/courses'],
  ['course-region', 'downloads=none', '/courses/choir'],
  ['lecturer', '', '/lecturers/seeking'],
  ['lecturer-gone', '', '/lecturers/nobody'],
  ['list', '', '/list'],
  ['list-offline', 'network=offline', '/list'],
  ['home-offline-rows', 'network=offline', '/'],
  [
    'home-new',
    '',
    '/',
    async (page) => {
      await page.getByRole('region', { name: /^(New|Новое)$/u }).scrollIntoViewIfNeeded();
    },
  ],
  ['list-empty', 'list=none', '/list'],
  [
    'list-undo',
    '',
    '/list',
    async (page) => {
      await page
        .getByRole('button', { name: /^(Remove from my list|Убрать из моего списка)/u })
        .first()
        .click();
      await page.getByRole('button', { name: /^(Undo|Вернуть)$/u }).waitFor();
    },
  ],
];
