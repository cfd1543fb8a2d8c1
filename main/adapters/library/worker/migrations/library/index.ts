import type { Migration } from '../../migrate.ts';
import { initial } from './0001-initial.ts';
import { licences } from './0002-licences.ts';
import { queue } from './0003-queue.ts';

/** Every step of `library.db`, oldest first. When stored JSON changes its shape, the step also forgets cursor and ETag. */
export const libraryMigrations: readonly Migration[] = [initial, licences, queue];
