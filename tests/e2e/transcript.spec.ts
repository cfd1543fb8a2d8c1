import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { startCaptionScene } from '../support/caption-scene.ts';
import type { CaptionScene } from '../support/caption-scene.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

/** A word of each lecture, typed otherwise than it is written there. */
const wanted = { en: 'PICTURE', ru: 'СОБЫТИЕ' } as const;

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`transcript and chapters, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    let scene: CaptionScene;
    test.beforeAll(async () => {
      scene = await startCaptionScene(language);
    });
    test.afterAll(async () => {
      await scene.stop();
    });

    test('C4 I1: the transcript is searched without regard to case and «ё», jumps, and shows its hits on the bar', async () => {
      const { page } = scene.app;
      await page.getByRole('button', { name: words.text('player.panel') }).click();
      const list = page.getByRole('list', { name: words.text('player.transcript') });
      await list.waitFor();
      const field = page.getByRole('textbox', { name: words.text('transcript.search') });
      await field.fill(wanted[language]);
      const fold = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replaceAll('\n', ' ');
      const hits = scene.own.cues.filter(({ text }) => fold(text).includes(fold(wanted[language])));
      expect(hits.length).toBeGreaterThan(1);
      await expect(list.locator('mark').first()).toBeVisible();
      expect(await page.getByTestId('hit').count()).toBeGreaterThan(1);
      const last = hits.at(-1);
      if (last === undefined) throw new Error('no hit');
      await scene.seek(0);
      await field.press('Shift+Enter');
      await expect.poll(scene.seconds).toBeCloseTo(last.startMs / 1000, 1);
      const place = page.getByRole('search').getByRole('status');
      await expect(place).toContainText(String(hits.length));
      await field.press('Enter');
      await expect.poll(scene.seconds).toBeCloseTo((hits[0]?.startMs ?? 0) / 1000, 1);
      await expectAccessible(page, 'the search in the transcript');
      await page.screenshot({ path: test.info().outputPath('search.png') });
      await field.press('Escape');
      await expect(field).toHaveValue('');
      await expect(page.getByTestId('hit')).toHaveCount(0);
    });

    test('C4 I2: the keyboard walks through the transcript, jumps, and reads it in the other language', async () => {
      const { page } = scene.app;
      const list = page.getByRole('list', { name: words.text('player.transcript') });
      const { cues } = scene.own;
      const lineOf = (index: number) => list.locator(`[data-index="${index}"]`).getByRole('button');
      await scene.seek(0);
      await lineOf(0).focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
      await expect(lineOf(2)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(scene.seconds).toBeCloseTo((cues[2]?.startMs ?? 0) / 1000, 1);
      await page.keyboard.press('End');
      await expect(lineOf(cues.length - 1)).toBeFocused();
      await expect.poll(scene.seconds).toBeLessThan((cues[3]?.startMs ?? 0) / 1000);
      await page.getByRole('button', { name: words.pattern('transcript.languageIs') }).click();
      await page.getByRole('menuitemradio').nth(1).click();
      await expect(list).toHaveAttribute('lang', scene.other.language);
    });

    test('C4: selected words are copied with their time', async () => {
      const { page, electron } = scene.app;
      await page.getByRole('button', { name: words.pattern('transcript.languageIs') }).click();
      await page.getByRole('menuitemradio').first().click();
      await scene.seek(0);
      const cue = scene.own.cues[0];
      const text = page.locator('[data-index="0"] span').last();
      await text.selectText();
      await expect(page.getByRole('group', { name: words.text('transcript.selected') })).toBeVisible();
      await page.screenshot({ path: test.info().outputPath('selected.png') });
      await expectAccessible(page, 'selected words');
      await page.getByRole('button', { name: words.text('transcript.copy') }).click();
      await expect(page.getByRole('button', { name: words.text('transcript.copied') })).toBeVisible();
      const clipboard = await electron.evaluate((modules) => modules.clipboard.readText());
      const seconds = Math.floor((cue?.startMs ?? 0) / 1000);
      expect(clipboard).toBe(`${cue?.text.replaceAll('\n', ' ') ?? ''} (0:${String(seconds).padStart(2, '0')})`);
    });

    test('C4 C5 I2: selected words begin a note at their moment, by pointer and by keyboard alone', async () => {
      const { page } = scene.app;
      const [first, , third] = scene.own.cues;
      if (first === undefined || third === undefined) throw new Error('too few cues');
      const panel = page.getByRole('complementary', { name: words.text('player.panel') });
      const field = panel.getByRole('textbox', { name: words.pattern('notes.at') });
      const note = page.getByRole('button', { name: words.text('transcript.note'), exact: true });
      const quoted = (text: string): string => `> ${text.replaceAll('\n', ' ')}`;
      await page.locator('[data-index="0"] span').last().selectText();
      await note.click();
      await expect(field).toBeFocused();
      await expect(field).toHaveValue(`${quoted(first.text)}\n\n`);
      await expectAccessible(page, 'a note with selected words');
      await page.keyboard.type('why?');
      await page.keyboard.press('Escape');
      const notes = panel.getByRole('listitem');
      await expect(notes).toHaveText([new RegExp(`why\\?$`)]);
      const mark = page.getByTestId('note-mark').locator('span');
      await mark.first().hover();
      await expect(mark.last()).toBeVisible();
      expect((await mark.last().boundingBox())?.x).toBeGreaterThanOrEqual(0);
      await panel.getByRole('tab', { name: words.text('player.transcript'), exact: true }).click();
      await page.locator('[data-index="0"]').getByRole('button').focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'Shift+Enter']) await page.keyboard.press(key);
      await expect(page.getByRole('group', { name: words.text('transcript.selected') })).toBeVisible();
      for (let tabs = 0; tabs < 4 && !(await note.evaluate((button) => button.matches(':focus'))); tabs += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(field).toBeFocused();
      await page.screenshot({ path: test.info().outputPath('quoted.png') });
      await page.keyboard.press('Escape');
      await expect(notes).toHaveCount(2);
      await expect(notes.last()).toContainText(quoted(third.text));
      await notes
        .last()
        .getByRole('button', { name: words.pattern('notes.jump') })
        .click();
      await expect.poll(scene.seconds).toBeCloseTo(third.startMs / 1000, 1);
      await panel.getByRole('tab', { name: words.text('player.transcript'), exact: true }).click();
    });

    test('C4: the chapter that plays is named beside the time, and its menu goes to another', async () => {
      const { page } = scene.app;
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.text('player.panel') }).click();
      await scene.seek(1);
      const menu = page.getByRole('button', { name: words.pattern('transcript.chapterIs') });
      const before = await menu.textContent();
      await menu.click();
      await expectAccessible(page, 'the menu of the chapters');
      await page.getByRole('menuitemradio').nth(2).click();
      await expect(menu).not.toHaveText(before ?? '');
      const place = page.getByRole('slider', { name: words.text('player.seek') });
      await expect(place).toHaveAttribute('aria-valuetext', new RegExp((await menu.textContent()) ?? 'no chapter'));
      await page.screenshot({ path: test.info().outputPath('chapter.png') });
    });
  });
}
