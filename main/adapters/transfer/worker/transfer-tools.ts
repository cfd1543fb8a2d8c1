import type { OpenFile } from '../../files/lrm/index.ts';
import type { TransferProgress } from '../../../ports.ts';
import type { WorkerSettings } from '../messages.ts';
import type { RequestLedger } from './request-ledger.ts';
import type { RateLimit } from './rate-limit.ts';
import type { ConnectionPool } from './connection-pool.ts';

/** What a running job works with besides the job itself. */
export interface TransferTools {
  readonly connections: ConnectionPool;
  readonly settings: WorkerSettings;
  /** Shared by all jobs; without one, as fast as the line. */
  readonly limit?: RateLimit;
  /** Asked before each request, and told of it; only trials of parts go without. */
  readonly ledger?: RequestLedger;
  readonly signal: AbortSignal;
  readonly report: TransferProgress;
  /** Milliseconds since 1970; only used where the service does not tell the time itself. */
  nowMs(): number;
  /** Another disk than the real one. */
  readonly openFile?: OpenFile;
}
