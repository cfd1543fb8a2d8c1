/* oxlint-disable no-restricted-imports, no-console -- a tool that runs in Node, never part of the interface. */
// Pictures of every screen and state, and axe over each: node renderer/dev/shots.ts [name-filter] [folder]
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from 'playwright';
import { screenShots } from './shots-screens.ts';
import { insideShots } from './shots-inside.ts';
import { entryShots, type Shot, type Step } from './entry-shots.ts';
import { captionShots } from './player-captions-shots.ts';

const base = process.env['BASE'] ?? 'http://localhost:5199/';
const [filter = '', folder = '/tmp/shots'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  small: [1024, 700],
  large: [1440, 900],
  least: [900, 600],
  zoom: [512, 350],
};
const leave: Step = async (page) => {
  await page.getByRole('button', { name: /lectoroom.example/u }).click();
  await page.getByRole('menuitem', { name: /^(Sign out|Выйти)$/u }).click();
  await page.getByRole('dialog', { name: /sign out|выйдете\?|Выйти/iu }).waitFor();
  await page.waitForTimeout(300);
};
const computers: Step = async (page) => {
  await page.getByRole('heading', { name: /^(Computers|Компьютеры)$/u }).evaluate((node) => {
    node.scrollIntoView();
  });
};
const end = async (page: Page, name: RegExp): Promise<void> => {
  await leave(page);
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: /^(Sign in|Вход)$/u }).waitFor();
};
/** Takes a line of the queue by its grip and holds it over another one. */
const drag = async (page: Page, from: number, to: number): Promise<void> => {
  const grips = page.getByTitle(/^(Drag to|Перетащить)/u);
  const [start, end] = [await grips.nth(from).boundingBox(), await grips.nth(to).boundingBox()];
  if (!start || !end) throw new Error('there is no grip');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x, end.y + end.height / 2 + 12, { steps: 8 });
  await page.waitForTimeout(300);
};
/** name, query, hash, steps, size */
const shots: readonly Shot[] = [
  ['sign-in', 'account=out', '/'],
  ['rights-requests', 'frozen&asked', '/privacy/requests'],
  ['rights-profile', '', '/privacy/profile'],
  ['sign-in-expired', 'account=expired', '/'],
  ['sign-in-erased', 'account=erased', '/'],
  ['sign-in-minor', 'account=minor-erased', '/'],
  ['sign-in-wrong', 'account=out', '/', async (page) => {
    await page.getByRole('textbox', { name: /E-mail|почта/u }).fill('anna@lectoroom.example');
    await page.getByLabel(/^(Password|Пароль)$/u).fill('wrong');
    await page.getByRole('button', { name: /^(Sign in|Войти)$/u }).click();
    await page.getByRole('alert').waitFor();
  }],
  ['sign-in-locked', 'account=out&locked', '/', async (page) => {
    await page.getByRole('textbox', { name: /E-mail|почта/u }).fill('anna@lectoroom.example');
    await page.getByLabel(/^(Password|Пароль)$/u).fill('offline');
    await page.getByRole('button', { name: /^(Sign in|Войти)$/u }).click();
    await page.getByRole('alert').waitFor();
  }],
  ...entryShots,
  ...screenShots,
  ['sign-out', 'still', '/', leave],
  ['sign-out-nothing', 'downloads=none&sign-out=nothing', '/', leave],
  ['sign-out-erase-focus', 'still', '/', async (page) => {
    await leave(page);
    await page.keyboard.press('Shift+Tab');
  }],
  ['sign-out-slow', 'still&sign-out=slow', '/', async (page) => {
    await leave(page);
    await page.getByRole('button', { name: /^(Erase \d|Стереть \d)/u }).click();
    await page.waitForTimeout(1200);
  }],
  ['sign-out-uncounted', 'still&fail=account.signOutPreview:disk-failed', '/', leave],
  ['sign-out-failed', 'still&fail=account.signOut:disk-failed', '/', async (page) => {
    await leave(page);
    await page.getByRole('button', { name: /^(Sign out and|Выйти и)/u }).click();
    await page.getByRole('alert').waitFor();
  }],
  ['sign-out-loading', 'still&slow=account.signOutPreview', '/', leave],
  ['signed-out-kept', 'still', '/', (page) => end(page, /^(Sign out and|Выйти и)/u)],
  ['signed-out-erased', 'still', '/', (page) => end(page, /^(Erase \d|Стереть \d)/u)],
  ['signed-out-remains', 'still&sign-out=remains', '/', (page) => end(page, /^(Erase \d|Стереть \d)/u)],
  ['home', '', '/'],
  ['home-local', 'session=local', '/'],
  ['home-offline', 'network=offline', '/'],
  ['home-refused', 'account=refused', '/'],
  ['home-never', 'home=never&network=offline&downloads=none', '/'],
  ['home-error', 'fail=catalogue.home:service-nonsense', '/'],
  ['home-loading', 'slow=catalogue.home', '/'],
  ['courses', '', '/courses'],
  ['courses-empty', 'home=empty', '/courses'],
  ['course', 'still', '/courses/seeking'],
  ['course-ru', 'still&lang=ru', '/courses/chance'],
  ['course-new', 'downloads=none', '/courses/maps'],
  ['course-quality', 'downloads=none', '/courses/maps', async (page) => {
    await page.getByRole('button', { name: /Quality|Качество/u }).click();
    await page.getByRole('listbox').waitFor();
  }],
  ['course-ways', 'still', '/courses/seeking', async (page) => {
    await page.getByRole('button', { name: /^(More ways|Другие способы)/u }).click();
    await page.getByRole('menu').waitFor();
  }],
  ['course-keep', 'downloads=none', '/courses/maps', async (page) => {
    await page.getByRole('button', { name: /(Keep the next|Загружать следующие)/u }).click();
    await page.getByRole('listbox').waitFor();
  }],
  ['course-loading', 'slow=catalogue.course', '/courses/seeking'],
  ['downloads', 'still', '/downloads'],
  ['downloads-queue', 'still&downloads=queue', '/downloads'],
  ['downloads-paused', 'still&downloads=paused', '/downloads'],
  ['downloads-alone', 'still&downloads=alone', '/downloads'],
  ['downloads-metered', 'still&downloads=metered', '/downloads'],
  ['downloads-metered-never', 'still&downloads=metered&metered=never', '/downloads'],
  ['downloads-metered-wait', 'still&downloads=metered', '/downloads', async (page) => {
    await page.getByRole('button', { name: /^(Wait for|Подождать)/u }).click();
  }],
  ['downloads-dragged', 'still&downloads=queue', '/downloads', async (page) => {
    await drag(page, 0, 2);
  }],
  ['downloads-dropped', 'still&downloads=queue', '/downloads', async (page) => {
    await drag(page, 0, 2);
    await page.mouse.up();
    await page.waitForTimeout(300);
  }],
  ['downloads-refused', 'still&downloads=queue&refuses', '/downloads', async (page) => {
    await drag(page, 0, 2);
    await page.mouse.up();
    await page.waitForTimeout(300);
  }],
  ['downloads-menu', 'still&downloads=queue', '/downloads', async (page) => {
    await page.getByRole('button', { name: /^(Move in the queue|Переместить в очереди)/u }).nth(1).click();
    await page.getByRole('menu').waitFor();
  }],
  ['downloads-moved', 'still&downloads=queue', '/downloads', async (page) => {
    await page.getByRole('button', { name: /^(Move in the queue|Переместить в очереди)/u }).nth(1).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForTimeout(200);
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForTimeout(300);
    console.log(`focus after two moves: ${String(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')))}`);
  }],
  ['course-no-room', 'downloads=none&room=none', '/courses/maps'],
  ['settings-downloads', 'night', '/settings', async (page) => {
    await page.getByRole('heading', { name: /^(Downloads|Загрузки)$/u, level: 2 }).evaluate((node) => {
      node.scrollIntoView();
    });
  }],
  ['downloads-empty', 'downloads=none', '/downloads'],
  ['downloads-undo', 'still', '/downloads', async (page) => {
    await page.getByRole('button', { name: /^(Cancel|Отменить)/u }).first().click();
    await page.getByRole('button', { name: /^(Undo|Вернуть)$/u }).waitFor();
  }],
  ['settings', '', '/settings'],
  ...insideShots(leave),
  ['computers', '', '/settings', computers],
  ['computers-one', 'computers=one', '/settings', computers],
  ['computers-offline', 'fail=devices.list:service-unreachable', '/settings', computers],
  ['computers-failed', 'fail=devices.list:service-failed', '/settings', computers],
  ['computers-local', 'session=local&network=offline', '/settings', computers],
  ['computers-loading', 'slow=devices.list', '/settings', computers],
  ['computers-rename', '', '/settings', async (page) => {
    await computers(page);
    await page.getByRole('button', { name: /^(Rename|Переименовать)/u }).nth(1).click();
    await page.getByRole('textbox', { name: /^(Name|Название)/u }).fill(' ');
    await page.keyboard.press('Enter');
  }],
  ['computers-ask', '', '/settings', async (page) => {
    await computers(page);
    await page.getByRole('button', { name: /^(Sign out: |Завершить сеанс: )/u }).first().click();
    await page.getByRole('alertdialog').waitFor();
    await page.waitForTimeout(250);
  }],
  ['computers-signed-out', '', '/settings', async (page) => {
    await computers(page);
    await page.getByRole('button', { name: /^(Sign out: |Завершить сеанс: )/u }).first().click();
    await page.getByRole('button', { name: /^(Sign out and|Завершить сеанс и)/u }).click();
    await page.getByText(/is signed out|завершён\./u).waitFor();
  }],
  ['computers-ask-all', '', '/settings', async (page) => {
    await computers(page);
    await page.getByRole('button', { name: /^(Sign out all|Завершить сеансы на)/u }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.waitForTimeout(250);
  }],
  ['person', '', '/', async (page) => {
    await page.getByRole('button', { name: /lectoroom.example/u }).click();
    await page.getByRole('menu').waitFor();
  }],
  ['player', 'still', '/watch/seeking-0', async (page) => { await page.waitForTimeout(1200); await page.mouse.move(300, 300); await page.waitForTimeout(300); }],
  ['player-panel', 'still', '/watch/seeking-0', async (page) => {
    await page.getByRole('button', { name: /^Transcript,|^Текст,/u }).click();
    await page.waitForTimeout(1500);
  }],
  ['player-chapters', 'still', '/watch/seeking-0', async (page) => {
    await page.getByRole('button', { name: /^Transcript,|^Текст,/u }).click();
    await page.getByRole('tab', { name: /Chapters|Главы/u }).click();
    await page.waitForTimeout(600);
  }],
  ['player-idle', 'still', '/watch/seeking-0', async (page) => { await page.waitForTimeout(5000); }],
  ['player-speed', 'still', '/watch/seeking-0', async (page) => {
    await page.getByRole('button', { name: /^(Speed|Скорость)/u }).click();
    await page.getByRole('dialog').waitFor();
  }],
  ['player-help', 'still', '/watch/seeking-0', async (page) => {
    await page.waitForTimeout(500);
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('dialog').waitFor();
  }],
  ['player-seek', 'still', '/watch/seeking-0', async (page) => {
    await page.waitForTimeout(500);
    const box = await page.getByRole('slider', { name: /Place|Место/u }).boundingBox();
    if (!box) return;
    await page.mouse.move(box.x + box.width * 0.55, box.y + 12);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(250);
  }],
  ['player-end', 'still', '/watch/seeking-0', async (page) => {
    await page.waitForTimeout(500);
    await page.keyboard.press('End');
    await page.waitForTimeout(900);
  }],
  ...captionShots,
  ['player-damaged', 'still&fail=playback.open:asset-damaged', '/watch/seeking-0'],
  ['player-codec', 'still&fail=playback.open:codec-unsupported', '/watch/seeking-0'],
  ['player-offline', 'still&fail=playback.open:not-downloaded', '/watch/maps-1'],
  ['closed', 'fail=catalogue.home:library-newer', '/'],
]; // prettier-ignore

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let bad = 0;
const run = async (
  [name, query, hash, steps]: (typeof shots)[number],
  [sizeName = 'small', theme = 'light', lang = 'en']: readonly string[],
): Promise<void> => {
  const [width, height] = sizes[sizeName] ?? [1024, 700];
  const context = await browser.newContext({
    viewport: { width, height },
    forcedColors: process.env['FORCED'] ? 'active' : 'none',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(3000);
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security/u.test(message.text())) {
      bad += 1;
      console.log(`${name}: console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => {
    bad += 1;
    console.log(`${name}: ${error.stack ?? ''}`);
  });
  const langPart = (process.env['LONG'] ? '&long' : '') + (query.includes('lang=') ? '' : `&lang=${lang}`);
  await page.goto(`${base}?${query}&theme=${theme}${langPart}#${hash}`);
  await page.waitForTimeout(700);
  try {
    await steps?.(page);
  } catch (error) {
    bad += 1;
    console.log(`${name}: ${String(error).split('\n')[0] ?? ''}`);
  }
  await page.waitForTimeout(250);
  const full = `${name}.${theme}.${lang}.${sizeName}`;
  await page.screenshot({ path: `${folder}/${full}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  if (wide) console.log(`${full}: wider than the window`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const violation of violations) {
    bad += 1;
    console.log(
      `${full}: ${violation.id}: ${violation.nodes
        .map((node) => node.html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
    );
  }
  await context.close();
};
const kinds = (process.env['KINDS'] ?? 'small.light.en,large.dark.ru').split(',').map((kind) => kind.split('.'));
for (const shot of shots) {
  if (!shot[0].startsWith(filter)) continue;
  for (const kind of kinds) await run(shot, kind);
}
await browser.close();
console.log(bad === 0 ? 'no findings' : `${String(bad)} findings`);
process.exitCode = bad === 0 ? 0 : 1;
