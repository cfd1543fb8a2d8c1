import { array, assert, constantFrom, date, integer, nat, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, LocalDay } from '../../../contract/domain/local-day.ts';
import { heatColumns, heatLevel } from './heat-cells.ts';
import { byDay, byWeek, daysOfPeriod, everyDay, most, periods, weekday, weekOf } from './periods.ts';
import { timeScale } from './plot-scale.ts';

const day = (text: string) => LocalDay.parse(text);
const anyDay = date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) =>
  day(at.toISOString().slice(0, 10)),
);

test('E5: a period ends today and has as many days as it says, over a leap day and the end of a year', () => {
  for (const period of periods) {
    const { fromDay, toDay } = daysOfPeriod(day('2028-03-02'), period);
    expect(everyDay([], fromDay, toDay)).toHaveLength(period);
  }
  expect(daysOfPeriod(day('2028-03-02'), 7).fromDay).toBe('2028-02-25');
  expect(daysOfPeriod(day('2027-01-03'), 7).fromDay).toBe('2026-12-28');
});

test.each([
  ['2026-03-09', 1, '2026-03-09'],
  ['2026-03-15', 1, '2026-03-09'],
  ['2026-03-15', 7, '2026-03-15'],
  ['2026-03-14', 7, '2026-03-08'],
  ['2026-03-13', 6, '2026-03-07'],
])('E5: %s is in the week that begins on day %i: %s', (of, first, week) => {
  expect(weekOf(day(of), first)).toBe(week);
});

test('E5: days, weeks and the cells of the calendar each add up to the same, wherever a week begins', () => {
  const watched = uniqueArray(record({ back: nat(400), watchedMs: integer({ min: 1, max: 1e7 }) }), {
    selector: ({ back }) => back,
  });
  assert(
    property(anyDay, watched, constantFrom(...periods), constantFrom(1, 6, 7), (today, parts, period, first) => {
      const { fromDay, toDay } = daysOfPeriod(today, period);
      const days = parts.map(({ back, watchedMs }) => ({ day: dayAfter(today, -back), watchedMs }));
      const all = everyDay(days, fromDay, toDay);
      const sum = (some: readonly { readonly watchedMs: number }[]) =>
        some.reduce((total, { watchedMs }) => total + watchedMs, 0);
      const expected = sum(days.filter((each) => each.day >= fromDay));
      const weeks = byWeek(all, first);
      expect(sum(byDay(all))).toBe(expected);
      expect(sum(weeks)).toBe(expected);
      expect(weeks[0]?.firstDay).toBe(fromDay);
      expect(weeks.at(-1)?.lastDay).toBe(toDay);
      expect(weeks.slice(1).every((week) => weekday(week.firstDay) === first)).toBe(true);
      const columns = heatColumns(days, today, first);
      expect(columns).toHaveLength(53);
      expect(columns.every(({ days: [start] }) => start !== undefined && weekday(start.day) === first)).toBe(true);
      expect(columns.flatMap((column) => column.days).at(-1)?.day).toBe(today);
      const since = columns[0]?.days[0]?.day ?? today;
      expect(sum(columns.flatMap((column) => column.days))).toBe(sum(days.filter((each) => each.day >= since)));
    }),
  );
});

test('E5: the first of the greatest is the most, and nothing is none', () => {
  expect(most([{ watchedMs: 0 }])).toBeNull();
  expect(
    most([
      { watchedMs: 1, n: 1 },
      { watchedMs: 2, n: 2 },
      { watchedMs: 2, n: 3 },
    ]),
  ).toEqual({ watchedMs: 2, n: 2 });
});

test('E5: lines of a plot stand at whole minutes or hours, and the highest is not below the most', () => {
  assert(
    property(array(integer({ min: 0, max: 20 * 3_600_000 }), { minLength: 1 }), (values) => {
      const mostMs = Math.max(...values);
      const { heightOf, ticksMs } = timeScale(mostMs, 200);
      expect(heightOf(mostMs)).toBeLessThanOrEqual(200.000_1);
      expect(ticksMs[0]).toBe(0);
      expect(ticksMs.length).toBeGreaterThan(1);
      const unitMs = mostMs >= 9_000_000 ? 3_600_000 : 60_000;
      expect(ticksMs.every((tick) => tick % unitMs === 0 && heightOf(tick) <= 200.000_1)).toBe(true);
    }),
  );
});

test.each([
  [0, 0],
  [1, 1],
  [14.9, 1],
  [15, 2],
  [30, 3],
  [59.9, 3],
  [60, 4],
  [600, 4],
])('E5: %d minutes are of level %i', (minutes, level) => {
  expect(heatLevel(minutes * 60_000)).toBe(level);
});
