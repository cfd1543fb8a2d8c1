import type { PolicyVersion, RegisteredItem } from '../../../contract/api/policies.ts';
import type { ConsentEntry, ConsentView } from '../../../contract/domain/consent.ts';

export const samplePolicy: PolicyVersion = {
  version: '2026-01',
  publishedOn: '2026-01-12',
  inForceFrom: '2026-01-12',
  change: 'first',
  changes: [],
  textSha256: { en: 'e'.repeat(64), ru: 'f'.repeat(64) },
};

/** A version that changes something, in both languages. */
export const newerPolicy: PolicyVersion = {
  ...samplePolicy,
  version: '2026-11',
  publishedOn: '2026-11-01',
  inForceFrom: '2026-11-20',
  change: 'major',
  changes: [{ en: 'Support is answered by another company.', ru: 'На обращения отвечает другая компания.' }],
};

const item = (name: string, category: RegisteredItem['category'], en: string, ru: string): RegisteredItem => ({
  name,
  kind: 'cookie',
  category,
  purpose: { en, ru },
  retentionDays: category === 'essential' ? null : 30,
  reader: { en: 'This service alone.', ru: 'Только этот сервис.' },
});
export const sampleItems: readonly RegisteredItem[] = [
  item('lr_session_hint', 'essential', 'Tells that somebody is signed in.', 'Отмечает, что выполнен вход.'),
  item('lr_usage', 'functional', 'Counts which parts are used.', 'Считает, какими частями пользуются.'),
  item('lr_interest', 'advertisement', 'Remembers topics, for offers.', 'Помнит темы для предложений.'),
];

/** Everything was refused, and nothing is to ask. */
export const chosenConsent: ConsentView = {
  ledger: 'account',
  functional: false,
  advertisement: false,
  question: null,
  newVersions: [],
  optOutSignal: false,
  signalHonoured: false,
  decidedAtMs: Date.UTC(2026, 10, 3, 9, 30),
  asksAgainAtMs: Date.UTC(2027, 4, 3, 9, 30),
  policy: samplePolicy,
  notice: null,
  items: sampleItems,
  isChainIntact: true,
};

/** Nobody has chosen. */
export const firstConsent: ConsentView = {
  ...chosenConsent,
  ledger: 'computer',
  question: 'first',
  decidedAtMs: null,
  asksAgainAtMs: null,
};

/** An entry of the ledger. */
export const sampleEntry: ConsentEntry = {
  sequence: 1,
  id: '0b0f6e0a-7c0e-4a55-9a53-0d1f0a6f3a11',
  ledger: 'account',
  policyVersion: '2026-01',
  policyTextSha256: 'e'.repeat(64),
  language: 'en',
  appVersion: '0.1.0',
  options: ['accept-all', 'reject-all', 'choose'],
  action: 'reject-all',
  before: null,
  after: { functional: false, advertisement: false },
  decidedAt: '2026-11-03T09:30:00.000Z',
  carriedFrom: '1b0f6e0a-7c0e-4a55-9a53-0d1f0a6f3a11',
  previousHash: '0'.repeat(64),
  hash: '8f14e45fceea167a5a36dedd4bea2543'.repeat(2),
};
