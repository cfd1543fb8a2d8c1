// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Profile } from '../../../contract/domain/rights.ts';
import { fail } from '../../../contract/result.ts';
import { renderApp } from '../../lib/testing/render-app.tsx';
import { askedFor } from '../../lib/testing/sample-queue.ts';
import { ok } from '../../lib/testing/sample-answers.ts';
import { useToasts } from '../../lib/toasts.ts';

afterEach(() => {
  cleanup();
  useToasts.setState({ toasts: [] });
});

const profile: Profile = {
  name: 'Anna Litvin',
  birthDate: '1990-02-03',
  phone: null,
  address: { street: null, city: 'Riga', postalCode: 'LV-1010' },
  socialLinks: [],
};
const field = (name: string): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox', { name });

test('G3: only what was corrected is sent, and what is wrong is said beside its field first', async () => {
  const app = renderApp(
    {
      'rights.profile': () => ok(profile),
      'rights.updateProfile': (change) => ok({ ...profile, ...change } as Profile),
    },
    '/privacy/profile',
  );
  await app.user.clear(await screen.findByRole('textbox', { name: 'Name' }));
  await app.write(field('Phone'), 'call me');
  await app.user.click(screen.getByRole('button', { name: 'Add an address' }));
  await app.write(field('Address 1'), 'http://example.org');
  await app.user.click(screen.getByRole('button', { name: 'Save at the service' }));
  await screen.findByText('Write your name.');
  screen.getByText(/Write a phone number/u);
  screen.getByText(/Write a whole address/u);
  expect(askedFor(app, 'rights.updateProfile')).toEqual([]);
  await app.write(field('Name'), 'Anna Maria');
  await app.user.clear(field('Phone'));
  await app.user.click(screen.getByRole('button', { name: 'Remove address 1' }));
  await app.user.click(screen.getByRole('button', { name: 'Save at the service' }));
  await screen.findByText(/Saved at the service/u);
  expect(askedFor(app, 'rights.updateProfile')).toEqual([{ name: 'Anna Maria' }]);
  expect(field('Name').value).toBe('Anna Maria');
});

test('G3: without the service nothing is lost of what was typed, until the screen is left', async () => {
  const app = renderApp(
    { 'rights.profile': () => ok(profile), 'rights.updateProfile': () => fail('service-unreachable') },
    '/privacy/profile',
  );
  await app.user.clear(await screen.findByRole('textbox', { name: 'Town' }));
  await app.write(field('Town'), 'Tallinn');
  await app.user.click(screen.getByRole('button', { name: 'Save at the service' }));
  await screen.findByText(/nothing was changed. What you typed stays here/u);
  expect(field('Town').value).toBe('Tallinn');
});

test('G3 G8: a birth date that says under 18 sends nothing and throws away what was typed', async () => {
  const app = renderApp(
    { 'rights.profile': () => ok(profile), 'rights.updateProfile': () => fail('guardian-required') },
    '/privacy/profile',
  );
  await app.user.clear(await screen.findByRole('textbox', { name: 'Name' }));
  await app.write(field('Name'), 'Somebody');
  await app.user.click(screen.getByRole('spinbutton', { name: /year/u }));
  await app.user.keyboard(String(new Date().getFullYear() - 10));
  await app.user.click(screen.getByRole('button', { name: 'Save at the service' }));
  await screen.findByText('Under 18, a parent or guardian has to agree');
  expect(field('Name').value).toBe('Anna Litvin');
  expect(askedFor(app, 'rights.updateProfile')).toEqual([]);
});

test('G3: e-mail and password are changed from here; what is not to be had says why', async () => {
  const app = renderApp({ 'rights.profile': () => fail('service-unreachable') }, '/privacy/profile');
  await screen.findByText(/What it knows about you is kept there/u);
  await app.user.click(screen.getByRole('button', { name: 'Change e-mail…' }));
  await screen.findByRole('dialog');
  await app.user.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  await app.user.click(screen.getByRole('button', { name: 'Change password…' }));
  await screen.findByRole('dialog');
});
