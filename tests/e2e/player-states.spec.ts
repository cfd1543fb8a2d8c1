import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { startCaptionScene } from '../support/caption-scene.ts';
import type { CaptionScene } from '../support/caption-scene.ts';
import { playerStates } from '../support/player-states.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const [language, aid] of [
  ['en', 'forced colours'],
  ['ru', 'a screen reader'],
] as const satisfies readonly (readonly [AppLanguage, string])[]) {
  test.describe(`the player with ${aid}, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    let scene: CaptionScene;
    const setScreenReader = (on: boolean) =>
      scene.app.electron.evaluate(({ app }, isOn) => app.setAccessibilitySupportEnabled(isOn), on);
    test.beforeAll(async () => {
      scene = await startCaptionScene(language);
      if (aid === 'forced colours') await scene.app.page.emulateMedia({ forcedColors: 'active' });
      else await setScreenReader(true);
    });
    test.afterAll(async () => {
      await scene.stop();
    });

    test('I2 C3 C4 C5 C6: axe finds nothing in any state of the player', async () => {
      for (const { name, show, hide } of playerStates(scene)) {
        await test.step(name, async () => {
          await show();
          await expectAccessible(scene.app.page, `${name}, with ${aid}`);
          await hide();
        });
      }
    });

    if (aid === 'a screen reader') {
      test('I2 C6: the controls stay while a screen reader is at work, in theatre too, and go when it has gone', async () => {
        const { page } = scene.app;
        const stage = page.locator('[data-mode]');
        const controls = page.getByRole('group', { name: words.text('player.controls') });
        const head = page.locator('header[data-controls]');
        const opacities = () =>
          Promise.all([head, controls].map((each) => each.evaluate((element) => getComputedStyle(element).opacity)));
        await scene.reopen();
        await page.mouse.move(600, 300);
        await page.keyboard.press('KeyK');
        await page.waitForTimeout(4000);
        await expect(stage).toHaveAttribute('data-idle', 'false');
        expect(await opacities()).toEqual(['1', '1']);
        await page.keyboard.press('KeyT');
        await page.waitForTimeout(4000);
        await expect(stage).toHaveAttribute('data-mode', 'theatre');
        expect(await opacities()).toEqual(['1', '1']);
        await page.keyboard.press('KeyT');
        await setScreenReader(false);
        await expect(stage).toHaveAttribute('data-idle', 'true');
        await expect.poll(opacities).toEqual(['0', '0']);
        await setScreenReader(true);
        await expect(stage).toHaveAttribute('data-idle', 'false');
      });
    }

    test('I2 C8: axe finds nothing when the lecture cannot go on', async () => {
      const { page } = scene.app;
      await page.locator('video').evaluate((video: HTMLVideoElement) => {
        video.src = 'lecture://media/none';
      });
      await page.getByRole('alert').waitFor();
      await expectAccessible(page, `an error in the player, with ${aid}`);
    });
  });
}
