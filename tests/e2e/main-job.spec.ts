import { expect, test } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { askMain } from '../support/ask-main.ts';
import { findPlaintext } from '../support/find-plaintext.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { tracesOf } from '../support/traces.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

const nobody = 'http://127.0.0.1:9';

for (const language of ['en', 'ru'] as const satisfies readonly AppLanguage[]) {
  test.describe(`the main job, ${language}`, () => {
    test.describe.configure({ mode: 'serial' });
    const words = wordsOf(language);
    const course = sampleCourses().find((candidate) => candidate.language === language);
    const lecture = course?.lectures[0];
    if (course === undefined || lecture === undefined) throw new Error(`no sample course in ${language}`);
    let computer: TestComputer;
    let app: LaunchedApp | null = null;
    let stoppedAt = 0;
    test.beforeAll(async () => {
      computer = await createTestComputer();
    });
    test.afterAll(async () => {
      await app?.quit();
      await computer.remove();
    });
    const started = async (serviceUrl?: string) => {
      app = await launchApp({
        computer,
        language,
        size: { width: 1440, height: 900 },
        ...(serviceUrl === undefined ? {} : { serviceUrl }),
      });
      return { page: app.page, person: createPerson(app.page, words) };
    };
    const running = () => {
      if (app === null) throw new Error('not running');
      return { page: app.page, person: createPerson(app.page, words) };
    };

    test('A1 A2 I1 I6: the first start speaks the system’s language, offers sample accounts, and remembers only when asked', async () => {
      const { page, person } = await started();
      await expect(page.getByRole('heading', { name: words.text('signIn.title') })).toBeVisible();
      await expect(page.getByRole('checkbox', { name: words.text('signIn.remember') })).not.toBeChecked();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await person.signInWithSample({ remember: true });
      await expect(page.getByRole('link', { name: course.title }).first()).toBeVisible();
    });

    test('B1 C1: the catalogue shows every course with its cover', async () => {
      const { page } = running();
      for (const { title } of sampleCourses())
        await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
      await expect
        .poll(() =>
          page
            .locator('img')
            .evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth >= 960).length),
        )
        .toBeGreaterThanOrEqual(sampleCourses().length);
    });

    test('D1 D2 D10: a lecture is downloaded with its size said before and progress during', async () => {
      const { page, person } = running();
      await person.openCourse(course.title);
      const row = person.lecture(lecture.title);
      await expect(row.getByRole('button', { name: words.pattern('download.startNamed') })).toContainText(/\d/);
      await person.startDownload(lecture.title);
      await person.downloaded(lecture.title);
      await person.go('downloads');
      await expect(person.lecture(lecture.title)).toBeVisible();
      expect(await page.title()).toBe('LECTOROOM');
    });

    test('C1 C2 C4 C7: it plays with picture, sound and captions, and seeks by the keyboard', async () => {
      const { page, person } = running();
      await person.watch(lecture.title);
      await person.playedPast(2);
      const sound = await person.video().evaluate((element) => {
        const video = element as HTMLVideoElement & { webkitAudioDecodedByteCount: number };
        return { muted: video.muted, decodedBytes: video.webkitAudioDecodedByteCount };
      });
      expect(sound.muted).toBe(false);
      expect(sound.decodedBytes).toBeGreaterThan(0);
      expect((await person.picture()).width).toBe(1280);
      await page.keyboard.press('Digit5');
      await expect.poll(async () => (await person.picture()).seconds).toBeGreaterThan(lecture.durationMs / 2000 - 1);
      await page.keyboard.press('KeyK');
      await expect.poll(async () => (await person.picture()).paused).toBe(true);
      stoppedAt = (await person.picture()).seconds;
      const cues = await captionsOf(lecture.id);
      const spoken = cues.find(({ startMs, endMs }) => startMs <= stoppedAt * 1000 && stoppedAt * 1000 < endMs);
      if (spoken !== undefined) await expect(page.getByText(spoken.text.split('\n')[0] ?? '').first()).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await person.picture()).seconds).toBeGreaterThan(stoppedAt + 4);
      stoppedAt = (await person.picture()).seconds;
      await app?.quit();
      app = null;
    });

    test('A2 A5 C1 C2 D4: without a service the next start needs no password, and the lecture goes on at the same second', async () => {
      const { page, person } = await started(nobody);
      await expect(page.getByText(words.text('frame.offline'), { exact: true }).first()).toBeVisible();
      await expect(page.getByRole('heading', { name: words.text('signIn.title') })).toHaveCount(0);
      await person.watchOn();
      await person.playedPast(stoppedAt + 1);
      const picture = await person.picture();
      expect(picture.seconds).toBeLessThan(stoppedAt + 15);
      expect(picture.width).toBe(1280);
      await page.keyboard.press('Digit0');
      await expect.poll(async () => (await person.picture()).seconds).toBeLessThan(3);
    });

    test('A3 D4: nothing of the person or the lecture lies on the disk in clear', async () => {
      await app?.quit();
      const { findings, filesRead } = await findPlaintext(
        [computer.userDataFolder, computer.downloadFolder],
        tracesOf(course, lecture),
      );
      expect(filesRead).toBeGreaterThan(5);
      expect(findings).toEqual([]);
      const { person } = await started(nobody);
      await person.watchOn();
    });

    test('A7 A4: signed out and kept locked, the lecture opens again with the password alone, still without a service', async () => {
      const { page, person } = running();
      await page.getByRole('button', { name: words.text('player.back') }).click();
      await person.openSignOut();
      const sheet = page.getByRole('dialog', { name: words.text('signOut.title') });
      await sheet
        .getByRole('region', { name: words.text('signOut.keepTitle') })
        .getByRole('button')
        .click();
      await page.getByRole('button', { name: words.text('profiles.needsPassword') }).click();
      await person.unlock('not the password');
      await expect(page.getByText(words.text('errors.wrong-password.title'))).toBeVisible();
      await person.unlock(sample.password);
      await person.watchOn();
      await person.playedPast(0.5);
    });

    test('A7: signed out and erased, nothing of the person is left here', async () => {
      const { page, person } = running();
      await page.getByRole('button', { name: words.text('player.back') }).click();
      await person.openSignOut();
      const sheet = page.getByRole('dialog', { name: words.text('signOut.title') });
      await expect(sheet.getByRole('listitem').first()).toContainText('1');
      await sheet
        .getByRole('region', { name: words.text('signOut.eraseTitle') })
        .getByRole('button')
        .click();
      await expect(page.getByText(words.text('signOut.erased'))).toBeVisible();
      await expect(page.getByText(words.text('signIn.offline'))).toHaveCount(0);
      const names = (await readdir(computer.userDataFolder, { recursive: true })).concat(
        await readdir(computer.downloadFolder, { recursive: true }),
      );
      expect(names.filter((name) => /\.lrm|library\.db|keyring/.test(name))).toEqual([]);
      await app?.quit();
      app = null;
    });

    async function captionsOf(lectureId: string) {
      const answer = await askMain(running().page, 'playback.open', { lectureId });
      const { value } = answer as {
        value: { captions: { cues: { startMs: number; endMs: number; text: string }[] }[] };
      };
      return value.captions[0]?.cues ?? [];
    }
  });
}
