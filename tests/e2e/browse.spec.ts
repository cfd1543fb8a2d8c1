import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`browsing, ${language}`, () => {
    const words = wordsOf(language);
    const courses = sampleCourses();
    const russian = courses.find((course) => course.language === 'ru');
    if (russian === undefined) throw new Error('no Russian sample course');
    let computer: TestComputer;
    let app: LaunchedApp;
    test.beforeAll(async () => {
      computer = await createTestComputer();
      app = await launchApp({ computer, language, size: { width: 900, height: 600 } });
      await createPerson(app.page, words).signInTyping(sample.email, sample.password, true);
    });
    test.afterAll(async () => {
      await app.quit();
      await computer.remove();
    });

    test('B4 I2: filters narrow the courses, going back widens them again, all by keyboard', async () => {
      const { page } = app;
      await createPerson(page, words).go('courses');
      const rows = page.getByRole('grid', { name: words.text('courses.title') }).getByRole('row');
      await expect(rows).toHaveCount(courses.length);
      await expectAccessible(page, 'courses');
      await page.getByRole('button', { name: words.text('browse.filter.language') }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: language === 'en' ? 'Russian' : 'русский' }).press('Enter');
      await expect(rows).toHaveCount(1);
      await expect(rows).toHaveAccessibleName(russian.title);
      await expectAccessible(page, 'filtered');
      await rows.first().focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: russian.title })).toBeVisible();
      await page.keyboard.press('Alt+ArrowLeft');
      await expect(rows).toHaveCount(1);
      await page.keyboard.press('Alt+ArrowLeft');
      await expect(rows).toHaveCount(courses.length);
    });

    test('B1: back leads to the place on a long screen', async () => {
      const { page } = app;
      await createPerson(page, words).go('courses');
      const main = page.getByRole('main');
      await page.getByRole('row', { name: courses[0]?.title ?? '' }).waitFor();
      await main.evaluate((element) => element.scrollTo(0, 90));
      const before = await main.evaluate((element) => element.scrollTop);
      expect(before).toBeGreaterThan(30);
      await page.getByRole('row', { name: russian.title }).click();
      await expect(page.getByRole('heading', { level: 1, name: russian.title })).toBeVisible();
      expect(await main.evaluate((element) => element.scrollTop)).toBe(0);
      await page.getByRole('button', { name: words.text('frame.back'), exact: true }).click();
      await expect.poll(async () => main.evaluate((element) => element.scrollTop)).toBe(before);
    });

    test('B6 B1: a course is put on the list, found there after a restart, and leads to its lecturer', async () => {
      const person = createPerson(app.page, words);
      await person.openCourse(russian.title);
      await app.page.getByRole('button', { name: words.text('myList.add'), exact: true }).click();
      await app.page.getByRole('button', { name: words.text('myList.remove'), exact: true }).waitFor();
      await app.quit();
      app = await launchApp({ computer, language, size: { width: 900, height: 600 } });
      const { page } = app;
      await page.getByRole('link', { name: words.text('frame.myList'), exact: true }).click();
      await expectAccessible(page, 'my list');
      const remove = words.text('myList.removeNamed').replace('{{title}}', russian.title);
      await page.getByRole('button', { name: remove, exact: true }).click();
      await expect(page.getByRole('heading', { name: words.text('myList.emptyTitle') })).toBeVisible();
      await page.keyboard.press('Control+z');
      await page.getByRole('link', { name: russian.title }).click();
      await page.getByRole('main').locator('a[href*="/lecturers/"]').first().click();
      await page.getByRole('link', { name: russian.title }).waitFor();
      await expectAccessible(page, 'lecturer');
    });
  });
}
