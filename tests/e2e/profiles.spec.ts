import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, otherSample, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

const label = 'Purple fox';

/** Everything that is written on the page, seen or only spoken. */
async function everythingSaid(page: Page): Promise<string> {
  return page.evaluate(() => {
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'aria-description', 'title', 'alt', 'value', 'placeholder', 'href', 'src'].map(
        (name) => element.getAttribute(name) ?? '',
      ),
    );
    return [document.title, document.body.textContent, ...attributes].join('\n');
  });
}

/** What Chromium keeps of the window, and what the system could show of it. */
async function keptOutside({ electron, page }: LaunchedApp) {
  const main = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const { session, navigationHistory } = window?.webContents ?? {};
    return {
      title: window?.getTitle(),
      cookies: (await session?.cookies.get({}))?.length,
      cacheBytes: await session?.getCacheSize(),
      history: navigationHistory?.getAllEntries().map(({ title }) => title),
      recents: app.name,
    };
  });
  const inPage = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys().catch(() => [])).length,
    local: localStorage.length + sessionStorage.length,
    session: navigator.mediaSession.metadata?.title ?? '',
  }));
  return { ...main, ...inPage };
}

for (const [language, theme] of [
  ['en', 'light'],
  ['ru', 'dark'],
] as const satisfies readonly (readonly [AppLanguage, string])[]) {
  test.describe(`two people on one computer, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    const course = sampleCourses().find((candidate) => candidate.language === language);
    const lecture = course?.lectures[0];
    if (course === undefined || lecture === undefined) throw new Error(`no sample course in ${language}`);
    let computer: TestComputer;
    let app: LaunchedApp;
    const start = async () => {
      app = await launchApp({ computer, language, size: { width: 1024, height: 700 } });
      return { page: app.page, person: createPerson(app.page, words) };
    };
    const running = () => ({ page: app.page, person: createPerson(app.page, words) });
    test.beforeAll(async () => {
      computer = await createTestComputer();
    });
    test.afterAll(async () => {
      await app.quit();
      await computer.remove();
    });

    test(`A6 I2: Anna watches, gives her profile a name and a colour, and switches (${theme})`, async () => {
      const { page, person } = await start();
      await person.signInWithSample({ remember: false });
      await page.evaluate(async (chosen) => {
        const { bridge } = window as unknown as { bridge: { request(name: string, input: unknown): Promise<unknown> } };
        await bridge.request('settings.update', { theme: chosen });
      }, theme);
      await person.openCourse(course.title);
      await person.watch(lecture.title);
      await person.playedPast(1);
      await page.getByRole('button', { name: words.text('player.back') }).click();
      await person.openSettings();
      await page.getByRole('button', { name: words.text('settings.profile.changeNamed') }).click();
      await page.getByRole('textbox', { name: words.text('accountSheets.profile.label') }).fill(label);
      await page.getByRole('button', { name: words.text('accountSheets.profile.save') }).click();
      await expect(page.getByText(label).first()).toBeVisible();
      await person.switchProfile();
      await expect(page.getByRole('heading', { name: words.text('profiles.title') })).toBeVisible();
      await expectAccessible(page, 'picker');
      const said = await everythingSaid(page);
      expect(said).toContain(label);
      for (const secret of [sample.name, sample.email, course.title, lecture.title]) expect(said).not.toContain(secret);
    });

    test('A6: Ilya adds his account and finds nothing of hers: on no screen, in no cache, not by going back', async () => {
      const { page, person } = running();
      await page.getByRole('button', { name: words.text('profiles.add') }).click();
      await person.signInTyping(otherSample.email, otherSample.password);
      await page.getByRole('link', { name: course.title }).first().waitFor();
      for (const place of ['courses', 'downloads', 'home'] as const) {
        await person.go(place);
        const said = await everythingSaid(page);
        for (const secret of [sample.name, sample.email, label, words.text('home.continue')])
          expect(said, place).not.toContain(secret);
      }
      await page.keyboard.press('Alt+ArrowLeft');
      await page.evaluate(() => window.history.go(-8));
      await page.waitForTimeout(500);
      expect(await everythingSaid(page)).not.toContain(lecture.title);
      const kept = await keptOutside(app);
      expect(kept).toMatchObject({ title: 'LECTOROOM', cookies: 0, databases: 0, caches: 0, local: 0, session: '' });
      expect(JSON.stringify(kept)).not.toContain(lecture.title);
    });

    test('A6: at the next start the picker asks; by keyboard to her profile, the password, and she goes on where she was', async () => {
      await app.quit();
      const { page, person } = await start();
      await expect(page.getByRole('heading', { name: words.text('profiles.title') })).toBeVisible();
      const said = await everythingSaid(page);
      for (const secret of [sample.name, sample.email, otherSample.name, otherSample.email])
        expect(said).not.toContain(secret);
      await page.getByRole('button', { name: new RegExp(label) }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: words.text('signIn.password') })).toBeFocused();
      await expectAccessible(page, 'unlock');
      await page.keyboard.type('wrong');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.text('errors.wrong-password.title'))).toBeVisible();
      await expectAccessible(page, 'unlock with an error');
      await person.unlock(sample.password);
      await expect(page.getByText(words.text('home.continue'))).toBeVisible();
    });
  });
}
