import { expect, test } from '@playwright/test';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import { startCaptionScene } from '../support/caption-scene.ts';
import type { CaptionScene } from '../support/caption-scene.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

/** What is typed, otherwise than it stands there, and how it is found. */
const typed = {
  en: { said: 'PICTURES', setting: 'theme', command: 'night' },
  ru: { said: 'событиями', setting: 'оформление', command: 'ночная' },
} as const;

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`search, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    let scene: CaptionScene;
    test.beforeAll(async () => {
      scene = await startCaptionScene(language);
    });
    test.afterAll(async () => {
      await scene.stop();
    });
    const opened = async () => {
      const { page } = scene.app;
      await page.keyboard.press('Control+KeyK');
      const field = page.getByRole('combobox', { name: words.text('search.title') });
      await expect(field).toBeFocused();
      return {
        page,
        field,
        group: (id: string) => page.getByRole('group', { name: words.text(`search.group.${id}`) }),
      };
    };

    test('B3: over the player the key opens the field, which plays nothing with its letters; Esc closes it', async () => {
      const { page, field } = await opened();
      const before = await scene.seconds();
      await page.keyboard.type('jlk');
      await expect(field).toHaveValue('jlk');
      expect(await scene.seconds()).toBe(before);
      await page.keyboard.press('Escape');
      await expect(field).toHaveCount(0);
    });

    test('B3: a word that is said in the lecture is found and opens its very second', async () => {
      const { page, field, group } = await opened();
      await field.fill(typed[language].said);
      const hit = group('transcript').getByRole('option').first();
      await expect(hit.locator('mark').first()).toBeVisible();
      await expectAccessible(page, 'search with results');
      await page.screenshot({ path: test.info().outputPath('found.png') });
      const text = (await hit.locator('span:has(> mark)').innerText()).replaceAll(/\s+/gu, ' ');
      const cue = scene.own.cues.find((each) => each.text.replaceAll(/\s+/gu, ' ') === text);
      if (cue === undefined) throw new Error('what was found is not said there');
      await hit.click();
      await expect.poll(scene.seconds).toBeCloseTo(cue.startMs / 1000, 1);
    });

    test('B3 B8: searching is remembered only once that is switched on, and forgotten with the switch', async () => {
      const { page } = scene.app;
      expect(await askMain(page, 'search.history', null)).toEqual({ ok: true, value: [] });
      await askMain(page, 'settings.update', { searchHistory: true });
      const { field, group } = await opened();
      await field.fill(typed[language].said);
      await group('transcript').getByRole('option').first().click();
      await expect
        .poll(async () => await askMain(page, 'search.history', null))
        .toEqual({ ok: true, value: [typed[language].said] });
      await opened();
      await expect(group('recent').getByRole('option', { name: typed[language].said })).toBeVisible();
      await page.keyboard.press('Escape');
      await askMain(page, 'settings.update', { searchHistory: false });
      expect(await askMain(page, 'search.history', null)).toEqual({ ok: true, value: [] });
    });

    test('B3 I2: settings and commands are found in the language on screen, by the keyboard alone', async () => {
      const { page, field, group } = await opened();
      await field.fill(typed[language].setting);
      await expect(group('setting').getByRole('option').first()).toBeVisible();
      await expect(group('command').getByRole('option').first()).toBeVisible();
      await field.fill(typed[language].command);
      const dark = page.getByRole('option', { name: words.text('search.command.theme-dark') });
      await expect(dark).toBeVisible();
      await page.keyboard.press('End');
      while ((await dark.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await opened();
      await field.fill(typed[language].setting);
      await group('setting').getByRole('option').first().click();
      await expect(page.getByRole('heading', { level: 1, name: words.text('settings.title') })).toBeVisible();
      await expect(page.locator('#settings-look').locator(':focus')).toHaveCount(1);
    });
  });
}
