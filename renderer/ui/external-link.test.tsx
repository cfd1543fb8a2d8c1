// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../lib/testing/render-app.tsx';
import { ok, sampleSettings, signedOut } from '../lib/testing/sample-answers.ts';

afterEach(cleanup);

test('A11 I2: with the keyboard alone a page is asked for, and Esc stays here', async () => {
  const app = renderApp({
    'account.read': () => ok(signedOut),
    'settings.read': () => ok({ ...sampleSettings, language: 'ru' }),
  });
  const link = await screen.findByRole('button', { name: 'Конфиденциальность' });
  link.focus();
  await app.user.keyboard('{Enter}');
  const sheet = await screen.findByRole('dialog', { name: 'Это откроется в браузере' });
  expect(sheet.textContent).toContain('У страниц за пределами LECTOROOM свои правила конфиденциальности.');
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(link);
  });
  await app.user.keyboard('{Enter}');
  const open = await screen.findByRole('button', { name: 'Открыть в браузере' });
  await waitFor(() => {
    expect(document.activeElement).toBe(open);
  });
  await app.user.keyboard('{Enter}');
  expect(app.bridge.asked.filter((each) => each.name === 'external.open')).toEqual([
    { name: 'external.open', input: { page: 'privacy' } },
  ]);
});
