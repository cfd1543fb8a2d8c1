// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CourseId, LectureId } from '../../../contract/domain/ids.ts';
import type { BinItem, StorageView } from '../../../contract/domain/space.ts';
import { useToasts } from '../../lib/toasts.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { fail } from '../../../contract/result.ts';
import { course, download, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';

afterEach(() => {
  useToasts.setState({ toasts: [] });
  cleanup();
});

const gb = 1_000_000_000;
const usage = { courseId: course.id, courseTitle: course.title, coverUrl: '' };
const storage: StorageView = {
  downloadedBytes: 5 * gb,
  binBytes: gb,
  freeBytes: 41 * gb,
  totalBytes: 256 * gb,
  courses: [
    { ...usage, lectureCount: 3, sizeBytes: 3 * gb, watchedBytes: gb, watchedCount: 2 },
    {
      courseId: 'gone' as CourseId,
      courseTitle: '',
      coverUrl: '',
      lectureCount: 1,
      sizeBytes: gb,
      watchedBytes: 0,
      watchedCount: 0,
    },
  ],
};
const dayMs = 86_400_000;
const binItem = (id: string, part: Partial<BinItem> = {}): BinItem => ({
  lectureId: id as LectureId,
  lectureTitle: `Lecture ${id}`,
  courseTitle: course.title,
  sizeBytes: gb / 2,
  removedAtMs: Date.now(),
  goesAtMs: Date.now() + 6.5 * dayMs,
  isWhole: true,
  ...part,
});
const watched = ['a', 'b'].map((id) => ({
  lectureId: id as LectureId,
  lectureTitle: `Lecture ${id}`,
  courseTitle: course.title,
  sizeBytes: gb / 2,
}));

const open = (answers: Answers = {}, language: 'en' | 'ru' = 'en'): RunningApp =>
  renderApp(
    {
      'storage.read': () => ok(storage),
      'settings.read': () => ok({ ...sampleSettings, language }),
      'space.preview': () => ok({ lectures: watched, sizeBytes: gb }),
      ...answers,
    },
    '/downloads/space',
  );
const changes = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked
    .filter(({ name }) => /^(space\.remove|bin\.(restore|empty))/u.test(name))
    .map(({ name, input }) => [name, input]);
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

test.each([
  ['en', ['Lectures4 GB', 'In the bin1 GB', 'Other things210 GB', 'Free41 GB']],
  ['ru', ['Лекции4 ГБ', 'В корзине1 ГБ', 'Всё остальное210 ГБ', 'Свободно41 ГБ']],
] as const)('D7: the drive is a picture with its words as a list (%s)', async (language, expected) => {
  open({}, language);
  const list = await screen.findByRole('list', { name: language === 'en' ? /takes space/u : /занимает место/u });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => plain(item.textContent)),
  ).toEqual(expected);
});

test('D7: each course says what it takes and what of it was watched; one that the catalogue forgot too', async () => {
  open();
  const heading = await screen.findByRole('heading', { level: 3, name: course.title });
  expect(plain(heading.closest('li')?.textContent ?? '')).toContain('3 lectures, 3 GB · 2 watched, 1 GB');
  screen.getByRole('heading', { level: 3, name: 'A course that is no longer offered' });
  expect(screen.queryByRole('button', { name: /^Remove watched .*no longer offered/u })).toBeNull();
});

test('D7: what was watched is shown before it goes; what is unticked stays; the notice calls it back', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: `Remove watched (2): ${course.title}` }));
  const sheet = await screen.findByRole('dialog', { name: 'Remove watched lectures' });
  expect(app.bridge.asked.find(({ name }) => name === 'space.preview')?.input).toEqual({ courseId: course.id });
  within(sheet).getByRole('button', { name: /^Remove 2 lectures, 1.GB$/u });
  await app.user.click(within(sheet).getByRole('checkbox', { name: /^Lecture a/u }));
  await app.user.click(within(sheet).getByRole('button', { name: /^Remove 1 lecture, 500.MB$/u }));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(changes(app)).toEqual([
    ['space.remove', { lectureIds: ['b'] }],
    ['bin.restore', { lectureIds: ['b'] }],
  ]);
});

test('D7: with nothing chosen nothing can be removed; with nothing watched it says so', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: 'Remove all watched (2)' }));
  for (const box of await screen.findAllByRole('checkbox')) await app.user.click(box);
  expect(screen.getByRole('button', { name: /^Remove 0 lectures/u })).toHaveProperty('disabled', true);
  cleanup();
  const none = open({ 'space.preview': () => ok({ lectures: [], sizeBytes: 0 }) });
  await none.user.click(await screen.findByRole('button', { name: 'Remove all watched (2)' }));
  await screen.findByText('No lecture on this computer has been watched to its end yet.');
  expect(screen.queryByRole('button', { name: 'See what takes space' })).toBeNull();
});

test('D7: all of a course goes at once, unfinished ones with what is here of them', async () => {
  const other = download({ lectureId: 'far' as LectureId, courseId: 'far' as CourseId });
  const app = open({ 'downloads.list': () => ok([download({}), other]) });
  await app.user.click(await screen.findByRole('button', { name: `Remove all: ${course.title}` }));
  await screen.findByText(/^In the bin: Where does/u);
  expect(changes(app)).toEqual([['space.remove', { lectureIds: ['l1'] }]]);
});

test('D7: the bin lists what can come back and until when; put back, or deleted only after a question', async () => {
  let items: readonly BinItem[] = [
    binItem('a'),
    binItem('b', { isWhole: false, goesAtMs: Date.now() + 1000, lectureTitle: '' }),
  ];
  const app = open({ 'bin.list': () => ok(items) });
  const heading = await screen.findByRole('heading', { level: 3, name: 'Lecture a' });
  expect(plain(heading.closest('li')?.textContent ?? '')).toContain(`${course.title} · 500 MB · 7 days left`);
  const unfinished = screen.getByRole('heading', { level: 3, name: 'A lecture that is no longer offered' });
  expect(plain(unfinished.closest('li')?.textContent ?? '')).toContain('500 MB · not whole yet · last day');
  await app.user.click(screen.getByRole('button', { name: 'Put back: Lecture a' }));
  await app.user.click(screen.getByRole('button', { name: 'Delete now: Lecture a' }));
  await screen.findByRole('alertdialog', { name: 'Delete “Lecture a” now?' });
  expect(changes(app)).toEqual([['bin.restore', { lectureIds: ['a'] }]]);
  await app.user.click(screen.getByRole('button', { name: /^Delete 500.MB$/u }));
  await app.user.click(await screen.findByRole('button', { name: 'Empty the bin' }));
  await app.user.click(await screen.findByRole('button', { name: /^Delete 1.GB$/u }));
  expect(changes(app).slice(1)).toEqual([
    ['bin.empty', { lectureIds: ['a'] }],
    ['bin.empty', { lectureIds: null }],
  ]);
  items = [];
  act(() => {
    app.bridge.emit('bin.changed', null);
  });
  await screen.findByText(/^The bin is empty/u);
});

test('D7: what goes to the bin while its emptying is asked about stays; one without a title is called so', async () => {
  const before = [binItem('a'), binItem('b', { lectureTitle: '' })];
  let items: readonly BinItem[] = before;
  const app = open({ 'bin.list': () => ok(items) });
  await app.user.click(await screen.findByRole('button', { name: 'Empty the bin' }));
  await screen.findByRole('alertdialog');
  items = [...before, binItem('c')];
  act(() => {
    app.bridge.emit('bin.changed', null);
  });
  await waitFor(() => {
    expect(document.body.textContent).toContain('Lecture c');
  });
  await app.user.click(screen.getByRole('button', { name: /^Delete 1.GB$/u }));
  expect(changes(app)).toEqual([['bin.empty', { lectureIds: ['a', 'b'] }]]);
  await app.user.click(await screen.findByRole('button', { name: 'Delete now: A lecture that is no longer offered' }));
  await screen.findByRole('alertdialog', { name: 'Delete “A lecture that is no longer offered” now?' });
});

test('D7: what was counted as watched since can be removed at once', async () => {
  const app = open();
  const asks = (name: string): number => app.bridge.asked.filter((each) => each.name === name).length;
  await app.user.click(await screen.findByRole('button', { name: 'Remove all watched (2)' }));
  await screen.findByRole('dialog', { name: 'Remove watched lectures' });
  await app.user.keyboard('{Escape}');
  const before = asks('storage.read');
  await app.user.click(screen.getByRole('link', { name: course.title }));
  await app.user.click(await screen.findByRole('button', { name: /^Mark “.+” as watched$/u }));
  await screen.findByText('Marked as watched');
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await app.user.click(await screen.findByRole('button', { name: 'Remove all watched (2)' }));
  await waitFor(() => {
    expect(asks('space.preview')).toBe(2);
  });
  expect(asks('storage.read')).toBeGreaterThan(before);
});

test('D7: a course of more lectures than one request takes goes in pieces, and comes back in pieces', async () => {
  const many = Array.from({ length: 501 }, (_, index) => download({ lectureId: `l${String(index)}` as LectureId }));
  const app = open({ 'downloads.list': () => ok(many) });
  await app.user.click(await screen.findByRole('button', { name: `Remove all: ${course.title}` }));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  const sizes = (): readonly unknown[] =>
    app.bridge.asked
      .filter(({ name }) => name === 'space.remove' || name === 'bin.restore')
      .map(({ name, input }) => [name, (input as { lectureIds: readonly string[] }).lectureIds.length]);
  await waitFor(() => {
    expect(sizes()).toEqual([
      ['space.remove', 500],
      ['space.remove', 1],
      ['bin.restore', 500],
      ['bin.restore', 1],
    ]);
  });
});

test('D7: what cannot be read says why, and what cannot be deleted too', async () => {
  const app = open({
    'bin.list': () => ok([binItem('a'), binItem('b')]),
    'bin.empty': () => fail('drive-away'),
  });
  await app.user.click(await screen.findByRole('button', { name: 'Empty the bin' }));
  await app.user.click(await screen.findByRole('button', { name: /^Delete 1.GB$/u }));
  await waitFor(() => {
    expect(useToasts.getState().toasts).toHaveLength(1);
  });
  cleanup();
  open({ 'storage.read': () => fail('disk-failed') });
  await screen.findByRole('alert');
});

test('D7: where room is lacking, what could go is offered: in the queue and on the course page', async () => {
  const full = download({ state: 'waiting', waitsFor: { kind: 'cap' } });
  const app = renderApp(
    { 'downloads.list': () => ok([full]), 'space.preview': () => ok({ lectures: watched, sizeBytes: gb }) },
    '/downloads',
  );
  await app.user.click(await screen.findByRole('button', { name: 'Make room…' }));
  await screen.findByRole('dialog', { name: 'Remove watched lectures' });
  cleanup();
  const page = renderApp(
    { 'downloads.estimate': () => ok({ sizeBytes: gb, durationMs: null, fits: false }) },
    '/courses/c1',
  );
  await page.user.click(await screen.findByRole('button', { name: 'Make room…' }));
  await page.user.click(await screen.findByRole('button', { name: 'See what takes space' }));
  await screen.findByRole('heading', { level: 1, name: 'Space' });
});

test('D7: from the downloads to the space and back', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('link', { name: 'Lectures' }));
  await screen.findByRole('heading', { level: 1, name: 'Downloads' });
  await app.user.click(screen.getByRole('link', { name: 'Space' }));
  await screen.findByRole('heading', { level: 1, name: 'Space' });
  expect(screen.getByRole('link', { name: 'Space' }).getAttribute('aria-current')).toBe('page');
});
