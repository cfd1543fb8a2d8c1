import { expect, test } from '@playwright/test';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import { createPerson } from '../support/person.ts';
import { startWatchScene } from '../support/watch-scene.ts';
import type { WatchScene } from '../support/watch-scene.ts';

test.describe('the keys of the player', () => {
  test.describe.configure({ mode: 'serial' });
  let scene: WatchScene;

  test.beforeAll(async () => {
    scene = await startWatchScene();
  });
  test.afterAll(() => scene.stop());

  const stage = () => scene.app.page.locator('[data-mode]');
  /** Presses a key as Windows or macOS would tell it with a Cyrillic layout: its place, and what it writes there. */
  async function pressCyrillic(code: string, key: string, keyCode: number): Promise<void> {
    const { page } = scene.app;
    const session = await page.context().newCDPSession(page);
    const event = { code, key, windowsVirtualKeyCode: keyCode };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    await session.detach();
  }

  test('C7: keys work by their place with a Cyrillic layout, and not in a text field', async () => {
    const { page } = scene.app;
    const person = createPerson(page, scene.words);
    await pressCyrillic('KeyK', 'л', 75);
    await expect.poll(async () => (await person.picture()).paused).toBe(true);
    const { seconds } = await person.picture();
    await pressCyrillic('KeyL', 'д', 76);
    await expect.poll(async () => (await person.picture()).seconds).toBeGreaterThan(seconds + 9);
    await pressCyrillic('KeyT', 'е', 84);
    await expect(stage()).toHaveAttribute('data-mode', 'theatre');
    await pressCyrillic('KeyT', 'е', 84);
    await expect(stage()).toHaveAttribute('data-mode', 'window');
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.querySelector('main')?.append(field);
      field.focus();
    });
    await pressCyrillic('KeyK', 'л', 75);
    expect(
      await page.evaluate(() => {
        const field = document.querySelector('textarea');
        const written = field?.value;
        field?.remove();
        return written;
      }),
    ).toBe('л');
    expect((await person.picture()).paused).toBe(true);
  });

  test('C7: a key is given anew, a taken one is swapped, and it works after a restart', async () => {
    const { words } = scene;
    let { page } = scene.app;
    let person = createPerson(page, words);
    await page.getByRole('button', { name: words.text('player.back') }).click();
    await person.openSettings();
    await page.getByRole('button', { name: words.text('keys.show') }).click();
    await expectAccessible(page, 'settings with the keys');
    const name = words.text('keys.changeNamed').replace('{{command}}', words.text('keys.command.play'));
    await page.getByRole('button', { name }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: words.text('keys.record').replace('{{key}}', 'K') }).click();
    await page.keyboard.press('Control+KeyQ');
    await expect(sheet.getByText(words.text('keys.refusedSystem'))).toBeVisible();
    await sheet.getByRole('button', { name: words.text('keys.record').replace('{{key}}', 'K') }).click();
    await page.keyboard.press('KeyC');
    await expect(sheet.getByRole('alert')).toContainText(words.text('keys.command.captions'));
    await expectAccessible(page, 'a key that is taken');
    await sheet.getByRole('button', { name: words.text('keys.swap') }).click();
    await expect(sheet.getByRole('button', { name: words.text('keys.remove').replace('{{key}}', 'C') })).toBeVisible();
    await sheet.getByRole('button', { name: words.text('keys.done') }).click();
    await expect(sheet).toHaveCount(0);
    await scene.restart();
    ({ page } = scene.app);
    person = createPerson(page, words);
    await person.watchOn();
    await person.playedPast(0);
    await expect.poll(async () => (await person.picture()).paused).toBe(false);
    await page.keyboard.press('KeyC');
    await expect.poll(async () => (await person.picture()).paused).toBe(true);
    await page.keyboard.press('Shift+Slash');
    await expect(page.getByRole('dialog')).toContainText('C');
    await expectAccessible(page, 'the help sheet with changed keys');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const captions = page.getByRole('button', { name: words.text('player.captions'), exact: true });
    await expect(captions).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('KeyK');
    await expect(captions).toHaveAttribute('aria-pressed', 'false');
    await askMain(page, 'settings.update', { playerSingleKeys: false });
    await page.waitForTimeout(200);
    await page.keyboard.press('KeyC');
    await page.waitForTimeout(300);
    expect((await person.picture()).paused).toBe(true);
    await page.keyboard.press('Space');
    await expect.poll(async () => (await person.picture()).paused).toBe(false);
  });
});
