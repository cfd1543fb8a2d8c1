import type { Migration } from '../../migrate.ts';
import { initial } from './0001-initial.ts';
import { licences } from './0002-licences.ts';
import { queue } from './0003-queue.ts';
import { bin } from './0004-bin.ts';
import { keepReady } from './0005-keep-ready.ts';
import { study } from './0006-study.ts';
import { notes } from './0007-notes.ts';
import { search } from './0008-search.ts';
import { history } from './0009-history.ts';
import { recommendations } from './0010-recommendations.ts';
import { browse } from './0011-browse.ts';
import { ratings } from './0012-ratings.ts';
import { catalogueImport } from './0013-import.ts';
import { popularity } from './0014-popularity.ts';
import { statistics } from './0015-statistics.ts';
import { sync } from './0016-sync.ts';
import { usage } from './0017-usage.ts';
import { consent } from './0018-consent.ts';
import { rights } from './0019-rights.ts';
import { network } from './0020-network.ts';
import { cookies } from './0021-cookies.ts';

/** Every step of `library.db`, oldest first. When stored JSON changes its shape, the step also forgets cursor and ETag. */
export const libraryMigrations: readonly Migration[] = [
  initial,
  licences,
  queue,
  bin,
  keepReady,
  study,
  notes,
  search,
  history,
  recommendations,
  browse,
  ratings,
  catalogueImport,
  popularity,
  statistics,
  sync,
  usage,
  consent,
  rights,
  network,
  cookies,
];
