import { describe, expect, it } from 'vitest';
import { adultYears, ageInYears, judgeAge } from './age.ts';

const nowMs = Date.UTC(2026, 10, 23, 12);

describe('age', () => {
  it.each([
    ['2008-11-23', 18],
    ['2008-11-24', 17],
    ['2008-02-29', 18],
    ['2008-12-01', 17],
    ['2026-11-23', 0],
    ['2026-11-24', -1],
    ['2027-01-01', -1],
  ])('A10: born on %s is %d on 2026-11-23', (birthDate, years) => {
    expect(ageInYears(birthDate, nowMs)).toBe(years);
  });

  it.each([
    ['2026-02-28T23:59:59Z', 17],
    ['2026-03-01T00:00:00Z', 18],
    ['2028-02-28T12:00:00Z', 19],
    ['2028-02-29T00:00:00Z', 20],
  ])('A10: born on 29 February 2008, at %s of %d years', (moment, years) => {
    expect(ageInYears('2008-02-29', Date.parse(moment))).toBe(years);
  });

  it.each([
    ['2008-11-23', 'adult'],
    ['2008-11-24', 'minor'],
    ['2026-11-23', 'minor'],
    ['1896-11-23', 'adult'],
    ['1895-11-23', 'impossible'],
    ['2026-11-24', 'impossible'],
    ['2030-01-01', 'impossible'],
  ])('A10: born on %s is %s', (birthDate, verdict) => {
    expect(judgeAge(birthDate, nowMs)).toBe(verdict);
  });

  it('A10: the eighteenth birthday begins with its day, in UTC', () => {
    expect(adultYears).toBe(18);
    expect(judgeAge('2008-11-23', Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('minor');
    expect(judgeAge('2008-11-23', Date.UTC(2026, 10, 23))).toBe('adult');
  });

  it.each(['not a date', '', '1999', '1999-02-30', '2001-02-29', '1999-13-01', '1999-00-10', '23.11.1999', '1999-1-2'])(
    'A10: what is no date of the calendar is impossible: "%s"',
    (junk) => {
      expect(judgeAge(junk, nowMs)).toBe('impossible');
    },
  );
});
