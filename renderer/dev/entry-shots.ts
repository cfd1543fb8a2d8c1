import type { Page } from 'playwright';

/** What is done on a screen before its picture is taken. */
export type Step = (page: Page) => Promise<void>;
/** Name, query, hash, steps. */
export type Shot = readonly [string, string, string, Step?];

const create: Step = async (page) => {
  await page.getByRole('button', { name: /^(Create an account|Создать учётную запись)$/u }).click();
  await page.getByRole('heading', { name: /^(Create an account|Новая учётная запись)$/u }).waitFor();
  await page.waitForTimeout(200);
};
const fillAccount = async (page: Page, password: string, year: string): Promise<void> => {
  await create(page);
  await page.getByRole('textbox', { name: /^(Name|Имя)$/u }).fill('Anna Litvin');
  await page.getByRole('textbox', { name: /E-mail|почта/u }).fill('anna@lectoroom.example');
  await page.getByLabel(/^(Password|Пароль)$/u).fill(password);
  await page.getByRole('spinbutton').first().click();
  await page.keyboard.type(`0203${year}`);
  await page.waitForTimeout(1500);
};
const openCard = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /needs its password|нужен пароль/u })
    .first()
    .click();
  await page.getByRole('button', { name: /^(Open|Открыть)$/u }).waitFor();
};
/** The screens to come in by: whose computer, profiles, unlocking, new accounts. */
export const entryShots: readonly Shot[] = [
  ['entry-asks', 'account=out&use=none', '/'],
  ['entry-asks-public', 'account=out&use=none', '/', async (page) => {
    await page.getByRole('radio', { name: /^(Public|Публичный)$/u }).click({ force: true });
  }],
  ['entry-asks-missing', 'account=out&use=none', '/', async (page) => {
    await page.getByRole('button', { name: /^(Sign in|Войти)$/u }).click();
  }],
  ['entry-policy', 'account=out&use=policy', '/'],
  ['entry-policy-wrong', 'account=picker&use=policy-wrong', '/'],
  ['entry-remains', 'account=expired&use=remains', '/'],
  ['entry-external', 'account=out', '/', async (page) => {
    await page.getByRole('button', { name: /Forgotten password|Забыли пароль/u }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(250);
  }],
  ['picker', 'account=picker', '/'],
  ['picker-many', 'account=many', '/'],
  ['picker-idle', 'account=picker&reason=idle', '/'],
  ['picker-failed', 'account=picker&fail=account.chooseProfile:disk-failed', '/', async (page) => {
    await page.getByRole('listitem').getByRole('button').first().click();
    await page.getByRole('alert').waitFor();
  }],
  ['picker-add', 'account=picker', '/', async (page) => {
    await page.getByRole('button', { name: /Add an account|Добавить/u }).click();
    await page.waitForTimeout(200);
  }],
  ['unlock', 'account=locked', '/'],
  ['unlock-never', 'account=locked&use=policy-wrong', '/'],
  ['unlock-wrong', 'account=picker', '/', async (page) => {
    await openCard(page);
    await page.getByLabel(/^(Password|Пароль)$/u).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
  }],
  ['unlock-remove', 'account=picker', '/', async (page) => {
    await openCard(page);
    await page.getByRole('button', { name: /^(Remove from|Удалить с)/u }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.waitForTimeout(250);
  }],
  ['unlock-removed', 'account=picker', '/', async (page) => {
    await openCard(page);
    await page.getByRole('button', { name: /^(Remove from|Удалить с)/u }).click();
    await page.getByRole('button', { name: /^(Erase and|Стереть и)/u }).click();
    await page.getByText(/is gone from|больше нет/u).waitFor();
  }],
  ['create', 'account=create&use=none', '/', create],
  ['create-weak', 'account=create', '/', (page) => fillAccount(page, 'ghbdtn1234', '1990')],
  ['create-good', 'account=create', '/', (page) => fillAccount(page, 'orchid tram velvet seven', '1990')],
  ['create-minor', 'account=create', '/', (page) => fillAccount(page, 'orchid tram velvet', '2015')],
  ['create-discarded', 'account=create', '/', async (page) => {
    await fillAccount(page, 'orchid tram velvet', '2015');
    await page.getByRole('button', { name: /^(Create the|Создать)/u }).click();
    await page.getByRole('alert').waitFor();
  }],
  ['create-missing', 'account=create&use=none', '/', async (page) => {
    await create(page);
    await page.getByRole('button', { name: /^(Create the|Создать)/u }).click();
  }],
  ['create-foot', 'account=create&use=none', '/', async (page) => {
    await create(page);
    await page.getByRole('button', { name: /^(Create the|Создать)/u }).scrollIntoViewIfNeeded();
  }],
  ['create-taken', 'account=create&fail=account.create:email-taken', '/', async (page) => {
    await fillAccount(page, 'orchid tram velvet', '1990');
    await page.getByText(/^(I accept|Я принимаю)/u).click();
    await page.getByRole('button', { name: /^(Create the|Создать)/u }).click();
    await page.getByText(/with this e-mail already|уже есть учётная/u).scrollIntoViewIfNeeded();
  }],
  ['create-offline', 'account=create&fail=account.terms:service-unreachable', '/', async (page) => {
    await create(page);
    await page.getByRole('button', { name: /^(Create the|Создать)/u }).scrollIntoViewIfNeeded();
  }],
]; // prettier-ignore
