import type { AppErrorCode } from '../result.ts';

/**
 * How the exchange of watching between a person's computers stands: off; nothing to do until something changes; busy; waiting for the service
 * (`error` says why); stopped because another computer deleted the copy at the service.
 */
export type SyncPhase = 'off' | 'idle' | 'busy' | 'waiting' | 'copy-deleted';

/** What the settings show of the exchange; it belongs to the account on this computer. */
export interface SyncView {
  readonly on: boolean;
  readonly phase: SyncPhase;
  /** When all was exchanged last, in milliseconds since 1970, UTC; null: never. */
  readonly lastAtMs: number | null;
  /** How many changes the service does not have yet. */
  readonly waitingCount: number;
  readonly error: AppErrorCode | null;
  /** The copy at the service: none that this computer made, one, or one that is to be deleted as soon as the service can be reached. */
  readonly copy: 'none' | 'there' | 'deleting';
}
