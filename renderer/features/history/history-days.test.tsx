// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { entry, page, three, today, yesterday } from '../../lib/testing/sample-history.ts';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { ok } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

beforeEach(() => {
  // Where nothing is laid out, the list has still to know how much of it is in sight.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
  vi.restoreAllMocks();
});

const titles = (): readonly string[] => screen.getAllByText(/^Lecture \d+$/u).map((node) => node.textContent);

test('E1: a day is deleted from its heading, with the focus going on at the line beside it, and Ctrl+Z takes it back', async () => {
  let isGone = false;
  const app = renderApp(
    {
      'history.list': () => ok(isGone ? page(entry(1, today)) : three),
      'history.remove'() {
        isGone = true;
        return ok({ removalId: 7, count: 2 });
      },
      'history.undo'() {
        isGone = false;
        return ok(null);
      },
    },
    '/history',
  );
  await screen.findByText('Lecture 1');
  await app.user.click(screen.getByRole('button', { name: 'Delete the whole day: Yesterday' }));
  await waitFor(() => {
    expect(titles()).toEqual(['Lecture 1']);
  });
  expect(askedFor(app, 'history.remove')).toEqual([{ day: yesterday }]);
  expect(document.activeElement?.textContent).toContain('Lecture 1');
  await screen.findByRole('button', { name: 'Undo' });
  fireEvent.keyDown(document.body, { code: 'KeyZ', ctrlKey: true });
  await waitFor(() => {
    expect(titles()).toHaveLength(3);
  });
});

test('E1 I2: by keys alone: Tab goes from a line to its day, Shift+Tab back, Enter deletes; Shift+Delete does the same', async () => {
  const app = renderApp({ 'history.list': () => ok(three) }, '/history');
  await screen.findByText('Lecture 1');
  screen.getByRole('searchbox').focus();
  await app.user.tab();
  await app.user.keyboard('{ArrowDown}');
  const line = document.activeElement;
  expect(line?.textContent).toContain('Lecture 2');
  await app.user.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete the whole day: Yesterday' }));
  await app.user.tab({ shift: true });
  expect(document.activeElement).toBe(line);
  await app.user.tab();
  await app.user.keyboard('{Enter}');
  await waitFor(() => {
    expect(askedFor(app, 'history.remove')).toEqual([{ day: yesterday }]);
  });
  await waitFor(() => {
    expect(document.activeElement?.textContent).toContain('Lecture 1');
  });
  await app.user.keyboard('{Shift>}{Delete}{/Shift}');
  await waitFor(() => {
    expect(askedFor(app, 'history.remove')).toEqual([{ day: yesterday }, { day: today }]);
  });
});
