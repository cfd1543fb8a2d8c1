import { readdir } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`space, ${language}`, () => {
    const words = wordsOf(language);
    const course = sampleCourses().find((candidate) => candidate.language === language);
    if (course === undefined) throw new Error(`no sample course in ${language}`);
    const [first = '', second = ''] = course.lectures.map(({ title }) => title);
    let computer: TestComputer;
    let app: LaunchedApp;
    const start = async (): Promise<void> => {
      app = await launchApp({ computer, language, size: { width: 1024, height: 700 } });
    };
    const files = async (): Promise<readonly string[]> =>
      (await readdir(computer.downloadFolder, { recursive: true })).filter((name) => name.includes('.lrm'));
    const button = (key: string, title?: string) =>
      app.page.getByRole('button', {
        name: title === undefined ? words.text(key) : words.text(key).replace('{{title}}', title),
        exact: true,
      });
    const openSpace = async (): Promise<void> => {
      await createPerson(app.page, words).go('downloads');
      await app.page.getByRole('link', { name: words.text('space.title'), exact: true }).click();
    };
    test.beforeEach(async () => {
      computer = await createTestComputer();
      await start();
    });
    test.afterEach(async () => {
      await app.quit();
      await computer.remove();
    });

    test('D1 D7: a removed lecture comes back by the notice and by its key, lies in the bin over a restart, and is gone from the disk once it is emptied', async () => {
      const person = createPerson(app.page, words);
      await person.signInTyping(sample.email, sample.password, true);
      await person.openCourse(course.title);
      for (const title of [first, second]) {
        await person.startDownload(title);
        await person.downloaded(title);
      }
      await person.go('downloads');
      const line = () => app.page.getByRole('heading', { level: 3, name: first });
      for (const undo of [() => button('common.undo').click(), () => app.page.keyboard.press('Control+z')]) {
        await button('download.removeNamed', first).click();
        await expect(line()).toHaveCount(0);
        await undo();
        await expect(line()).toHaveCount(1);
      }
      expect(await files()).toHaveLength(2);
      await button('download.removeNamed', first).click();
      await expect(line()).toHaveCount(0);
      await app.quit();
      await start();
      await openSpace();
      await expect(button('bin.restoreNamed', first)).toBeVisible();
      expect(await files()).toHaveLength(2);
      await expectAccessible(app.page, 'space');
      await button('bin.deleteNamed', first).click();
      await expectAccessible(app.page, 'the question before deleting');
      const question = app.page.getByRole('alertdialog');
      await question.getByRole('button', { name: words.pattern('bin.confirm') }).click();
      await expect(app.page.getByText(words.text('bin.nothing'))).toBeVisible();
      expect(await files()).toHaveLength(1);
      await app.page.getByRole('link', { name: words.text('space.lectures'), exact: true }).click();
      await expect(app.page.getByRole('heading', { level: 3, name: second })).toBeVisible();
      await expect(line()).toHaveCount(0);
    });
  });
}
