import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`the folder of the downloads, ${language}`, () => {
    const words = wordsOf(language);
    const course = sampleCourses().find((candidate) => candidate.language === language);
    const title = course?.lectures[0]?.title ?? '';
    let computer: TestComputer;
    let app: LaunchedApp;
    let chosen: string;
    test.beforeEach(async () => {
      computer = await createTestComputer();
      chosen = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'Lectures-'));
      app = await launchApp({ computer, language, size: { width: 1024, height: 700 } });
    });
    test.afterEach(async () => {
      await app.quit();
      await computer.remove();
      await rm(chosen, { recursive: true, force: true });
      await rm(`${chosen}-away`, { recursive: true, force: true });
    });

    test('D6 C8: lectures move to a folder of the person’s choice and play from there; without its drive the player asks for it and goes on by itself', async () => {
      const { page } = app;
      const person = createPerson(page, words);
      await app.electron.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
      }, chosen);
      await person.signInWithSample({ remember: true });
      await person.openCourse(course?.title ?? '');
      await person.startDownload(title);
      await person.downloaded(title);
      await person.openSettings();
      await page.getByRole('button', { name: words.text('folder.change') }).click();
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(page, 'asked before the move');
      await page.getByRole('button', { name: words.text('folder.sheet.move'), exact: true }).click();
      await expect(page.getByRole('button', { name: words.text('folder.back') })).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText(basename(chosen))).toBeVisible();
      await expectAccessible(page, 'settings with another folder');
      const lectures = async (folder: string) =>
        (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.lrm'));
      expect(await lectures(chosen)).toHaveLength(1);
      expect(await lectures(computer.downloadFolder)).toEqual([]);

      await person.go('courses');
      await person.openCourse(course?.title ?? '');
      await person.watch(title);
      await person.playedPast(1);
      await page.goBack();
      await rename(chosen, `${chosen}-away`);
      await person.watch(title);
      const asksForIt = existsSync('/dev/shm') ? words.pattern('folder.plugIn') : words.text('errors.drive-away.title');
      await expect(page.getByRole('heading', { name: asksForIt })).toBeVisible({ timeout: 30_000 });
      await expectAccessible(page, 'the player without its drive');
      await rename(`${chosen}-away`, chosen);
      await person.playedPast(1);

      const needles = { ...textNeedles('e-mail', sample.email), ...textNeedles('title', title) };
      const { findings, filesRead } = await findPlaintext([chosen, computer.downloadFolder], needles);
      expect(findings).toEqual([]);
      expect(filesRead).toBeGreaterThan(0);
    });
  });
}
