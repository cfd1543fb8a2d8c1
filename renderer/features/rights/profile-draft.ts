import { parseDate } from '@internationalized/date';
import { judgeAge } from '../../../contract/domain/age.ts';
import type { Profile, UpdateProfileRequest } from '../../../contract/domain/rights.ts';
import type { DateValue } from '../../ui/date-field.tsx';

/** What a person has typed about themselves; kept until the screen is left. */
export interface ProfileDraft {
  readonly name: string;
  readonly birthDate: DateValue | null;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly socialLinks: readonly string[];
}

/** What is wrong with each field; null: nothing. */
export interface ProfileProblems {
  readonly name: 'missing' | null;
  readonly birthDate: 'missing' | 'impossible' | null;
  readonly phone: 'odd' | null;
  readonly postalCode: 'long' | null;
  /** Of each link. */
  readonly socialLinks: readonly ('odd' | null)[];
}

/** The most links that the service takes. */
export const linkCount = 10;

/** What the service knows, to be written over. */
export function draftOf({ name, birthDate, phone, address, socialLinks }: Profile): ProfileDraft {
  return {
    name,
    birthDate: parseDate(birthDate),
    phone: phone ?? '',
    street: address.street ?? '',
    city: address.city ?? '',
    postalCode: address.postalCode ?? '',
    socialLinks,
  };
}

/** Looks a draft through before it is sent. */
export function problemsOf(draft: ProfileDraft, nowMs: number): ProfileProblems {
  const phone = draft.phone.trim();
  const age = draft.birthDate === null ? null : judgeAge(draft.birthDate.toString(), nowMs);
  return {
    name: draft.name.trim() === '' ? 'missing' : null,
    birthDate: age === null ? 'missing' : age === 'impossible' ? 'impossible' : null,
    phone: phone === '' || /^\+?[0-9 ()-]{5,30}$/u.test(phone) ? null : 'odd',
    postalCode: draft.postalCode.trim().length > 20 ? 'long' : null,
    socialLinks: draft.socialLinks.map((link) => (link.trim() === '' || isLink(link.trim()) ? null : 'odd')),
  };
}

/** Whether anything is wrong. */
export function isWrong({ socialLinks, ...fields }: ProfileProblems): boolean {
  return [...Object.values(fields), ...socialLinks].some((problem) => problem !== null);
}

/** Whether the draft's person is under 18. */
export function isMinor({ birthDate }: ProfileDraft, nowMs: number): boolean {
  return birthDate !== null && judgeAge(birthDate.toString(), nowMs) === 'minor';
}

/** What of a draft is other than what the service said; empty when nothing is. */
export function changeOf(draft: ProfileDraft, base: Profile): UpdateProfileRequest {
  const next: Profile = {
    name: draft.name.trim(),
    birthDate: draft.birthDate?.toString() ?? base.birthDate,
    phone: textOf(draft.phone),
    address: { street: textOf(draft.street), city: textOf(draft.city), postalCode: textOf(draft.postalCode) },
    socialLinks: draft.socialLinks.map((link) => link.trim()).filter((link) => link !== ''),
  };
  const isSame = (name: keyof Profile): boolean => JSON.stringify(next[name]) === JSON.stringify(base[name]);
  return {
    ...(isSame('name') ? {} : { name: next.name }),
    ...(isSame('birthDate') ? {} : { birthDate: next.birthDate }),
    ...(isSame('phone') ? {} : { phone: next.phone }),
    ...(isSame('address') ? {} : { address: next.address }),
    ...(isSame('socialLinks') ? {} : { socialLinks: next.socialLinks }),
  };
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isLink(text: string): boolean {
  return text.length <= 300 && URL.canParse(text) && new URL(text).protocol === 'https:';
}
