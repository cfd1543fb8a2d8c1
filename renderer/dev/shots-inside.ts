/* oxlint-disable no-restricted-imports, no-console -- a part of a tool that runs in Node. */
import type { Page } from 'playwright';

type Step = (page: Page) => Promise<void>;

/** Opens a sheet of the settings by the button that leads to it. */
const sheet =
  (button: RegExp, more?: Step): Step =>
  async (page) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(250);
    await more?.(page);
    await page.waitForTimeout(500);
  };
const profileSheet = /^(Change your profile|Изменить профиль)$/u;
const passwordSheet = /^(Change password…|Сменить пароль…)$/u;
const emailSheet = /^(Change e-mail…|Сменить почту…)$/u;
const partOf =
  (name: RegExp): Step =>
  async (page) => {
    await page.getByRole('heading', { name, level: 2 }).evaluate((node) => {
      node.closest('section')?.scrollIntoView();
    });
  };
const writePassword = async (page: Page, current: string, next: string): Promise<void> => {
  await page.getByLabel(/^(Current password|Нынешний пароль)$/u).fill(current);
  await page.getByLabel(/^(New password|Новый пароль)$/u).fill(next);
  await page.keyboard.press('Enter');
};
const warned: Step = async (page) => {
  await page.getByRole('alertdialog').waitFor();
  await page.waitForTimeout(300);
};

const folderPart = partOf(/^(Downloads|Загрузки)$/u);
const change: Step = async (page) => {
  await page.getByRole('button', { name: /^(Change…|Изменить…)$/u }).click();
  await page.getByRole('alertdialog').waitFor();
  await page.waitForTimeout(400);
};
const folderShots: readonly (readonly [string, string, string, Step?])[] = [
  ...['usual', 'drive', 'away', 'read-only', 'moving', 'waiting', 'tidying'].map(
    (which) => [`folder-${which}`, `folder=${which}`, '/settings', folderPart] as const,
  ),
  ['folder-ask', '', '/settings', change],
  ['folder-ask-full', 'fits=no', '/settings', change],
  ['folder-ask-away', 'folder=away', '/settings', change],
  ['folder-lines-away', 'folder=away&still', '/downloads'],
  ['folder-course-away', 'folder=away&still', '/courses/maps'],
  ['folder-player-away', 'folder=away&fail=playback.open:drive-away', '/watch/maps-1'],
];

/** Profile, computer, account, signing out by the rules, and the warning; name, query, hash, steps. */
export function insideShots(leave: Step): readonly (readonly [string, string, string, Step?])[] {
  return [
  ...folderShots,
  ['settings-profile', 'profile=named', '/settings', partOf(/^(Your profile here|Ваш профиль здесь)$/u)],
  ['settings-refused', 'account=refused', '/settings', partOf(/^(Your profile here|Ваш профиль здесь)$/u)],
  ['settings-public', 'use=public', '/settings', partOf(/^(Your profile here|Ваш профиль здесь)$/u)],
  ['settings-account', '', '/settings', partOf(/^(Account|Учётная запись)$/u)],
  ['settings-shared', 'use=shared', '/settings', async (page) => {
    await partOf(/^(This computer|Этот компьютер)$/u)(page);
    await page.getByRole('button', { name: /Sign out when nobody uses it|Выходить, когда никого нет/u }).click();
    await page.getByRole('listbox').waitFor();
  }],
  ['settings-fixed', 'use=public&policy=fixed', '/settings', partOf(/^(Your profile here|Ваш профиль здесь)$/u)],
  ['settings-policy-wrong', 'use=public&policy=wrong', '/settings', partOf(/^(This computer|Этот компьютер)$/u)],
  ['settings-ask-public', '', '/settings', async (page) => {
    await page.getByRole('radio', { name: /^(Public|Публичный)$/u }).click({ force: true });
    await warned(page);
  }],
  ['sheet-profile', 'others=2', '/settings', sheet(profileSheet, async (page) => {
    await page.getByRole('textbox').fill('Anya');
    await page.getByText(/^(Rose|Розовый)$/u).click();
  })],
  ['sheet-profile-email', 'others=2', '/settings', sheet(profileSheet, async (page) => {
    await page.getByRole('textbox').fill('anna@lectoroom.example');
    await page.keyboard.press('Enter');
  })],
  ['sheet-password', '', '/settings', sheet(passwordSheet)],
  ['sheet-password-wrong', '', '/settings', sheet(passwordSheet, (page) => writePassword(page, 'wrong', 'a long enough one'))],
  ['sheet-password-short', '', '/settings', sheet(passwordSheet, (page) => writePassword(page, '', 'short'))],
  ['sheet-password-offline', 'fail=account.changePassword:service-unreachable', '/settings', sheet(passwordSheet, (page) => writePassword(page, 'x', 'a long enough one'))],
  ['sheet-password-stale', 'password=stale', '/settings', sheet(passwordSheet, (page) => writePassword(page, 'x', 'a long enough one'))],
  ['sheet-password-done', '', '/settings', sheet(passwordSheet, (page) => writePassword(page, 'x', 'a long enough one'))],
  ['sheet-email', '', '/settings', sheet(emailSheet)],
  ['sheet-email-taken', '', '/settings', sheet(emailSheet, async (page) => {
    await page.getByRole('textbox').first().fill('taken@lectoroom.example');
    await page.getByLabel(/^(Password|Пароль)$/u).fill('something');
    await page.keyboard.press('Enter');
  })],
  ['naming', 'others=2', '/'],
  ['sign-out-shared', 'still&use=shared', '/', leave],
  ['sign-out-public', 'still&use=public', '/', leave],
  ['idle-keeps', 'use=shared&idle=48', '/', warned],
  ['idle-erases', 'use=public&idle=48', '/settings', warned],
  ['idle-player', 'use=public&idle=48&after=2500', '/watch/seeking-0', async (page) => {
    await page.waitForTimeout(600);
    await page.keyboard.press('KeyF');
    await warned(page);
    console.log(`in full screen: ${String(await page.evaluate(() => document.fullscreenElement !== null))}`);
  }],
  ]; // prettier-ignore
}
