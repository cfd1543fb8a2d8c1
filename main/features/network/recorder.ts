import { localDay, type OffsetMinutes } from '../../../contract/domain/local-day.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { NetworkSource } from '../../../contract/domain/network.ts';
import type { DatedRecord, NetworkStore } from '../../network-ports.ts';
import type { Clock, Log } from '../../ports.ts';
import type { NetworkSink } from '../../privacy-ports.ts';

/** What writing requests down needs. */
export interface RecorderDeps {
  readonly stores: Readonly<Record<NetworkSource, Pick<NetworkStore, 'record'>>>;
  /** The account whose library is open; null: nobody is signed in. */
  readonly openedId: () => LocalAccountId | null;
  readonly clock: Clock;
  readonly offsetMinutes: OffsetMinutes;
  readonly log: Log;
  /** Some were written down. */
  readonly onChange: () => void;
}

/** Takes requests as they end and writes them down some at a time. */
export interface Recorder extends NetworkSink {
  /** Writes down what waits; never fails: what cannot be written waits on. */
  flush(): Promise<void>;
  /** The account is being closed, its library is still open: what was sent in its name is written down in it. */
  closing(): Promise<void>;
}

/** So long a request waits to be written down, and so many wait at most. */
export const recorderBounds = { waitMs: 1000, batch: 50, waiting: 5000 } as const;

interface Waiting {
  /** Null: nobody was signed in. */
  readonly owner: LocalAccountId | null;
  records: DatedRecord[];
  missedCount: number;
}

/** Makes it. */
export function createRecorder({ stores, openedId, clock, offsetMinutes, log, onChange }: RecorderDeps): Recorder {
  /** In the order of their first request; usually one. */
  let waiting: readonly Waiting[] = [];
  let owner: LocalAccountId | null = null;
  let callOff: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  const waitingCount = (): number => waiting.reduce((sum, { records }) => sum + records.length, 0);

  function queueOf(id: LocalAccountId | null): Waiting {
    const known = waiting.find((each) => each.owner === id);
    if (known !== undefined) return known;
    const queue: Waiting = { owner: id, records: [], missedCount: 0 };
    waiting = [...waiting, queue];
    return queue;
  }

  function schedule(): void {
    callOff ??= clock.after(recorderBounds.waitMs, () => void flush());
  }

  async function write(queue: Waiting): Promise<void> {
    const { records, missedCount } = queue;
    if (records.length === 0 && missedCount === 0) return;
    const store = stores[queue.owner === null ? 'computer' : 'account'];
    queue.records = [];
    queue.missedCount = 0;
    const today = localDay(clock.nowMs(), offsetMinutes);
    const kept = await store.record({ records, today, missedCount });
    if (kept.ok) {
      onChange();
      return;
    }
    log.warn('network.not-kept', { code: kept.error.code, count: records.length });
    queue.records = [...records, ...queue.records];
    queue.missedCount += missedCount;
    schedule();
  }

  /** Writes what may be written now: of accounts only of the one whose library is open. */
  function flush(): Promise<void> {
    callOff?.();
    callOff = null;
    writing = writing.then(async () => {
      for (const queue of waiting) if (queue.owner === null || queue.owner === owner) await write(queue);
      waiting = waiting.filter((each) => each.records.length > 0 || each.missedCount > 0);
    });
    return writing;
  }

  return {
    record(entry) {
      // Between the closing of an account and the closing of its library requests still end that were made in its name.
      owner = openedId() ?? owner;
      const queue = queueOf(owner);
      if (waitingCount() >= recorderBounds.waiting) queue.missedCount += 1;
      else queue.records.push({ ...entry, day: localDay(entry.atMs, offsetMinutes) });
      // A disk that fails is asked again after a while, not at every request.
      if (queue.records.length === recorderBounds.batch) void flush();
      else schedule();
    },
    flush,
    async closing() {
      await flush();
      const left = waiting.find((each) => each.owner !== null && each.owner === owner);
      owner = null;
      if (left === undefined) return;
      // Nobody is to find them in another's library; that they were made is not to be lost.
      waiting = waiting.filter((each) => each !== left);
      const queue = queueOf(null);
      queue.records = [...left.records, ...queue.records];
      queue.missedCount += left.missedCount;
      schedule();
    },
  };
}
