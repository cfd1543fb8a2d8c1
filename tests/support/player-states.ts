import { expect } from '@playwright/test';
import type { CaptionScene } from './caption-scene.ts';

/** One state of the player that a person can see: how to come to it, and back to the paused lecture without a panel. */
export interface PlayerState {
  readonly name: string;
  show(): Promise<void>;
  hide(): Promise<void>;
}

/** Every state of the player on a lecture that can play; the last one leaves it at its end. */
export function playerStates(scene: CaptionScene): readonly PlayerState[] {
  const { words } = scene;
  const { page } = scene.app;
  const button = (key: string) => page.getByRole('button', { name: words.pattern(key) }).first();
  const tab = (key: string) => page.getByRole('tab', { name: words.text(key), exact: true });
  const press = (key: string) => page.keyboard.press(key);
  const escape = () => press('Escape');
  const gone = async (): Promise<void> => {
    for (const role of ['menu', 'dialog'] as const) await expect(page.getByRole(role)).toHaveCount(0);
  };
  const leave = async (): Promise<void> => {
    await escape();
    await gone();
  };
  const nothing = () => Promise.resolve();
  const mode = (wanted: string) => expect(page.locator('[data-mode]')).toHaveAttribute('data-mode', wanted);
  const play = (playing: boolean) =>
    page.locator('video').evaluate(async (video: HTMLVideoElement, on) => {
      if (on) await video.play();
      else video.pause();
    }, playing);
  /** Opens what lies behind a button until it is there, and closes it by Escape. */
  const behind = (name: string, key: string, role: 'menu' | 'dialog'): PlayerState => ({
    name,
    async show() {
      await button(key).press('Enter');
      await page.getByRole(role).waitFor();
    },
    hide: leave,
  });
  /** Another way to see the picture, by its key and back by Escape. */
  const inMode = (name: string, wanted: 'theatre' | 'mini', key: string): PlayerState => ({
    name,
    async show() {
      await press(key);
      await mode(wanted);
    },
    async hide() {
      await escape();
      await mode('window');
    },
  });
  const closePanel = () => button('player.closePanel').click();
  const openPanel = async (key: string): Promise<void> => {
    await button('player.panel').click();
    await tab(key).click();
  };
  return [
    { name: 'paused, with captions', show: () => scene.showCue(2), hide: nothing },
    { name: 'playing', show: () => play(true), hide: () => play(false) },
    behind('the menu of the captions', 'captions.menu', 'menu'),
    {
      name: 'the style of the captions',
      async show() {
        await scene.openMenu();
        await page.getByRole('menuitem', { name: words.text('captions.openStyle') }).click();
        await page.getByRole('dialog', { name: words.text('captions.style') }).waitFor();
      },
      hide: leave,
    },
    behind('the speed', 'player.speedAt', 'dialog'),
    behind('what was watched', 'study.watchedShare', 'dialog'),
    behind('the chapters of the bar', 'transcript.chapterIs', 'menu'),
    behind('the menu of the window', 'stage.window', 'menu'),
    behind('the sleep timer’s menu', 'stage.sleep', 'menu'),
    {
      name: 'the sleep timer at work',
      async show() {
        await press('Shift+KeyS');
        await button('stage.sleepLeft').waitFor();
      },
      async hide() {
        await button('stage.sleepChange').press('Enter');
        await page.getByRole('menuitemradio', { name: words.text('stage.sleepNone') }).click();
        await gone();
      },
    },
    {
      name: 'the help sheet',
      async show() {
        await press('Shift+Slash');
        await page.getByRole('dialog', { name: words.text('help.title') }).waitFor();
      },
      hide: leave,
    },
    {
      name: 'a loop',
      async show() {
        await scene.seek(2);
        await press('BracketLeft');
        await scene.seek(8);
        await press('BracketRight');
        await page.getByTestId('loop').waitFor();
      },
      hide: () => press('Backslash'),
    },
    {
      name: 'the transcript with what was found, and the menu of its languages',
      async show() {
        await openPanel('player.transcript');
        await page
          .getByRole('textbox', { name: words.text('transcript.search') })
          .fill(scene.own.cues[0]?.text.slice(0, 3) ?? '');
        await page.locator('mark').first().waitFor();
        await button('transcript.languageIs').press('Enter');
        await page.getByRole('menu').waitFor();
      },
      async hide() {
        await leave();
        await button('transcript.clear').click();
        await closePanel();
      },
    },
    {
      name: 'selected words',
      async show() {
        await openPanel('player.transcript');
        await page.locator('[data-index="0"] span').last().selectText();
        await page.getByRole('group', { name: words.text('transcript.selected') }).waitFor();
      },
      async hide() {
        await page.evaluate(() => getSelection()?.removeAllRanges());
        await closePanel();
      },
    },
    {
      name: 'no notes',
      async show() {
        await openPanel('notes.title');
        await page.getByText(words.text('notes.none')).waitFor();
      },
      hide: closePanel,
    },
    {
      name: 'a note being written',
      async show() {
        await press('KeyN');
        await page.getByRole('textbox', { name: words.pattern('notes.at') }).waitFor();
        await page.keyboard.type('A note');
      },
      hide: escape,
    },
    behind('a note and what can be done with it', 'notes.actions', 'menu'),
    behind('the export of notes', 'notes.export', 'dialog'),
    {
      name: 'the chapters',
      async show() {
        await tab('player.chapters').click();
        await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
      },
      hide: closePanel,
    },
    inMode('theatre', 'theatre', 'KeyT'),
    inMode('the mini window', 'mini', 'Shift+KeyI'),
    {
      name: 'the countdown',
      async show() {
        await play(true);
        await press('End');
        await page.getByRole('timer').waitFor();
      },
      hide: escape,
    },
    {
      name: 'the end without a countdown',
      show: () => button('player.again').waitFor(),
      hide: nothing,
    },
  ];
}
