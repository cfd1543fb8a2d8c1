import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, LaunchOptions, TestComputer } from '../support/launch-app.ts';
import { createPerson } from '../support/person.ts';
import type { Person } from '../support/person.ts';
import { runService } from '../support/run-service.ts';
import type { ServiceProcess } from '../support/run-service.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';

const words = wordsOf('en');
const course = sampleCourses().find(({ language }) => language === 'en');
const lecture = course?.lectures[0];
if (course === undefined || lecture === undefined) throw new Error('no English sample course');

let computer: TestComputer;
let service: ServiceProcess;
let app: LaunchedApp | null = null;

test.beforeEach(async () => {
  computer = await createTestComputer();
  service = await runService({ dataFolder: computer.serviceDataFolder, faults: true });
});
test.afterEach(async () => {
  await app?.quit();
  app = null;
  await service.stop();
  await computer.remove();
});

async function start(options: Partial<LaunchOptions> = {}) {
  await app?.quit();
  app = await launchApp({ computer, serviceUrl: service.origin, ...options });
  return { page: app.page, person: createPerson(app.page, words) };
}

/** Says what happened, what it means, and offers something to press. */
async function expectError(page: Page, code: string): Promise<void> {
  await expect(page.getByText(words.text(`errors.${code}.title`)).first()).toBeVisible();
  await expect(page.getByText(words.pattern(`errors.${code}.body`)).first()).toBeVisible();
}

async function faults(rules: readonly unknown[]): Promise<void> {
  const answer = await fetch(`${service.origin}/_faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules }),
  });
  expect(answer.ok).toBe(true);
}

const noFaults = () => fetch(`${service.origin}/_faults`, { method: 'DELETE' });
const anna = { email: 'anna@sample.lectoroom', password: 'reading-room-7' };

async function lrmFile(): Promise<string> {
  const names = await readdir(computer.downloadFolder, { recursive: true });
  return join(computer.downloadFolder, names.find((name) => name.endsWith('.lrm')) ?? '');
}

async function signInAndDownload() {
  const { page, person } = await start();
  await person.signInTyping(anna.email, anna.password, true);
  await person.openCourse(course?.title ?? '');
  await person.startDownload(lecture?.title ?? '');
  await person.downloaded(lecture?.title ?? '');
  return { page, person };
}

/** Presses the one button that brings the file back, then play. */
async function fetchAndPlay(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: words.text('errorAction.download-again') }).click();
  await page.getByRole('button', { name: words.text('player.playNow') }).click({ timeout: 30_000 });
  await person.playedPast(1);
}

test('A1: a wrong password and an unknown account get the same sentence, what was typed stays, and the right password works', async () => {
  const { page, person } = await start();
  for (const [email, password] of [
    [anna.email, 'wrong'],
    ['nobody@sample.lectoroom', anna.password],
  ] as const) {
    await person.signInTyping(email, password);
    await expectError(page, 'wrong-credentials');
    await expect(page.getByRole('textbox', { name: words.text('signIn.email') })).toHaveValue(email);
  }
  await person.signInTyping(anna.email, anna.password);
  await expect(page.getByRole('link', { name: course.title }).first()).toBeVisible();
});

test('A5: a service that is not there, answers a login page, half an answer or wrong types: a sentence each, and signing in works afterwards', async () => {
  const { page, person } = await start();
  for (const [fault, code] of [
    [{ kind: 'html' }, 'service-nonsense'],
    [{ kind: 'truncatedJson' }, 'service-nonsense'],
    [{ kind: 'wrongTypes' }, 'service-nonsense'],
    [{ kind: 'status', status: 503 }, 'service-failed'],
    [{ kind: 'cutAfterBytes', bytes: 0 }, 'service-unreachable'],
  ] as const) {
    await faults([{ route: 'POST /v1/sessions', times: 1, fault }]);
    await person.signInTyping(anna.email, anna.password);
    await expectError(page, code);
    await noFaults();
  }
  await person.signInTyping(anna.email, anna.password);
  await expect(page.getByRole('link', { name: course.title }).first()).toBeVisible();
});

test('A5: no service at all at the first sign-in is said in words', async () => {
  await service.stop();
  const { page, person } = await start();
  await person.signInTyping(anna.email, anna.password);
  await expectError(page, 'service-unreachable');
});

test('A3: a computer without a credential store: signing in works, and the app says that it could not remember', async () => {
  const { page, person } = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' } });
  await person.signInTyping(anna.email, anna.password, true);
  await expect(page.getByText(words.text('frame.notRemembered.title'))).toBeVisible();
  await expect(page.getByRole('link', { name: course.title }).first()).toBeVisible();
  const again = await start();
  await expect(again.page.getByRole('button', { name: words.text('profiles.open') })).toBeVisible();
});

test('A12: a session that the service ended: the reason is said, and signing in again finds the downloads', async () => {
  const { page, person } = await signInAndDownload();
  await faults([{ route: '*', times: null, fault: { kind: 'status', status: 401, problem: 'session-ended' } }]);
  await person.go('courses');
  await page.getByRole('button', { name: words.text('courses.refresh') }).click();
  await expect(page.getByText(words.text('signIn.reason.expired.title'))).toBeVisible();
  await noFaults();
  await person.unlock(anna.password);
  await person.go('downloads');
  await expect(person.lecture(lecture.title)).toBeVisible();
});

test('C8 D8: a damaged lecture gets a sentence and a button that repairs it, and plays on', async () => {
  const { page, person } = await signInAndDownload();
  const file = await open(await lrmFile(), 'r+');
  const { size } = await file.stat();
  await file.write(Buffer.alloc(Math.floor(size * 0.8), 3), 0, Math.floor(size * 0.8), Math.floor(size * 0.1));
  await file.close();
  await person.watch(lecture.title);
  await expectError(page, 'asset-damaged');
  await page.getByRole('button', { name: words.text('errorAction.repair') }).click();
  await person.playedPast(1);
});

test('C8: a lecture whose file is gone gets a sentence and a button that brings it back', async () => {
  const { page, person } = await signInAndDownload();
  await rm(await lrmFile());
  await person.watch(lecture.title);
  await expectError(page, 'asset-missing');
  await fetchAndPlay(page, person);
});

test('C8 D8: a damaged library takes the whole window: a sentence, another try, and a way to start afresh that deletes nothing', async () => {
  await signInAndDownload();
  await app?.quit();
  const accounts = join(computer.userDataFolder, 'accounts');
  const path = join(accounts, (await readdir(accounts))[0] ?? '', 'library.db');
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(0x55, 64, 20_000));
  const { page, person } = await start();
  await expectError(page, 'library-damaged');
  await page.getByRole('button', { name: words.text('errorAction.retry') }).click();
  await expectError(page, 'library-damaged');
  await page.getByRole('button', { name: words.text('blocked.startAfresh') }).click();
  await page.getByRole('button', { name: words.text('blocked.confirm') }).click();
  await expect(page.getByRole('heading', { name: words.text('signIn.title') })).toBeVisible();
  await person.signInTyping(anna.email, anna.password);
  await expect(page.getByRole('link', { name: course.title }).first()).toBeVisible();
  expect((await readdir(accounts)).some((name) => name.includes('.aside-'))).toBe(true);
});
