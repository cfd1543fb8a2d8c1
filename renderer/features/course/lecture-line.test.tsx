// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { LicenceView } from '../../../contract/domain/licence.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { download, ok } from '../../lib/testing/sample-answers.ts';

afterEach(cleanup);
const open = (licence: LicenceView, state: 'complete' | 'paused' = 'complete'): RunningApp =>
  renderApp({ 'downloads.list': () => ok([download({ state, licence })]) }, '/courses/c1');

test('D9: the last two weeks of a licence are on the lecture’s line, and main’s event moves them', async () => {
  const app = open({ kind: 'valid', daysLeft: 12 });
  await screen.findByText('12 days left offline');
  app.bridge.emit('downloads.changed', [download({ state: 'complete', licence: { kind: 'valid', daysLeft: 30 } })]);
  await waitFor(() => {
    expect(screen.queryByText(/left offline/u)).toBeNull();
  });
});

test('D9: a licence that has run out is said, calmly', async () => {
  open({ kind: 'expired' });
  await screen.findByText('Licence has run out');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('D9: nothing is said of a licence while the lecture is not here', async () => {
  open({ kind: 'valid', daysLeft: 2 }, 'paused');
  await screen.findByRole('button', { name: /^Go on with the download/u });
  expect(screen.queryByText(/left offline/u)).toBeNull();
});
