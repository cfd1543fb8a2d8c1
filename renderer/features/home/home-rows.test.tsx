import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { browseCard, course, download, ok, signedIn } from '../../lib/testing/sample-answers.ts';

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
    'catalogue.home': () =>
      ok({ state: 'ready', continueWatching: [], courses: [fresh, course], newCourseIds: [fresh.id] }),
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
  const app = open({
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [course], newCourseIds: [] }),
  });
  await screen.findByRole('link', { name: course.title });
  expect(regions()).toEqual(['For you', 'Courses']);
  await app.user.click(screen.getByRole('link', { name: 'All courses' }));
  await screen.findByRole('heading', { level: 1, name: 'Courses' });
});

test('B6: without a network, what goes on, what is next and what is on the list say whether they play', async () => {
  const begun = {
    lectureId: 'l1' as LectureId,
    lectureTitle: 'Frames',
    progress: { positionMs: 1000, completed: false, watchedAtMs: 1 },
  };
  const list = ['l2', 'l3'].map((id) => ({
    ...next,
    kind: 'lecture' as const,
    lectureId: id as LectureId,
    lectureTitle: `List ${id}`,
    addedAtMs: 1,
    progress: null,
  }));
  const app = open({
    'account.read': () => ok({ ...signedIn, network: 'offline' }),
    'catalogue.home': () =>
      ok({ state: 'ready', continueWatching: [{ ...next, ...begun }], courses: [], newCourseIds: [] }),
    'catalogue.nextUp': () => ok([next]),
    'list.read': () => ok(list),
    'downloads.list': () => ok([download({ lectureId: 'l3' as LectureId, state: 'complete' })]),
  });
  const row = (name: string) => within(screen.getByRole('region', { name }));
  await screen.findByRole('link', { name: 'List l3' });
  row('Continue watching').getByText('Needs a network');
  row('Next up').getByText('Needs a network');
  expect(
    row('My list')
      .getAllByText(/^(Needs a network|Downloaded)$/u)
      .map(({ textContent }) => textContent),
  ).toEqual(['Needs a network', 'Downloaded']);
  app.bridge.emit('account.changed', signedIn);
  await waitFor(() => expect(screen.queryByText('Needs a network')).toBeNull());
  row('My list').getByText('Downloaded');
});

test('B6: what is new has a mark, stays while it is looked at, also when a visit has become another one, and what comes is added', async () => {
  const other = browseCard({ id: 'other' as CourseId, title: 'Other' });
  const seen = browseCard({ id: 'seen' as CourseId, title: 'Seen', completedCount: 1, lectureCount: 3 });
  let newCourseIds = [fresh.id, seen.id];
  const app = open({
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [fresh, other, seen], newCourseIds }),
  });
  const row = await screen.findByRole('region', { name: 'New' });
  const links = () =>
    within(row)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
  expect(links()).toEqual(['Fresh', 'Seen']);
  expect(within(row).getAllByText('New', { selector: 'span' })).toHaveLength(1);
  newCourseIds = [other.id];
  app.bridge.emit('catalogue.changed', null);
  await waitFor(() => expect(links()).toEqual(['Fresh', 'Other', 'Seen']));
  expect(within(row).getAllByText('New', { selector: 'span' })).toHaveLength(2);
  cleanup();
  newCourseIds = [];
  open({
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [fresh, other], newCourseIds }),
  });
  await screen.findByRole('link', { name: 'Fresh' });
  expect(screen.queryByRole('region', { name: 'New' })).toBeNull();
});

test('B1: a card leads to its lecturer, with what they teach and for how long', async () => {
  const app = open({
    'catalogue.home': () => ok({ state: 'ready', continueWatching: [], courses: [fresh], newCourseIds: [fresh.id] }),
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
