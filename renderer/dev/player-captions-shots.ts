import type { Page } from 'playwright';
import type { Shot } from './entry-shots.ts';

const menu = async (page: Page): Promise<void> => {
  await page.waitForTimeout(500);
  await page.keyboard.press('KeyK');
  await page.getByRole('button', { name: /^(Captions: |Субтитры: )/u }).click();
  await page.getByRole('menu').waitFor();
};
const style = async (page: Page): Promise<void> => {
  await menu(page);
  await page.getByRole('menuitem', { name: /^(Caption style|Вид субтитров)/u }).click();
  await page.getByRole('dialog', { name: /^(Caption style|Вид субтитров)/u }).waitFor();
  await page.waitForTimeout(250);
};
const transcript = async (page: Page): Promise<void> => {
  await page.waitForTimeout(500);
  await page.keyboard.press('KeyK');
  await page.getByRole('button', { name: /^Transcript,|^Текст,/u }).click();
  await page.waitForTimeout(400);
};

/** Captions, transcript and chapters of the player. */
export const captionShots: readonly Shot[] = [
  ['captions-menu', 'still', '/watch/seeking-0', menu],
  ['captions-style', 'still', '/watch/seeking-0', style],
  ['captions-styled', 'still', '/watch/seeking-0', async (page) => {
    await style(page);
    await page.getByRole('radio', { name: /^(Huge|Огромный)$/u }).click({ force: true });
    await page.getByRole('radio', { name: /^(Yellow|Жёлтый)$/u }).click({ force: true });
    await page.getByRole('radiogroup', { name: /^(Background|Подложка)$/u }).getByRole('radio').first().click({ force: true });
    await page.getByRole('radio', { name: /^(Outline|Контур)$/u }).click({ force: true });
    await page.getByRole('radio', { name: /^(Top|Вверху)$/u }).click({ force: true });
  }],
  ['captions-two', 'still', '/watch/seeking-0', async (page) => {
    await menu(page);
    await page.getByRole('group', { name: /^(Second|Второй)/u }).getByRole('menuitemradio').nth(1).click();
    await page.waitForTimeout(300);
  }],
  ['transcript', 'still', '/watch/seeking-0', transcript],
  ['transcript-search', 'still', '/watch/seeking-0', async (page) => {
    await transcript(page);
    await page.getByRole('textbox', { name: /^(Find in|Найти в)/u }).fill('ка');
    await page.getByRole('textbox', { name: /^(Find in|Найти в)/u }).fill(page.url().includes('lang=ru') ? 'кадр' : 'frame');
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  }],
  ['transcript-none', 'still', '/watch/seeking-0', async (page) => {
    await transcript(page);
    await page.getByRole('textbox', { name: /^(Find in|Найти в)/u }).fill('zzz');
    await page.waitForTimeout(300);
  }],
  ['transcript-select', 'still', '/watch/seeking-0', async (page) => {
    await transcript(page);
    const line = page.getByRole('button', { name: /ninety thousand|девяносто тысяч/u }).first();
    const box = await line.boundingBox();
    if (!box) throw new Error('no line');
    await page.mouse.move(box.x + 70, box.y + 16);
    await page.mouse.down();
    await page.mouse.move(box.x + 240, box.y + 18, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: /^(Copy with|Скопировать с)/u }).waitFor();
  }],
  ['chapters-menu', 'still', '/watch/seeking-0', async (page) => {
    await page.waitForTimeout(500);
    await page.keyboard.press('KeyK');
    await page.getByRole('button', { name: /^(Chapter: |Глава: )/u }).click();
    await page.getByRole('menu').waitFor();
  }],
]; // prettier-ignore
