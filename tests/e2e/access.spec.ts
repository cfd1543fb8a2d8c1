import { expect, test } from '@playwright/test';
import { hostname } from 'node:os';
import { expectAccessible } from '../support/axe.ts';
import { askMain } from '../support/ask-main.ts';
import { createTestComputer, launchApp, resize } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const [language, theme] of [
  ['en', 'light'],
  ['ru', 'dark'],
] as const satisfies readonly (readonly [AppLanguage, 'light' | 'dark'])[]) {
  test.describe(`every screen, ${language}, ${theme}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    const course = sampleCourses().find((candidate) => candidate.language === language);
    const lecture = course?.lectures[0];
    if (course === undefined || lecture === undefined) throw new Error(`no sample course in ${language}`);
    let computer: TestComputer;
    let app: LaunchedApp;
    test.beforeAll(async () => {
      computer = await createTestComputer();
      app = await launchApp({ computer, language, size: { width: 1024, height: 700 } });
      await askMain(app.page, 'settings.update', { theme });
    });
    test.afterAll(async () => {
      await app.quit();
      await computer.remove();
    });

    test('I2: axe finds nothing on the sign-in screen, also with an error on it', async () => {
      const { page } = app;
      await page.getByRole('heading', { name: words.text('signIn.title') }).waitFor();
      await expectAccessible(page, 'sign-in');
      await createPerson(page, words).signInTyping('nobody@sample.lectoroom', 'wrong');
      await expect(page.getByText(words.text('errors.wrong-credentials.title'))).toBeVisible();
      await expectAccessible(page, 'sign-in with an error');
    });

    test('I2: axe finds nothing on home, courses, a course, downloads and settings', async () => {
      const { page } = app;
      const person = createPerson(page, words);
      await person.signInWithSample({ remember: false });
      await page.getByRole('link', { name: course.title }).first().waitFor();
      await expectAccessible(page, 'home');
      await person.go('downloads');
      await page.getByText(words.text('downloads.emptyTitle')).waitFor();
      await expectAccessible(page, 'downloads, empty');
      await person.go('courses');
      await expectAccessible(page, 'courses');
      await person.openCourse(course.title);
      await person.lecture(lecture.title).waitFor();
      await expectAccessible(page, 'course');
      await person.startDownload(lecture.title);
      await person.downloaded(lecture.title);
      await expectAccessible(page, 'course with a download');
      await person.go('downloads');
      await person.lecture(lecture.title).waitFor();
      await expectAccessible(page, 'downloads');
      await page.getByRole('button', { name: /anna@sample\.lectoroom/ }).click();
      await expectAccessible(page, 'the person’s menu');
      await page.getByRole('menuitem', { name: words.text('frame.settings') }).click();
      await page.getByRole('heading', { name: words.text('settings.title') }).waitFor();
      await expectAccessible(page, 'settings');
      await person.openSignOut();
      await page.getByRole('dialog', { name: words.text('signOut.title') }).waitFor();
      await expectAccessible(page, 'the question at signing out');
      await page.keyboard.press('Escape');
    });

    test('I2 C4: axe finds nothing in the player, with its panel, its menus and its help open', async () => {
      const { page } = app;
      const person = createPerson(page, words);
      await person.go('courses');
      await person.openCourse(course.title);
      await person.watch(lecture.title);
      await person.playedPast(0.3);
      await page.keyboard.press('KeyK');
      await expectAccessible(page, 'player');
      await page.getByRole('button', { name: words.text('player.panel') }).click();
      await expectAccessible(page, 'player with the transcript');
      await page.keyboard.press('Shift+Slash');
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page, 'player with the help sheet');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    test('I2 F1 F4 F6 F7 G1 G2 G3 G4 G7: axe finds nothing on any screen about privacy and one’s data, and all are reached by links', async () => {
      const { page } = app;
      await page.getByRole('button', { name: words.text('player.back') }).click();
      await page.getByRole('link', { name: words.text('frame.privacy') }).click();
      const ids = 'choices cookies network processors data retention profile export requests erase'.split(' ');
      for (const id of ids) {
        const places = page.getByRole('navigation', { name: words.text('privacyNav.label') });
        await places.getByRole('link', { name: words.text(`privacyNav.place.${id}`), exact: true }).click();
        await page.getByRole('heading', { level: 1, name: words.text(`privacyNav.title.${id}`) }).waitFor();
        await expectAccessible(page, `privacy: ${id}`);
      }
    });

    test('I2: everything fits a window of 900 × 600', async () => {
      const { page } = app;
      const person = createPerson(page, words);
      await resize(app.electron, { width: 900, height: 600 });
      for (const place of ['home', 'courses', 'downloads'] as const) {
        await person.go(place);
        await expectAccessible(page, `${place} at 900 × 600`);
      }
    });
  });
}

test('I1: the language switches live, without a restart', async () => {
  const computer = await createTestComputer();
  const app = await launchApp({ computer, language: 'en' });
  const [en, ru] = [wordsOf('en'), wordsOf('ru')];
  const { page } = app;
  await createPerson(page, en).signInWithSample({ remember: false });
  await page.getByRole('link', { name: en.text('frame.courses'), exact: true }).waitFor();
  await page.getByRole('button', { name: /anna@sample\.lectoroom/ }).click();
  await page.getByRole('menuitem', { name: en.text('frame.settings') }).click();
  await askMain(page, 'settings.update', { language: 'ru' });
  await expect(page.getByRole('heading', { name: ru.text('settings.title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  // The computers' part comes from the service a moment later.
  await page.getByText(ru.text('computers.this')).first().waitFor();
  const shown = (await page.locator('body').innerText()).replaceAll(hostname(), '');
  const names = /LECTOROOM|Ctrl|Electron|YouTube|English|Windows|macOS|Linux|Anna Keller|anna@sample\.lectoroom|\d+p/g;
  expect(shown.replaceAll(names, '')).not.toMatch(/[A-Za-z]{4,}/);
  await app.quit();
  await computer.remove();
});
