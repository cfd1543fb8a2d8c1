import type { Migration } from '../../migrate.ts';
import { makeNetworkTables } from '../../network/make-tables.ts';

/** What went over the network in the account's name. */
export const network: Migration = { number: 20, up: makeNetworkTables };
