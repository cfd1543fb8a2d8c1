// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Stars } from '../../contract/domain/rating.ts';
import { fail } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { renderApp, type RunningApp } from '../lib/testing/render-app.tsx';
import { ok, sampleSettings } from '../lib/testing/sample-answers.ts';

afterEach(cleanup);

/** A main that keeps the rating of the course on screen. */
function rated(stars: Stars | null, isSent = true, more: Answers = {}): RunningApp {
  let now = stars;
  const app: RunningApp = renderApp(
    {
      'ratings.read': () => ok({ stars: now, isSent }),
      'ratings.rate'(input) {
        const before = now;
        now = input.stars;
        app.bridge.emit('ratings.changed', null);
        return ok({ before });
      },
      ...more,
    },
    '/courses/c1',
  );
  return app;
}

const group = () => screen.findByRole('radiogroup', { name: 'Your rating' });
const chosen = (of: HTMLElement) =>
  within(of)
    .queryAllByRole('radio', { checked: true })
    .map((star) => star.getAttribute('aria-label'));

test('B7: a course is rated by a press, changed, withdrawn, and each can be undone', async () => {
  const app = rated(null);
  const stars = await group();
  expect(chosen(stars)).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
  await app.user.click(within(stars).getByRole('radio', { name: '4 stars of 5' }));
  await waitFor(() => {
    expect(chosen(stars)).toEqual(['4 stars of 5']);
  });
  await screen.findByText('Rated with 4 stars');
  await app.user.click(screen.getByRole('button', { name: 'Withdraw' }));
  await screen.findByText('Rating withdrawn');
  await waitFor(() => {
    expect(chosen(stars)).toEqual([]);
  });
  await app.user.keyboard('{Control>}z{/Control}');
  await waitFor(() => {
    expect(chosen(stars)).toEqual(['4 stars of 5']);
  });
});

test('B7: by keyboard the arrows go from star to star without rating, and Space rates', async () => {
  const app = rated(2);
  const stars = await group();
  within(stars).getByRole('radio', { name: '2 stars of 5' }).focus();
  await app.user.keyboard('{ArrowRight}{ArrowRight}');
  expect(chosen(stars)).toEqual(['2 stars of 5']);
  await app.user.keyboard(' ');
  await waitFor(() => {
    expect(chosen(stars)).toEqual(['4 stars of 5']);
  });
});

test('B7: a rating that the service does not have yet says so, in English and Russian', async () => {
  rated(5, false);
  await screen.findByText('Kept on this computer; the service gets it as soon as it can be reached.');
  cleanup();
  rated(5, false, { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) });
  const stars = await screen.findByRole('radiogroup', { name: 'Ваша оценка' });
  expect(chosen(stars)).toEqual(['5 звёзд из 5']);
  screen.getByText(/Пока только на этом компьютере/u);
});

test('B7: a rating that cannot be kept says why, and nothing looks rated', async () => {
  const app = rated(null, true, { 'ratings.rate': () => fail('disk-full') });
  const stars = await group();
  await app.user.click(within(stars).getByRole('radio', { name: '1 star of 5' }));
  await screen.findByText(/disk/iu);
  expect(chosen(stars)).toEqual([]);
});
