import type { Migration } from '../../migrate.ts';
import { initial } from './0001-initial.ts';
import { profiles } from './0002-profiles.ts';
import { folder } from './0003-folder.ts';
import { consent } from './0004-consent.ts';
import { network } from './0005-network.ts';

/** Every step of `computer.db`, oldest first. */
export const computerMigrations: readonly Migration[] = [initial, profiles, folder, consent, network];
