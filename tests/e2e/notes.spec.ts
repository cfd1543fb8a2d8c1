import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { createTestComputer, launchApp, startAgain } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';

const words = wordsOf('en');
const course = sampleCourses().find(({ language }) => language === 'en')!;
const lecture = course.lectures[0]!;
const written = 'Frames are *not* stored whole <b>';
const crashed = 'Written just before the crash';

test.describe('notes and links', () => {
  test.describe.configure({ mode: 'serial' });
  let computer: TestComputer;
  let app: LaunchedApp | null = null;
  test.beforeAll(async () => {
    computer = await createTestComputer();
  });
  test.afterAll(async () => {
    await app?.quit();
    await computer.remove();
  });
  const started = async (...args: string[]) => {
    app = await launchApp({ computer, args, size: { width: 1440, height: 900 } });
    return running();
  };
  const running = () => {
    if (app === null) throw new Error('not running');
    const { page } = app;
    const panel = page.getByRole('complementary', { name: words.text('player.panel') });
    return { app, page, panel, person: createPerson(page, words), notes: panel.getByRole('listitem') };
  };
  const openNotes = async () => {
    const { page, panel } = running();
    if (!(await panel.isVisible())) await page.getByRole('button', { name: words.text('player.panel') }).click();
    await panel.getByRole('tab', { name: words.text('notes.title') }).click();
  };

  test('C5 C7: b marks the second at once, n writes a note while the lecture plays on; a click jumps there', async () => {
    const { page, person, notes, panel } = await started();
    await person.signInWithSample({ remember: true });
    await person.openCourse(course.title);
    await person.watch(lecture.title);
    await person.playedPast(2);
    await page.keyboard.press('KeyB');
    await expect(page.getByText(words.pattern('notes.bookmarked'))).toBeVisible();
    await page.keyboard.press('Digit5');
    await person.playedPast(lecture.durationMs / 2000 - 1);
    await page.keyboard.press('KeyN');
    const field = panel.getByRole('textbox', { name: words.pattern('notes.at') });
    await expect(field).toBeFocused();
    await page.keyboard.type(written, { delay: 20 });
    await expect(field).toHaveValue(written);
    expect((await person.picture()).paused).toBe(false);
    await page.keyboard.press('Escape');
    await expect(notes).toHaveCount(2);
    await expect(notes.last()).toContainText(written);
    await expect(page.getByTestId('note-mark')).toHaveCount(2);
    await page.keyboard.press('KeyK');
    await notes
      .first()
      .getByRole('button', { name: words.pattern('notes.jump') })
      .click();
    await expect.poll(async () => (await person.picture()).seconds).toBeLessThan(6);
  });

  test('I2 C5: the panel of notes, a note being written and the sheet of the export are accessible', async () => {
    const { page, notes, panel } = running();
    await expectAccessible(page, 'player with notes');
    await notes
      .first()
      .getByRole('button', { name: words.pattern('notes.actions') })
      .click();
    await page.getByRole('menuitem', { name: words.text('notes.write') }).click();
    await expect(panel.getByRole('textbox')).toBeFocused();
    await expectAccessible(page, 'a note being written');
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: words.text('notes.export') }).click();
    await expectAccessible(page, 'export of notes');
    await page.getByRole('button', { name: words.text('notes.exportCancel') }).click();
  });

  test('C5: the link to this second goes to the clipboard', async () => {
    const { app, page } = running();
    await page.getByRole('button', { name: words.text('notes.copyLinkHere') }).click();
    await expect(page.getByText(words.pattern('notes.linkCopied'))).toBeVisible();
    const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(new RegExp(`^lectoroom://lecture/${lecture.id}\\?t=\\d+$`));
  });

  test('C5: half a second after the last key a note survives a crash', async () => {
    const { app: here, page, panel } = running();
    await page.keyboard.press('KeyN');
    await expect(panel.getByRole('textbox')).toBeFocused();
    await page.keyboard.type(crashed);
    await page.waitForTimeout(500);
    const child = here.electron.process();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    app = null;
  });

  test('C5 I5: started with a link, the app opens at that second with the notes that were there', async () => {
    const { person, notes } = await started(`lectoroom://lecture/${lecture.id}?t=9`);
    await person.playedPast(9);
    expect((await person.picture()).seconds).toBeLessThan(20);
    await openNotes();
    await expect(notes).toHaveCount(3);
    await expect(notes.filter({ hasText: crashed })).toHaveCount(1);
  });

  test('C5 I5: a second start hands its link over; what is no link is ignored and not repeated in the log', async () => {
    const { person, page } = running();
    await page.keyboard.press('KeyK');
    await startAgain({ computer, args: ['lectoroom://settings/secretword?x=1'] });
    await startAgain({ computer, args: [`lectoroom://lecture/${lecture.id}?t=3`] });
    await expect.poll(async () => Math.floor((await person.picture()).seconds)).toBe(3);
    const log = await readFile(join(computer.userDataFolder, 'logs', 'lectoroom.log'), 'utf8');
    expect(log).toContain('link.refused');
    expect(log).not.toContain('secretword');
    await startAgain({ computer, args: ['lectoroom://lecture/nowhere'] });
    await expect(page.getByText(words.text('notes.linkUnknown'))).toBeVisible();
  });

  test('C5: the notes of a lecture go into a Markdown file with links back and the pictures of their seconds', async () => {
    const { app, page, panel } = running();
    const folder = join(computer.downloadFolder, '..', 'exported');
    await mkdir(folder, { recursive: true });
    await app.electron.evaluate(
      ({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      },
      join(folder, 'mine.md'),
    );
    await panel.getByRole('button', { name: words.text('notes.export') }).click();
    await expect(page.getByText(words.text('notes.exportPlain'))).toBeVisible();
    await page.getByRole('checkbox', { name: words.text('notes.exportPictures') }).press('Space');
    await page.getByRole('button', { name: words.text('notes.exportChoose') }).click();
    await expect(page.getByText('3 notes exported.')).toBeVisible({ timeout: 60_000 });
    const text = await readFile(join(folder, 'mine.md'), 'utf8');
    expect(text).toContain(String.raw`Frames are \*not\* stored whole \<b\>`);
    expect(text).toContain(`](lectoroom://lecture/${lecture.id}?t=`);
    const pictures = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(3);
    const sizes = await Promise.all(
      pictures.map(async (name) => {
        const bytes = await readFile(join(folder, name));
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        return [bytes.readUInt32BE(16), bytes.length > 5000];
      }),
    );
    expect(sizes).toEqual([
      [1280, true],
      [1280, true],
      [1280, true],
    ]);
    // The other window, which nobody saw, is gone.
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('C5: the course shows all of its notes, which are searched and lead to their second', async () => {
    const { page, person } = running();
    await page.getByRole('button', { name: words.text('player.back') }).click();
    await page.getByRole('link', { name: 'Notes (3)' }).click();
    await expect(page.getByRole('heading', { name: lecture.title })).toBeVisible();
    await expectAccessible(page, 'notes of the course');
    await page.getByRole('searchbox', { name: words.text('notes.search') }).fill('CRASH');
    await expect(page.getByText('1 note', { exact: true })).toBeVisible();
    await expect(page.getByText(written)).toHaveCount(0);
    const item = page.getByRole('listitem').filter({ hasText: crashed });
    await item.getByRole('button', { name: words.pattern('notes.actions') }).click();
    await page.getByRole('menuitem', { name: words.text('notes.remove') }).click();
    await expect(item).toHaveCount(0);
    await page.getByRole('button', { name: words.text('common.undo') }).click();
    await item.getByRole('button', { name: words.pattern('notes.jump') }).click();
    await person.playedPast(1);
  });

  test('I5 A7: signed out, a link waits until the account is open', async () => {
    const { page, person } = running();
    await page.getByRole('button', { name: words.text('player.back') }).click();
    await person.openSignOut();
    await page
      .getByRole('dialog', { name: words.text('signOut.title') })
      .getByRole('region', { name: words.text('signOut.keepTitle') })
      .getByRole('button')
      .click();
    await page.getByRole('button', { name: words.text('profiles.needsPassword') }).waitFor();
    await startAgain({ computer, args: [`lectoroom://lecture/${lecture.id}?t=7`] });
    await page.getByRole('button', { name: words.text('profiles.needsPassword') }).click();
    await expect(page.locator('video')).toHaveCount(0);
    await person.unlock(sample.password);
    await person.playedPast(7);
    expect((await person.picture()).seconds).toBeLessThan(20);
  });

  test('C5 D4: no word of a note lies on the disk in clear', async () => {
    await app?.quit();
    app = null;
    const { findings, filesRead } = await findPlaintext([computer.userDataFolder], {
      ...textNeedles('note', written),
      ...textNeedles('crashed note', crashed),
    });
    expect(filesRead).toBeGreaterThan(5);
    expect(findings).toEqual([]);
  });
});
