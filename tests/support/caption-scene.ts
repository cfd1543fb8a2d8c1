import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { join } from 'node:path';
import { askMain } from './ask-main.ts';
import { createTestComputer, launchApp } from './launch-app.ts';
import type { LaunchedApp } from './launch-app.ts';
import { createPerson, sample } from './person.ts';
import { runSoakService } from './run-service.ts';
import { sampleCourses } from './samples.ts';
import { writeTwoTrackSamples } from './two-track-samples.ts';
import { wordsOf } from './words.ts';
import type { AppLanguage, Words } from './words.ts';

/** A caption track as main gives it to the window. */
export interface Track {
  readonly language: string;
  readonly cues: readonly { readonly startMs: number; readonly endMs: number; readonly text: string }[];
}

/** The real app on a sample lecture with two caption tracks, paused near its beginning. */
export interface CaptionScene {
  readonly app: LaunchedApp;
  readonly words: Words;
  readonly own: Track;
  /** The track in the other language. */
  readonly other: Track;
  readonly captions: () => Locator;
  /** The lowest line of captions. */
  readonly line: () => Locator;
  readonly seconds: () => Promise<number>;
  seek(seconds: number): Promise<void>;
  /** Goes to the middle of a cue and waits until it is shown. */
  showCue(index: number): Promise<void>;
  openMenu(): Promise<void>;
  /** Leaves the lecture and opens it again, paused. */
  reopen(): Promise<void>;
  stop(): Promise<void>;
}

const lectures = { en: 'keyframes', ru: 'random-events' } as const;

/** Starts service and app and opens the lecture. */
export async function startCaptionScene(language: AppLanguage): Promise<CaptionScene> {
  const otherLanguage = language === 'en' ? 'ru' : 'en';
  const words = wordsOf(language);
  const course = sampleCourses().find(({ lectures: all }) => all.some(({ id }) => id === lectures[language]));
  const lecture = course?.lectures.find(({ id }) => id === lectures[language]);
  if (course === undefined || lecture === undefined) throw new Error(`no sample lecture in ${language}`);
  const { title } = lecture;
  const computer = await createTestComputer();
  const samples = join(computer.serviceDataFolder, 'samples');
  await writeTwoTrackSamples(samples, lecture.id, lectures[otherLanguage]);
  const service = await runSoakService(join(computer.serviceDataFolder, 'state'), samples);
  const app = await launchApp({ computer, language, serviceUrl: service.origin, size: { width: 1280, height: 800 } });
  const { page } = app;
  const person = createPerson(page, words);
  await person.signInTyping(sample.email, sample.password);
  await person.openCourse(course.title);
  await open();
  const answer = (await askMain(page, 'playback.open', { lectureId: lecture.id })) as {
    value: { captions: readonly Track[] };
  };
  const trackOf = (wanted: AppLanguage): Track => {
    const track = answer.value.captions.find((each) => each.language === wanted);
    if (track === undefined) throw new Error(`no ${wanted} captions`);
    return track;
  };
  const own = trackOf(language);

  async function open(): Promise<void> {
    await person.watch(title);
    await person.playedPast(0);
    await page.keyboard.press('KeyK');
    await expect.poll(async () => (await person.picture()).paused).toBe(true);
  }
  async function seek(seconds: number): Promise<void> {
    await person.video().evaluate((element, to) => {
      (element as HTMLVideoElement).currentTime = to;
    }, seconds);
  }
  const captions = () => page.getByTestId('captions');
  const line = () => captions().locator('p').last();
  return {
    app,
    words,
    own,
    other: trackOf(otherLanguage),
    captions,
    line,
    seconds: async () => (await person.picture()).seconds,
    seek,
    async showCue(index) {
      const cue = own.cues[index];
      if (cue === undefined) throw new Error('no such cue');
      await seek((cue.startMs + cue.endMs) / 2000);
      await expect(line()).toHaveText(cue.text);
    },
    async openMenu() {
      await page.getByRole('button', { name: words.text('captions.menu') }).click();
      await page.getByRole('menu').waitFor();
    },
    async reopen() {
      await page
        .getByRole('button', { name: words.text('player.back') })
        .first()
        .click();
      await open();
    },
    async stop() {
      await app.quit();
      await service.stop();
      await computer.remove();
    },
  };
}
