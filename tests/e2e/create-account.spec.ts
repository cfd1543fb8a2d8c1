import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';
import { runService } from '../support/run-service.ts';
import type { ServiceProcess } from '../support/run-service.ts';
import { wordsOf } from '../support/words.ts';
import type { AppLanguage } from '../support/words.ts';

const zoe = { name: 'Zoë Marchetti', email: 'zoe.marchetti@example.org', password: 'seven quiet herons' };

for (const [language, dateOrder] of [
  ['en', (year: string) => `0228${year}`],
  ['ru', (year: string) => `2802${year}`],
] as const satisfies readonly (readonly [AppLanguage, (year: string) => string])[]) {
  test.describe(`a new account, ${language}`, () => {
    const words = wordsOf(language);
    let computer: TestComputer;
    let service: ServiceProcess;
    let app: LaunchedApp;
    test.beforeEach(async () => {
      computer = await createTestComputer();
      service = await runService({ dataFolder: computer.serviceDataFolder, faults: true });
      app = await launchApp({ computer, language, serviceUrl: service.origin, size: { width: 1024, height: 700 } });
    });
    test.afterEach(async () => {
      await app.quit();
      await service.stop();
      await computer.remove();
    });

    /** Fills the form as somebody does who never touches the mouse. */
    async function fillIn(page: Page, year: string): Promise<void> {
      await page.getByRole('button', { name: words.text('signIn.create') }).press('Enter');
      await expect(page.getByRole('textbox', { name: words.text('createAccount.name') })).toBeFocused();
      await page.keyboard.type(zoe.name);
      await page.keyboard.press('Tab');
      await page.keyboard.type(zoe.email);
      await page.keyboard.press('Tab');
      await page.keyboard.type(zoe.password);
      await page.getByRole('spinbutton').first().focus();
      await page.keyboard.type(dateOrder(year));
      await page.getByRole('radio', { name: words.text('signIn.whose.shared.label'), exact: true }).press('Space');
      await page.getByRole('checkbox', { name: words.pattern('createAccount.terms.accept') }).press('Space');
    }
    const create = (page: Page) =>
      page.getByRole('button', { name: words.text('createAccount.submit') }).press('Enter');
    const requests = async () => {
      const stats = (await (await fetch(`${service.origin}/_stats`)).json()) as {
        routes: Record<string, { requests: number }>;
      };
      return stats.routes['POST /v1/accounts']?.requests ?? 0;
    };

    test('A10 I2: by keyboard alone: strength told, Terms accepted, and one is in', async () => {
      const { page } = app;
      await fillIn(page, '1999');
      await expect(page.getByRole('meter')).toBeVisible();
      await expectAccessible(page, 'create account');
      await create(page);
      await expect(page.getByRole('button', { name: zoe.email })).toBeVisible({ timeout: 20_000 });
      expect(await requests()).toBe(1);
    });

    test('A10: under 18 without a guardian: everything typed is gone, nothing was sent, nothing is on the disk', async () => {
      const { page } = app;
      await fillIn(page, String(new Date().getFullYear() - 12));
      await expect(page.getByRole('heading', { name: words.text('createAccount.guardian.title') })).toBeVisible();
      await expectAccessible(page, 'create account for somebody under 18');
      await create(page);
      await expect(page.getByText(words.text('errors.guardian-required.body'))).toBeVisible();
      for (const name of ['createAccount.name', 'signIn.email', 'signIn.password'])
        await expect(page.getByRole('textbox', { name: words.text(name) })).toHaveValue('');
      expect(await requests()).toBe(0);
      await app.quit();
      const { findings, filesRead } = await findPlaintext([computer.userDataFolder, computer.serviceDataFolder], {
        ...textNeedles('name', zoe.name),
        ...textNeedles('e-mail', zoe.email),
        ...textNeedles('password', zoe.password),
      });
      expect(filesRead).toBeGreaterThan(3);
      expect(findings).toEqual([]);
    });
  });
}
