import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StudyView } from '../../contract/domain/study.ts';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { runSoakService } from '../support/run-service.ts';
import type { SoakService } from '../support/run-service.ts';
import { sampleCourses } from '../support/samples.ts';
import { makeToneSamples, silentSeconds } from '../support/tone-samples.ts';
import { wordsOf } from '../support/words.ts';

test.describe.configure({ mode: 'serial' });
const words = wordsOf('en');
const course = sampleCourses()[0];
const lecture = course?.lectures[0];
if (course === undefined || lecture === undefined) throw new Error('no sample course');
let folder: string;
let computer: TestComputer;
let service: SoakService;
let app: LaunchedApp;

const start = async () => {
  app = await launchApp({
    computer,
    serviceUrl: service.origin,
    language: 'en',
    size: { width: 1440, height: 900 },
  });
  return { page: app.page, person: createPerson(app.page, words) };
};
const running = () => ({ page: app.page, person: createPerson(app.page, words) });
const studied = async () =>
  ((await askMain(app.page, 'study.read', { lectureId: lecture.id })) as { value: StudyView }).value;
const seek = (seconds: number) =>
  app.page.locator('video').evaluate((video: HTMLVideoElement, to) => {
    video.currentTime = to;
  }, seconds);
const setPlaying = (playing: boolean) =>
  app.page.locator('video').evaluate(async (video: HTMLVideoElement, play) => {
    if (play) await video.play();
    else video.pause();
  }, playing);
const seconds = async () => (await running().person.picture()).seconds;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-tones-'));
  await makeToneSamples(join(folder, 'samples'));
  service = await runSoakService(join(folder, 'service'), join(folder, 'samples'));
  computer = await createTestComputer();
});
test.afterAll(async () => {
  await app.quit();
  await service.stop();
  await computer.remove();
  await rm(folder, { recursive: true, force: true });
});

test('C3: the silences of a lecture that was downloaded are found by its real sound and drawn on the bar', async () => {
  const { page, person } = await start();
  await person.signInTyping(sample.email, sample.password, true);
  await person.openCourse(course.title);
  await person.startDownload(lecture.title);
  await person.downloaded(lecture.title);
  await person.watch(lecture.title);
  await person.playedPast(1);
  await expect.poll(async () => (await studied()).silence.kind, { timeout: 30_000 }).toBe('ready');
  const { silence } = await studied();
  const spans = silence.kind === 'ready' ? silence.spans : [];
  expect(spans).toHaveLength(silentSeconds.length);
  for (const [index, [from, to]] of silentSeconds.entries()) {
    expect(Math.abs((spans[index]?.startMs ?? 0) - from * 1000 - 150)).toBeLessThan(100);
    expect(Math.abs((spans[index]?.endMs ?? 0) - to * 1000 + 150)).toBeLessThan(100);
  }
  await expect(page.getByTestId('silences')).toBeAttached();
});

test('C2: seeking to the end is not watching; what is missing is named and a press goes there', async () => {
  const { page } = running();
  await setPlaying(false);
  await page.keyboard.press('End');
  await expect.poll(seconds).toBeGreaterThan(39);
  await expect.poll(async () => (await studied()).watched.length).toBeGreaterThan(0);
  const { watched, completed } = await studied();
  expect(completed).toBe(false);
  expect(watched.at(-1)?.endMs).toBeLessThan(30_000);
  await page.getByRole('button', { name: words.pattern('study.watchedShare') }).press('Enter');
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  await expectAccessible(page, 'the parts that are missing');
  await panel
    .getByRole('button', { name: words.pattern('study.missingJump') })
    .last()
    .press('Enter');
  await expect(panel).toBeHidden();
  await expect.poll(seconds).toBeLessThan(38);
});

test('C2: watched to the end a lecture counts, and by hand it can be taken back and undone', async () => {
  const { page } = running();
  await seek(0);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.playbackRate = 4;
  });
  await setPlaying(true);
  await expect.poll(async () => (await studied()).completed, { timeout: 40_000 }).toBe(true);
  await page.getByRole('button', { name: words.pattern('study.watchedShare') }).press('Enter');
  await page.getByRole('button', { name: words.text('study.unmark') }).press('Enter');
  await expect.poll(async () => (await studied()).watched).toEqual([]);
  expect((await studied()).completed).toBe(false);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words.text('common.undo') }).click();
  await expect.poll(async () => (await studied()).completed).toBe(true);
  expect((await studied()).watched.length).toBeGreaterThan(0);
});

test('C3: skipping silence really shortens the lecture, and what was skipped is not missing', async () => {
  const { page } = running();
  await setPlaying(false);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.playbackRate = 1;
  });
  await askMain(page, 'playback.setCompleted', { lectureId: lecture.id, completed: false, watched: [] });
  await page.getByRole('button', { name: words.pattern('player.speedAt') }).press('Enter');
  const panel = page.getByRole('dialog');
  await expect(panel.getByText(/11\s*s/)).toBeVisible();
  await expectAccessible(page, 'the speed panel');
  await panel.getByRole('checkbox', { name: words.text('study.silence') }).press('Space');
  await page.keyboard.press('Escape');
  await seek(3);
  await expect.poll(seconds).toBeLessThan(4);
  const began = Date.now();
  await setPlaying(true);
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 21);
  // 18 s of the lecture, 11.4 of them silence.
  expect(Date.now() - began).toBeLessThan(14_000);
  await setPlaying(false);
  await expect
    .poll(async () => (await studied()).watched.some(({ startMs, endMs }) => startMs < 3500 && endMs > 20_900))
    .toBe(true);
});

test('C3 C7: a part between two keys is played again and again, until it is cleared', async () => {
  const { page } = running();
  await seek(25);
  await page.keyboard.press('BracketLeft');
  await setPlaying(true);
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 26.2);
  await page.keyboard.press('BracketRight');
  await expect(page.getByTestId('loop')).toBeAttached();
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 99) < 25.8);
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 26);
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 99) < 25.8);
  await page.keyboard.press('Backslash');
  await expect(page.getByTestId('loop')).toHaveCount(0);
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 27.5);
});

test('C3: the speed is the course’s own, also after a restart, and goes back to the usual one', async () => {
  const { page } = running();
  await page.getByRole('button', { name: words.pattern('player.speedAt') }).press('Enter');
  await page.getByRole('button', { name: '1.5×', exact: true }).press('Enter');
  await app.quit();
  const { page: again, person } = await start();
  await person.openCourse(course.title);
  await person.watch(lecture.title);
  await person.playedPast(0.2);
  const rate = () =>
    again.locator('video').evaluate((video: HTMLVideoElement) => [video.playbackRate, video.preservesPitch]);
  expect(await rate()).toEqual([1.5, true]);
  await again.getByRole('button', { name: words.pattern('player.speedAt') }).press('Enter');
  await expect(again.getByText(/1\.5× .*1×/)).toBeVisible();
  await again.getByRole('button', { name: words.text('study.useUsual') }).press('Enter');
  await expect.poll(rate).toEqual([1, true]);
  expect((await studied()).courseRate).toBeNull();
});
