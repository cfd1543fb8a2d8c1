import type { Requests } from '../../../contract/ipc.ts';
import { dayAfter, localDay, type OffsetMinutes } from '../../../contract/domain/local-day.ts';
import { networkBounds, type NetworkSource } from '../../../contract/domain/network.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { NetworkStore } from '../../network-ports.ts';
import type { Clock } from '../../ports.ts';
import type { Recorder } from './recorder.ts';

/** What reading the ledger needs. */
export interface LedgerDeps {
  readonly stores: Readonly<Record<NetworkSource, NetworkStore>>;
  readonly recorder: Pick<Recorder, 'flush'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly offsetMinutes: OffsetMinutes;
  /** When what is too old goes next; null when no account is open. */
  readonly nextPurgeAtMs: () => number | null;
  readonly onChange: () => void;
}

type Asked<Name extends keyof Requests> = Requests[Name]['in'];
type Answered<Name extends keyof Requests> = Promise<Result<Requests[Name]['out']>>;

/** What went over the network, to be looked at and cleared. */
export interface Ledger {
  summary(input: Asked<'network.summary'>): Answered<'network.summary'>;
  list(input: Asked<'network.list'>): Answered<'network.list'>;
  count(input: Asked<'network.count'>): Answered<'network.count'>;
  clear(input: Asked<'network.clear'>): Answered<'network.clear'>;
}

/** Makes it; what waits to be written down is written first, so that an answer is whole. */
export function createLedger({ stores, recorder, clock, offsetMinutes, ...deps }: LedgerDeps): Ledger {
  return {
    async summary({ source }) {
      await recorder.flush();
      const fromDay = dayAfter(localDay(clock.nowMs(), offsetMinutes), 1 - networkBounds.plotDays);
      const summary = await stores[source].summary(fromDay);
      return summary.ok ? ok({ ...summary.value, nextPurgeAtMs: deps.nextPurgeAtMs() }) : summary;
    },
    async list({ source, ...query }) {
      await recorder.flush();
      return stores[source].list(query);
    },
    async count({ source, ...query }) {
      await recorder.flush();
      return stores[source].count(query);
    },
    async clear({ source }) {
      await recorder.flush();
      const cleared = await stores[source].clear(clock.nowMs());
      if (cleared.ok) deps.onChange();
      return cleared;
    },
  };
}
