import type { DateValue } from 'react-aria-components';
import { passwordLength } from '../../../contract/domain/account.ts';
import { judgeAge } from '../../../contract/domain/age.ts';

/** What a person has typed so far; nothing of it leaves the form before it is whole. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly birthDate: DateValue | null;
  readonly guardianConfirmed: boolean;
  readonly termsAccepted: boolean;
}

/** A form nobody has touched. */
export const emptyDraft: Draft = {
  name: '',
  email: '',
  password: '',
  birthDate: null,
  guardianConfirmed: false,
  termsAccepted: false,
};

/** What is still wrong with each field. */
export interface DraftProblems {
  readonly name: boolean;
  readonly email: 'missing' | 'odd' | null;
  readonly password: 'missing' | 'short' | null;
  readonly birthDate: 'missing' | 'impossible' | null;
  readonly terms: boolean;
}

/** How old the draft's person is; null while the date is not whole. */
export function ageOf({ birthDate }: Draft, nowMs: number): ReturnType<typeof judgeAge> | null {
  return birthDate === null ? null : judgeAge(birthDate.toString(), nowMs);
}

/** Looks a draft through before it is sent. */
export function problemsOf(draft: Draft, nowMs: number): DraftProblems {
  const age = ageOf(draft, nowMs);
  const email = draft.email.trim();
  const { password } = draft;
  return {
    name: draft.name.trim() === '',
    // As little as every address has; the service looks closer.
    email: email === '' ? 'missing' : /^[^\s@]+@[^\s@]+$/u.test(email) ? null : 'odd',
    password: password === '' ? 'missing' : password.length < passwordLength ? 'short' : null,
    birthDate: age === null ? 'missing' : age === 'impossible' ? 'impossible' : null,
    terms: !draft.termsAccepted,
  };
}

/** Whether nothing is wrong any more. */
export function isWhole(problems: DraftProblems): boolean {
  return Object.values(problems).every((problem) => problem === null || problem === false);
}
