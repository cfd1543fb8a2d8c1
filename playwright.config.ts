import { defineConfig } from '@playwright/test';

/** The app from outside, in the real Electron: one at a time, as on a person's computer. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  outputDir: 'out/e2e',
});
