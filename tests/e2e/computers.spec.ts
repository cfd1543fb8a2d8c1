import { expect, test } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { runService } from '../support/run-service.ts';
import type { ServiceProcess } from '../support/run-service.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';

const words = wordsOf('en');
const course = sampleCourses().find(({ language }) => language === 'en');
const lecture = course?.lectures[0];
if (course === undefined || lecture === undefined) throw new Error('no English sample course');

let home: TestComputer;
let away: TestComputer;
let service: ServiceProcess;
const apps: LaunchedApp[] = [];

test.beforeEach(async () => {
  [home, away] = [await createTestComputer(), await createTestComputer()];
  service = await runService({ dataFolder: home.serviceDataFolder });
});
test.afterEach(async () => {
  for (const app of apps.splice(0)) await app.quit();
  await service.stop();
  await home.remove();
  await away.remove();
});

async function startOn(computer: TestComputer) {
  const app = await launchApp({ computer, serviceUrl: service.origin });
  apps.push(app);
  return { app, page: app.page, person: createPerson(app.page, words) };
}

test('A8: from one computer a person signs the other one out, and it erases everything of theirs at its next contact', async () => {
  const second = await startOn(away);
  await second.person.signInTyping(sample.email, sample.password, true);
  await second.person.openCourse(course.title);
  await second.person.startDownload(lecture.title);
  await second.person.downloaded(lecture.title);
  await second.app.quit();

  const first = await startOn(home);
  await first.person.signInTyping(sample.email, sample.password);
  await first.page.getByRole('link', { name: course.title }).first().waitFor();
  await first.person.openSettings();
  await expect(first.page.getByText(words.text('computers.this')).first()).toBeVisible();
  await first.page.getByRole('button', { name: words.pattern('computers.signOutNamed') }).click();
  await first.page.getByRole('button', { name: words.text('computers.askConfirm') }).click();
  await expect(first.page.getByText(words.text('computers.onlyThis'))).toBeVisible();

  await first.app.quit();

  // Its next contact is its next start: no password is asked for, and then nothing is left to open.
  const { page } = await startOn(away);
  await expect(page.getByText(words.text('signIn.reason.erased.body'))).toBeVisible();
  const names = async () => [
    ...(await readdir(away.downloadFolder, { recursive: true })),
    ...(await readdir(away.userDataFolder, { recursive: true })),
  ];
  expect((await names()).filter((name) => /\.lrm|library\.db|keyring/.test(name))).toEqual([]);
});
