/**
 * Every kind of data that the app keeps, in one table: what it is made of, why, for how long, who reads it. The screens, the export, the
 * purge and the tests read this table, so that none of them can differ from the others.
 */

/** How long something is kept. */
export type Keeping =
  /** Until the person deletes it, or the account is erased from this computer. */
  | { readonly until: 'deleted' }
  /** So many days; the purge deletes what is older. */
  | { readonly until: 'days'; readonly days: number }
  /** As many days as a setting says; null there: until deleted. */
  | { readonly until: 'setting'; readonly setting: 'historyRetentionDays' }
  /** As long as what it belongs to is here (a download, a course on offer). */
  | { readonly until: 'owner-goes' }
  /** As long as the app's folder is on the computer. */
  | { readonly until: 'uninstalled' };

/** One kind of data. */
export interface DataKind {
  /** Tables of the account's encrypted `library.db`. */
  readonly library: readonly string[];
  /** Tables of `computer.db`. */
  readonly computer: readonly string[];
  /** About the person, so that it is shown and exported; what is not says why. */
  readonly personal: true | 'public-catalogue' | 'made-from-other-kinds' | 'only-keys';
  readonly keeping: Keeping;
  /** Who reads it: the app here alone, or the service too. */
  readonly readers: 'this-computer' | 'service-too';
}

/** The kinds; the words for each are in the catalogues under `dataKinds.<name>`. */
export const dataKinds = {
  profile: kind(['accounts', 'profile_counter'], 'computer', { until: 'deleted' }, 'this-computer'),
  settings: kind(['settings', 'choice', 'download_folder'], 'computer', { until: 'uninstalled' }, 'this-computer'),
  computer: kind(['device'], 'computer', { until: 'uninstalled' }, 'service-too'),
  history: kind(
    ['history', 'history_days'],
    'library',
    { until: 'setting', setting: 'historyRetentionDays' },
    'service-too',
  ),
  sync: kind(
    ['sync_state', 'sync_lectures', 'sync_sittings', 'sync_outbox'],
    'library',
    { until: 'deleted' },
    'service-too',
  ),
  progress: kind(['progress', 'watched'], 'library', { until: 'deleted' }, 'service-too'),
  notes: kind(['notes'], 'library', { until: 'deleted' }, 'this-computer'),
  ratings: kind(['ratings'], 'library', { until: 'deleted' }, 'service-too'),
  'my-list': kind(['my_list'], 'library', { until: 'deleted' }, 'this-computer'),
  searches: kind(['search_history'], 'library', { until: 'deleted' }, 'this-computer'),
  downloads: kind(
    ['downloads', 'bin', 'keep_ready', 'left_alone', 'course_quality'],
    'library',
    { until: 'deleted' },
    'this-computer',
  ),
  speeds: kind(['course_rate'], 'library', { until: 'deleted' }, 'this-computer'),
  recommendations: kind(
    ['recommendation_dismissed', 'recommendation_start'],
    'library',
    { until: 'deleted' },
    'this-computer',
  ),
  visits: kind(['home_visit', 'course_arrivals'], 'library', { until: 'deleted' }, 'this-computer'),
  /** What the service left in the account's session, by consent. */
  cookies: kind(['cookies'], 'library', { until: 'deleted' }, 'service-too'),
  licences: kind(['licences', 'licence_grace'], 'library', { until: 'owner-goes' }, 'service-too'),
  catalogue: kind(
    [
      'catalogue_state',
      'courses',
      'sections',
      'lectures',
      'assets',
      'content',
      'popularity',
      'popularity_state',
      'silences',
    ],
    'library',
    { until: 'owner-goes' },
    'service-too',
    'public-catalogue',
  ),
  'search-index': kind(
    [
      'search_documents',
      'search_terms',
      'search_queue',
      'search_course',
      'search_lecture',
      'search_lecturer',
      'search_cue',
      'search_note',
    ],
    'library',
    { until: 'owner-goes' },
    'this-computer',
    'made-from-other-kinds',
  ),
  keys: kind(['licence_facts'], 'library', { until: 'owner-goes' }, 'this-computer', 'only-keys'),
} as const satisfies Record<string, DataKind>;

/** The name of a kind. */
export type DataKindName = keyof typeof dataKinds;

function kind(
  tables: readonly string[],
  place: 'library' | 'computer',
  keeping: Keeping,
  readers: DataKind['readers'],
  personal: DataKind['personal'] = true,
): DataKind {
  return {
    library: place === 'library' ? tables : [],
    computer: place === 'computer' ? tables : [],
    personal,
    keeping,
    readers,
  };
}
