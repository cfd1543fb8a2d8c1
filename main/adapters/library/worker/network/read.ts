import { sql } from 'kysely';
import type { LocalDay } from '../../../../../contract/domain/local-day.ts';
import type {
  NetworkDay,
  NetworkEntry,
  NetworkFilter,
  NetworkPage,
  NetworkSummary,
  NetworkSums,
} from '../../../../../contract/domain/network.ts';
import type { Purpose } from '../../../../../contract/domain/privacy.ts';
import type { NetworkQuery } from '../../../../network-ports.ts';
import { networkState } from './age.ts';
import type { NetworkStatements, NetworkTables } from './tables.ts';

/** A part of the list, newest first. */
export function listNetwork(store: NetworkStatements, query: NetworkQuery): NetworkPage {
  const rows = store.all(networkPage(store, { ...query, limit: query.limit + 1 }));
  const entries = rows.slice(0, query.limit).map(entryOf);
  return { entries, nextBeforeId: rows.length > query.limit ? (entries.at(-1)?.id ?? null) : null };
}

/** The query of a part of the list. */
export function networkPage(store: NetworkStatements, { filter, beforeId, limit }: NetworkQuery) {
  let query = store.build.selectFrom('network_requests').selectAll().orderBy('id', 'desc').limit(limit);
  if (beforeId !== null) query = query.where('id', '<', beforeId);
  for (const [column, value] of conditionsOf(filter)) query = query.where(column, '=', value);
  return query;
}

/** Counts what a filter lets through. */
export function countNetwork(
  store: NetworkStatements,
  { filter, afterId }: { readonly filter: NetworkFilter; readonly afterId: number | null },
): NetworkSums {
  let query = store.build
    .selectFrom('network_requests')
    .select(({ fn }) => [
      fn.countAll<number>().as('requestCount'),
      sql<number>`coalesce(sum(sent_bytes), 0)`.as('sentBytes'),
      sql<number>`coalesce(sum(received_bytes), 0)`.as('receivedBytes'),
    ]);
  if (afterId !== null) query = query.where('id', '>', afterId);
  for (const [column, value] of conditionsOf(filter)) query = query.where(column, '=', value);
  return store.first(query) ?? { requestCount: 0, sentBytes: 0, receivedBytes: 0 };
}

function conditionsOf(filter: NetworkFilter) {
  const columns = ['purpose', 'category', 'result', 'host', 'day'] as const;
  return columns.flatMap((column) => {
    const value = filter[column];
    return value === undefined ? [] : [[column, value] as const];
  });
}

/** Adds up the sums. */
export function summarizeNetwork(store: NetworkStatements, fromDay: LocalDay): Omit<NetworkSummary, 'nextPurgeAtMs'> {
  const state = networkState(store);
  const hosts = store.all(
    store.build
      .selectFrom('network_totals')
      .groupBy('host')
      .select([
        'host',
        sum('request_count').as('requestCount'),
        sum('refused_count').as('refusedCount'),
        sum('failed_count').as('failedCount'),
        sum('sent_bytes').as('sentBytes'),
        sum('received_bytes').as('receivedBytes'),
      ])
      .orderBy('requestCount', 'desc')
      .orderBy('host'),
  );
  const add = (key: 'requestCount' | 'refusedCount' | 'failedCount' | 'sentBytes' | 'receivedBytes'): number =>
    hosts.reduce((total, host) => total + host[key], 0);
  const spokenTo = hosts.map(({ host, requestCount, refusedCount }) => ({
    host,
    requestCount: requestCount - refusedCount,
  }));
  return {
    sinceMs: state?.since_ms ?? null,
    isCleared: state?.is_cleared === 1,
    totals: {
      requestCount: add('requestCount'),
      refusedCount: add('refusedCount'),
      failedCount: add('failedCount'),
      sentCount: add('requestCount') - add('refusedCount'),
      sentBytes: add('sentBytes'),
      receivedBytes: add('receivedBytes'),
    },
    hosts: spokenTo.filter(({ requestCount }) => requestCount > 0),
    refusedHosts: hosts.flatMap(({ host, refusedCount }) => (refusedCount > 0 ? [host] : [])),
    missedCount: state?.missed_count ?? 0,
    days: daysFrom(store, fromDay),
    purposes: store
      .all(store.build.selectFrom('network_totals').select('purpose').distinct().orderBy('purpose'))
      .map(({ purpose }) => nameOf(purpose)),
  };
}

function daysFrom(store: NetworkStatements, fromDay: LocalDay): readonly NetworkDay[] {
  const rows = store.all(
    store.build
      .selectFrom('network_totals')
      .where('day', '>=', fromDay)
      .groupBy(['day', 'purpose'])
      .select([
        'day',
        'purpose',
        sum('request_count').as('requestCount'),
        sum('sent_bytes').as('sentBytes'),
        sum('received_bytes').as('receivedBytes'),
      ])
      .orderBy('day')
      .orderBy('purpose'),
  );
  return rows.map((row) => ({ ...row, purpose: nameOf(row.purpose) }));
}

function sum(column: keyof NetworkTables['network_totals']) {
  return sql<number>`sum(${sql.ref(column)})`;
}

/** A row as it is told. */
export function entryOf(row: NetworkTables['network_requests']): NetworkEntry {
  return {
    id: row.id,
    atMs: row.at_ms,
    day: row.day,
    host: row.host,
    purpose: nameOf(row.purpose),
    category: row.category === 'none' ? null : row.category,
    sentBytes: row.sent_bytes,
    receivedBytes: row.received_bytes,
    result: row.result,
    status: row.status,
    durationMs: row.duration_ms,
  };
}

function nameOf(purpose: Purpose | 'none'): Purpose | null {
  return purpose === 'none' ? null : purpose;
}
