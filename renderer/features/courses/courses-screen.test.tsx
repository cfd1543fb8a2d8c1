import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BrowseCard } from '../../../contract/domain/browse.ts';
import type { CourseId } from '../../../contract/domain/ids.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { browseCard, download, ok, sampleSettings, signedIn } from '../../lib/testing/sample-answers.ts';

const minute = 60_000;
const card = (id: string, title: string, part: Partial<BrowseCard> = {}): BrowseCard =>
  browseCard({ id: id as CourseId, title, lectureCount: 2, ...part });
const cards = [
  card('salt', 'Salt', { language: 'en', topics: ['file-formats'], publishedAt: '2026-05-01T00:00:00Z' }),
  card('bread', 'Bread', { language: 'ru', begunCount: 1, shortestLeftMs: 5 * minute, level: 'advanced' }),
  card('glass', 'Glass', { language: 'ru', available: false, shortestLeftMs: 50 * minute }),
];

/** Where nothing is laid out the grid has no size of its own. */
const sizes = { clientWidth: 1000, clientHeight: 4000 } as const;
beforeEach(() => {
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
  }
  Object.assign(window, { innerHeight: 4000 });
});
afterEach(() => {
  cleanup();
  for (const name of Object.keys(sizes)) Reflect.deleteProperty(HTMLElement.prototype, name);
});

function open(path = '/courses', answers: Parameters<typeof renderApp>[0] = {}): RunningApp {
  return renderApp({ 'catalogue.courses': () => ok({ courses: cards, next: null }), ...answers }, path);
}
const titles = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
const expectTitles = (...expected: readonly string[]): Promise<void> =>
  waitFor(() => {
    expect(titles()).toEqual(expected);
  });
async function choose(app: RunningApp, filter: string, option: RegExp): Promise<void> {
  await app.user.click(await screen.findByRole('button', { name: new RegExp(filter, 'u') }));
  await app.user.click(await screen.findByRole('option', { name: option }));
}

test('B1: the list comes in pieces and is whole', async () => {
  const asked: unknown[] = [];
  open('/courses', {
    'catalogue.courses': ({ after }) => {
      asked.push(after);
      const next = { publishedAt: '2026', courseId: 'salt' as CourseId };
      return ok(after === null ? { courses: cards.slice(0, 1), next } : { courses: cards.slice(1), next: null });
    },
  });
  await expectTitles('Salt', 'Bread', 'Glass');
  expect(asked).toEqual([null, { publishedAt: '2026', courseId: 'salt' }]);
  screen.getByText('3 courses');
});

test('B4: filters combine, say what is left, and are taken back one by one by going back', async () => {
  const app = open();
  await choose(app, 'Language', /^Russian/u);
  await expectTitles('Bread', 'Glass');
  await choose(app, 'Length', /40/u);
  await expectTitles('Bread');
  screen.getByText('1 of 3 courses');
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await expectTitles('Bread', 'Glass');
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await expectTitles('Salt', 'Bread', 'Glass');
  await app.user.click(screen.getByRole('button', { name: 'Forward' }));
  await expectTitles('Bread', 'Glass');
  await app.user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await expectTitles('Salt', 'Bread', 'Glass');
});

test('B4: an address with filters opens so, in its order', async () => {
  open('/courses?language=ru&sort=title');
  await expectTitles('Bread', 'Glass');
  screen.getByRole('button', { name: /By title/u });
});

test('B4: an address that makes no sense narrows nothing', async () => {
  open('/courses?language=%3Cb%3E&sort=nonsense&minutes=many&here=1');
  await expectTitles('Salt', 'Bread', 'Glass');
});

test('B4: when nothing is left, the filter that stands in the way is named and dropped', async () => {
  const app = open('/courses?seen=begun&language=en&topic=file-formats');
  await screen.findByRole('heading', { name: 'No course is all of that' });
  screen.getByText('Without “In progress” there is 1 course.');
  await app.user.click(screen.getByRole('button', { name: 'Drop “In progress”' }));
  await expectTitles('Salt');
});

test('B4: what is on this computer is a filter, and follows the downloads', async () => {
  const app = open('/courses', {
    'downloads.list': () => ok([download({ courseId: 'bread' as CourseId, state: 'complete' })]),
  });
  await app.user.click(await screen.findByRole('button', { name: 'On this computer' }));
  await expectTitles('Bread');
  screen.getByText('1 of 2 downloaded');
  app.bridge.emit('downloads.changed', []);
  await screen.findByRole('heading', { name: 'No course is all of that' });
});

test('B2: a course that is not offered in the region says so', async () => {
  open();
  const row = await screen.findByRole('row', { name: 'Glass' });
  within(row).getByText('Not available in your region');
  expect(screen.getAllByText('Not available in your region')).toHaveLength(1);
});

test('B1: a card has the average and the viewers of all learners, where they are known, and the order may go by them', async () => {
  const rated = { viewerCount: 1200, rating: { average: 4.6, count: 38 } };
  const app = open('/courses', {
    'catalogue.courses': () =>
      ok({ courses: cards.map((each) => (each.id === 'glass' ? { ...each, popularity: rated } : each)), next: null }),
  });
  const row = await screen.findByRole('row', { name: 'Glass' });
  expect(within(row).getByText(/38 ratings/u).textContent).toBe('4.6 (38 ratings)\u00a0· about 1,200 learners');
  expect(screen.getAllByText(/learners/u)).toHaveLength(2);
  await app.user.click(screen.getByRole('button', { name: /Newest first/u }));
  await app.user.click(await screen.findByRole('option', { name: 'Most watched' }));
  await expectTitles('Glass', 'Salt', 'Bread');
  await app.user.click(screen.getByRole('button', { name: 'Back' }));
  await expectTitles('Salt', 'Bread', 'Glass');
});

test('B1: where no course has figures, no order by them is offered', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: /Newest first/u }));
  await screen.findByRole('option', { name: 'By title' });
  expect(screen.queryByRole('option', { name: 'Most watched' })).toBeNull();
});

test('B1: without a network each card says whether it plays', async () => {
  open('/courses', { 'account.read': () => ok({ ...signedIn, network: 'offline' }) });
  const row = await screen.findByRole('row', { name: 'Salt' });
  within(row).getByText('Needs a network');
});

test('B1 I2: arrows go about the cards, letters find a title, Enter opens', async () => {
  const app = open();
  const rowOf = (name: string): HTMLElement => screen.getByRole('row', { name });
  await expectTitles('Salt', 'Bread', 'Glass');
  rowOf('Salt').focus();
  await app.user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(rowOf('Bread'));
  await app.user.keyboard('gl');
  expect(document.activeElement).toBe(rowOf('Glass'));
  await app.user.keyboard('{Enter}');
  await waitFor(() => {
    expect(app.bridge.asked).toContainEqual({ name: 'catalogue.course', input: { courseId: 'glass' } });
  });
});

test('B6: a card puts its course on the list, and the notice takes it off again', async () => {
  const app = open();
  const row = await screen.findByRole('row', { name: 'Salt' });
  fireEvent.click(within(row).getByRole('button', { name: 'Add to my list: Salt' }));
  await screen.findByText('On your list: Salt');
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  const thing = { kind: 'course', courseId: 'salt' };
  await waitFor(() => {
    expect(app.bridge.asked.filter(({ name }) => name.startsWith('list.') && name !== 'list.read')).toEqual([
      { name: 'list.add', input: { thing, addedAtMs: null } },
      { name: 'list.remove', input: { thing } },
    ]);
  });
});

test('I1: the filters are in Russian', async () => {
  open('/courses?minutes=40', { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  await screen.findByText('2 из 3 курсов');
  screen.getByRole('button', { name: /Уместится в 40\sмин/u });
});
