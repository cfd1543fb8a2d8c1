// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { LocalDay } from '../../../contract/domain/local-day.ts';
import type { StudyStatistics } from '../../../contract/domain/statistics.ts';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { baseAnswers, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { nothingCounted } from '../../lib/testing/sample-statistics.ts';
import { useToasts } from '../../lib/toasts.ts';

const minuteMs = 60_000;
const day = (text: string) => LocalDay.parse(text);
beforeEach(() => {
  // A Thursday.
  vi.useFakeTimers({ now: new Date(2026, 2, 12, 12), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
  vi.useRealTimers();
});

const counted: StudyStatistics = {
  days: [
    { day: day('2025-12-25'), watchedMs: 200 * minuteMs },
    { day: day('2026-03-03'), watchedMs: 55 * minuteMs },
    { day: day('2026-03-08'), watchedMs: 20 * minuteMs },
    { day: day('2026-03-09'), watchedMs: 10 * minuteMs },
    { day: day('2026-03-11'), watchedMs: 70 * minuteMs },
  ],
  totals: { watchedMs: 155 * minuteMs, dayCount: 4, lectureCount: 6, completedCount: 2, courseCount: 5 },
  courses: [
    { courseId: 'c1' as CourseId, title: 'How Video Finds Its Place', language: 'en', watchedMs: 90 * minuteMs },
    { courseId: 'c2' as CourseId, title: 'A forgotten course', language: null, watchedMs: 45 * minuteMs },
  ],
  others: { courseCount: 3, watchedMs: 20 * minuteMs },
  currentStreak: { dayCount: 1, lastDay: day('2026-03-11') },
  longestStreak: { dayCount: 12, lastDay: day('2025-12-28') },
};

function open(answers: Answers = {}, statistics: StudyStatistics = counted): RunningApp {
  return renderApp({ 'statistics.read': () => ok(statistics), ...answers }, '/statistics');
}
const onSystem = (systemLanguage: string): Answers => ({
  async 'app.about'(input) {
    const about = await baseAnswers()['app.about']?.(input);
    return about?.ok ? ok({ ...about.value, systemLanguage }) : fail('unexpected');
  },
});
const cursor = (name: string): HTMLElement => screen.getByRole('slider', { name });
const said = (name: string): string | null => cursor(name).getAttribute('aria-valuetext');
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s/gu, ' ');
const rowsOf = (name: string): readonly string[] =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => plain(cell.textContent)).join(' | '));

test('E5: the statistics are a place of the rail: the last 30 days in numbers, in sentences and as tables', async () => {
  const app = renderApp({ 'statistics.read': () => ok(counted) });
  await app.user.click(await screen.findByRole('link', { name: 'Statistics' }));
  await screen.findByRole('heading', { level: 1, name: 'Statistics' });
  await screen.findByRole('img', { name: /^In the last 30 days: 2.h.35.min, most on March 11: 1.h.10.min\.$/u });
  expect(askedFor(app, 'statistics.read')).toEqual([{ fromDay: '2026-02-11', toDay: '2026-03-12' }]);
  const numbers = screen.getAllByRole('definition').map((node) => plain(node.textContent));
  expect(numbers).toEqual(['2 h 35 min', '4', '6', '2 of them to the end', '5']);
  screen.getByText(/^Counted from your history, on this computer only\./u);
  expect(rowsOf('Time with lectures')).toEqual([
    'Wednesday, March 11, 2026 | 1 h 10 min',
    'Monday, March 9, 2026 | 10 min',
    'Sunday, March 8, 2026 | 20 min',
    'Tuesday, March 3, 2026 | 55 min',
  ]);
  expect(rowsOf('By course')).toEqual([
    'How Video Finds Its Place | 1 h 30 min',
    'A forgotten course | 45 min',
    '3 other courses | 20 min',
  ]);
  expect(rowsOf('The year, day by day')).toHaveLength(5);
});

test('E5: the row of days is told with its rule; today does not break it while it is not over', async () => {
  open();
  const streak = await screen.findByRole('region', { name: 'Days in a row' });
  expect(plain(streak.textContent)).toBe(
    '1 day in a row Today is still open.The longest row: 12 days, up to December 28, 2025. ' +
      'A day counts from one minute on; today does not break the row while it is not over.',
  );
});

test('E5: another period is asked for, and what was there stays until it is here', async () => {
  const app = open({
    'statistics.read': ({ fromDay }) => (fromDay === '2026-03-06' ? new Promise<never>(() => undefined) : ok(counted)),
  });
  await app.user.click(await screen.findByRole('radio', { name: '7 days' }));
  await waitFor(() => {
    expect(askedFor(app, 'statistics.read').at(-1)).toEqual({ fromDay: '2026-03-06', toDay: '2026-03-12' });
  });
  screen.getByRole('img', { name: /^In the last 7 days: 1.h.40.min, most on March 11/u });
  expect(screen.queryByRole('radio', { name: 'By week' })).toBeNull();
  await app.user.click(screen.getByRole('radio', { name: '1 year' }));
  await screen.findByRole('img', { name: /^In the last 365 days: .*, most in the week from December/u });
  await app.user.click(screen.getByRole('radio', { name: 'By day' }));
  await screen.findByRole('img', { name: /^In the last 365 days: .*, most on December 25: 3.h.20.min\.$/u });
});

test('E5 I2: arrow keys walk over the days and say each; Home and End go to the ends', async () => {
  const app = open();
  const slider = await screen.findByRole('slider', { name: 'Day of the plot' });
  slider.focus();
  expect(plain(said('Day of the plot'))).toBe('Thursday, March 12, 2026: 0 s');
  expect([slider.getAttribute('aria-valuemin'), slider.getAttribute('aria-valuemax')]).toEqual(['1', '30']);
  await app.user.keyboard('{ArrowLeft}');
  expect(plain(said('Day of the plot'))).toBe('Wednesday, March 11, 2026: 1 h 10 min');
  expect(plain(screen.getByText(/^Wednesday, March 11, 2026: /u).textContent)).toContain('1 h 10 min');
  await app.user.keyboard('{Home}{ArrowLeft}');
  expect(plain(said('Day of the plot'))).toMatch(/^Wednesday, February 11, 2026/u);
  await app.user.keyboard('{End}');
  expect(slider.getAttribute('aria-valuenow')).toBe('30');
  await app.user.tab();
  expect(screen.queryByText(/^Thursday, March 12, 2026: /u)).toBeNull();
});

test('E5 I2: in the calendar up and down are a day, left and right a week, and nothing leads out of it', async () => {
  const app = open(onSystem('en-GB'));
  (await screen.findByRole('slider', { name: 'Day of the calendar' })).focus();
  await app.user.keyboard('{ArrowUp}');
  expect(plain(said('Day of the calendar'))).toBe('Wednesday, March 11, 2026: 1 h 10 min');
  await app.user.keyboard('{ArrowLeft}{ArrowUp}');
  expect(plain(said('Day of the calendar'))).toBe('Tuesday, March 3, 2026: 55 min');
  await app.user.keyboard('{ArrowRight}{ArrowRight}');
  expect(plain(said('Day of the calendar'))).toBe('Tuesday, March 10, 2026: nothing');
  await app.user.keyboard('{Home}{ArrowLeft}{ArrowUp}');
  expect(cursor('Day of the calendar').getAttribute('aria-valuenow')).toBe('1');
});

test.each([
  [
    'en-GB',
    ['Mon', 'Wed', 'Fri'],
    ['March 9, 2026 to March 12, 2026 | 1 h 20 min', 'March 2, 2026 to March 8, 2026 | 1 h 15 min'],
  ],
  [
    'en-US',
    ['Sun', 'Tue', 'Thu'],
    ['March 8, 2026 to March 12, 2026 | 1 h 40 min', 'March 1, 2026 to March 7, 2026 | 55 min'],
  ],
])('E5 I1: on a system that speaks %s weeks begin as they do there', async (language, weekdays, weeks) => {
  const app = open(onSystem(language));
  await app.user.click(await screen.findByRole('radio', { name: 'By week' }));
  await waitFor(() => {
    expect(rowsOf('Time with lectures')).toEqual(weeks);
  });
  const calendar = screen.getByRole('img', { name: /^In the last 53 weeks: lectures on 5 days, most on December 25/u });
  expect([...calendar.querySelectorAll('text')].slice(0, 3).map((node) => node.textContent)).toEqual(weekdays);
});

test('E5: a plot can be shown as a table, with ways to the courses that the catalogue still has', async () => {
  const app = open();
  const switched = await screen.findByRole('button', { name: 'By course: as a table' });
  expect(screen.queryByRole('link', { name: 'How Video Finds Its Place' })).toBeNull();
  await app.user.click(switched);
  expect(switched.getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('img', { name: /^5 courses/u })).toBeNull();
  expect(screen.queryByRole('link', { name: 'A forgotten course' })).toBeNull();
  await app.user.click(screen.getByRole('link', { name: 'How Video Finds Its Place' }));
  await screen.findByRole('heading', { level: 1, name: 'How Video Finds Its Place' });
});

test('E5 I1: in Russian, with its own plurals, dates and weeks', async () => {
  open({ 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  await screen.findByRole('heading', { level: 1, name: 'Статистика' });
  await screen.findByRole('img', { name: /^За последние 30 дней: 2.ч.35.мин, больше всего 11 марта: 1.ч.10.мин\.$/u });
  screen.getByRole('img', { name: /^5 курсов, дольше всего/u });
  screen.getByRole('img', { name: /^За последние 53 недели — 5 дней с лекциями, больше всего 25 декабря/u });
  expect(rowsOf('По курсам').at(-1)).toBe('Ещё 3 курса | 20 мин');
});

test.each([
  ['yet', {}, 'Nothing to count yet'],
  [
    'because the history is off',
    { 'settings.read': () => ok({ ...sampleSettings, keepHistory: false }) },
    'Nothing is counted while the history is switched off',
  ],
  [
    'in a private session',
    { 'session.read': () => ok({ on: true }) },
    'Nothing is counted while the private session is on',
  ],
] as const)('E5 E2: nothing is there %s, and it is said why', async (_, answers, title) => {
  open(answers, nothingCounted);
  await screen.findByRole('heading', { level: 2, name: title });
  expect(screen.queryByRole('button', { name: 'Export as CSV' })).toBeNull();
});

test.each([
  ['off', { 'settings.read': () => ok({ ...sampleSettings, keepHistory: false }) }, 'switched off'],
  ['private', { 'session.read': () => ok({ on: true }) }, 'private session is on'],
] as const)(
  'E5 E2: with numbers of before (%s) it is said that nothing is added to them',
  async (_, answers, words) => {
    open(answers);
    const note = await screen.findByRole('note');
    expect(note.textContent).toContain(words);
    expect(note.textContent).toContain('The numbers show what was recorded before.');
  },
);

test('E5: with nothing in the period that is said, and the year goes on to show', async () => {
  const quiet = { ...counted, days: counted.days.slice(0, 1), totals: nothingCounted.totals, courses: [] };
  open({}, { ...quiet, others: nothingCounted.others });
  await screen.findByRole('img', { name: 'Nothing watched in the last 30 days.' });
  expect(screen.queryByRole('heading', { name: 'By course' })).toBeNull();
  screen.getByRole('img', { name: /^In the last 53 weeks: lectures on 1 day/u });
});

test('E5: what is watched or deleted meanwhile is counted anew', async () => {
  const app = open();
  await screen.findByRole('heading', { level: 2, name: 'By course' });
  app.bridge.emit('history.changed', null);
  await waitFor(() => {
    expect(askedFor(app, 'statistics.read')).toHaveLength(2);
  });
});

test('E5: the period or everything is exported, with headings in the language of the app', async () => {
  const app = open({ 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  const words = { title: 'Статистика', day: 'День', course: 'Курс', minutes: 'Минуты', sittings: 'Просмотры' };
  await app.user.click(await screen.findByRole('button', { name: 'Выгрузить в CSV' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Последние 30 дней' }));
  await screen.findByText('Записаны 3 строки, без шифрования');
  await app.user.click(screen.getByRole('button', { name: 'Выгрузить в CSV' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Вся история' }));
  await waitFor(() => {
    expect(askedFor(app, 'statistics.export')).toEqual([
      { days: { fromDay: '2026-02-11', toDay: '2026-03-12' }, words },
      { days: null, words },
    ]);
  });
});

test.each([
  ['thought better of, nothing is said', ok(null), null],
  ['a full disk is told', fail('disk-full'), /disk/iu],
] as const)('E5: of an export: %s', async (_, answer, words) => {
  const app = open({ 'statistics.export': () => answer });
  await app.user.click(await screen.findByRole('button', { name: 'Export as CSV' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'The whole history' }));
  await waitFor(() => {
    expect(askedFor(app, 'statistics.export')).toHaveLength(1);
  });
  if (words !== null) await screen.findByText(words);
  expect(useToasts.getState().toasts).toHaveLength(words === null ? 0 : 1);
});

test('E5: what could not be counted is an error with a way to try again', async () => {
  const app = open({ 'statistics.read': () => fail('disk-failed') });
  await screen.findByRole('alert');
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(askedFor(app, 'statistics.read').length).toBeGreaterThan(1);
});
