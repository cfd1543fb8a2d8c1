import { expect, test } from '@playwright/test';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { createPerson, otherSample, sample } from '../support/person.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';

const words = wordsOf('en');
const course = sampleCourses().find(({ language }) => language === 'en');
const lecture = course?.lectures[0];
if (course === undefined || lecture === undefined) throw new Error('no English sample course');

let computer: TestComputer;
let app: LaunchedApp | null = null;
test.beforeEach(async () => {
  computer = await createTestComputer();
});
test.afterEach(async () => {
  await app?.quit();
  app = null;
  await computer.remove();
});

async function start(policy?: unknown) {
  const policyFile = join(dirname(computer.userDataFolder), 'policy.json');
  await mkdir(dirname(policyFile), { recursive: true });
  if (policy !== undefined) await writeFile(policyFile, typeof policy === 'string' ? policy : JSON.stringify(policy));
  app = await launchApp({ computer, environment: { LECTOROOM_POLICY_FILE: policyFile } });
  return { page: app.page, person: createPerson(app.page, words) };
}

async function filesKept(): Promise<readonly string[]> {
  const folders = [computer.userDataFolder, computer.downloadFolder];
  const names = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true }).catch(() => [])));
  return names.flat().filter((name) => /\.lrm|keyring|library\.db/.test(name));
}

test('A2 A9: a public computer: said before signing in, nobody can be remembered, and quitting erases everything', async () => {
  const { page, person } = await start();
  await person.answerWhose('public');
  await expect(page.getByRole('checkbox', { name: words.text('signIn.remember') })).toHaveCount(0);
  await expect(page.getByText(words.text('signIn.never.public'))).toBeVisible();
  await page.getByRole('button', { name: sample.email }).click();
  await page.getByRole('button', { name: words.text('signIn.submit'), exact: true }).click();
  await person.openCourse(course.title);
  await person.startDownload(lecture.title);
  await person.downloaded(lecture.title);
  expect((await filesKept()).length).toBeGreaterThan(2);
  await app?.quit();
  expect(await filesKept()).toEqual([]);
  const again = await start();
  await expect(again.page.getByRole('heading', { name: words.text('signIn.title') })).toBeVisible();
});

test('A9: without use there is a warning with a countdown; Stay goes on; the next time it signs out and erases', async () => {
  test.setTimeout(180_000);
  const { page, person } = await start({ version: 1, sharedComputer: true, idleMinutes: 1 });
  await person.signInTyping(sample.email, sample.password);
  await page.getByRole('link', { name: course.title }).first().waitFor();
  const warning = page.getByRole('alertdialog');
  await warning.waitFor({ timeout: 45_000 });
  await expectAccessible(page, 'the warning');
  await warning.getByRole('button', { name: words.text('idle.stay') }).click();
  await expect(warning).toHaveCount(0);
  await expect(page.getByRole('link', { name: course.title }).first()).toBeVisible();
  await expect(page.getByText(words.text('signIn.reason.idle.title'))).toBeVisible({ timeout: 75_000 });
  await expect.poll(filesKept).toEqual([]);
});

test('A9: watching is use: the lecture plays on past the time, and no warning covers it', async () => {
  test.setTimeout(180_000);
  const { page, person } = await start({ version: 1, sharedComputer: true, idleMinutes: 1 });
  await person.signInTyping(otherSample.email, otherSample.password);
  await person.openCourse(course.title);
  await person.watch(lecture.title);
  await person.playedPast(1);
  await page.waitForTimeout(40_000);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect((await person.picture()).seconds).toBeGreaterThan(35);
});

test('A9: a policy file that cannot be read is said on the sign-in screen, with the strictest rules', async () => {
  const { page } = await start('{ not json');
  await expect(page.getByText(words.text('signIn.policy.title'))).toBeVisible();
  await expect(page.getByText(words.text('signIn.policy.unreadable'))).toBeVisible();
  await expect(page.getByRole('checkbox', { name: words.text('signIn.remember') })).toHaveCount(0);
});
