import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SendHistoryRequest } from '../../contract/api/history.ts';
import type { HistoryEntry, HistoryRemoval } from '../../contract/domain/history.ts';
import { AccountId, DeviceId, type LectureId } from '../../contract/domain/ids.ts';
import { localDay } from '../../contract/domain/local-day.ts';
import { fail, ok } from '../../contract/result.ts';
import { createLibraryOn } from '../../main/adapters/library/create-library.ts';
import { inProcessStarter } from '../../main/adapters/library/testing/in-process.ts';
import {
  accountId,
  applyCatalogue,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from '../../main/adapters/library/testing/sample-data.ts';
import { giveKey } from '../../main/adapters/library/worker/cipher.ts';
import { exchange } from '../../main/features/sync/exchange.ts';
import { migrations } from '../../service/database/migrations.ts';
import { createHistoryCopies } from '../../service/history/history-copies.ts';
import { createListLog } from '../fakes/silent-log.ts';

/** What the line does to a call: it goes through, its answer is lost though it was carried out, or it does not arrive. */
export type LineFault = 'none' | 'lost' | 'down';

/** Real libraries of one account on several computers, the service's real copy, the real exchange; a line and clocks that obey. */
export interface SyncScene {
  readonly computers: readonly SyncComputer[];
  /** The calls to come. */
  readonly faults: LineFault[];
  /** A batch that was sent before arrives once more. */
  replay(which: number): void;
  /** Time goes by, for everybody. */
  pass(byMs: number): void;
  readonly requestCount: () => number;
  end(): Promise<void>;
}

/** One of the computers. */
export interface SyncComputer {
  readonly deviceId: DeviceId;
  turn(on: boolean, deleteCopy?: boolean): Promise<void>;
  /** Its clock is wrong by so much. */
  skew(byMs: number): void;
  watch(lectureId: LectureId, fromMs: number, completed?: boolean): Promise<void>;
  mark(lectureId: LectureId, completed: boolean): Promise<void>;
  entries(): Promise<readonly HistoryEntry[]>;
  remove(removal: HistoryRemoval): Promise<number>;
  undo(removalId: number): Promise<number>;
  /** The minute in which it can be undone has passed. */
  forget(removalId: number): Promise<void>;
  purge(keepDays: number): Promise<number>;
  /** Exchanges with the service; false when the line was in the way. */
  exchange(isOver?: () => boolean): Promise<boolean>;
  /** The library is closed without a word and opened again. */
  restart(): Promise<void>;
  waitingCount(): Promise<number>;
  /** The rows of a query on the file. */
  rows(sql: string): readonly Record<string, unknown>[];
}

const course = (id: string, ...lectures: readonly string[]) =>
  sampleCourse(
    id,
    lectures.map((lecture) => sampleLecture(lecture)),
  );
const account = AccountId.parse('a-1');
const startMs = Date.UTC(2026, 10, 23, 12);

/** Makes them; the exchange is on everywhere. */
export async function createSyncScene(computerCount: number): Promise<SyncScene> {
  const folder = mkdtempSync(join(tmpdir(), 'lectoroom-sync-'));
  const database = new Database(':memory:');
  for (const sql of migrations) database.exec(sql);
  database.pragma('foreign_keys = OFF');
  const copies = createHistoryCopies({ database, forgetDeleted: () => undefined });
  const faults: LineFault[] = [];
  const sent: SendHistoryRequest[] = [];
  let passedMs = 0;
  let requestCount = 0;

  function call<T>(work: () => T) {
    requestCount += 1;
    const fault = faults.shift() ?? 'none';
    const value = fault === 'down' ? null : work();
    return Promise.resolve(value === null || fault === 'lost' ? fail('service-unreachable') : ok(value));
  }
  const service = {
    history: (since: string | null) => call(() => copies.since(account, Number(since ?? 0))),
    sendHistory: (body: SendHistoryRequest) =>
      call(() => {
        sent.push(body);
        return copies.take(account, body.epoch, JSON.parse(JSON.stringify(body.events)) as readonly unknown[]);
      }),
    deleteHistory: (epoch: string | null) =>
      call(() => (copies.delete(account, epoch), null)).then((answer) => (answer.ok ? ok(null) : answer)),
  };

  async function computer(index: number): Promise<SyncComputer & { end(): Promise<void> }> {
    const userData = join(folder, String(index));
    const key = randomBytes(32);
    const file = join(userData, 'accounts', 'a'.repeat(32), 'library.db');
    const deviceId = DeviceId.parse(`device-${index}`);
    const log = createListLog();
    let skewMs = 0;
    let removals = 0;
    let stores = createLibraryOn(inProcessStarter(userData), log);
    const nowMs = () => startMs + passedMs + skewMs;
    const today = () => localDay(nowMs(), () => 0);
    async function open(): Promise<void> {
      await valueOf(stores.library.open(accountId('a'), new Uint8Array(key)));
      await valueOf(stores.library.sync.begin(deviceId));
    }
    await open();
    await valueOf(applyCatalogue(stores.library, wholeCatalogue(course('c', 'l1', 'l2'), course('d', 'l3')), null));
    return {
      deviceId,
      async turn(on, deleteCopy = false) {
        await valueOf(stores.library.sync.turn({ on, deleteCopy }));
      },
      skew(byMs) {
        skewMs = byMs;
      },
      async watch(lectureId, fromMs, completed = false) {
        const { study, progress, history } = stores.library;
        const toMs = fromMs + 5000;
        await valueOf(study.addWatched(lectureId, [{ startMs: fromMs, endMs: toMs }]));
        await valueOf(progress.save(lectureId, { positionMs: toMs, completed, watchedAtMs: nowMs() }));
        const at = { nowMs: nowMs(), startedAtMs: nowMs() - 5000, day: today(), offsetMinutes: 0 };
        await valueOf(history.record({ lectureId, deviceId, watchedMs: 5000, fromMs, toMs, ...at }));
      },
      async mark(lectureId, completed) {
        const watched = completed ? [{ startMs: 0, endMs: 60_000 }] : [];
        await valueOf(stores.library.study.mark({ lectureId, completed, watched, watchedAtMs: nowMs() }));
      },
      entries: async () => (await valueOf(stores.library.history.list({ before: null, limit: 200, text: '' }))).entries,
      async remove(removal) {
        removals += 1;
        await valueOf(stores.library.history.remove(removal, removals, nowMs()));
        return removals;
      },
      undo: (removalId) => valueOf(stores.library.history.restore(removalId)),
      async forget(removalId) {
        await valueOf(stores.library.history.forget(removalId));
      },
      purge: async (keepDays) => (await valueOf(stores.library.history.purge(today(), keepDays))).count,
      async exchange(isOver = () => false) {
        const result = await exchange(
          {
            library: stores.library,
            service,
            authorized: (work) => work('token'),
            clock: { nowMs },
            log,
            today,
            isHeld: () => false,
            onApplied: () => undefined,
          },
          isOver,
        );
        return result.ok;
      },
      async restart() {
        await stores.stop();
        stores = createLibraryOn(inProcessStarter(userData), log);
        await open();
      },
      waitingCount: async () => (await valueOf(stores.library.sync.facts())).waitingCount,
      rows(sql) {
        const connection = new Database(file, { readonly: true });
        try {
          giveKey(connection, key);
          return connection.prepare<[], Record<string, unknown>>(sql).all();
        } finally {
          connection.close();
        }
      },
      end: () => stores.stop(),
    };
  }

  const computers = await Promise.all(Array.from({ length: computerCount }, (_, index) => computer(index)));
  for (const each of computers) await each.turn(true);
  return {
    computers,
    faults,
    replay(which) {
      const body = sent[which % Math.max(1, sent.length)];
      if (body !== undefined) copies.take(account, body.epoch, JSON.parse(JSON.stringify(body.events)) as unknown[]);
    },
    pass(byMs) {
      passedMs += byMs;
    },
    requestCount: () => requestCount,
    async end() {
      for (const each of computers) await each.end();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything that a person can see of a computer's watching, to be compared with another's. */
export function seenOn(computer: SyncComputer): unknown {
  return {
    history: computer.rows(
      `SELECT id, lecture_id, lecture_title, course_title, device_id, started_at_ms, ended_at_ms, day, watched_ms, from_ms, to_ms
       FROM history ORDER BY id`,
    ),
    progress: computer.rows('SELECT * FROM progress ORDER BY lecture_id'),
    watched: computer.rows('SELECT * FROM watched ORDER BY lecture_id, start_ms'),
    stamps: computer.rows('SELECT * FROM sync_lectures ORDER BY lecture_id'),
  };
}
