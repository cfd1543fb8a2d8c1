/**
 * `npm run tour`: the main job in the real app, as a person does it: sign in, download, quit, no network, start again, watch.
 * A screenshot of each step and a report under `out/tour/`; afterwards every file is searched for what must not be there in clear.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { findPlaintext } from '../support/find-plaintext.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { createPerson } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { tracesOf } from '../support/traces.ts';
import { wordsOf } from '../support/words.ts';
import { writeReport } from './report.ts';
import type { TourStep } from './report.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'out', 'tour');
const size = { width: 1440, height: 900 };
const steps: TourStep[] = [];

/** Runs one step, prints one line, keeps a picture; after a failed step the rest is not tried. */
async function step(title: string, app: () => LaunchedApp | null, work: () => Promise<string>): Promise<void> {
  if (steps.some((done) => !done.passed)) return;
  const startedAtMs = performance.now();
  let passed = true;
  const note = await work().catch((error: unknown) => {
    passed = false;
    return error instanceof Error ? error.message : String(error);
  });
  const seconds = (performance.now() - startedAtMs) / 1000;
  const name = `${String(steps.length + 1).padStart(2, '0')}-${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.png`;
  const page = app()?.page;
  const pictured =
    page === undefined
      ? false
      : await page.screenshot({ path: join(folder, name) }).then(
          () => true,
          () => false,
        );
  steps.push({ title, passed, seconds, screenshot: pictured ? name : null, note });
  console.log(`${passed ? '✓' : '✗'} ${title} (${seconds.toFixed(1)} s)${note === '' ? '' : `: ${note}`}`);
}

function must(condition: boolean, sentence: string): void {
  if (!condition) throw new Error(sentence);
}

async function tour(): Promise<void> {
  const words = wordsOf('en');
  const computer = await createTestComputer();
  const course = sampleCourses()[0];
  const lecture = course?.lectures[0];
  if (course === undefined || lecture === undefined) throw new Error('There are no sample courses in service/samples.');
  let app: LaunchedApp | null = null;
  const current = () => app;
  const window = () => {
    if (app === null) throw new Error('The app is not running.');
    return { page: app.page, person: createPerson(app.page, words) };
  };
  try {
    await step('The app opens', current, async () => {
      app = await launchApp({ computer, size });
      await app.page.getByRole('heading', { name: words.text('signIn.title') }).waitFor();
      return 'The embedded service offers sample accounts.';
    });
    await step('Sign in, remembered', current, async () => {
      const { page, person } = window();
      await person.signInWithSample({ remember: true });
      await page.getByRole('link', { name: course.title }).first().waitFor();
      await page.waitForLoadState('networkidle');
      return 'The catalogue came from the service.';
    });
    await step('Open a course', current, async () => {
      const { page, person } = window();
      await person.openCourse(course.title);
      await person.lecture(lecture.title).waitFor();
      await page.waitForTimeout(400);
      return `${course.lectures.length} lectures.`;
    });
    await step('Download a lecture', current, async () => {
      const { person } = window();
      await person.startDownload(lecture.title);
      await person.downloaded(lecture.title);
      return 'Encrypted from the first byte, checked at the last.';
    });
    await step('See the downloads', current, async () => {
      const { person } = window();
      await person.go('downloads');
      await person.lecture(lecture.title).waitFor();
      return '';
    });
    await step('Begin to watch', current, async () => {
      const { person } = window();
      await person.watch(lecture.title);
      await person.playedPast(3);
      const picture = await person.picture();
      must(picture.width === 1280, `the picture is ${picture.width} wide, not 1280`);
      return `Playing at ${picture.seconds.toFixed(1)} s.`;
    });
    let stoppedAt = 0;
    await step('Seek and leave', current, async () => {
      const { page, person } = window();
      await page.keyboard.press('5');
      await page.waitForTimeout(700);
      await page.keyboard.press('k');
      stoppedAt = (await person.picture()).seconds;
      const half = lecture.durationMs / 2000;
      must(
        Math.abs(stoppedAt - half) < 4,
        `after “5” the picture is at ${stoppedAt.toFixed(1)} s, not near ${half.toFixed(1)} s`,
      );
      return `Stopped at ${stoppedAt.toFixed(1)} s.`;
    });
    await step(
      'Quit, and the service is gone',
      () => null,
      async () => {
        await app?.quit();
        app = null;
        return 'No process of ours is left.';
      },
    );
    await step('Start again without a network', current, async () => {
      // Nobody listens on this port: the app has no service at all.
      app = await launchApp({ computer, size, serviceUrl: 'http://127.0.0.1:9' });
      const { page } = window();
      await page.getByText(words.text('frame.offline'), { exact: true }).first().waitFor();
      must(
        (await page.getByRole('heading', { name: words.text('signIn.title') }).count()) === 0,
        'a login wall stands in the way',
      );
      await page.getByRole('heading', { name: lecture.title }).first().waitFor();
      return 'Still signed in; the courses are there.';
    });
    await step('Watch on, where it stopped', current, async () => {
      const { page, person } = window();
      await person.watchOn();
      await person.playedPast(stoppedAt + 1.5);
      const picture = await person.picture();
      must(picture.seconds < stoppedAt + 10 && picture.width === 1280, `it plays at ${picture.seconds.toFixed(1)} s`);
      await page.mouse.move(700, 700);
      return `Resumed at ${stoppedAt.toFixed(1)} s, from the encrypted file.`;
    });
    await step(
      'Quit and look for traces',
      () => null,
      async () => {
        await app?.quit();
        app = null;
        const { findings, filesRead } = await findPlaintext(
          [computer.userDataFolder, computer.downloadFolder],
          tracesOf(course, lecture),
        );
        must(
          findings.length === 0,
          `in clear on the disk: ${findings.map(({ needle, file }) => `${needle} in ${file}`).join(', ')}`,
        );
        must(filesRead > 5, 'hardly any file was there to read');
        return `${filesRead} files read byte by byte: no title, no caption, no e-mail, no picture in clear.`;
      },
    );
  } finally {
    await (app as LaunchedApp | null)?.quit();
    await computer.remove();
  }
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await tour();
const report = await writeReport(folder, process.env['LECTOROOM_RUNTIME'] ?? 'Electron', steps);
const failed = steps.filter(({ passed }) => !passed).length;
console.log(
  `${steps.length - failed} steps went well, ${failed} did not. Screenshots and report: ${relative(process.cwd(), report)}`,
);
process.exitCode = failed === 0 ? 0 : 1;
