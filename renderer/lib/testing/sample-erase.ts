import type { ErasePreview, EraseReceipt } from '../../../contract/domain/erase-plan.ts';
import { entryKinds } from '../../../contract/domain/erase-plan.ts';

const counts = {
  history: 120,
  progress: 58,
  searches: 9,
  notes: 17,
  ratings: 6,
  'my-list': 2,
  recommendations: 0,
  speeds: 0,
  visits: 0,
  downloads: 14,
} as const;

/** What there is to erase in the samples: 14 lectures and 212 entries. */
export const sampleErasePreview: ErasePreview = {
  entries: entryKinds.map((kind) => ({ kind, count: counts[kind] })),
  here: { lectureCount: 14, sizeBytes: 1_240_000_000, placeCount: 58, historyDays: 40 },
  isExchanged: true,
};

/** A receipt of erased searches and notes. */
export const sampleEraseReceipt: EraseReceipt = {
  id: '5f6a1c1e-8d1b-4c0a-9a57-0c3f1d2b7e44',
  scope: 'entries',
  erasedAtMs: Date.parse('2026-03-12T09:30:00Z'),
  appVersion: '0.1.0',
  initials: 'AL',
  entries: [
    { kind: 'searches', count: 9 },
    { kind: 'notes', count: 17 },
  ],
  lectureCount: 0,
  sizeBytes: 0,
  verification: { valueCount: 43, foundBefore: 43, leftCount: 0, readBytes: 48_300_000 },
  failed: [],
  remains: [],
  service: null,
};

/** A receipt of the whole account. */
export const sampleServiceReceipt: EraseReceipt = {
  ...sampleEraseReceipt,
  scope: 'service',
  entries: sampleErasePreview.entries.filter(({ count }) => count > 0),
  lectureCount: 14,
  sizeBytes: 1_240_000_000,
  verification: null,
  service: {
    state: 'erased',
    receipt: {
      id: '0d9c3f52-6a7e-4b58-8f0e-1f6f3b1f7c11',
      erasedAt: '2026-03-12T09:29:58Z',
      erased: [{ kind: 'history', count: 120 }],
      kept: [{ kind: 'billing', count: 2, keptUntil: '2034-05-01' }],
    },
    kept: [{ kind: 'billing', count: 2, keptUntil: '2034-05-01' }],
  },
};
