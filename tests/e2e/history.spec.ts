import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { countInPages } from '../support/count-in-pages.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { keptAccount } from '../support/kept-library.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';

const words = wordsOf('en');
const course = sampleCourses().find(({ language }) => language === 'en')!;
const [first, second] = course.lectures as [(typeof course.lectures)[0], (typeof course.lectures)[0]];

test.describe('watch history', () => {
  test.describe.configure({ mode: 'serial' });
  let computer: TestComputer;
  let app: LaunchedApp;
  let pagesWithHistory = 0;
  test.beforeAll(async () => {
    computer = await createTestComputer();
    app = await launchApp({ computer, size: { width: 1024, height: 700 } });
  });
  test.afterAll(async () => {
    await app.quit();
    await computer.remove();
  });
  const person = () => createPerson(app.page, words);
  const line = (title: string) => app.page.getByRole('grid').getByRole('row', { name: title });
  const openHistory = () => app.page.getByRole('link', { name: words.text('history.title'), exact: true }).click();

  async function watchAWhile(title: string): Promise<void> {
    await person().go('courses');
    await person().openCourse(course.title);
    await person().watch(title);
    await person().playedPast(2);
    await app.page.keyboard.press('KeyK');
    await expect.poll(async () => (await person().picture()).paused).toBe(true);
  }
  async function leave(): Promise<void> {
    await app.page.getByRole('button', { name: words.text('player.back') }).click();
    await app.page.getByRole('heading', { name: course.title, level: 1 }).waitFor();
  }

  test('E1: what was watched stands under today, is found by a word, and opens again', async () => {
    await person().signInWithSample({ remember: false });
    await watchAWhile(first.title);
    await leave();
    const { keys, libraryFolder } = await keptAccount(computer);
    pagesWithHistory = countInPages(join(libraryFolder, 'library.db'), keys.libraryKey, first.title);
    await openHistory();
    await expect(app.page.getByRole('rowgroup', { name: words.text('history.today') })).toContainText(first.title);
    await expectAccessible(app.page, 'history');
    const search = app.page.getByRole('searchbox');
    await search.fill('nothing has this');
    await expect(app.page.getByText(words.pattern('history.notFound'))).toBeVisible();
    await search.fill(first.title.slice(0, 5).toUpperCase());
    await line(first.title).click();
    await person().playedPast(1);
    await leave();
  });

  test('E5: the statistics count it, say it by arrow keys and as a table, and are exported', async () => {
    await app.page.getByRole('link', { name: words.text('statistics.title'), exact: true }).click();
    const day = app.page.getByRole('slider', { name: words.text('statistics.dayCursor') });
    await expect(day).toHaveAttribute('aria-valuetext', /: [1-9]\d*.s$/);
    await day.focus();
    await app.page.keyboard.press('ArrowLeft');
    await expect(day).toHaveAttribute('aria-valuetext', /: 0.s$/);
    await expectAccessible(app.page, 'statistics');
    const asTable = words.text('statistics.asTableNamed').replace('{{title}}', words.text('statistics.courses'));
    await app.page.getByRole('button', { name: asTable }).click();
    await expect(app.page.getByRole('row').getByRole('link', { name: course.title })).toBeVisible();
    await expectAccessible(app.page, 'statistics as a table');
    const path = join(computer.downloadFolder, '..', 'study.csv');
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await app.page.getByRole('button', { name: words.text('statistics.export') }).click();
    await app.page.getByRole('menuitem', { name: words.text('statistics.exportAll') }).click();
    await expect(app.page.getByText(/^Written, unencrypted: 1 line/)).toBeVisible();
    const lines = (await readFile(path, 'utf8')).split('\r\n');
    expect(lines[0]).toBe('\uFEFFDay,Course,Minutes,Sittings');
    expect(lines[1]).toContain(course.title);
  });

  test('E1 I2: deleted by a key, it comes back by Ctrl+Z', async () => {
    await openHistory();
    await line(first.title).waitFor();
    await line(first.title).focus();
    await app.page.keyboard.press('Delete');
    await expect(app.page.getByText(words.text('history.emptyTitle'))).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(line(first.title)).toBeVisible();
  });

  test('E2: in a private session frame and player say so, and nothing of it is in the history or remembered', async () => {
    await app.page.getByRole('button', { name: /@/ }).click();
    await app.page.getByRole('menuitem', { name: words.text('history.private.begin') }).click();
    await expect(app.page.getByText(words.text('history.private.bar'))).toBeVisible();
    await expectAccessible(app.page, 'history in a private session');
    await watchAWhile(second.title);
    await app.page.mouse.move(400, 300);
    await expect(app.page.getByText(words.text('history.private.player'))).toBeVisible();
    await leave();
    await app.page.getByRole('button', { name: words.text('history.private.end') }).click();
    await openHistory();
    await expect(line(first.title)).toBeVisible();
    await expect(line(second.title)).toHaveCount(0);
    await person().go('home');
    await expect(app.page.getByRole('main')).toContainText(first.title);
    await person().openCourse(course.title);
    await person().watch(second.title);
    await expect.poll(async () => (await person().picture()).ready).toBeGreaterThan(1);
    expect((await person().picture()).seconds).toBeLessThan(2);
    await app.page.keyboard.press('KeyK');
    await leave();
  });

  test('E2: switched off in the settings, the player says that it does not record', async () => {
    await person().openSettings();
    await app.page.getByRole('checkbox', { name: words.text('history.keepHistory') }).press('Space');
    await person().go('courses');
    await person().openCourse(course.title);
    await person().watch(first.title);
    await expect(app.page.getByText(words.text('history.notRecording'), { exact: true })).toBeVisible();
    await leave();
  });

  test('E1 E3: all is deleted after a question; how long it is kept is chosen with the next time to see', async () => {
    await openHistory();
    await app.page.getByRole('button', { name: words.text('history.removeAll') }).click();
    await expectAccessible(app.page, 'deleting all of the history');
    await app.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect(app.page.getByText(words.text('history.offTitle'))).toBeVisible();
    await person().openSettings();
    await app.page.getByRole('button', { name: new RegExp(words.text('history.retention')) }).click();
    await app.page.getByRole('option', { name: '90 days' }).click();
    await expect(app.page.getByText(words.pattern('history.nextPurge'))).toBeVisible();
  });

  test('E1 G4: after quitting, the history is empty under its key, and no title is in clear on the disk', async () => {
    await app.quit();
    const { keys, libraryFolder } = await keptAccount(computer);
    const file = join(libraryFolder, 'library.db');
    // The catalogue has the title too, and goes on having it.
    expect(countInPages(file, keys.libraryKey, first.title)).toBeLessThan(pagesWithHistory);
    expect((await readFile(file)).includes(Buffer.from(first.title))).toBe(false);
    const { findings, filesRead } = await findPlaintext([computer.userDataFolder], textNeedles('title', first.title));
    expect(filesRead).toBeGreaterThan(3);
    expect(findings).toEqual([]);
    app = await launchApp({ computer, size: { width: 1024, height: 700 } });
  });
});
