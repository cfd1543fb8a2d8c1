// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { course, download, ok } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const open = (...items: Parameters<typeof download>): RunningApp =>
  renderApp({ 'downloads.list': () => ok(items.map(download)) }, '/courses/c1');
const words = (): string => document.body.textContent.replaceAll(/\s/gu, ' ');

test('D1 D2: the button says the size and asks for the lecture in the chosen quality', async () => {
  const app = renderApp({}, '/courses/c1');
  await app.user.click(await screen.findByRole('button', { name: /^Download 30.MB: Where does a frame begin/u }));
  expect(app.bridge.asked.find((each) => each.name === 'downloads.start')?.input).toEqual({
    lectureIds: ['l1'],
    quality: '720p',
  });
});

test('D1: while it comes the numbers are there, and main’s event moves them', async () => {
  const app = open({});
  const bar = await screen.findByRole('progressbar', { name: /Where does a frame begin/u });
  expect(bar.getAttribute('aria-valuenow')).toBe('41');
  expect(words()).toContain('12.4 of 30 MB · 1.2 MB/s · 15 s left');
  app.bridge.emit('downloads.changed', [download({ receivedBytes: 15_000_000 })]);
  await waitFor(() => {
    expect(words()).toContain('15 of 30 MB');
  });
});

test('D5: it can be paused and gone on with', async () => {
  const app = open({});
  await app.user.click(await screen.findByRole('button', { name: /^Pause the download/u }));
  app.bridge.emit('downloads.changed', [download({ state: 'paused', bytesPerSecond: null })]);
  await app.user.click(await screen.findByRole('button', { name: /^Go on with the download/u }));
  const names = app.bridge.asked.map((each) => each.name);
  expect(names).toContain('downloads.pause');
  expect(names).toContain('downloads.resume');
});

test('D7: a full disk is a sentence and a button', async () => {
  const app = open({ state: 'failed', bytesPerSecond: null, error: { code: 'disk-full' } });
  await screen.findByText('The disk is full');
  await app.user.click(screen.getByRole('button', { name: /^Try again/u }));
  expect(app.bridge.asked.some((each) => each.name === 'downloads.resume')).toBe(true);
});

test('D1 D7: what is here carries a mark; removed, it can be called back from the notice', async () => {
  const app = open({ state: 'complete', receivedBytes: 30_000_000, bytesPerSecond: null });
  await screen.findByText('Downloaded');
  await app.user.click(screen.getByRole('button', { name: /^Remove from this computer/u }));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  const asked = app.bridge.asked.filter(({ name }) => name === 'space.remove' || name === 'bin.restore');
  expect(asked).toEqual([
    { name: 'space.remove', input: { lectureIds: ['l1'] } },
    { name: 'bin.restore', input: { lectureIds: ['l1'] } },
  ]);
});

test('D1: before a course is fetched its size and time are said, or that it does not fit', async () => {
  const app = renderApp(
    { 'downloads.estimate': () => ok({ sizeBytes: 1_200_000_000, durationMs: 240_000, fits: true }) },
    '/courses/c1',
  );
  await screen.findByText(/^1\.2.GB, about 4.min$/u);
  expect(app.bridge.asked.find((each) => each.name === 'downloads.estimate')?.input).toEqual({
    lectureIds: ['l1'],
    quality: '720p',
  });
  cleanup();
  renderApp(
    { 'downloads.estimate': () => ok({ sizeBytes: 1_200_000_000, durationMs: null, fits: false }) },
    '/courses/c1',
  );
  await screen.findByText(/^1\.2.GB do not fit/u);
});

test('D2: the quality last chosen for the course is the one that is offered', async () => {
  renderApp({ 'catalogue.course': () => ok({ ...course, chosenQuality: '360p' }) }, '/courses/c1');
  await screen.findByRole('button', { name: /^Download 12\.4.MB: Where does a frame begin/u });
});

test('D2: what is here can be had in the quality chosen above instead', async () => {
  const app = open({ state: 'complete', quality: '360p', receivedBytes: 12_400_000, bytesPerSecond: null });
  await app.user.click(await screen.findByRole('button', { name: /^Download in 720p instead, 30.MB/u }));
  expect(app.bridge.asked.find((each) => each.name === 'downloads.start')?.input).toEqual({
    lectureIds: ['l1'],
    quality: '720p',
  });
});
