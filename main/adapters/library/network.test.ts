import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dayAfter, LocalDay } from '../../../contract/domain/local-day.ts';
import type { NetworkFilter } from '../../../contract/domain/network.ts';
import type { DatedRecord, NetworkStore } from '../../network-ports.ts';
import { accountId, codeOf, valueOf } from './testing/sample-data.ts';
import { filesUnder, openLibrary, startLibrary } from './testing/test-bench.ts';
import { giveKey } from './worker/cipher.ts';
import { networkPage } from './worker/network/read.ts';
import type { NetworkTables } from './worker/network/tables.ts';
import { createStatements } from './worker/statements.ts';

const day = (text: string) => LocalDay.parse(text);
const today = day('2026-03-12');
const noonMs = Date.parse('2026-03-12T12:00:00Z');

function request(part: Partial<DatedRecord> = {}): DatedRecord {
  return {
    atMs: noonMs,
    day: today,
    host: 'lectoroom.example',
    purpose: 'catalogue',
    category: 'essential',
    sentBytes: 200,
    receivedBytes: 1000,
    result: 'answered',
    status: 200,
    durationMs: 12.4,
    ...part,
  };
}
const undeclared = request({
  purpose: null,
  category: null,
  host: 'tracker.example',
  result: 'refused',
  status: null,
  sentBytes: 0,
  receivedBytes: 0,
});
const write = (store: NetworkStore, records: readonly DatedRecord[], on = today, missedCount = 0) =>
  valueOf(store.record({ records, today: on, missedCount }));
const list = (store: NetworkStore, filter: NetworkFilter = {}, beforeId: number | null = null, limit = 100) =>
  valueOf(store.list({ filter, beforeId, limit }));

describe.each(['account', 'computer'] as const)('the network ledger of the %s', (source) => {
  async function opened() {
    const opening = await openLibrary();
    return { ...opening, store: source === 'account' ? opening.library.network : opening.computerNetwork };
  }

  it('F6: requests are listed newest first, in pages, each as it was told', async () => {
    const { store } = await opened();
    await write(store, [request(), undeclared]);
    await write(store, [request({ purpose: 'lecture', status: 206 })]);
    const first = await list(store, {}, null, 2);
    expect(first.entries.map(({ purpose, status }) => [purpose, status])).toEqual([
      ['lecture', 206],
      [null, null],
    ]);
    const rest = await list(store, {}, first.nextBeforeId, 2);
    expect(rest).toEqual({ entries: [{ ...request(), id: 1, durationMs: 12 }], nextBeforeId: null });
  });

  it.each([
    [{ purpose: 'none' }, [2]],
    [{ category: 'essential' }, [4, 3, 1]],
    [{ result: 'failed' }, [3]],
    [{ host: 'tracker.example' }, [2]],
    [{ day: dayAfter(today, -1) }, [4]],
    [{ purpose: 'catalogue', result: 'answered', host: 'lectoroom.example' }, [4, 1]],
  ] as const)('F6: of %j the list shows and counts these alone', async (filter, ids) => {
    const { store } = await opened();
    await write(store, [
      request(),
      undeclared,
      request({ purpose: 'lecture', result: 'failed', status: 500 }),
      request({ day: dayAfter(today, -1) }),
    ]);
    expect((await list(store, filter)).entries.map(({ id }) => id)).toEqual(ids);
    expect((await valueOf(store.count({ filter, afterId: null }))).requestCount).toBe(ids.length);
    expect((await valueOf(store.count({ filter, afterId: 2 }))).requestCount).toBe(ids.filter((id) => id > 2).length);
  });

  it('F6: the sums say since when, how much, to whom, and what was refused; what was missed is no secret', async () => {
    const { store } = await opened();
    await write(store, [request(), request({ atMs: noonMs - 5000 }), undeclared]);
    await write(store, [request({ purpose: 'lecture', receivedBytes: 5000, result: 'failed' })], today, 3);
    const summary = await valueOf(store.summary(dayAfter(today, -29)));
    expect(summary).toEqual({
      sinceMs: noonMs - 5000,
      isCleared: false,
      totals: {
        requestCount: 4,
        refusedCount: 1,
        failedCount: 1,
        sentCount: 3,
        sentBytes: 600,
        receivedBytes: 7000,
      },
      hosts: [{ host: 'lectoroom.example', requestCount: 3 }],
      refusedHosts: ['tracker.example'],
      missedCount: 3,
      days: [
        { day: today, purpose: 'catalogue', requestCount: 2, sentBytes: 400, receivedBytes: 2000 },
        { day: today, purpose: 'lecture', requestCount: 1, sentBytes: 200, receivedBytes: 5000 },
        { day: today, purpose: null, requestCount: 1, sentBytes: 0, receivedBytes: 0 },
      ],
      purposes: ['catalogue', 'lecture', null],
    });
    expect((await valueOf(store.summary(dayAfter(today, 1)))).days).toEqual([]);
  });

  it('F6: what is older than so many days leaves the list, by days that pass; the sums stay', async () => {
    const { store } = await opened();
    await write(store, [request()], today);
    await write(store, [request()], dayAfter(today, 7));
    expect(await valueOf(store.purge(dayAfter(today, 7), 7))).toEqual({ count: 0, hasMore: false });
    expect(await valueOf(store.purge(dayAfter(today, 8), 7))).toEqual({ count: 1, hasMore: false });
    expect((await list(store)).entries.map(({ id }) => id)).toEqual([2]);
    expect((await valueOf(store.summary(today))).totals.requestCount).toBe(2);
    // A clock that leaps years into the past and back makes nothing old.
    expect((await valueOf(store.purge(day('2020-01-01'), 7))).count).toBe(0);
    expect((await valueOf(store.purge(dayAfter(today, 9), 7))).count).toBe(0);
  });

  it('F6: cleared, list and sums are gone from the file, ids go on, and it says since when it counts', async () => {
    const { store, stop, userDataFolder } = await opened();
    await write(store, [request({ host: 'canary-of-the-ledger.example' })], today, 2);
    await valueOf(store.clear(noonMs + 60_000));
    expect(await valueOf(store.summary(today))).toMatchObject({
      sinceMs: noonMs + 60_000,
      isCleared: true,
      totals: { requestCount: 0 },
      hosts: [],
      missedCount: 0,
    });
    await write(store, [request()]);
    expect((await list(store)).entries.map(({ id }) => id)).toEqual([2]);
    await stop();
    for (const bytes of filesUnder(userDataFolder).values()) expect(bytes.includes('canary-of-the-ledger')).toBe(false);
  });

  it('F6: as text: CSV with UTC times, JSON objects with commas between, in pieces', async () => {
    const { store } = await opened();
    await write(store, [request({ host: '=cmd,"x"' }), undeclared]);
    expect(await valueOf(store.piece({ filter: {}, beforeId: null, format: 'csv' }))).toEqual({
      text:
        '2026-03-12T12:00:00.000Z,tracker.example,,,0,0,refused,,12\r\n' +
        `2026-03-12T12:00:00.000Z,"'=cmd,""x""",catalogue,essential,200,1000,answered,200,12\r\n`,
      lineCount: 2,
      nextBeforeId: null,
    });
    const json = await valueOf(store.piece({ filter: { purpose: 'catalogue' }, beforeId: null, format: 'json' }));
    expect(JSON.parse(json.text)).toEqual({
      time: '2026-03-12T12:00:00.000Z',
      host: '=cmd,"x"',
      purpose: 'catalogue',
      category: 'essential',
      sentBytes: 200,
      receivedBytes: 1000,
      result: 'answered',
      status: 200,
      durationMs: 12,
    });
    await write(
      store,
      Array.from({ length: 2500 }, () => request()),
    );
    const piece = await valueOf(store.piece({ filter: {}, beforeId: null, format: 'json' }));
    expect((JSON.parse(`[${piece.text}]`) as unknown[]).length).toBe(2000);
    const rest = await valueOf(store.piece({ filter: {}, beforeId: piece.nextBeforeId, format: 'json' }));
    expect([rest.lineCount, rest.nextBeforeId]).toEqual([502, null]);
  });
});

describe('the network ledger on the disk', () => {
  it('F6: with 100 000 requests every page is found by an index, whichever filter there is', async () => {
    const { library, file, libraryKey, stop } = await openLibrary();
    const many = Array.from({ length: 100_000 }, (_, index) =>
      request(index % 1000 === 0 ? { purpose: 'sign-in', result: 'failed' } : {}),
    );
    await write(library.network, many);
    expect((await list(library.network, { purpose: 'sign-in' }, 50_000, 60)).entries).toHaveLength(50);
    await stop();
    const database = new Database(file);
    giveKey(database, libraryKey);
    const store = createStatements<NetworkTables>(database);
    const planOf = (filter: NetworkFilter) => {
      const compiled = networkPage(store, { filter, beforeId: 50_000, limit: 60 }).compile();
      const rows = database.prepare(`EXPLAIN QUERY PLAN ${compiled.sql}`).all(...compiled.parameters);
      return (rows as { readonly detail: string }[]).map(({ detail }) => detail).join('; ');
    };
    const filters = [
      {},
      { purpose: 'sign-in' },
      { category: 'none' },
      { result: 'refused' },
      { host: 'a.example' },
      { day: today },
      { purpose: 'sign-in', day: today, host: 'a.example', result: 'failed' },
    ] as const satisfies readonly NetworkFilter[];
    for (const filter of filters) {
      expect(planOf(filter)).toMatch(
        /SEARCH network_requests USING (INTEGER PRIMARY KEY|INDEX network_requests_by_\w+)/u,
      );
      expect(planOf(filter)).not.toMatch(/SCAN|TEMP B-TREE/u);
    }
    database.close();
  });

  it('F6 A6: an account’s ledger is behind its key: nothing of it is told to who is signed out, or to another', async () => {
    const { library } = await openLibrary();
    await write(library.network, [request()]);
    await valueOf(library.close());
    expect(await codeOf(library.network.list({ filter: {}, beforeId: null, limit: 10 }))).toBe('signed-out');
    await valueOf(library.open(accountId('b'), new Uint8Array(32).fill(7)));
    expect((await list(library.network)).entries).toEqual([]);
  });

  it('F4 F7: what the service told everybody is kept over a restart, the newest alone', async () => {
    const first = startLibrary();
    expect(await valueOf(first.serviceLists.read('processors'))).toBeNull();
    await valueOf(first.serviceLists.write('processors', { value: { processors: [] }, atMs: 1 }));
    await valueOf(first.serviceLists.write('processors', { value: { processors: ['x'] }, atMs: 2 }));
    await first.stop();
    const second = startLibrary(first.userDataFolder);
    expect(await valueOf(second.serviceLists.read('processors'))).toEqual({ value: { processors: ['x'] }, atMs: 2 });
    expect(await valueOf(second.serviceLists.read('cookies'))).toBeNull();
  });
});
