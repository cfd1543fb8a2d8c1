import { expect, test } from '@playwright/test';
import { askMain } from '../support/ask-main.ts';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import { createPerson } from '../support/person.ts';
import { wordsOf } from '../support/words.ts';

for (const [language, theme] of [
  ['en', 'light'],
  ['ru', 'dark'],
] as const) {
  test(`F1 F3 F5: the first start asks with three equal buttons, Esc refuses, and the choices are two presses away (${language})`, async () => {
    const words = wordsOf(language);
    const computer = await createTestComputer();
    const app = await launchApp({ computer, language, asksConsent: true, size: { width: 1024, height: 700 } });
    const { page } = app;
    try {
      await askMain(page, 'settings.update', { theme });
      const sheet = page.getByRole('dialog', { name: words.text('consent.question.first.title') });
      await sheet.waitFor();
      await expect(sheet.getByRole('button', { name: words.text('consent.policyText') })).toBeVisible();
      await expectAccessible(page, 'consent');
      const looks = await sheet.locator('[data-answer]').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
          const { width, height } = button.getBoundingClientRect();
          return [
            Math.round(width),
            Math.round(height),
            color,
            backgroundColor,
            borderColor,
            fontSize,
            fontWeight,
          ].join();
        }),
      );
      expect([looks.length, new Set(looks).size]).toEqual([3, 1]);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });

      const person = createPerson(page, words);
      await person.signInWithSample({ remember: false });
      await page.getByRole('link', { name: words.text('frame.privacy'), exact: true }).click();
      await expect(page.getByText(words.text('consent.ledger.intact'))).toBeVisible();
      await expect(page.getByText(words.text('consent.action.dismiss'))).toBeVisible();
      const functional = page.getByRole('checkbox', { name: words.text('consent.category.functional.name') });
      await expect(functional).not.toBeChecked();
      await functional.press('Space');
      await expect(functional).toBeChecked();
      await functional.press('Space');
      await expect(page.getByText(words.text('consent.withdrawn'))).toBeVisible();
      await expect(page.getByText(words.text('consent.action.withdraw'), { exact: true })).toBeVisible();
      await expectAccessible(page, 'choices');
    } finally {
      await app.quit();
      await computer.remove();
    }
  });
}
