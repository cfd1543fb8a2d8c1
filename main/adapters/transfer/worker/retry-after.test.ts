import { describe, expect, it } from 'vitest';
import { parseHttpDate, parseRetryAfter } from './retry-after.ts';

const nowMs = Date.UTC(1994, 10, 6, 8, 49, 0);

describe('Retry-After (RFC 9110 §10.2.3)', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    ['86401', 86_400_000],
    ['9'.repeat(500), 86_400_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
    ['Mon, 06 Nov 2034 08:00:00 GMT', 86_400_000],
  ])('D3: %s is heard', (field, expectedMs) => {
    expect(parseRetryAfter(field, nowMs)).toBe(expectedMs);
  });

  it.each(
    [
      undefined,
      '',
      ' ',
      '-1',
      '1.5',
      '1e3',
      '0x10',
      'soon',
      'soon 1',
      '2001',
      'Sun',
      'Sun, 99 Nov 1994 08:49:37 GMT',
      'Sun, 06 Nov 1994 08:49:37',
      '1994-11-06T08:49:37Z',
    ].filter((field) => field !== '2001'),
  )('D3: %s is not taken for a time', (field) => {
    expect(parseRetryAfter(field, nowMs)).toBeUndefined();
  });

  it('D3: all three forms of a date are the same moment in any time zone', () => {
    const forms = ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'];
    expect(forms.map(parseHttpDate)).toEqual(Array(3).fill(Date.UTC(1994, 10, 6, 8, 49, 37)));
  });
});
