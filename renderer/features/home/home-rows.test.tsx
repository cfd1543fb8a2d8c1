import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { browseCard, course, download, ok } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);

const next = {
  lectureId: 'l2' as LectureId,
  courseId: course.id,
  lectureTitle: 'The index',
  courseTitle: course.title,
  coverUrl: '',
  durationMs: 60_000,
};
const fresh = browseCard({ id: 'new' as CourseId, title: 'Fresh', publishedAt: new Date().toISOString() });

function open(answers: Parameters<typeof renderApp>[0] = {}): RunningApp {
  return renderApp({
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [fresh, course] }),
    ...answers,
  });
}
const regions = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

test('B6: home goes from what is next over the list and what is new to all courses', async () => {
  const app = open({
    'catalogue.nextUp': () => ok([next]),
    'list.read': () => ok([{ kind: 'course', addedAtMs: 1, course: browseCard({ title: 'Put aside' }) }]),
  });
  await screen.findByRole('link', { name: 'The index' });
  expect(regions()).toEqual(['Next up', 'My list', 'For you', 'New', 'Courses']);
  within(screen.getByRole('region', { name: 'New' })).getByRole('link', { name: 'Fresh' });
  within(screen.getByRole('region', { name: 'Courses' })).getByRole('link', { name: course.title });
  within(screen.getByRole('region', { name: 'My list' })).getByRole('link', { name: 'Put aside' });
  await app.user.click(screen.getByRole('link', { name: 'All 1' }));
  await screen.findByRole('heading', { level: 1, name: 'My list' });
});

test('B1: rows without anything in them are not there, and all courses are one press away', async () => {
  const app = open({ 'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [course] }) });
  await screen.findByRole('link', { name: course.title });
  expect(regions()).toEqual(['For you', 'Courses']);
  await app.user.click(screen.getByRole('link', { name: 'All courses' }));
  await screen.findByRole('heading', { level: 1, name: 'Courses' });
});

test('B1: a card leads to its lecturer, with what they teach and for how long', async () => {
  const app = open({
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [fresh] }),
    'catalogue.lecturer': ({ lecturerId }) =>
      ok({
        lecturer: { id: lecturerId, name: 'Maria Ferrer', about: 'Builds players.' },
        courses: [fresh, browseCard({ id: 'two' as CourseId, title: 'Second', durationMs: 3_500_000 })],
      }),
    'downloads.list': () => ok([download({ courseId: fresh.id, state: 'complete' })]),
  });
  await app.user.click(await screen.findByRole('link', { name: 'Maria Ferrer' }));
  await screen.findByRole('heading', { level: 1, name: 'Maria Ferrer' });
  screen.getByText('Builds players.');
  expect(screen.getByText(/^2 courses/u).textContent?.replaceAll('\u00a0', ' ')).toBe('2 courses · 2 lectures · 1 h');
  expect(screen.getAllByRole('link', { name: /Fresh|Second/u })).toHaveLength(2);
  screen.getByText('On this computer');
  expect(app.bridge.asked).toContainEqual({ name: 'catalogue.lecturer', input: { lecturerId: 'p1' } });
});

test('B1: a lecturer of whom nothing is left says so', async () => {
  renderApp({ 'catalogue.lecturer': () => ({ ok: false, error: { code: 'not-found' } }) }, '/lecturers/nobody');
  await screen.findByText('This is no longer there');
});

test('B1: when the catalogue changes, every screen of it is asked again', async () => {
  const app = open();
  await screen.findByRole('link', { name: 'Fresh' });
  const count = (name: string) => app.bridge.asked.filter((each) => each.name === name).length;
  const before = ['catalogue.home', 'catalogue.nextUp', 'list.read'].map(count);
  app.bridge.emit('catalogue.changed', null);
  await waitFor(() => {
    expect(['catalogue.home', 'catalogue.nextUp', 'list.read'].map(count)).toEqual(before.map((each) => each + 1));
  });
});
