import { expect, test } from '@playwright/test';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import { startCaptionScene } from '../support/caption-scene.ts';
import type { CaptionScene } from '../support/caption-scene.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`captions, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    let scene: CaptionScene;
    test.beforeAll(async () => {
      scene = await startCaptionScene(language);
    });
    test.afterAll(async () => {
      await scene.stop();
    });

    const looks = () =>
      scene.line().evaluate((element) => {
        const { fontSize, color, backgroundColor, textShadow } = getComputedStyle(element);
        return { fontSizePx: Number.parseFloat(fontSize), color, backgroundColor, textShadow };
      });
    const edge = async (name: 'top' | 'bottom') => {
      const box = await scene.line().boundingBox();
      if (box === null) throw new Error('no caption');
      return name === 'top' ? box.y : box.y + box.height;
    };

    test('C4: the style of the captions is chosen with a preview, seen at once, kept, and put back', async () => {
      const { page } = scene.app;
      await scene.showCue(2);
      const before = await looks();
      await scene.openMenu();
      await expectAccessible(page, 'the menu of the captions');
      await page.getByRole('menuitem', { name: words.text('captions.openStyle') }).click();
      const panel = page.getByRole('dialog', { name: words.text('captions.style') });
      await expectAccessible(page, 'the style of the captions');
      const choose = async (group: string, option: string) => {
        await panel
          .getByRole('radiogroup', { name: words.text(`captions.${group}.label`) })
          .getByRole('radio', { name: words.text(`captions.${group}.${option}`), exact: true })
          .press('Space');
      };
      await choose('size', 'huge');
      await choose('colour', 'yellow');
      await choose('background', 'solid');
      await choose('edge', 'outline');
      const after = await looks();
      expect(after.fontSizePx / before.fontSizePx).toBeCloseTo(1.7, 1);
      expect(after.color).toBe('rgb(255, 226, 122)');
      expect([before.backgroundColor, after.backgroundColor]).toEqual(['rgba(11, 10, 10, 0.82)', 'rgb(11, 10, 10)']);
      expect([before.textShadow === 'none', after.textShadow === 'none']).toEqual([true, false]);
      const preview = page.getByTestId('caption-preview').locator('p');
      await expect(preview).toHaveCSS('color', after.color);
      await choose('place', 'top');
      await expect.poll(() => edge('bottom')).toBeLessThan(400);
      const head = await page.locator('header[data-controls]').boundingBox();
      expect(await edge('top')).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
      await page.screenshot({ path: test.info().outputPath('style.png') });
      expect(await askMain(page, 'settings.read', null)).toMatchObject({
        value: {
          captionStyle: { size: 'huge', colour: 'yellow', background: 'solid', edge: 'outline', place: 'top' },
        },
      });
      await panel.getByRole('button', { name: words.text('captions.usual') }).click();
      expect(await looks()).toEqual(before);
      await page.keyboard.press('Escape');
      await expect(panel).toHaveCount(0);
      await expect(page.getByRole('button', { name: words.text('captions.menu') })).toBeFocused();
    });

    test('C4 I2: a system that asks for contrast gets captions on solid ground, whatever was chosen', async () => {
      const { page } = scene.app;
      const style = { size: 'medium', colour: 'white', background: 'none', edge: 'none', place: 'bottom' };
      await askMain(page, 'settings.update', { captionStyle: style });
      await scene.reopen();
      await scene.showCue(2);
      expect((await looks()).backgroundColor).toBe('rgba(0, 0, 0, 0)');
      await page.emulateMedia({ contrast: 'more' });
      expect((await looks()).backgroundColor).toBe('rgb(11, 10, 10)');
      await page.emulateMedia({ contrast: null, forcedColors: 'active' });
      const canvas = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('p'));
        probe.className = 'probe';
        probe.style.background = 'Canvas';
        const { backgroundColor } = getComputedStyle(probe);
        probe.remove();
        return backgroundColor;
      });
      expect((await looks()).backgroundColor).toBe(canvas);
      await page.screenshot({ path: test.info().outputPath('forced-colours.png') });
      await page.emulateMedia({ contrast: null, forcedColors: null });
      await askMain(page, 'settings.update', { captionStyle: { ...style, background: 'half' } });
      await scene.reopen();
    });

    test('C4: captions stand above the controls while these show, come down after, and leave the end card free', async () => {
      const { page } = scene.app;
      await scene.showCue(2);
      const controls = await page.getByRole('group', { name: words.text('player.controls') }).boundingBox();
      expect(await edge('bottom')).toBeLessThanOrEqual(controls?.y ?? 0);
      const lifted = await edge('bottom');
      await page.mouse.move(640, 200);
      await scene.seek(((scene.own.cues[1]?.startMs ?? 0) + 100) / 1000);
      await page.keyboard.press('KeyK');
      await page.waitForSelector('[data-idle="true"]');
      await expect.poll(() => edge('bottom').catch(() => 0), { timeout: 10_000 }).toBeGreaterThan(700);
      await page.mouse.move(600, 220);
      await expect.poll(() => edge('bottom').catch(() => Infinity)).toBeLessThanOrEqual(lifted + 1);
      await page.keyboard.press('End');
      await page.getByText(words.text('player.ended')).waitFor();
      await expect(scene.captions()).toHaveCount(0);
    });

    test('C4: two languages at once, the second above and smaller, remembered with the lecture opened again', async () => {
      const { page } = scene.app;
      await page.keyboard.press('Digit0');
      await scene.openMenu();
      await page
        .getByRole('group', { name: words.text('captions.second') })
        .getByRole('menuitemradio')
        .nth(1)
        .click();
      const both = async () => {
        const [own, theirs] = [scene.own.cues, scene.other.cues];
        const cue = own.find(({ startMs, endMs }) =>
          theirs.some((each) => each.startMs < endMs && startMs < each.endMs),
        );
        const second = theirs.find((each) => cue && each.startMs < cue.endMs && cue.startMs < each.endMs);
        if (!cue || !second) throw new Error('no common moment');
        await scene.seek((Math.max(cue.startMs, second.startMs) + Math.min(cue.endMs, second.endMs)) / 2000);
        await expect(scene.captions().locator('p')).toHaveText([second.text, cue.text]);
      };
      await both();
      const [above, below] = [scene.captions().locator('p').first(), scene.captions().locator('p').last()];
      expect(await above.getAttribute('lang')).toBe(scene.other.language);
      const size = (place: typeof above) =>
        place.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
      expect(await size(above)).toBeLessThan(await size(below));
      expect((await above.boundingBox())?.y ?? 0).toBeLessThan((await below.boundingBox())?.y ?? 0);
      await page.screenshot({ path: test.info().outputPath('two.png') });
      await scene.reopen();
      await both();
    });
  });
}
