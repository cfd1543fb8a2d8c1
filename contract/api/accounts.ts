import { z } from 'zod';
import { Account } from './sessions.ts';

export const CreateAccountRequest = z.object({
  name: z.string().min(1).max(200),
  email: z.email().max(320),
  password: z.string().min(10).max(1024),
  /** ISO 8601 calendar date. */
  birthDate: z.iso.date(),
  guardianConfirmed: z.boolean(),
  acceptedTermsVersion: z.string().min(1).max(40),
});
/** Body of `POST /v1/accounts`; under 18 is refused unless a guardian confirmed. */
export type CreateAccountRequest = z.infer<typeof CreateAccountRequest>;

export const UpdateAccountRequest = z.object({ name: z.string().min(1).max(200), email: z.email().max(320) }).partial();
/** Body of `PATCH /v1/account`: only what is to change. */
export type UpdateAccountRequest = z.infer<typeof UpdateAccountRequest>;

export const DeleteAccountRequest = z.object({ password: z.string().min(1).max(1024) });
/** Body of `DELETE /v1/account`: erasing needs the password again. */
export type DeleteAccountRequest = z.infer<typeof DeleteAccountRequest>;

export { Account };
