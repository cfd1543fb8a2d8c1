import { expect, test } from '@playwright/test';
import { askMain } from '../support/ask-main.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { runService } from '../support/run-service.ts';
import { sampleCourses } from '../support/samples.ts';
import { wordsOf } from '../support/words.ts';

test('C1: lectures that were streamed and left let go of the line: the service still answers, and a download comes', async () => {
  test.setTimeout(180_000);
  const words = wordsOf('en');
  const course = sampleCourses().find(({ language }) => language === 'en');
  const [lecture, other] = course?.lectures ?? [];
  if (course === undefined || lecture === undefined || other === undefined) throw new Error('no sample course');
  const computer = await createTestComputer();
  const service = await runService({ dataFolder: computer.serviceDataFolder, faults: true });
  const app = await launchApp({ computer, language: 'en', serviceUrl: service.origin });
  try {
    const { page } = app;
    const person = createPerson(page, words);
    await person.signInTyping(sample.email, sample.password);
    await page.getByRole('link', { name: course.title }).first().waitFor();
    // So slow that a stream is under way for as long as somebody holds it.
    const slow = { route: 'GET /v1/media/{id}', times: null, fault: { kind: 'throttle', bytesPerSecond: 40_000 } };
    const order = { method: 'POST', headers: { 'content-type': 'application/json' } };
    await fetch(`${service.origin}/_faults`, { ...order, body: JSON.stringify({ rules: [slow] }) });
    await person.openCourse(course.title);
    // Chromium keeps six connections to a host: with one held by each stream the ninth would wait for ever.
    for (let times = 0; times < 9; times += 1) {
      await person.watch(lecture.title);
      await expect.poll(() => person.picture().then(({ ready }) => ready), { timeout: 20_000 }).toBeGreaterThan(0);
      await page.evaluate(() => history.back());
      await person.video().waitFor({ state: 'detached' });
    }
    await fetch(`${service.origin}/_faults`, { method: 'DELETE' });
    await expect.poll(() => askMain(page, 'catalogue.refresh', null), { timeout: 15_000 }).toMatchObject({ ok: true });
    await askMain(page, 'downloads.start', { lectureIds: [other.id], quality: 'audio' });
    await expect
      .poll(async () => JSON.stringify(await askMain(page, 'downloads.list', null)), { timeout: 20_000 })
      .toContain('"complete"');
  } finally {
    await app.quit();
    await service.stop();
    await computer.remove();
  }
});
