import { describe, expect, it } from 'vitest';
import { holdsDownloads } from './metered-rule.ts';
import type { MeteredCase } from './metered-rule.ts';

const systemSays = 'as-the-system-says';

describe('D5: whether downloads wait for another line', () => {
  it.each<[MeteredCase['cost'], MeteredCase['lineIsMetered'], MeteredCase['downloadMetered'], boolean, boolean]>([
    ['metered', systemSays, 'ask', false, true],
    ['metered', systemSays, 'ask', true, false],
    ['metered', systemSays, 'always', false, false],
    ['metered', systemSays, 'never', false, true],
    ['metered', systemSays, 'never', true, true],
    ['free', systemSays, 'ask', false, false],
    ['free', systemSays, 'never', false, false],
    ['unknown', systemSays, 'ask', false, false],
    ['unknown', systemSays, 'never', false, false],
    ['free', 'yes', 'ask', false, true],
    ['unknown', 'yes', 'ask', true, false],
    ['unknown', 'yes', 'never', false, true],
    ['free', 'yes', 'always', false, false],
    ['metered', 'no', 'ask', false, false],
    ['metered', 'no', 'never', false, false],
  ])(
    'D5: the system says %s, the person %s, downloads %s, agreed %s: %s',
    (cost, lineIsMetered, downloadMetered, isAllowed, held) => {
      expect(holdsDownloads({ cost, lineIsMetered, downloadMetered, isAllowed })).toBe(held);
    },
  );
});
