import { defineConfig } from 'vitest/config';

/**
 * A thread that ends while another begins can trip V8's book of protected code pages (nodejs/node#64500, `jit_page.has_value()`): less often without protection
 * keys. Where many threads begin, they also begin without a WebAssembly (`test-workers.ts`).
 */
const execArgv = ['--no-memory-protection-keys'];

const oneAtATime = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  globalSetup: ['tests/support/test-workers.ts'],
} as const;

/**
 * Four rooms of tests: `unit` needs nothing, `renderer` a DOM, `real` the real SQLite, HTTP, keychain and processes, and `app` all of main put together.
 * `npm test` runs `app` beside the others, each with a secret service of its own: both mostly wait.
 */
export default defineConfig({
  test: {
    // Vitest leaves one processor free, which on two means half the speed.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          execArgv,
          // Pure functions and fakes: nothing stays behind in the process that the next file could trip over.
          isolate: false,
          include: ['{contract,main,service}/**/*.test.ts', 'tests/{scripts,support}/**/*.test.{ts,mjs}'],
          exclude: ['**/*.real.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'renderer',
          execArgv,
          // A context of its own for each file in a process that lives on: as separate as a process for each, at half of the work.
          pool: 'vmForks',
          include: ['renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['renderer/lib/testing/setup-window.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'real',
          execArgv,
          include: ['{main,service,scripts}/**/*.real.test.ts', 'tests/{walls,faults}/**/*.test.ts'],
          ...oneAtATime,
        },
      },
      { test: { name: 'app', execArgv, include: ['tests/app/**/*.test.ts'], ...oneAtATime } },
    ],
  },
});
