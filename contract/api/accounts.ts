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

export { Account };
