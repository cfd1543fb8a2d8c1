// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fail } from '../../../contract/result.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { done, ok, sampleSettings, signedIn } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

beforeEach(() => {
  useToasts.setState({ toasts: [] });
});
afterEach(cleanup);

const told = (app: RunningApp): readonly unknown[] =>
  app.bridge.asked.filter(({ name }) => name === 'account.setRegion').map(({ input }) => input);
const open = (answers: Answers = {}): RunningApp => renderApp(answers, '/settings');

test('B2: a country is said, named in the language on screen, and taken back', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: /Not said/u }));
  const names = (await screen.findAllByRole('option')).map((option) => option.textContent);
  expect(names).toEqual(['Not said', 'Germany', 'Russia', 'United Kingdom']);
  await app.user.click(screen.getByRole('option', { name: 'Russia' }));
  await screen.findByText('Your country: Russia. The catalogue is as it is there.');
  await screen.findByRole('button', { name: /Russia/u });
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: /Not said/u });
  expect(told(app)).toEqual([{ region: 'RU' }, { region: null }]);
});

test('B2: what the service does not take is told, and the former country stays', async () => {
  const app = open({
    'account.region': () => ok({ region: 'DE', regions: ['DE', 'RU'] }),
    'account.setRegion': () => fail('service-failed'),
  });
  await app.user.click(await screen.findByRole('button', { name: /Germany/u }));
  await app.user.click(await screen.findByRole('option', { name: 'Not said' }));
  await waitFor(() => {
    expect(useToasts.getState().toasts).toHaveLength(1);
  });
  screen.getByRole('button', { name: /Germany/u });
  expect(useToasts.getState().toasts[0]).not.toHaveProperty('undo');
});

test('B2: without a network the row says that it needs one, and asks when there is one again', async () => {
  const app = open({ 'account.read': () => ok({ ...signedIn, network: 'offline' }) });
  await screen.findByText('Needs a network: the service keeps what you said.');
  expect(app.bridge.asked.some(({ name }) => name === 'account.region')).toBe(false);
  app.bridge.emit('account.changed', signedIn);
  await screen.findByRole('button', { name: /Not said/u });
});

test('B2: an error of the service is said with a way to ask again; in Russian the countries are Russian', async () => {
  let answers = 0;
  const app = open({
    'settings.read': () => ok({ ...sampleSettings, language: 'ru' }),
    'account.region': () => ((answers += 1) === 1 ? fail('service-failed') : ok({ region: 'GB', regions: ['GB'] })),
    'account.setRegion': () => done,
  });
  const again = await screen.findByRole('button', { name: 'Повторить' });
  await app.user.click(again);
  await screen.findByRole('button', { name: /Великобритания/u });
});
