// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { LectureId } from '../../../contract/domain/ids.ts';
import type { CourseDetail, LectureRow } from '../../../contract/domain/views.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { course, done, download, lecture, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);

const row = (id: string, completed = false): LectureRow => ({
  ...lecture,
  id: id as LectureId,
  title: id,
  progress: completed ? { positionMs: 1, completed, watchedAtMs: 1 } : null,
});
const twoSections: CourseDetail = {
  ...course,
  sections: [
    { id: 's1', title: 'Inside', lectures: [row('a', true), row('b')] },
    { id: 's2', title: 'Outside', lectures: [row('c'), row('d')] },
  ],
};
const open = (answers: Answers = {}): RunningApp =>
  renderApp({ 'catalogue.course': () => ok(twoSections), ...answers }, '/courses/c1');
const started = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'downloads.start').map(({ input }) => input);
const here = (id: string) => download({ lectureId: id as LectureId, state: 'complete' });

test('D1: a section is fetched by one press, without what is here already', async () => {
  const app = open({ 'downloads.list': () => ok([here('c')]) });
  await app.user.click(await screen.findByRole('button', { name: /^Download section, 30.MB: Outside$/u }));
  expect(started(app)).toEqual([{ lectureIds: ['d'], quality: '720p' }]);
});

test('D1: how much of the course and of each section is here is said; a whole section has no button', async () => {
  open({ 'downloads.list': () => ok([here('a'), here('c'), here('d')]) });
  await screen.findByText('3 of 4 downloaded');
  screen.getByText('1 of 2 downloaded');
  screen.getByText('2 of 2 downloaded');
  expect(screen.queryByRole('button', { name: /^Download section, .*: Outside$/u })).toBeNull();
});

test('D1: a section says its time before it is fetched, and whether there is room', async () => {
  const app = open({
    'downloads.estimate': ({ lectureIds }) =>
      ok({ sizeBytes: 60_000_000, durationMs: 120_000, fits: lectureIds.length > 2 }),
  });
  const button = await screen.findByRole('button', { name: /^Download section, .*: Inside$/u });
  await waitFor(() => {
    const description = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toMatch(/^60.MB do not fit/u);
  });
  expect(app.bridge.asked.some(({ name }) => name === 'downloads.start')).toBe(false);
});

test('D1: the estimate is asked for again when a download is complete and when a limit is changed', async () => {
  let fits = true;
  const app = open({ 'downloads.estimate': () => ok({ sizeBytes: 60_000_000, durationMs: null, fits }) });
  await screen.findByRole('button', { name: /^Download section, .*: Inside$/u });
  fits = false;
  act(() => {
    app.bridge.emit('settings.changed', { ...sampleSettings, downloadCapBytes: 1_000_000_000 });
  });
  await waitFor(() => {
    expect(screen.getAllByText(/do not fit/u)).toHaveLength(3);
  });
  fits = true;
  act(() => {
    app.bridge.emit('downloads.changed', [download({ lectureId: 'far' as LectureId, state: 'complete' })]);
  });
  await waitFor(() => {
    expect(screen.queryByText(/do not fit/u)).toBeNull();
  });
});

test('D1 I2: the whole course or the unseen ones, from a menu with what each takes, by keyboard', async () => {
  const app = open({ 'downloads.estimate': () => ok({ sizeBytes: 1, durationMs: 240_000, fits: true }) });
  (await screen.findByRole('button', { name: 'More ways to download' })).focus();
  await app.user.keyboard('{Enter}');
  await screen.findByRole('menuitem', { name: /^Whole course.*4 lectures, 120.MB, about 4.min$/u });
  await screen.findByRole('menuitem', { name: /^Unseen lectures.*3 lectures, 90.MB, about 4.min$/u });
  await app.user.keyboard('{ArrowDown}{Enter}');
  expect(started(app)).toEqual([{ lectureIds: ['b', 'c', 'd'], quality: '720p' }]);
});

test('D1: the whole course is fetched by one press, every lecture of every section', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: /^Download course/u }));
  expect(started(app)).toEqual([{ lectureIds: ['a', 'b', 'c', 'd'], quality: '720p' }]);
});

test('D1: how many of the next lectures are kept ready is chosen for the course; refused, it stays as it was', async () => {
  let count = 0;
  const app = open({
    'catalogue.course': () => ok({ ...twoSections, keepReadyCount: count }),
    'downloads.keepReady': (input) => {
      if (input.count === 10) return { ok: false, error: { code: 'disk-failed' } };
      ({ count } = input);
      return done;
    },
  });
  const choose = async (option: string): Promise<void> => {
    await app.user.click(await screen.findByRole('button', { name: /Keep the next lectures downloaded/u }));
    await app.user.click(await screen.findByRole('option', { name: option }));
  };
  await choose('3 lectures');
  await screen.findByRole('button', { name: /3 lectures.*Keep the next|Keep the next.*3 lectures/u });
  await choose('10 lectures');
  await screen.findByRole('button', { name: /3 lectures.*Keep the next|Keep the next.*3 lectures/u });
  expect(app.bridge.asked.filter(({ name }) => name === 'downloads.keepReady').map(({ input }) => input)).toEqual([
    { courseId: 'c1', count: 3 },
    { courseId: 'c1', count: 10 },
  ]);
});
