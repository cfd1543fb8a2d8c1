import { expect, test } from '@playwright/test';
import { createTestComputer, launchApp } from '../support/launch-app.ts';

test('I5: closing the window ends the app, also while another that nobody sees is at work', async () => {
  const computer = await createTestComputer();
  const { electron, page, quit } = await launchApp({ computer });
  try {
    await page.getByRole('button').first().waitFor();
    const child = electron.process();
    await electron.evaluate(({ BrowserWindow }) => {
      const [shown] = BrowserWindow.getAllWindows();
      const unseen = new BrowserWindow({ show: false });
      // Behind this answer, which the end of the app would cut off.
      setTimeout(() => {
        if (!unseen.isDestroyed()) shown?.close();
      }, 100);
    });
    await expect.poll(() => child.exitCode, { timeout: 20_000 }).toBe(0);
  } finally {
    await quit();
    await computer.remove();
  }
});
