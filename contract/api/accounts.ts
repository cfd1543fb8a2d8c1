import { z } from 'zod';
import { passwordLength } from '../domain/account.ts';
import type { ExternalPage } from '../domain/account.ts';
import { Account } from './sessions.ts';

export const CreateAccountRequest = z.object({
  name: z.string().min(1).max(200),
  email: z.email().max(320),
  password: z.string().min(passwordLength).max(1024),
  /** ISO 8601 calendar date. */
  birthDate: z.iso.date(),
  guardianConfirmed: z.boolean(),
  acceptedTermsVersion: z.string().min(1).max(40),
});
/** Body of `POST /v1/accounts`; under 18 is refused unless a guardian confirmed. */
export type CreateAccountRequest = z.infer<typeof CreateAccountRequest>;

export const UpdateAccountRequest = z.object({ name: z.string().min(1).max(200) });
/** Body of `PATCH /v1/account`. */
export type UpdateAccountRequest = z.infer<typeof UpdateAccountRequest>;

/** The general region of an account: a country (ISO 3166-1 alpha-2), nothing finer; null: not said. */
export const Region = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable();

export const SetRegionRequest = z.object({ region: Region });
/** Body of `PUT /v1/account/region`. */
export type SetRegionRequest = z.infer<typeof SetRegionRequest>;

export const RegionList = z.object({ regions: z.array(z.string().regex(/^[A-Z]{2}$/)).max(1000) });
/** Answer of `GET /v1/regions`: what a person may say (ISO 3166-1 alpha-2). */
export type RegionList = z.infer<typeof RegionList>;

export const ChangePasswordRequest = z.object({
  currentPassword: z.string().min(1).max(1024),
  newPassword: z.string().min(passwordLength).max(1024),
});
/** Body of `POST /v1/account/password`: ends every other session of the account; their device secrets stay, so that downloads there survive. */
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

export const ChangeEmailRequest = z.object({ email: z.email().max(320), password: z.string().min(1).max(1024) });
/** Body of `PUT /v1/account/email`: who signs in with what is changed with the password only. */
export type ChangeEmailRequest = z.infer<typeof ChangeEmailRequest>;

export const Terms = z.object({ version: z.string().min(1).max(40), publishedOn: z.iso.date() });
/** Answer of `GET /v1/terms`: the Terms in force; their text is at `/pages/terms`. */
export type Terms = z.infer<typeof Terms>;

/** Where the service's pages for people are, under its origin. */
export const externalPagePaths = {
  terms: '/pages/terms',
  privacy: '/pages/privacy',
  'forgotten-password': '/pages/forgotten-password',
} as const satisfies Record<ExternalPage, string>;

export const AccountRecord = Account.extend({
  birthDate: z.iso.date(),
  guardianConfirmed: z.boolean(),
  region: Region,
  acceptedTerms: z.object({ version: z.string().max(40), acceptedAt: z.iso.datetime() }),
});
/** Answer of `GET /v1/account`: what the service keeps of the person. */
export type AccountRecord = z.infer<typeof AccountRecord>;

export const DeleteAccountRequest = z.object({ password: z.string().min(1).max(1024) });
/** Body of `DELETE /v1/account`: erasing needs the password again. */
export type DeleteAccountRequest = z.infer<typeof DeleteAccountRequest>;

export { Account };
