import type { PersonalData } from '../../../contract/api/personal-data.ts';
import type { HeldHere } from '../../../contract/domain/held-data.ts';

/** What is on a sample computer. */
export const heldHere: HeldHere = {
  kinds: [
    { name: 'history', count: 1204, sinceMs: Date.parse('2025-11-03T12:00:00Z'), sizeBytes: null },
    { name: 'notes', count: 1, sinceMs: Date.parse('2026-01-09T12:00:00Z'), sizeBytes: null },
    { name: 'my-list', count: 4, sinceMs: Date.parse('2026-02-01T12:00:00Z'), sizeBytes: null },
    { name: 'searches', count: 0, sinceMs: null, sizeBytes: null },
    { name: 'catalogue', count: 38, sinceMs: null, sizeBytes: null },
    { name: 'speeds', count: 0, sinceMs: null, sizeBytes: null },
    { name: 'lecture-files', count: 14, sinceMs: null, sizeBytes: 2_400_000_000 },
    { name: 'keyring', count: 1, sinceMs: null, sizeBytes: 812 },
    { name: 'logs', count: 2, sinceMs: Date.parse('2026-03-05T12:00:00Z'), sizeBytes: 43_000 },
  ],
  librarySizeBytes: 6_400_000,
  computerSizeBytes: 53_000,
  serviceAskedAtMs: null,
};

/** What the sample service has of Anna. */
export const personalData = {
  account: {
    name: 'Anna Litvin',
    email: 'anna@lectoroom.example',
    birthDate: '1990-04-02',
    guardianConfirmed: false,
    region: 'DE',
    acceptedTerms: { version: '2026-01', acceptedAt: '2026-01-20T09:00:00Z' },
  } as PersonalData['account'],
  profile: {
    name: 'Anna Litvin',
    birthDate: '1990-04-02',
    phone: '+49 30 1234567',
    address: { street: 'Lindenallee 5', city: 'Berlin', postalCode: '10117' },
    socialLinks: ['https://social.example/anna'],
  },
  paymentMethod: { brand: 'Visa', lastFour: '4242' },
  marketing: { newsletter: true, offers: false },
  processing: { restricted: false, objectsToMarketing: false, objectsToProfiling: true },
  sessions: [{ name: 'Anna’s desk', platform: 'linux', lastSeenAt: '2026-03-12T08:00:00Z' }],
  activity: { historyEvents: 311, firstAt: '2025-11-03T12:00:00Z', lastAt: '2026-03-11T20:00:00Z' },
  ratings: [{ subject: 'course:c1', stars: 5, changedAt: '2026-02-02T10:00:00Z' }],
  supportContacts: [{ at: '2026-02-14T10:00:00Z', reason: 'Playback', text: 'The picture stood still.' }],
  billing: [{ at: '2026-01-20', description: 'One year', amount: '120 EUR' }],
  consents: [],
  requests: [],
} satisfies PersonalData;
