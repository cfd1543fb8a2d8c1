// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test } from 'vitest';
import { type AppLanguage, createI18n } from '../lib/i18n.ts';
import { PasswordStrength } from './password-strength.tsx';

afterEach(cleanup);

/** Shows the meter for a password. */
function show(password: string, language: AppLanguage = 'en'): HTMLElement {
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <PasswordStrength password={password} userInputs={['Anna Litvin', 'anna@lectoroom.example']} />
    </I18nextProvider>,
  );
  return screen.getByRole('meter');
}
const step = (meter: HTMLElement): number => Number(meter.getAttribute('aria-valuenow'));

test('A10: before anything is typed the meter says the rule, in English and Russian', () => {
  expect(step(show(''))).toBe(0);
  screen.getByText(/^At least 10 characters\./u);
  cleanup();
  show('', 'ru');
  screen.getByText(/^Хотя бы 10 знаков\./u);
});

test('A10: too short a password counts what is missing, with the right plural', () => {
  show('orchid tr');
  screen.getByText('1 more character to go.');
  for (const [password, words] of [
    ['123456789', 'Ещё 1 знак.'],
    ['1234567', 'Ещё 3 знака.'],
    ['1234', 'Ещё 6 знаков.'],
  ] as const) {
    cleanup();
    show(password, 'ru');
    screen.getByText(words);
  }
});

test('A10: a weak password is told kindly, with a hint in the person’s language', async () => {
  const meter = show('ghbdtn1234');
  await waitFor(() => {
    expect(meter.getAttribute('aria-valuetext')).toMatch(/^Easy to guess\. You may use it/u);
  });
  expect(step(meter)).toBe(1);
  screen.getByText('It is close to one that many people use.');
  cleanup();
  show('anna.litvin', 'ru');
  await screen.findByText('Ваши имя и почту попробуют раньше всего.');
});

test('A10: a good password fills the meter, and no hint is left', async () => {
  const meter = show('orchid tram velvet seven');
  await waitFor(() => {
    expect(step(meter)).toBe(4);
  });
  expect(screen.getAllByText(/./u).map((each) => each.textContent)).toEqual(['Very good. Nobody guesses this one.']);
});
