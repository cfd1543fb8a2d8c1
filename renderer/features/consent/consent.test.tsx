// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { ConsentOutcome, ConsentView } from '../../../contract/domain/consent.ts';
import { renderApp, type RunningApp } from '../../lib/testing/render-app.tsx';
import { ok, sampleSettings, signedOut } from '../../lib/testing/sample-answers.ts';
import { chosenConsent, firstConsent, newerPolicy, sampleEntry } from '../../lib/testing/sample-consent.ts';

afterEach(cleanup);

/** The window of somebody who is asked; what they decide holds. */
function ask(view: ConsentView, path = '/', outcome: Partial<ConsentOutcome> = {}): RunningApp {
  let now = view;
  const decided = (part: Partial<ConsentView>) => {
    now = { ...now, question: null, ...part };
    return ok({ view: now, removed: [], ...outcome });
  };
  return renderApp(
    {
      'account.read': () => ok(signedOut),
      'consent.read': () => ok(now),
      'consent.decide': ({ functional, advertisement }) => decided({ functional, advertisement }),
      'consent.signal': ({ on }) => decided({ optOutSignal: on, signalHonoured: true }),
    },
    path,
  );
}
const decisions = (app: RunningApp) =>
  app.bridge.asked.filter(({ name }) => name === 'consent.decide').map(({ input }) => input);
describe('the first question', () => {
  test('F1: three answers of the same look, none of them marked or focused before, in one order of tabs', async () => {
    const app = ask(firstConsent);
    const dialog = await screen.findByRole('dialog', { name: 'What may be kept and sent?' });
    const answers = ['Accept all', 'Reject all', 'Choose'].map((name) => within(dialog).getByRole('button', { name }));
    expect(new Set(answers.map(({ className }) => className)).size).toBe(1);
    expect(answers.map((answer) => answer.tabIndex)).toEqual([0, 0, 0]);
    expect(answers).not.toContain(document.activeElement);
    expect(within(dialog).queryAllByRole('checkbox')).toEqual([]);
    await app.user.click(answers[1] as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(decisions(app)).toEqual([
      { action: 'reject-all', functional: false, advertisement: false, place: 'sheet', language: 'en' },
    ]);
  });

  test('F1: Esc is a refusal', async () => {
    const app = ask(firstConsent);
    await screen.findByRole('dialog', { name: 'What may be kept and sent?' });
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(decisions(app)).toMatchObject([{ action: 'dismiss', functional: false, advertisement: false }]);
  });

  test('F1 F2: choosing begins with nothing ticked, essential locked, each item with its purpose, keeping and reader', async () => {
    const app = ask(firstConsent);
    await app.user.click(await screen.findByRole('button', { name: 'Choose' }));
    const dialog = screen.getByRole('dialog');
    const boxes = within(dialog).getAllByRole('checkbox') as HTMLInputElement[];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false, false]);
    expect(within(dialog).queryByRole('checkbox', { name: 'Essential' })).toBeNull();
    const item = within(dialog).getByText('lr_usage').closest('li') as HTMLElement;
    expect(item.textContent).toContain('Counts which parts are used.');
    expect(item.textContent).toContain('Kept for 30 days.');
    expect(item.textContent).toContain('Read by: This service alone.');
    await app.user.click(within(dialog).getByRole('checkbox', { name: 'Functional' }));
    await app.user.click(within(dialog).getByRole('button', { name: 'Save these choices' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(decisions(app)).toMatchObject([{ action: 'choose', functional: true, advertisement: false }]);
  });

  test('F1: without a network it is asked all the same, and says that the list comes later', async () => {
    ask({ ...firstConsent, items: null, policy: null });
    const dialog = await screen.findByRole('dialog', { name: 'What may be kept and sent?' });
    within(dialog).getByText('The list of what belongs here will be shown as soon as there is a network.');
    within(dialog).getByRole('button', { name: 'Accept all' });
  });

  test('F5: another version of the policy is asked about with what changed and from when', async () => {
    const view: ConsentView = {
      ...firstConsent,
      question: 'policy-changed',
      newVersions: [newerPolicy],
      policy: newerPolicy,
    };
    ask(view);
    const dialog = await screen.findByRole('dialog', { name: 'The privacy policy has changed' });
    within(dialog).getByText('Version 2026-11, from November 20, 2026');
    within(dialog).getByText('Support is answered by another company.');
  });

  test('F1: in Russian too', async () => {
    renderApp({
      'account.read': () => ok(signedOut),
      'settings.read': () => ok({ ...sampleSettings, language: 'ru' }),
      'consent.read': () => ok(firstConsent),
    });
    const dialog = await screen.findByRole('dialog', { name: 'Что можно хранить и отправлять?' });
    for (const name of ['Принять всё', 'Отклонить всё', 'Выбрать']) within(dialog).getByRole('button', { name });
  });

  test('F3: on the screens to come in by, the choices are one press away, and closing them changes nothing', async () => {
    const app = ask({ ...chosenConsent, ledger: 'computer' });
    await app.user.click(await screen.findByRole('button', { name: 'Privacy choices' }));
    await screen.findByRole('dialog', { name: 'Privacy choices' });
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(decisions(app)).toEqual([]);
  });
});

describe('the screen of choices', () => {
  const open = (view: ConsentView, answers: Parameters<typeof renderApp>[0] = {}) =>
    renderApp({ 'consent.read': () => ok(view), ...answers }, '/privacy');

  test('F3: taking a permission back is one press, and says what was deleted', async () => {
    const app = open(
      { ...chosenConsent, functional: true },
      {
        'consent.decide': ({ functional, advertisement }) =>
          ok({
            view: { ...chosenConsent, functional, advertisement },
            removed: [{ name: 'lr_usage', kind: 'cookie' }],
          }),
      },
    );
    await app.user.click(await screen.findByRole('checkbox', { name: 'Functional' }));
    const notice = await screen.findByText('Taken back, from this moment on');
    expect(notice.closest('[role="status"]')?.textContent).toContain('Deleted: lr_usage.');
    expect(decisions(app)).toMatchObject([{ action: 'choose', functional: false, place: 'categories' }]);
  });

  test('F5: the ledger is shown with the mark that it is whole, and goes into a file', async () => {
    const app = open(chosenConsent, {
      'consent.history': () => ok({ entries: [sampleEntry], isChainIntact: true }),
      'consent.export': () => ok({ entryCount: 1 }),
    });
    await screen.findByText('Every entry is as it was written, and none is missing.');
    const entry = (await screen.findByText('Everything rejected')).closest('li') as HTMLElement;
    expect(entry.textContent).toContain('taken over from before signing in');
    expect(entry.textContent).toContain('Policy 2026-01');
    await app.user.click(screen.getByRole('button', { name: 'Export' }));
    await screen.findByText('1 decision was written to the file.');
  });

  test('F5: a broken ledger is said plainly', async () => {
    open(
      { ...chosenConsent, isChainIntact: false },
      { 'consent.history': () => ok({ entries: [sampleEntry], isChainIntact: false }) },
    );
    await screen.findByText('The record of your decisions was changed outside of the app');
    expect(screen.queryByText('Every entry is as it was written, and none is missing.')).toBeNull();
  });

  test('F2: the opt-out signal has its switch and its badge', async () => {
    const app = open(chosenConsent, {
      'consent.signal': ({ on }) =>
        ok({ view: { ...chosenConsent, optOutSignal: on, signalHonoured: on }, removed: [] }),
    });
    await app.user.click(await screen.findByRole('checkbox', { name: 'Tell services not to sell or share my data' }));
    await screen.findByText('Opt-out signal honoured');
    expect(app.bridge.asked.find(({ name }) => name === 'consent.signal')?.input).toEqual({ on: true, language: 'en' });
  });

  test('F5: a small change of the policy is told on every screen until it was read', async () => {
    const notice = { kind: 'changed', version: { ...newerPolicy, change: 'minor' } } as const;
    const app = renderApp({
      'consent.read': () => ok({ ...chosenConsent, notice }),
      'consent.told': () => ok(chosenConsent),
    });
    await screen.findByText('The privacy policy changed in small ways on November 20, 2026');
    await app.user.click(screen.getByRole('button', { name: 'Got it' }));
    await waitFor(() => expect(screen.queryByText('Support is answered by another company.')).toBeNull());
  });
});
