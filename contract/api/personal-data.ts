import { z } from 'zod';
import { CourseId } from '../domain/ids.ts';
import { AccountRecord } from './accounts.ts';
import { ConsentRecord } from './policies.ts';

const optionalText = (most: number) => z.string().min(1).max(most).nullable();

export const PostalAddress = z.object({
  street: optionalText(200),
  city: optionalText(100),
  postalCode: optionalText(20),
});
/** Where a person lives, as they said. */
export type PostalAddress = z.infer<typeof PostalAddress>;

export const Profile = z.object({
  name: z.string().trim().min(1).max(200),
  birthDate: z.iso.date(),
  phone: z
    .string()
    .regex(/^\+?[0-9 ()-]{5,30}$/)
    .nullable(),
  address: PostalAddress,
  socialLinks: z.array(z.url({ protocol: /^https$/ }).max(300)).max(10),
});
/** What a person says about themselves; old values are not kept. */
export type Profile = z.infer<typeof Profile>;

export const UpdateProfileRequest = Profile.partial().extend({ guardianConfirmed: z.literal(true).optional() });
/** Body of `PATCH /v1/account/profile`; a birth date that says under 18, without a guardian's word now or earlier, is `guardian-required`. */
export type UpdateProfileRequest = z.infer<typeof UpdateProfileRequest>;

export const Marketing = z.object({ newsletter: z.boolean(), offers: z.boolean() });
/** Answer of `GET`, body of `PUT /v1/account/marketing`: mail a person wants, each for itself. */
export type Marketing = z.infer<typeof Marketing>;

export const Processing = z.object({
  /** GDPR Art. 18: kept, but not used. Calls that would use data answer `restricted` (403). */
  restricted: z.boolean(),
  /** Art. 21(2): no direct marketing. */
  objectsToMarketing: z.boolean(),
  /** Art. 21: no profiling. */
  objectsToProfiling: z.boolean(),
});
/** Answer of `GET`, body of `PUT /v1/account/processing`: what the person has stopped. */
export type Processing = z.infer<typeof Processing>;

export const requestKinds = ['access', 'rectification', 'erasure', 'restriction', 'objection', 'portability'] as const;
export const requestStates = ['received', 'in-progress', 'extended', 'done', 'refused'] as const;

export const NewPrivacyRequest = z.object({
  /** The app's own id: sent twice it is kept once. */
  id: z.uuid(),
  kind: z.enum(requestKinds),
  text: z.string().max(4000),
  /** When the person asked, which may be before the service heard of it. */
  askedAt: z.iso.datetime(),
});
/** Body of `POST /v1/privacy/requests`. */
export type NewPrivacyRequest = z.infer<typeof NewPrivacyRequest>;

export const PrivacyRequest = NewPrivacyRequest.extend({
  state: z.enum(requestStates),
  receivedAt: z.iso.datetime(),
  /** One month after it was received (GDPR Art. 12(3)); two more when extended. */
  dueAt: z.iso.datetime(),
  history: z
    .array(z.object({ at: z.iso.datetime(), state: z.enum(requestStates), note: z.string().max(2000) }))
    .max(100),
});
/** Answer of `POST /v1/privacy/requests`, and each of `GET`. */
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

export const PrivacyRequestList = z.object({ requests: z.array(PrivacyRequest).max(1000) });
/** Answer of `GET /v1/privacy/requests`, newest first. */
export type PrivacyRequestList = z.infer<typeof PrivacyRequestList>;

/** Records that a law makes the service keep after an account is erased. */
export const LegallyKept = z.object({
  kind: z.enum(['billing', 'request-log']),
  count: z.int().min(0),
  keptUntil: z.iso.date(),
});

export const PersonalData = z.object({
  account: AccountRecord,
  profile: Profile,
  /** Masked: brand and last four digits at most; null: none. */
  paymentMethod: z.object({ brand: z.string().max(40), lastFour: z.string().regex(/^\d{4}$/) }).nullable(),
  marketing: Marketing,
  processing: Processing,
  sessions: z
    .array(z.object({ name: z.string().max(100), platform: z.string().max(20), lastSeenAt: z.iso.datetime() }))
    .max(1000),
  /** Activity that the service has: how much, and the dates of the first and last. */
  activity: z.object({
    historyEvents: z.int().min(0),
    firstAt: z.iso.datetime().nullable(),
    lastAt: z.iso.datetime().nullable(),
  }),
  /** Of each course the day on which a lecture of it was last asked for; kept for counting, 90 days. */
  viewedCourses: z
    .array(z.object({ courseId: CourseId, lastDay: z.iso.date() }))
    .max(10_000)
    .optional(),
  ratings: z
    .array(
      z.object({
        /** `course` or `lecture`, a slash, and its id. */
        subject: z.string().max(200),
        stars: z.int().min(1).max(5),
        changedAt: z.iso.datetime(),
      }),
    )
    .max(100_000),
  supportContacts: z
    .array(z.object({ at: z.iso.datetime(), reason: z.string().max(200), text: z.string().max(4000) }))
    .max(10_000),
  billing: z
    .array(z.object({ at: z.iso.date(), description: z.string().max(200), amount: z.string().max(40) }))
    .max(10_000),
  consents: z.array(ConsentRecord).max(10_000),
  requests: z.array(PrivacyRequest).max(1000),
});
/** Answer of `GET /v1/account/data`: everything the service holds of the person, no password and no token. */
export type PersonalData = z.infer<typeof PersonalData>;

export const ErasurePreview = z.object({ kept: z.array(LegallyKept).max(20) });
/** Answer of `GET /v1/account/erasure`: what would be kept although the account is erased. */
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const ErasureReceipt = z.object({
  id: z.uuid(),
  erasedAt: z.iso.datetime(),
  /** How many records of each kind are gone. */
  erased: z.array(z.object({ kind: z.string().max(60), count: z.int().min(0) })).max(100),
  kept: z.array(LegallyKept).max(20),
});
/** Answer of `DELETE /v1/account`. */
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;
