// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Requests } from '../../../contract/ipc.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { useErasing } from '../../lib/erasing.ts';
import { useSignOut } from '../../lib/sign-out.ts';
import type { Answers } from '../../lib/testing/fake-bridge.ts';
import { type RunningApp, renderApp } from '../../lib/testing/render-app.tsx';
import { done, ok, sampleSettings, signedIn, signedOut } from '../../lib/testing/sample-answers.ts';
import { sampleErasePreview, sampleEraseReceipt, sampleServiceReceipt } from '../../lib/testing/sample-erase.ts';

beforeEach(() => {
  useErasing.setState({ working: null, failed: null });
  useSignOut.setState({ outcome: { kind: 'none' } });
});
afterEach(cleanup);

const kept = [{ kind: 'billing' as const, count: 2, keptUntil: '2034-05-01' }];
const usual: Answers = {
  'erase.preview': () => ok(sampleErasePreview),
  'erase.keptByLaw': () => ok(kept),
  'erase.entries': () => ok(sampleEraseReceipt),
  'erase.putAway': () => done,
  'erase.saveReceipt': () => ok({ saved: true }),
};
const fail = (code: AppErrorCode): Result<never> => ({ ok: false, error: { code } });
const russian: Answers = { 'settings.read': () => ok({ ...sampleSettings, language: 'ru' }) };
const open = (answers: Answers = {}): RunningApp => renderApp({ ...usual, ...answers }, '/privacy/erase');
const askedOf = (app: RunningApp, name: keyof Requests): readonly unknown[] =>
  app.bridge.asked.filter((each) => each.name === name).map(({ input }) => input);
const boxOf = (name: RegExp): Promise<HTMLElement> => screen.findByRole('checkbox', { name });

test('G4: nothing is picked before; each kind says how many there are, and what there is none of cannot be picked', async () => {
  open();
  await boxOf(/^Watch history$/u);
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes).toHaveLength(10);
  expect(boxes.filter(({ checked }) => checked)).toEqual([]);
  expect(boxes.filter(({ disabled }) => disabled)).toHaveLength(3);
  const row = (await boxOf(/^Downloaded lectures$/u)).closest('li');
  expect(row?.textContent).toContain('1.2\u00A0GB · 14');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Erase' }).disabled).toBe(true);
});

test('G4: the button says what goes, asks once more, and only then it goes; a receipt says so', async () => {
  const app = open();
  await app.user.click(await screen.findByRole('button', { name: 'Pick all' }));
  await app.user.click(screen.getByRole('button', { name: 'Erase 14 lectures and 212 entries' }));
  const question = await screen.findByRole('alertdialog', { name: 'Erase this for good?' });
  await app.user.click(within(question).getByRole('button', { name: 'Keep everything' }));
  expect(askedOf(app, 'erase.entries')).toEqual([]);
  await app.user.click(screen.getByRole('button', { name: 'Pick none' }));
  await app.user.click(await boxOf(/^Searches$/u));
  await app.user.click(await boxOf(/^Notes and bookmarks$/u));
  await app.user.click(screen.getByRole('button', { name: 'Erase 26 entries' }));
  const again = await screen.findByRole('alertdialog');
  await app.user.click(within(again).getByRole('button', { name: 'Erase 26 entries' }));
  expect(askedOf(app, 'erase.entries')).toEqual([{ kinds: ['searches', 'notes'] }]);
  await screen.findByText('Erased, and nothing of it is left');
  expect(askedOf(app, 'erase.preview').length).toBeGreaterThan(1);
});

test('G4: what follows elsewhere is said before: the copy at the service, other computers, ratings', async () => {
  const app = open();
  await app.user.click(await boxOf(/^Watch history$/u));
  screen.getByText(/Your other computers and the service are told/u);
  await app.user.click(await boxOf(/^Places and what/u));
  screen.getByText(/the exchange between your computers is turned off/u);
  await app.user.click(await boxOf(/^Your ratings$/u));
  screen.getByText(/Ratings are withdrawn at the service/u);
});

test('G4: a receipt is shown, saved in both forms with its words and no e-mail, and put away', async () => {
  const app = open({ 'erase.receipt': () => ok(sampleServiceReceipt) });
  await app.user.click(await screen.findByRole('button', { name: 'Show the receipt' }));
  const sheet = await screen.findByRole('dialog', { name: 'Receipt of erasing' });
  within(sheet).getByText('2026-03-12 09:30:00');
  within(sheet).getByText(/^Kept until .*2034$/u);
  await app.user.click(within(sheet).getByRole('button', { name: 'Save as a page (HTML)' }));
  await app.user.click(within(sheet).getByRole('button', { name: 'Save as PDF' }));
  const saved = askedOf(app, 'erase.saveReceipt') as readonly Requests['erase.saveReceipt']['in'][];
  expect(saved.map(({ format, fileName }) => [format, fileName])).toEqual([
    ['html', 'LECTOROOM receipt 2026-03-12'],
    ['pdf', 'LECTOROOM receipt 2026-03-12'],
  ]);
  expect(JSON.stringify(saved)).toContain(sampleServiceReceipt.id);
  expect(JSON.stringify(saved)).not.toContain('@');
  await app.user.click(within(sheet).getByRole('button', { name: 'Close' }));
  await app.user.click(await screen.findByRole('button', { name: 'Put away' }));
  await waitFor(() => expect(screen.queryByText('Your account is erased')).toBeNull());
  expect(askedOf(app, 'erase.putAway')).toEqual([null]);
});

test('G4: everything here goes after one question; the sign-in screen says that it is gone, with the receipt', async () => {
  const app = open();
  app.bridge.answers['erase.computer'] = () => {
    app.bridge.emit('account.changed', signedOut);
    return ok({ ...sampleEraseReceipt, scope: 'computer', verification: null });
  };
  app.bridge.answers['account.read'] = () => ok(signedOut);
  await app.user.click(await screen.findByRole('button', { name: 'Erase everything here…' }));
  const question = await screen.findByRole('alertdialog');
  await app.user.click(
    within(question).getByRole('button', { name: 'Erase 14 lectures and 212 entries from this computer' }),
  );
  await screen.findByRole('heading', { name: 'Sign in' });
  await screen.findByText('Everything of yours is gone from this computer');
  screen.getByRole('button', { name: 'Show the receipt' });
});

test('G4: the account needs its e-mail typed and its password; a wrong one is said in its field and nothing goes', async () => {
  const app = open({ 'erase.service': () => fail('wrong-credentials') });
  await screen.findByText(/2 bills/u);
  await app.user.click(screen.getByRole('button', { name: 'Erase the account…' }));
  const sheet = await screen.findByRole('alertdialog', { name: 'The account at the service' });
  const confirm = within(sheet).getByRole<HTMLButtonElement>('button', { name: 'Erase the account everywhere' });
  expect(confirm.disabled).toBe(true);
  await app.write(within(sheet).getByLabelText(/^Password/u), 'not-the-word');
  await app.write(within(sheet).getByLabelText(/^Type anna@lectoroom.example/u), 'ilya@lectoroom.example');
  expect(confirm.disabled).toBe(true);
  const email = within(sheet).getByLabelText(/^Type anna@lectoroom.example/u);
  await app.user.clear(email);
  await app.write(email, ' Anna@Lectoroom.example');
  await app.user.click(confirm);
  await within(sheet).findByText('This is not the password of this account.');
  expect(askedOf(app, 'erase.service')).toEqual([{ email: ' Anna@Lectoroom.example', password: 'not-the-word' }]);
  expect(within(sheet).getByLabelText<HTMLInputElement>(/^Password/u).value).toBe('');
});

test('G4: an order without an answer is said as that: not done, not refused', async () => {
  const app = open({ 'erase.service': () => fail('erase-unanswered') });
  await app.user.click(await screen.findByRole('button', { name: 'Erase the account…' }));
  const sheet = await screen.findByRole('alertdialog');
  await app.write(within(sheet).getByLabelText(/^Type/u), signedIn.email);
  await app.write(within(sheet).getByLabelText(/^Password/u), 'word');
  await app.user.click(within(sheet).getByRole('button', { name: 'Erase the account everywhere' }));
  await within(sheet).findByText('No answer came');
});

test('G4: offline the account cannot be erased, and the way to ask for it is a request', async () => {
  const app = open({ 'account.read': () => ok({ ...signedIn, network: 'offline' }) });
  await screen.findByText('For this the service must be reached');
  expect(screen.getByRole('link', { name: 'Make it a request' }).getAttribute('href')).toBe('/privacy/requests');
  expect(screen.queryByRole('button', { name: 'Erase the account…' })).toBeNull();
  expect(askedOf(app, 'erase.keptByLaw')).toEqual([]);
});

test('G4: what could not be erased is named; an interrupted order is told as it is', async () => {
  open({
    'account.read': () => ok(signedOut),
    'erase.receipt': () =>
      ok({ ...sampleServiceReceipt, service: { state: 'unknown', receipt: null, kept: [] }, remains: ['lectures'] }),
  });
  await screen.findByText('Erasing your account was interrupted');
  cleanup();
  open({ 'erase.receipt': () => ok({ ...sampleEraseReceipt, failed: ['downloads'] }) });
  await screen.findByText(/Still here: Downloaded lectures/u);
  cleanup();
  open({
    'erase.receipt': () =>
      ok({
        ...sampleEraseReceipt,
        verification: { valueCount: 43, foundBefore: 43, leftCount: 3, readBytes: 1 },
      }),
  });
  await screen.findByText('3 deleted values can still be found in the file.');
});

test('G4: nothing can be counted: it says so and tries again', async () => {
  const app = open({ 'erase.preview': () => fail('disk-failed') });
  await screen.findByText('The disk could not be read or written', {}, { timeout: 5000 });
  app.bridge.answers['erase.preview'] = () => ok(sampleErasePreview);
  await app.user.click(screen.getByRole('button', { name: /again/iu }));
  await boxOf(/^Watch history$/u);
});

test('G4: in Russian the plural is right on the button', async () => {
  const app = open(russian);
  await app.user.click(await screen.findByRole('button', { name: 'Отметить всё' }));
  screen.getByRole('button', { name: 'Стереть 14 лекций и 212 записей' });
});
