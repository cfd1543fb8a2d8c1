import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import { createPerson, sample } from '../support/person.ts';
import { wordsOf } from '../support/words.ts';

test('G4: entries go with a receipt that is saved as a document; then the account itself, and the sign-in screen says so', async () => {
  test.setTimeout(120_000);
  const language = 'ru';
  const words = wordsOf(language);
  const computer = await createTestComputer();
  const app = await launchApp({ computer, language, size: { width: 1024, height: 700 } });
  const { page } = app;
  const button = (key: string) => page.getByRole('button', { name: words.text(`erasePlan.${key}`), exact: true });
  try {
    await createPerson(page, words).signInTyping(sample.email, sample.password, true);
    await page.getByRole('link', { name: words.text('frame.privacy'), exact: true }).click();
    await page.getByRole('link', { name: words.text('privacyNav.place.erase'), exact: true }).click();
    const visits = page.getByRole('checkbox', { name: words.text('erasePlan.kind.visits'), exact: true });
    await visits.focus();
    await page.keyboard.press('Space');
    await expectAccessible(page, 'erase');
    const one = words.text('erasePlan.erase').replace('{{what}}', '1 запись');
    await page.getByRole('button', { name: one, exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: one, exact: true }).click();
    await expect(page.getByText(words.text('erasePlan.done.entries'))).toBeVisible();
    await button('receipt.show').click();
    await expectAccessible(page, 'receipt');
    const path = join(computer.downloadFolder, '..', 'receipt.pdf');
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await button('receipt.savePdf').click();
    await expect(page.getByText(words.text('erasePlan.receipt.saved'))).toBeVisible();
    const document = await readFile(path);
    expect(document.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(document.length).toBeGreaterThan(5000);
    await page.keyboard.press('Escape');

    await button('service.button').click();
    const sheet = page.getByRole('alertdialog');
    await sheet.getByRole('textbox').first().fill(sample.email);
    await sheet.getByLabel(words.text('erasePlan.service.password'), { exact: true }).fill(sample.password);
    await expectAccessible(page, 'erase the account');
    await button('service.confirm').click();
    await expect(page.getByText(words.text('erasePlan.done.service'))).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'the account is erased');
    const person = createPerson(page, words);
    await person.signInTyping(sample.email, sample.password);
    await expect(page.getByText(words.text('errors.wrong-credentials.title'))).toBeVisible();
  } finally {
    await app.quit();
    await computer.remove();
  }
});
