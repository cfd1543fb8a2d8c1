import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { createPerson } from '../support/person.ts';
import { startWatchScene } from '../support/watch-scene.ts';
import type { WatchScene } from '../support/watch-scene.ts';

test.describe('the stage around the picture', () => {
  test.describe.configure({ mode: 'serial' });
  let scene: WatchScene;
  let app: LaunchedApp;
  let words: WatchScene['words'];

  test.beforeAll(async () => {
    scene = await startWatchScene();
    ({ app, words } = scene);
  });
  test.afterAll(() => scene.stop());

  const stage = (page: Page) => page.locator('[data-mode]');
  const windowNow = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (window === undefined) throw new Error('no window');
      return {
        bounds: window.getBounds(),
        onTop: window.isAlwaysOnTop(),
        minimum: window.getMinimumSize(),
        canMaximise: window.isMaximizable(),
      };
    });

  test('C6: theatre leaves the picture alone, and t, Esc and its menu switch it', async () => {
    const { page } = app;
    await page.keyboard.press('KeyT');
    await expect(stage(page)).toHaveAttribute('data-mode', 'theatre');
    await expect(page.getByText(words.text('stage.theatre')).first()).toBeVisible();
    await expectAccessible(page, 'theatre');
    await page.keyboard.press('Escape');
    await expect(stage(page)).toHaveAttribute('data-mode', 'window');
    await page.getByRole('button', { name: words.text('stage.window') }).click();
    await expectAccessible(page, 'the menu of the window');
    await page.getByRole('menuitem', { name: words.text('stage.theatre') }).click();
    await expect(stage(page)).toHaveAttribute('data-mode', 'theatre');
    await page.getByRole('button', { name: words.text('player.panel') }).click();
    await expect(stage(page)).toHaveAttribute('data-mode', 'window');
    await page.getByRole('button', { name: words.text('player.closePanel') }).click();
  });

  test('C6: full screen and picture in picture come and go, and the lecture goes on', async () => {
    const { page } = app;
    const full = () => page.evaluate(() => document.fullscreenElement !== null);
    const inPicture = () => page.evaluate(() => document.pictureInPictureElement !== null);
    const person = createPerson(page, words);
    await page.keyboard.press('KeyF');
    await expect.poll(full).toBe(true);
    await page.keyboard.press('KeyF');
    await expect.poll(full).toBe(false);
    await page.keyboard.press('KeyF');
    await expect.poll(full).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(full).toBe(false);
    await page.keyboard.press('KeyI');
    await expect.poll(inPicture).toBe(true);
    await page.keyboard.press('KeyI');
    await expect.poll(inPicture).toBe(false);
    expect((await person.picture()).paused).toBe(false);
    await person.playedPast((await person.picture()).seconds + 0.5);
  });

  test('C6 C4: the mini window is small, above all others, with captions, and gives the former bounds back', async () => {
    const { page } = app;
    // Without a window manager X11 keeps the size that the full screen had.
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 1200, height: 800 });
    });
    const before = await windowNow();
    await page.keyboard.press('Shift+KeyI');
    await expect(stage(page)).toHaveAttribute('data-mode', 'mini');
    const mini = await windowNow();
    expect(mini.onTop).toBe(true);
    expect(mini.bounds.width).toBeLessThan(460);
    expect(mini.bounds.height).toBeLessThan(280);
    await page.evaluate(() => document.querySelector('video')?.pause());
    const answer = (await askMain(page, 'playback.open', { lectureId: scene.lectures[0].id })) as {
      value: { captions: { cues: { startMs: number }[] }[] };
    };
    const startMs = answer.value.captions[0]?.cues[2]?.startMs ?? 0;
    await page.evaluate(
      (seconds) => {
        const video = document.querySelector('video');
        if (video) video.currentTime = seconds;
      },
      startMs / 1000 + 0.2,
    );
    const caption = page.getByTestId('captions').locator('p');
    await expect(caption).toBeVisible();
    const size = await caption.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(15);
    // It moves out of the way of the controls, which takes a moment.
    const overlapPx = async (): Promise<number> => {
      const [box, controls] = [
        await caption.boundingBox(),
        await page.locator('[role=group][data-controls]').boundingBox(),
      ];
      return (box?.y ?? 0) + (box?.height ?? 0) - (controls?.y ?? 0);
    };
    await expect.poll(overlapPx, { timeout: 5000 }).toBeLessThanOrEqual(16);
    await expectAccessible(page, 'mini window');
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 440, height: 260 });
    });
    await page.getByRole('button', { name: words.text('stage.leaveMini') }).click();
    await expect(stage(page)).toHaveAttribute('data-mode', 'window');
    expect(await windowNow()).toEqual(before);
    await page.keyboard.press('Shift+KeyI');
    await expect(stage(page)).toHaveAttribute('data-mode', 'mini');
    expect((await windowNow()).bounds).toEqual({ x: 30, y: 40, width: 440, height: 260 });
    await page.keyboard.press('Escape');
    await expect(stage(page)).toHaveAttribute('data-mode', 'window');
    expect((await windowNow()).bounds).toEqual(before.bounds);
  });

  test('C6: the system gets the cover and the title', async () => {
    const { page } = app;
    await expect
      .poll(() => page.evaluate(() => navigator.mediaSession.metadata?.artwork[0]?.src.slice(0, 11) ?? ''))
      .toBe('data:image/');
    expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toBe(scene.lectures[0].title);
  });

  test('C6: the sleep timer shows what is left, a press adds ten minutes, and it goes off', async () => {
    const { page } = app;
    await page.keyboard.press('Shift+KeyS');
    const left = page.getByRole('button', { name: words.pattern('stage.sleepLeft') });
    await expect(left).toHaveText(/9:5\d|10:00/u);
    await left.click();
    await expect(left).toHaveText(/19:5\d|20:00/u);
    await page.getByRole('button', { name: words.text('stage.sleepChange') }).click();
    await expectAccessible(page, 'the sleep timer’s menu');
    await page.getByRole('menuitemradio', { name: words.text('stage.sleepNone') }).click();
    await expect(left).toHaveCount(0);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(page.getByRole('button', { name: words.text('stage.sleep'), exact: true })).toBeFocused();
  });

  test('C6: the next lecture waits for a no, Esc and a seek say it, and then it begins', async () => {
    const { page } = app;
    const countdown = page.getByRole('timer');
    const stay = page.getByRole('button', { name: words.text('stage.stay') });
    /** Only a lecture that plays comes to its end. */
    async function toTheEnd(): Promise<void> {
      await page.evaluate(() => document.querySelector('video')?.play());
      await page.keyboard.press('End');
      await expect(countdown).toBeVisible();
    }
    await toTheEnd();
    await expectAccessible(page, 'the countdown');
    await page.keyboard.press('Escape');
    await expect(countdown).toHaveCount(0);
    await expect(stay).toHaveCount(0);
    await expectAccessible(page, 'the end without a countdown');
    await page.keyboard.press('ArrowLeft');
    await toTheEnd();
    await page.keyboard.press('KeyJ');
    await expect(countdown).toHaveCount(0);
    await toTheEnd();
    await stay.click();
    await expect(countdown).toHaveCount(0);
    await page.keyboard.press('KeyJ');
    await toTheEnd();
    await expect(page.getByRole('heading', { name: scene.lectures[1].title })).toBeVisible({ timeout: 15_000 });
    await createPerson(page, words).playedPast(0.3);
  });

  test('C6: leaving the player ends theatre and the mini window', async () => {
    const { page } = app;
    const person = createPerson(page, words);
    await page.getByRole('button', { name: words.text('player.back') }).click();
    await person.go('home');
    await person.watchOn();
    await person.playedPast(0);
    await page.keyboard.press('Shift+KeyI');
    await expect(stage(page)).toHaveAttribute('data-mode', 'mini');
    expect((await windowNow()).onTop).toBe(true);
    await page.evaluate(() => window.history.back());
    await expect(page.locator('video')).toHaveCount(0);
    await expect.poll(async () => (await windowNow()).onTop).toBe(false);
    expect((await windowNow()).minimum).toEqual([900, 600]);
  });

  test('C6 C8: an error in the mini window takes the usual one, where its sentence and button have room', async () => {
    const { page } = app;
    const person = createPerson(page, words);
    await person.watchOn();
    await person.playedPast(0);
    await page.keyboard.press('Shift+KeyI');
    await expect(stage(page)).toHaveAttribute('data-mode', 'mini');
    await page.evaluate(() => {
      const video = document.querySelector('video');
      if (video) video.src = 'lecture://media/none';
    });
    await expect(page.getByRole('alert')).toBeVisible();
    await expect.poll(async () => (await windowNow()).onTop).toBe(false);
    await expectAccessible(page, 'an error in the player');
  });
});
