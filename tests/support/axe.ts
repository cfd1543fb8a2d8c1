import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Expects that axe finds nothing on what is on the screen now: WCAG 2.2 A and AA and axe's best practices; overlong lines do not push the window wide. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // What moves in is half transparent until it stands.
  await page.waitForTimeout(300);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    screen,
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${screen} is wider than the window`).toBeLessThanOrEqual(0);
}
