// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import type { RunningApp } from '../../lib/testing/render-app.tsx';
import { renderSettings } from '../../lib/testing/render-settings.tsx';
import { ok, sampleSettings } from '../../lib/testing/sample-answers.ts';
import { RecommendationsBlock } from './recommendations-block.tsx';

afterEach(cleanup);

const asked = (app: RunningApp, name: string): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map((each) => each.input);

test('B5: the switch turns recommendations off, and then there is nothing to start anew', async () => {
  let settings: Settings = sampleSettings;
  const answers: Answers = {
    'settings.update': (part) => {
      settings = { ...settings, ...part };
      return ok(settings);
    },
  };
  const app = renderSettings(RecommendationsBlock, answers);
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Recommend courses to me' });
  expect(box.checked).toBe(true);
  await app.user.click(box);
  expect(asked(app, 'settings.update')).toEqual([{ recommendations: false }]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Start anew…' })).toBeNull());
});

test('B5: starting anew is asked about first; Esc leaves all as it is', async () => {
  const app = renderSettings(RecommendationsBlock);
  await app.user.click(await screen.findByRole('button', { name: 'Start anew…' }));
  const question = await screen.findByRole('alertdialog', { name: 'Start recommendations anew?' });
  expect(question.textContent).toContain('Your places, notes and downloads stay as they are.');
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(asked(app, 'recommendations.reset')).toEqual([]);
  await app.user.click(screen.getByRole('button', { name: 'Start anew…' }));
  await app.user.click(await screen.findByRole('button', { name: 'Start anew' }));
  await screen.findByText('From now on, recommendations follow what you watch next.');
  expect(asked(app, 'recommendations.reset')).toEqual([null]);
});
