import { sql } from 'kysely';
import type { LocalDay } from '../../../../../contract/domain/local-day.ts';
import type { PurgedHistory } from '../../../../history-ports.ts';
import { dayAfter } from '../../../../../contract/domain/local-day.ts';
import type { DatedRecord, NetworkBatch } from '../../../../network-ports.ts';
import { countNetworkDay, keepNetworkState, networkState } from './age.ts';
import type { NetworkStatements, NetworkTables } from './tables.ts';

/** Writes requests down, each into the list and into the sums. */
export function recordNetwork(store: NetworkStatements, { records, today, missedCount }: NetworkBatch): null {
  const state = countNetworkDay(store, today);
  const first = Math.min(...records.map(({ atMs }) => atMs));
  const since = state.since_ms ?? (Number.isFinite(first) ? first : null);
  if (since !== state.since_ms || missedCount > 0)
    keepNetworkState(store, {
      ...state,
      since_ms: since,
      missed_count: state.missed_count + missedCount,
    });
  const addRequest = store.forEachRow<Omit<NetworkTables['network_requests'], 'id'>>(requestColumns, (slots) =>
    // The type of the column says that SQLite gives the id.
    store.build.insertInto('network_requests').values(slots as NetworkTables['network_requests']),
  );
  for (const record of records) addRequest(rowOf(record, state.age_day));
  for (const total of totalsOf(records)) addTotal(store, total);
  return null;
}

const requestColumns = [
  'at_ms',
  'day',
  'age_day',
  'host',
  'purpose',
  'category',
  'sent_bytes',
  'received_bytes',
  'result',
  'status',
  'duration_ms',
] as const;

function rowOf(record: DatedRecord, ageDay: LocalDay): Omit<NetworkTables['network_requests'], 'id'> {
  return {
    at_ms: record.atMs,
    day: record.day,
    age_day: ageDay,
    host: record.host,
    purpose: record.purpose ?? 'none',
    category: record.category ?? 'none',
    sent_bytes: record.sentBytes,
    received_bytes: record.receivedBytes,
    result: record.result,
    status: record.status,
    duration_ms: Math.round(record.durationMs),
  };
}

/** The sums of a batch: most requests of a moment are of one kind, which is then one row to add to. */
function totalsOf(records: readonly DatedRecord[]): readonly NetworkTables['network_totals'][] {
  const totals = new Map<string, NetworkTables['network_totals']>();
  for (const record of records) {
    const key = { day: record.day, host: record.host, purpose: record.purpose ?? 'none' } as const;
    const category = record.category ?? 'none';
    const name = JSON.stringify([key.day, key.host, key.purpose, category]);
    const before = totals.get(name);
    totals.set(name, {
      ...key,
      category,
      request_count: (before?.request_count ?? 0) + 1,
      refused_count: (before?.refused_count ?? 0) + (record.result === 'refused' ? 1 : 0),
      failed_count: (before?.failed_count ?? 0) + (record.result === 'failed' ? 1 : 0),
      sent_bytes: (before?.sent_bytes ?? 0) + record.sentBytes,
      received_bytes: (before?.received_bytes ?? 0) + record.receivedBytes,
    });
  }
  return [...totals.values()];
}

const sums = ['request_count', 'refused_count', 'failed_count', 'sent_bytes', 'received_bytes'] as const;

function addTotal(store: NetworkStatements, total: NetworkTables['network_totals']): void {
  const added = Object.fromEntries(
    sums.map((column) => [column, sql<number>`${sql.ref(column)} + ${sql.ref(`excluded.${column}`)}`]),
  );
  store.run(
    store.build
      .insertInto('network_totals')
      .values(total)
      .onConflict((conflict) => conflict.columns(['day', 'host', 'purpose', 'category']).doUpdateSet(added)),
  );
}

/** Deletes list and sums; from now on it counts anew. */
export function clearNetwork(store: NetworkStatements, nowMs: number): null {
  store.run(store.build.deleteFrom('network_requests'));
  store.run(store.build.deleteFrom('network_totals'));
  const state = networkState(store);
  if (state !== undefined) keepNetworkState(store, { ...state, since_ms: nowMs, is_cleared: 1, missed_count: 0 });
  return null;
}

/** So many are deleted in one call: whoever waits behind it waits a moment. */
const purgedAtOnce = 2000;

/** Deletes of the list what is older than so many days, as much as may be at once; the sums stay. */
export function purgeNetwork(
  store: NetworkStatements,
  { today, keepDays }: { readonly today: LocalDay; readonly keepDays: number },
): PurgedHistory {
  const { age_day: ageDay } = countNetworkDay(store, today);
  const count = store.run(
    store.build
      .deleteFrom('network_requests')
      .where('id', 'in', ({ selectFrom }) =>
        selectFrom('network_requests')
          .select('id')
          .where('age_day', '<', dayAfter(ageDay, -keepDays))
          .limit(purgedAtOnce),
      ),
  );
  return { count, hasMore: count === purgedAtOnce };
}
