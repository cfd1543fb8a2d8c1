import type { LocalDay } from '../../../../../contract/domain/local-day.ts';
import type { NetworkResult } from '../../../../../contract/domain/network.ts';
import type { PrivacyCategory, Purpose } from '../../../../../contract/domain/privacy.ts';
import type { Statements } from '../statements.ts';

/** The tables of a network ledger, the same in `library.db` and in `computer.db`. */
export interface NetworkTables {
  readonly network_requests: {
    readonly id: number;
    readonly at_ms: number;
    readonly day: LocalDay;
    /** The day by which it grows old. */
    readonly age_day: LocalDay;
    readonly host: string;
    readonly purpose: Purpose | 'none';
    readonly category: PrivacyCategory | 'none';
    readonly sent_bytes: number;
    readonly received_bytes: number;
    readonly result: NetworkResult;
    readonly status: number | null;
    readonly duration_ms: number;
  };
  /** Sums, which outlive the single requests. */
  readonly network_totals: {
    readonly day: LocalDay;
    readonly host: string;
    readonly purpose: Purpose | 'none';
    readonly category: PrivacyCategory | 'none';
    readonly request_count: number;
    readonly refused_count: number;
    readonly failed_count: number;
    readonly sent_bytes: number;
    readonly received_bytes: number;
  };
  /** One row, once there was a request. */
  readonly network_state: {
    readonly only: number;
    readonly since_ms: number | null;
    readonly is_cleared: 0 | 1;
    readonly missed_count: number;
    readonly clock_day: LocalDay;
    readonly age_day: LocalDay;
  };
}

/** Typed queries on the ledger of either file. */
export type NetworkStatements = Statements<NetworkTables>;

/** The ledger's tables of a file that has them among others. */
export function networkOf<Tables extends NetworkTables>(store: Statements<Tables>): NetworkStatements {
  return store as unknown as NetworkStatements;
}
