import { expect, test } from 'vitest';
import { featuresOf, idsOf, ledger, table } from '../../scripts/lib/feature-ledger.mjs';

const markdown = `# Features

| id | what it is |
| --- | --- |
| A1 | Sign in with an e-mail \\| password | later |
|A2|Remember me|
| A10 | Offline |
| note | not a feature |
`;

test('reads the rows that begin with an id, and nothing else', () => {
  expect(featuresOf(markdown)).toEqual([
    { id: 'A1', title: 'Sign in with an e-mail | password' },
    { id: 'A2', title: 'Remember me' },
    { id: 'A10', title: 'Offline' },
  ]);
  expect(featuresOf(markdown.replaceAll('\n', '\r\n'))).toHaveLength(3);
});

test.each([
  ['A2 C1: signs in', ['A2', 'C1']],
  ['A10: plays', ['A10']],
  ['A2, C1: signs in', ['A2', 'C1']],
  ['shows A2: not at the beginning', []],
  ['A2 signs in without a colon', []],
  ['a2: small letter', []],
  ['', []],
])('the ids of "%s"', (title, ids) => {
  expect(idsOf(title)).toEqual(ids);
});

test('one failed test fails its features; a skipped one shows nothing; unknown ids are told', () => {
  const { features, unknownIds } = ledger(featuresOf(markdown), [
    { title: 'A1 A2: both', status: 'passed' },
    { title: 'A2: breaks', status: 'failed' },
    { title: 'A10: skipped', status: 'skipped' },
    { title: 'Z9: nobody', status: 'passed' },
    { title: 'no id', status: 'failed' },
  ]);
  expect(features.map(({ id, tests, status }) => [id, tests, status])).toEqual([
    ['A1', ['A1 A2: both'], 'passed'],
    ['A2', ['A1 A2: both', 'A2: breaks'], 'failed'],
    ['A10', [], 'none'],
  ]);
  expect(unknownIds).toEqual(['Z9']);
  expect(table(features)).toContain('2 of 3 features have a test; failed: A2.\nWithout a test: A10.');
});
