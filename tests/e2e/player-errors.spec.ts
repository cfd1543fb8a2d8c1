import { expect, test } from '@playwright/test';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlaybackPlan } from '../../contract/domain/views.ts';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { longSeconds, makeLongSamples } from '../support/long-samples.ts';
import { createPerson, sample } from '../support/person.ts';
import type { Person } from '../support/person.ts';
import { runSoakService } from '../support/run-service.ts';
import type { SoakService } from '../support/run-service.ts';
import { sampleCourses } from '../support/samples.ts';
import { seenPicture, watchPicture } from '../support/watch-picture.ts';
import { wordsOf } from '../support/words.ts';

test.describe.configure({ mode: 'serial' });
const words = wordsOf('en');
const course = sampleCourses()[0];
const [lecture, streamed, odd] = course?.lectures ?? [];
if (!course || !lecture || !streamed || !odd) throw new Error('no sample course');
let folder: string;
let computer: TestComputer;
let service: SoakService;
let app: LaunchedApp;
let person: Person;

const serve = (port?: number) => runSoakService(join(folder, 'service'), join(folder, 'samples'), port);
const seconds = async () => (await person.picture()).seconds;
const seek = (to: number) =>
  app.page.locator('video').evaluate((video: HTMLVideoElement, place) => {
    video.currentTime = place;
  }, to);
const heading = (code: string) =>
  expect(app.page.getByRole('heading', { name: words.text(`errors.${code}.title`) })).toBeVisible({ timeout: 40_000 });
const press = (key: string) => app.page.getByRole('button', { name: words.text(key), exact: true }).click();
const from = (key: 'fromDisk' | 'fromNetwork') =>
  expect(app.page.getByText(words.text(`player.${key}`))).toBeAttached({ timeout: 60_000 });
const back = () =>
  app.page
    .getByRole('button', { name: words.text('player.back') })
    .first()
    .click();
/** The picture plays, and not from somewhere else than it stopped at. */
async function goesOnAt(place: number): Promise<void> {
  await expect.poll(seconds, { timeout: 40_000 }).toBeGreaterThan(place + 0.3);
  expect(await seconds()).toBeLessThan(place + 8);
  expect((await person.picture()).paused).toBe(false);
}
async function lectureFile(): Promise<string> {
  const names = await readdir(computer.downloadFolder, { recursive: true });
  const name = names.find((each) => each.endsWith('.lrm'));
  if (name === undefined) throw new Error('nothing is downloaded');
  return join(computer.downloadFolder, name);
}
const fetchAs = (quality: '720p' | '360p') =>
  askMain(app.page, 'downloads.start', { lectureIds: [lecture.id], quality });
const throwAway = async () => {
  await askMain(app.page, 'downloads.remove', { lectureId: lecture.id });
  await askMain(app.page, 'bin.empty', { lectureIds: [lecture.id] });
};

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-long-'));
  await makeLongSamples(join(folder, 'samples'));
  service = await serve();
  computer = await createTestComputer();
  app = await launchApp({ computer, serviceUrl: service.origin, language: 'en', size: { width: 1280, height: 800 } });
  person = createPerson(app.page, words);
  await person.signInTyping(sample.email, sample.password, true);
  await person.openCourse(course.title);
});
test.afterAll(async () => {
  await app.quit();
  await service.stop();
  await computer.remove();
  await rm(folder, { recursive: true, force: true });
});

test('C1: a lecture that streams goes on from the disk when its download is whole, and no frame shows it', async () => {
  await person.watch(lecture.title);
  await person.playedPast(2);
  await from('fromNetwork');
  await watchPicture(app.page);
  await fetchAs('720p');
  await from('fromDisk');
  await service.stop();
  const place = await seconds();
  await person.playedPast(place + 4);
  const seen = await seenPicture(app.page);
  expect(seen.events).toEqual([]);
  expect(seen.worstJumpSeconds).toBeLessThan(0.25);
  expect(seen.count).toBeGreaterThan(50);
  await seek(longSeconds - 15);
  await goesOnAt(longSeconds - 15);
  service = await serve(Number(new URL(service.origin).port));
});

test('C1 C3: in another quality too: same second, speed, volume and captions, playing or paused', async () => {
  const { page } = app;
  await back();
  await throwAway();
  await expect.poll(async () => JSON.stringify(await askMain(page, 'downloads.list', null))).not.toContain(lecture.id);
  await person.watch(lecture.title);
  await person.playedPast(1);
  await seek(5);
  await person.playedPast(6);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    Object.assign(video, { playbackRate: 1.5, volume: 0.4 });
  });
  await expect.poll(async () => (await person.picture()).width).toBe(1280);
  await page.waitForTimeout(500);
  await watchPicture(page);
  await fetchAs('360p');
  await from('fromDisk');
  const place = await seconds();
  await person.playedPast(place + 1);
  const seen = await seenPicture(page);
  expect((await person.picture()).width).toBe(640);
  // The stream itself may run short on a busy computer; what takes over does not.
  expect(seen.events.filter((event) => !event.startsWith('waiting in 720p'))).toEqual([]);
  expect(seen.worstJumpSeconds).toBeLessThan(0.25);
  expect(seen.longestStandMs).toBeLessThan(1000);
  const kept = await page.locator('video').evaluate((video: HTMLVideoElement) => ({
    rate: video.playbackRate,
    volume: video.volume,
    muted: video.muted,
    pitch: video.preservesPitch,
  }));
  expect(kept).toEqual({ rate: 1.5, volume: 0.4, muted: false, pitch: true });
  await page.keyboard.press('KeyK');
  await expect.poll(async () => (await person.picture()).paused).toBe(true);
  const stood = await seconds();
  await fetchAs('720p');
  await expect
    .poll(async () => (await person.picture().catch(() => ({ width: 0 }))).width, { timeout: 60_000 })
    .toBe(1280);
  expect(await seconds()).toBe(stood);
  expect((await person.picture()).paused).toBe(true);
  const { value } = (await askMain(page, 'playback.plan', { lectureId: lecture.id })) as { value: PlaybackPlan };
  const cue = value.captions[0]?.cues.findLast(({ endMs }) => endMs < longSeconds * 1000);
  if (cue === undefined) throw new Error('no captions');
  await seek((cue.startMs + cue.endMs) / 2000);
  await expect(page.getByTestId('captions').locator('p').last()).toHaveText(cue.text);
});

test('C8 D8: bytes that are damaged while it plays are a sentence, and repaired it goes on at the same second', async () => {
  const path = await lectureFile();
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  await file.write(Buffer.from('damaged'), 0, 7, Math.floor(size * 0.8));
  await file.close();
  await app.page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.playbackRate = 1;
  });
  await seek(longSeconds * 0.8 - 3);
  await app.page.keyboard.press('KeyK');
  await heading('asset-damaged');
  await expectAccessible(app.page, 'the player on damaged bytes');
  await press('errorAction.repair');
  await goesOnAt(longSeconds * 0.8 - 4);
});

test('C8 C1: a file that is gone plays over the network instead, at the same second', async () => {
  await rm(await lectureFile());
  await seek(20);
  await heading('asset-missing');
  await expectAccessible(app.page, 'the player without its file');
  await press('source.stream');
  await goesOnAt(20);
  await from('fromNetwork');
});

test('C8: a service that goes while it streams is a sentence, and back again the lecture goes on by itself at the same second', async () => {
  await back();
  await person.watch(streamed.title);
  await person.playedPast(1);
  await service.stop();
  await seek(40);
  await heading('service-unreachable');
  await expectAccessible(app.page, 'the player without the service');
  service = await serve(Number(new URL(service.origin).port));
  await goesOnAt(40);
});

test('C8: a picture that this computer cannot show is a sentence, and another quality plays at the same second', async () => {
  await back();
  await person.watch(odd.title);
  await heading('codec-unsupported');
  await expectAccessible(app.page, 'the player on a quality it cannot show');
  await press('errorAction.other-quality');
  await person.playedPast(1);
  expect((await person.picture()).width).toBe(640);
});

test('C8: a file that is gone is fetched again, and the lecture goes on at the same second', async () => {
  await back();
  await person.watch(lecture.title);
  await heading('asset-missing');
  await press('errorAction.download-again');
  await press('player.playNow');
  await goesOnAt(20);
  await from('fromDisk');
});
