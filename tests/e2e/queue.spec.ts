import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { runService } from '../support/run-service.ts';
import type { ServiceProcess } from '../support/run-service.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`the queue, ${language}`, () => {
    const words = wordsOf(language);
    const course = sampleCourses().find((candidate) => candidate.language === language);
    if (course === undefined) throw new Error(`no sample course in ${language}`);
    const titles = course.lectures.map(({ title }) => title);
    let computer: TestComputer;
    let service: ServiceProcess;
    let app: LaunchedApp;
    test.beforeEach(async () => {
      computer = await createTestComputer();
      service = await runService({ dataFolder: computer.serviceDataFolder, faults: true });
      app = await launchApp({ computer, language, serviceUrl: service.origin, size: { width: 1024, height: 700 } });
    });
    test.afterEach(async () => {
      await app.quit();
      await service.stop();
      await computer.remove();
    });

    test('D1 D5 D8: a course is fetched in the order a person wants, pauses whole, says why it waits, and can be checked', async () => {
      const { page } = app;
      const person = createPerson(page, words);
      const slow = { route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 200_000 } };
      const order = { method: 'POST', headers: { 'content-type': 'application/json' } };
      await fetch(`${service.origin}/_faults`, { ...order, body: JSON.stringify({ rules: [slow] }) });
      await person.signInTyping(sample.email, sample.password);
      await person.openCourse(course.title);
      await page.getByRole('button', { name: words.pattern('course.download') }).click();
      await person.go('downloads');
      const lines = page.getByRole('listitem').filter({ has: page.getByRole('progressbar') });
      await expect(lines).toHaveCount(titles.length);
      await expectAccessible(page, 'downloads on their way');

      await page.getByRole('button', { name: words.text('queue.pauseAll') }).click();
      await expect(page.getByText(words.text('queue.wait.allPaused')).first()).toBeVisible();
      const last = titles.at(-1) ?? '';
      await person.lecture(last).getByRole('link', { name: last }).focus();
      for (let press = 1; press < titles.length; press += 1) await page.keyboard.press('Alt+ArrowUp');
      await expect(lines.first()).toContainText(last);
      await expectAccessible(page, 'everything paused');

      await fetch(`${service.origin}/_faults`, { method: 'DELETE' });
      await page.getByRole('button', { name: words.text('queue.resumeAll') }).click();
      const check = (title: string) =>
        page.getByRole('button', { name: words.text('check.action').replace('{{title}}', title) });
      for (const title of titles) await check(title).waitFor({ timeout: 60_000 });
      await check(last).click();
      await expect(page.getByText(words.text('check.soundBody'))).toBeVisible();
      await expectAccessible(page, 'a lecture that was checked');
    });

    test('D1 D5 I2: a section comes by one press, is put elsewhere by dragging, and goes back when it is let be', async () => {
      const { page } = app;
      const person = createPerson(page, words);
      await person.signInTyping(sample.email, sample.password);
      await person.openCourse(course.title);
      const section = page.getByRole('button', { name: words.pattern('courseDownloads.sectionNamed') }).first();
      await section.waitFor();
      await expectAccessible(page, 'a course with its sections');
      await page.getByRole('button', { name: words.text('courseDownloads.ways') }).click();
      await expect(page.getByRole('menuitem')).toHaveCount(2);
      await expectAccessible(page, 'the ways to download a course');
      await page.keyboard.press('Escape');
      await person.go('downloads');
      await page.getByRole('button', { name: words.text('downloads.toCourses') }).click();
      await person.openCourse(course.title);
      // Nothing is to be whole before it was dragged.
      const slow = { route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 20_000 } };
      const order = { method: 'POST', headers: { 'content-type': 'application/json' } };
      await fetch(`${service.origin}/_faults`, { ...order, body: JSON.stringify({ rules: [slow] }) });
      await section.click();
      await person.go('downloads');
      const lines = page.getByRole('listitem').filter({ has: page.getByRole('progressbar') });
      await expect(lines).toHaveCount(2);
      const names = () => lines.getByRole('heading').allTextContents();
      const [first, second] = await names();
      const grips = page.getByTitle(words.text('queue.drag'));
      const drag = async (): Promise<void> => {
        const [from, to] = [await grips.nth(0).boundingBox(), await grips.nth(1).boundingBox()];
        if (from === null || to === null) throw new Error('there is no grip');
        await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
        await page.mouse.down();
        await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2 + 10, { steps: 8 });
      };
      await drag();
      await page.keyboard.press('Escape');
      await page.mouse.up();
      expect(await names()).toEqual([first, second]);
      await drag();
      await expectAccessible(page, 'a line that is dragged');
      await page.mouse.up();
      await expect.poll(names).toEqual([second, first]);
      const placed = words.text('queue.moved').replace('{{title}}', first ?? '');
      await expect(page.getByText(placed.replace('{{place}}', '2').replace('{{count}}', '2'))).toBeAttached();
      // Main has it too: the order holds when the list is read anew.
      await person.go('home');
      await person.go('downloads');
      await expect.poll(names).toEqual([second, first]);
      await expectAccessible(page, 'after the drag');
    });
  });
}
