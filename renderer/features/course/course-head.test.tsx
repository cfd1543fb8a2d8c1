import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { course, ok, sampleSettings } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);

const open = (popularity: typeof course.popularity, language: 'en' | 'ru' = 'en') =>
  renderApp(
    {
      'catalogue.course': () => ok(popularity === undefined ? course : { ...course, popularity }),
      'settings.read': () => ok({ ...sampleSettings, language }),
    },
    '/courses/c1',
  );

test('B1: the course page says how all learners rate it and how many watch it, in both languages', async () => {
  open({ viewerCount: 1200, rating: { average: 4, count: 38 } });
  expect((await screen.findByText(/38 ratings/u)).textContent).toBe('4.0 (38 ratings)\u00a0· about 1,200 learners');
  cleanup();
  open({ viewerCount: 21, rating: { average: 4.6, count: 22 } }, 'ru');
  expect((await screen.findByText(/22 оценки/u)).textContent).toBe('4,6 (22 оценки)\u00a0· около 21 слушателя');
});

test('B1: it says what is known and no more', async () => {
  open({ viewerCount: 40, rating: null });
  expect((await screen.findByText(/learners/u)).textContent).toBe('about 40 learners');
  cleanup();
  open(undefined);
  await screen.findByRole('heading', { level: 1, name: course.title });
  expect(screen.queryByText(/learners|ratings/u)).toBeNull();
});
