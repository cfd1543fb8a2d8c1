// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);

test('I1 I2: language and theme change at once, without a restart', async () => {
  let settings: Settings = sampleSettings;
  const app = renderApp(
    {
      'settings.update': (part) => {
        settings = { ...settings, ...part };
        return ok(settings);
      },
    },
    '/settings',
  );
  await app.user.click(await screen.findByRole('radio', { name: 'Русский' }));
  await screen.findByRole('heading', { level: 1, name: 'Настройки' });
  expect(document.documentElement.lang).toBe('ru');
  await app.user.click(screen.getByRole('radio', { name: 'Тёмное' }));
  await waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});

test('about says the version and which service it is', async () => {
  renderApp({}, '/settings');
  await screen.findByText('0.1.0');
  screen.getByText('The app’s own, with sample courses');
});
