import type { DataKindName } from './domain/data-kinds.ts';
import type { HeldAtService, HeldHere, HeldSample, RetentionView, SampledKind } from './domain/held-data.ts';

/** Requests about one's data: what is held, for how long, taking it along. */
export interface DataRequests {
  /** Counts everything that is on this computer. */
  'data.overview': { in: null; out: HeldHere };
  /** A few entries of a kind, newest first. */
  'data.samples': { in: { kind: SampledKind }; out: readonly HeldSample[] };
  /** What a kind takes in its database, its indexes too; slow for a large one, so that each is asked for by itself. */
  'data.size': { in: { kind: DataKindName }; out: { sizeBytes: number } };
  /** Asks the service for everything it has of the person. */
  'data.service': { in: null; out: HeldAtService };
  'data.retention': { in: null; out: RetentionView };
}
