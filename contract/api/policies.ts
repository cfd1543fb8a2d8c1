import { z } from 'zod';
import { PrivacyCategory } from '../domain/privacy.ts';

const bothLanguages = z.object({ en: z.string().min(1).max(2000), ru: z.string().min(1).max(2000) });
/** A short text of the service in both languages. */
export type BothLanguages = z.infer<typeof bothLanguages>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const PolicyVersion = z.object({
  version: z.string().min(1).max(40),
  publishedOn: z.iso.date(),
  inForceFrom: z.iso.date(),
  /** `major`: who chose before is asked again; `minor`: they are only told. */
  change: z.enum(['first', 'major', 'minor']),
  /** What is different from the version before, one sentence each. */
  changes: z.array(bothLanguages).max(50),
  /** SHA-256 (hex) of the full text as it is served, of each language. */
  textSha256: z.object({ en: sha256, ru: sha256 }),
});
/** One version of the privacy and cookie policy; its text is at `/pages/privacy`. */
export type PolicyVersion = z.infer<typeof PolicyVersion>;

export const PolicyList = z.object({ privacy: z.array(PolicyVersion).min(1).max(100) });
/** Answer of `GET /v1/policies`: newest first; the first is in force, or will be from its date. */
export type PolicyList = z.infer<typeof PolicyList>;

export const RegisteredItem = z.object({
  /** The exact name of the cookie or stored item. */
  name: z.string().min(1).max(200),
  kind: z.enum(['cookie', 'storage']),
  category: PrivacyCategory,
  purpose: bothLanguages,
  /** Days that it is kept; null: until the session ends. */
  retentionDays: z.int().min(1).max(3650).nullable(),
  /** Who reads it. */
  reader: bothLanguages,
});
/** One item of the service's registry of cookies. */
export type RegisteredItem = z.infer<typeof RegisteredItem>;

export const CookieRegistry = z.object({ items: z.array(RegisteredItem).max(500) });
/** Answer of `GET /v1/cookies`: everything the service may set; what is not in it is not allowed. */
export type CookieRegistry = z.infer<typeof CookieRegistry>;

export const Processor = z.object({
  name: z.string().min(1).max(200),
  role: z.enum(['payment', 'support', 'mail', 'advertising', 'it']),
  why: bothLanguages,
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
});
/** Somebody who processes personal data for the service. */
export type Processor = z.infer<typeof Processor>;

export const ProcessorList = z.object({ processors: z.array(Processor).max(200) });
/** Answer of `GET /v1/processors`. */
export type ProcessorList = z.infer<typeof ProcessorList>;

export const ConsentRecord = z.object({
  /** The app's own id of the decision: told twice it is kept once. */
  id: z.uuid(),
  policyVersion: z.string().min(1).max(40),
  action: z.enum(['accept-all', 'reject-all', 'choose', 'dismiss', 'withdraw', 'signal']),
  functional: z.boolean(),
  advertisement: z.boolean(),
  decidedAt: z.iso.datetime(),
});
/** Body of `POST /v1/consents`: a decision of the account; the service answers 204. */
export type ConsentRecord = z.infer<typeof ConsentRecord>;
