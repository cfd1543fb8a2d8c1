/** The door of the exchange of watching between computers, as `ports.ts` has the others. */
import type { DeviceId } from '../contract/domain/ids.ts';
import type { LocalDay } from '../contract/domain/local-day.ts';
import type { HistoryEvent } from '../contract/domain/synced.ts';
import type { Result } from '../contract/result.ts';

/** How the exchange stands in the library of the open account. */
export interface SyncFacts {
  readonly on: boolean;
  /** Which copy at the service this computer knows; null: none yet. */
  readonly epoch: string | null;
  /** Where reading goes on; null: from the beginning. */
  readonly cursor: string | null;
  /** Another computer deleted the copy. */
  readonly copyGone: boolean;
  /** The copy is to be deleted at the service: with an epoch only that one. */
  readonly deletion: { readonly epoch: string | null } | null;
  /** How many changes the service does not have yet and may have now. */
  readonly waitingCount: number;
  readonly lastAtMs: number | null;
}

/** A change that the service does not have yet; the same number again means that it did not change meanwhile. */
export interface OutgoingEvent {
  readonly revision: number;
  readonly event: HistoryEvent;
}

/** A part of what the service knows. */
export interface IncomingPart {
  readonly epoch: string;
  readonly cursor: string;
  readonly events: readonly HistoryEvent[];
  readonly today: LocalDay;
  readonly nowMs: number;
}

/** What a part has changed here. */
export interface AppliedPart {
  readonly history: boolean;
  readonly progress: boolean;
}

/** What is to be exchanged, kept in the encrypted library: written in the same transaction as what changed, and only while the exchange is on. */
export interface SyncStore {
  /** An account was opened on this computer. */
  begin(deviceId: DeviceId): Promise<Result<SyncFacts>>;
  facts(): Promise<Result<SyncFacts>>;
  /** On: all that is here is to be told. Off: nothing waits any more; `deleteCopy`: the copy is to be deleted. */
  turn(to: { readonly on: boolean; readonly deleteCopy: boolean }): Promise<Result<SyncFacts>>;
  /** Lets some more of what was here before wait for being told; false: there is no more. */
  fill(): Promise<Result<boolean>>;
  /** Some of what waits, oldest first. */
  outgoing(limit: number): Promise<Result<readonly OutgoingEvent[]>>;
  /** The service has these; those that it refused are set aside until they change. */
  sent(answer: { readonly taken: readonly number[]; readonly refused: readonly number[] }): Promise<Result<null>>;
  /** Takes a part, and with it the place where reading goes on; nothing while the exchange is off or knows another copy. */
  apply(part: IncomingPart): Promise<Result<AppliedPart>>;
  /** The copy is another one than this computer knew. */
  copyGone(): Promise<Result<null>>;
  /** The service has deleted the copy. */
  copyDeleted(): Promise<Result<null>>;
  /** All was exchanged. */
  done(nowMs: number): Promise<Result<null>>;
}
