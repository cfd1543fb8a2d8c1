import type { LocalAccountId } from '../../../../../contract/domain/ids.ts';
import type { ServiceListName } from '../../../../network-ports.ts';
import type { ConsentTables } from '../consent/tables.ts';
import type { NetworkTables } from '../network/tables.ts';
import type { Statements } from '../statements.ts';

/** The tables of `computer.db` as its newest migration leaves them. */
export interface ComputerTables extends ConsentTables, NetworkTables {
  /** One JSON value a setting. */
  readonly settings: { readonly name: string; readonly value: string };
  readonly device: { readonly only: number; readonly id: string };
  readonly accounts: {
    readonly id: LocalAccountId;
    readonly remembered: 0 | 1;
    readonly last_used_at_ms: number;
    readonly number: number;
    readonly label: string | null;
    readonly colour: string;
    readonly erases_on_quit: 0 | 1;
  };
  /** The highest number ever given to a profile. */
  readonly profile_counter: { readonly only: number; readonly last: number };
  /** Where the downloads are, as JSON. */
  readonly download_folder: { readonly only: number; readonly value: string };
  /** What the service last told everybody, as JSON. */
  readonly service_lists: { readonly name: ServiceListName; readonly value: string; readonly at_ms: number };
  /** Whose computer this is, as JSON. */
  readonly choice: { readonly only: number; readonly value: string };
  /** The end of each ledger of consent, by the account's id or `computer`. */
  readonly consent_ends: { readonly ledger: string; readonly sequence: number; readonly hash: string };
  /** What the service says of its policies and cookies, as JSON. */
  readonly privacy_lists: { readonly only: number; readonly value: string };
}

/** Typed queries on the open computer file. */
export type ComputerStatements = Statements<ComputerTables>;
