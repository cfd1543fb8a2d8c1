import { expect, test } from 'vitest';
import { countStage, failuresInWords, inWords, readPlaywright, readVitest, sum } from '../../scripts/lib/reports.mjs';

const vitestReport = (...statuses: string[]) => ({
  testResults: [
    {
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ title: 't', status })),
    },
  ],
});

test('counts a Vitest report', () => {
  expect(countStage(readVitest(vitestReport('passed', 'failed', 'pending', 'todo', 'skipped')), 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 3,
  });
});

test('a test file that does not load is a failure', () => {
  const report = { testResults: [{ status: 'failed', assertionResults: [] }, ...vitestReport('passed').testResults] };
  expect(countStage(readVitest(report), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('counts a Playwright report with nested suites; flaky is failed', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  const report = {
    errors: [],
    suites: [
      {
        specs: [spec('A1: one', 'expected')],
        suites: [{ specs: [spec('two', 'unexpected'), spec('three', 'flaky'), spec('four', 'skipped')] }],
      },
    ],
  };
  const read = readPlaywright(report);
  expect(read.outcomes.map(({ title }) => title)).toEqual(['A1: one', 'two', 'three', 'four']);
  expect(countStage(read, 1)).toEqual({ passed: 1, failed: 2, skipped: 1 });
});

test('names each failed test with the first words of its reason', () => {
  const vitest = readVitest({
    testResults: [
      {
        status: 'failed',
        assertionResults: [
          { title: 'A8: gone', status: 'failed', failureMessages: ['AssertionError: 1\nat x'] },
          { title: 'fine', status: 'passed', failureMessages: [] },
        ],
      },
    ],
  });
  expect(failuresInWords('app', vitest)).toBe('✗ app: A8: gone\n    AssertionError: 1\n    at x\n');
  const message = '\u001B[31mTimeout\u001B[39m';
  const specs = [{ title: 'C1: plays', tests: [{ status: 'unexpected', results: [{ error: { message } }] }] }];
  expect(failuresInWords('e2e', readPlaywright({ suites: [{ specs }] }))).toBe('✗ e2e: C1: plays\n    Timeout\n');
  expect(failuresInWords('e2e', undefined)).toBe('');
});

test('an error outside the tests is a failure', () => {
  expect(countStage(readPlaywright({ suites: [], errors: [{ message: 'no config' }] }), 1).failed).toBe(1);
});

test.each([
  ['no report', undefined, 0],
  ['nothing ran', readVitest({ testResults: [] }), 0],
  ['it crashed after its tests', readVitest(vitestReport('passed')), 1],
  ['the report is nonsense', readVitest('<html>'), 0],
])('a stage is failed when %s', (_, report, exitCode) => {
  expect(countStage(report, exitCode).failed).toBe(1);
});

test('adds the stages up to the words of the total line', () => {
  expect(
    inWords(
      sum([{ passed: 5, failed: 0, skipped: 1 }, countStage(undefined, 0), { passed: 7, failed: 0, skipped: 0 }]),
    ),
  ).toBe('12 passed, 1 failed, 1 skipped');
});
