// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test, vi } from 'vitest';
import { fail } from '../../../contract/result.ts';
import { type AppLanguage, createI18n } from '../../lib/i18n.ts';
import { createQueryClient } from '../../lib/query-client.ts';
import { type Answers, createFakeBridge } from '../../lib/testing/fake-bridge.ts';
import { baseAnswers, done, download, ok } from '../../lib/testing/sample-answers.ts';
import { CheckButton, CheckLecture } from './check-lecture.tsx';

afterEach(cleanup);

const item = download({ state: 'complete' });
const found = (damagedSegmentCount: number, segmentCount = 1204): Answers => ({
  'downloads.verify': () => ok({ segmentCount, damagedSegmentCount }),
});

/** Opens the sheet; `shut` is how it tells that it wants to close. */
function open(answers: Answers, language: AppLanguage = 'en', byButton = false) {
  const bridge = createFakeBridge({ ...baseAnswers(), 'downloads.stopCheck': () => done, ...answers });
  Object.defineProperty(window, 'bridge', { value: bridge, configurable: true });
  const shut = vi.fn<() => void>();
  const client = createQueryClient(() => undefined);
  const view = render(
    <I18nextProvider i18n={createI18n(language)}>
      <QueryClientProvider client={client}>
        {byButton ? <CheckButton item={item} /> : <CheckLecture item={item} open onClose={shut} />}
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return { ...view, bridge, shut, user: userEvent.setup(), asked: () => bridge.asked.map(({ name }) => name) };
}

/** A main that has not answered yet. */
const never = () => new Promise<never>(() => undefined);

test('D8: a sound lecture says how many parts were read', async () => {
  const { asked, user, shut } = open(found(0));
  await screen.findByText('All 1,204 parts are sound');
  expect(asked()).toContain('downloads.verify');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(shut).toHaveBeenCalledOnce();
});

test('D8: nothing is read until it is asked for, and again only when it is opened again', async () => {
  const { user, asked } = open(found(0), 'en', true);
  const button = screen.getByRole('button', { name: /^Check “.+” for damage$/u });
  expect(asked()).toEqual([]);
  for (const round of [1, 2]) {
    await user.click(button);
    await screen.findByText('All 1,204 parts are sound');
    expect(asked().filter((name) => name === 'downloads.verify')).toHaveLength(round);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  }
});

test('D8: damage is counted, and the repair says what it fetched', async () => {
  const { user, asked } = open({ ...found(3), 'downloads.repair': () => ok({ fetchedBytes: 196_608 }) });
  await screen.findByText('3 of 1,204 parts are damaged');
  expect(asked()).not.toContain('downloads.repair');
  await user.click(screen.getByRole('button', { name: 'Repair' }));
  await screen.findByText('The lecture is whole again');
  screen.getByText(/^Fetched: 197.kB\.$/u);
});

test.each([
  [1, 'Повреждена 1 часть из 1204'],
  [3, 'Повреждены 3 части из 1204'],
  [11, 'Повреждено 11 частей из 1204'],
])('D8: in Russian %i damaged parts are counted as Russian counts', async (count, words) => {
  open(found(count), 'ru');
  await waitFor(() => {
    expect(document.body.textContent.replaceAll(/1\s204/gu, '1204')).toContain(words);
  });
});

test('D8: main’s progress moves the line; stopping stops main too', async () => {
  const { bridge, user, shut, asked, unmount } = open({ 'downloads.verify': never });
  const line = await screen.findByRole('progressbar', { name: /^Check of Where does a frame begin/u });
  act(() => {
    bridge.emit('downloads.checking', { lectureId: 'another' as typeof item.lectureId, share: 0.9 });
    bridge.emit('downloads.checking', { lectureId: item.lectureId, share: 0.4 });
  });
  expect(line.getAttribute('aria-valuenow')).toBe('40');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(shut).toHaveBeenCalledOnce();
  unmount();
  expect(asked()).toContain('downloads.stopCheck');
});

test('D8: a repair that cannot be made in parts offers the whole download', async () => {
  const { user, asked, shut } = open({ ...found(3), 'downloads.repair': () => fail('changed-at-service') });
  await user.click(await screen.findByRole('button', { name: 'Repair' }));
  await screen.findByRole('alert');
  screen.getByText('There is a new version of this lecture');
  await user.click(screen.getByRole('button', { name: 'Download it again' }));
  await waitFor(() => {
    expect(asked().slice(-3)).toEqual(['downloads.remove', 'bin.empty', 'downloads.start']);
  });
  expect(shut).toHaveBeenCalledOnce();
});

test('D8: without a network nothing is thrown away: it can be tried again', async () => {
  const { user, asked } = open({ ...found(3), 'downloads.repair': () => fail('service-unreachable') });
  await user.click(await screen.findByRole('button', { name: 'Repair' }));
  await screen.findByText('The service cannot be reached');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('3 of 1,204 parts are damaged');
  expect(asked()).not.toContain('downloads.remove');
});
