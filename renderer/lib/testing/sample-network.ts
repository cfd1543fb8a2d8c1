import { dayAfter, localDay, type LocalDay } from '../../../contract/domain/local-day.ts';
import type { NetworkEntry, NetworkSummary } from '../../../contract/domain/network.ts';
import type { RegisteredItem, StoredItemsView, StoredItemView } from '../../../contract/domain/stored-item.ts';
import type { Answers } from './fake-bridge.ts';

/** The day that the computer shows. */
export const ledgerDay = (): LocalDay => localDay(Date.now(), (timeMs) => -new Date(timeMs).getTimezoneOffset());

/** One request of the ledger. */
export function networkEntry(id: number, part: Partial<NetworkEntry> = {}): NetworkEntry {
  return {
    id,
    atMs: Date.now() - (1000 - id) * 60_000,
    day: ledgerDay(),
    host: 'lectoroom.example',
    purpose: 'catalogue',
    category: 'essential',
    sentBytes: 412,
    receivedBytes: 18_400,
    result: 'answered',
    status: 200,
    durationMs: 40,
    ...part,
  };
}

/** A ledger with something of everything. */
export function networkSummary(part: Partial<NetworkSummary> = {}): NetworkSummary {
  const day = ledgerDay();
  const sums = { sentBytes: 1000, receivedBytes: 40_000 };
  return {
    sinceMs: Date.UTC(2026, 10, 3, 12),
    isCleared: false,
    totals: {
      requestCount: 1287,
      refusedCount: 3,
      failedCount: 5,
      sentCount: 1284,
      sentBytes: 700_000,
      receivedBytes: 4_100_000_000,
    },
    hosts: [{ host: 'lectoroom.example', requestCount: 1284 }],
    refusedHosts: ['tracker.example'],
    missedCount: 0,
    days: Array.from({ length: 20 }, (_, index) => [
      { day: dayAfter(day, index - 19), purpose: 'catalogue' as const, requestCount: 4 + ((index * 7) % 5), ...sums },
      { day: dayAfter(day, index - 19), purpose: 'lecture' as const, requestCount: 1 + ((index * 13) % 40), ...sums },
      ...(index % 6 === 0 ? [{ day: dayAfter(day, index - 19), purpose: null, requestCount: 1, ...sums }] : []),
    ]).flat(),
    purposes: ['catalogue', 'lecture', null],
    nextPurgeAtMs: Date.now() + 3_600_000,
    ...part,
  };
}

/** A cookie or stored item that is here. */
export function storedItem(name: string, part: Partial<StoredItemView> = {}): StoredItemView {
  return {
    id: `id of ${name}`,
    name,
    kind: 'cookie',
    host: 'lectoroom.example',
    category: null,
    sizeBytes: 48,
    expiresAtMs: null,
    ...part,
  };
}

const registered = (
  name: string,
  part: Pick<RegisteredItem, 'category' | 'retentionDays' | 'purpose'>,
): RegisteredItem => ({
  name,
  kind: 'cookie',
  reader: { en: 'the service alone', ru: 'только сервис' },
  ...part,
});

/** Some items that are registered, some that are here, and one that nobody announced. */
export function storedItems(): StoredItemsView {
  return {
    items: [storedItem('lr_session_hint', { category: 'essential' }), storedItem('mystery')],
    registry: {
      atMs: Date.UTC(2026, 10, 3, 12),
      isFresh: true,
      told: [
        registered('lr_session_hint', {
          category: 'essential',
          retentionDays: null,
          purpose: { en: 'Keeps your session together.', ru: 'Связывает ваш сеанс.' },
        }),
        registered('lr_preferences', {
          category: 'functional',
          retentionDays: 365,
          purpose: { en: 'Remembers how you like the service.', ru: 'Помнит, каким вы предпочитаете сервис.' },
        }),
      ],
    },
  };
}

/** Answers about what is sent and stored. */
export function networkAnswers(): Answers {
  return {
    'network.summary': () => ({ ok: true, value: networkSummary() }),
    'network.list': () => ({
      ok: true,
      value: {
        entries: [
          networkEntry(9, { purpose: null, category: null, host: 'tracker.example', result: 'refused', status: null }),
          networkEntry(8, { purpose: 'lecture', status: 206, receivedBytes: 48_000_000 }),
          networkEntry(7, { result: 'failed', status: 503 }),
          networkEntry(6),
        ],
        nextBeforeId: null,
      },
    }),
    'network.count': ({ afterId }) => ({
      ok: true,
      value: { requestCount: afterId === null ? 4 : 0, sentBytes: 0, receivedBytes: 0 },
    }),
    'network.export': () => ({ ok: true, value: { lineCount: 4 } }),
    'network.clear': () => ({ ok: true, value: null }),
    'cookies.read': () => ({ ok: true, value: storedItems() }),
    'cookies.remove': () => ({ ok: true, value: [storedItem('mystery')] }),
    'processors.read': () => ({
      ok: true,
      value: {
        atMs: Date.UTC(2026, 10, 3, 12),
        isFresh: true,
        told: [
          {
            name: 'Samplepay',
            role: 'payment',
            why: { en: 'Takes payments.', ru: 'Принимает платежи.' },
            country: 'DE',
          },
        ],
      },
    }),
  };
}
