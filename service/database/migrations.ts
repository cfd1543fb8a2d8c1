import { firstMigration } from './migrations/0001-first.ts';
import { remoteSignOutMigration } from './migrations/0002-remote-sign-out.ts';
import { regionMigration } from './migrations/0003-region.ts';
import { ratingsMigration } from './migrations/0004-ratings.ts';
import { popularMigration } from './migrations/0005-popular.ts';
import { historyMigration } from './migrations/0006-history.ts';
import { privacyMigration } from './migrations/0007-privacy.ts';

/** Every step from an empty database to today's, in order; a published step is never changed. */
export const migrations: readonly string[] = [
  firstMigration,
  remoteSignOutMigration,
  regionMigration,
  ratingsMigration,
  popularMigration,
  historyMigration,
  privacyMigration,
];
