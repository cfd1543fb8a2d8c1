import type { Settings } from './settings.ts';

/**
 * Every kind of data that the app keeps, in one table: what it is made of, why, for how long, who reads it. The screens, the export, the
 * purge and the tests read this table, so that none of them can differ from the others.
 */

/** A setting that says after how many days something goes; null in it: never by itself. */
export type AgeSetting = 'historyRetentionDays' | 'networkRetentionDays';

/** How long something is kept. */
export type Keeping =
  /** Until the person deletes it, or the account is erased from this computer. */
  | { readonly until: 'deleted' }
  /** So many days; the purge deletes what is older. */
  | { readonly until: 'days'; readonly days: number }
  /** As many days as a setting says; null there: until deleted. */
  | { readonly until: 'setting'; readonly setting: AgeSetting }
  | { readonly until: 'setting'; readonly setting: 'historyRetentionDays' | 'networkRetentionDays' }
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
  searches: kind(['search_history'], 'library', { until: 'days', days: 90 }, 'this-computer'),
  downloads: kind(
    ['downloads', 'keep_ready', 'left_alone', 'course_quality'],
    'library',
    { until: 'deleted' },
    'this-computer',
  ),
  bin: kind(['bin'], 'library', { until: 'days', days: 7 }, 'this-computer'),
  speeds: kind(['course_rate'], 'library', { until: 'deleted' }, 'this-computer'),
  recommendations: kind(
    ['recommendation_dismissed', 'recommendation_start'],
    'library',
    { until: 'deleted' },
    'this-computer',
  ),
  rights: kind(['privacy_requests', 'rights_choices'], 'library', { until: 'deleted' }, 'service-too'),
  visits: kind(['home_visit', 'course_arrivals'], 'library', { until: 'deleted' }, 'this-computer'),
  usage: kind(['usage_day'], 'library', { until: 'deleted' }, 'service-too'),
  consents: {
    library: ['consents', 'consent_marks', 'consent_outbox'],
    computer: ['consents', 'consent_marks', 'consent_ends'],
    personal: true,
    keeping: { until: 'deleted' },
    readers: 'service-too',
  },
  'privacy-lists': kind(['privacy_lists'], 'computer', { until: 'uninstalled' }, 'service-too', 'public-catalogue'),
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
  network: {
    library: ['network_requests', 'network_totals', 'network_state'],
    computer: ['network_requests', 'network_totals', 'network_state'],
    personal: true,
    keeping: { until: 'setting', setting: 'networkRetentionDays' },
    readers: 'this-computer',
  },
  'service-lists': kind(['service_lists'], 'computer', { until: 'uninstalled' }, 'service-too', 'public-catalogue'),
  keys: kind(['licence_facts'], 'library', { until: 'owner-goes' }, 'this-computer', 'only-keys'),
} as const satisfies Record<string, DataKind>;

/** The name of a kind. */
export type DataKindName = keyof typeof dataKinds;

/** A kind of files beside the two databases. */
export interface FileKind {
  readonly keeping: Keeping;
  readonly readers: DataKind['readers'];
}

/** What lies outside of the databases; words are under `dataKinds.<name>` too. */
export const fileKinds = {
  'lecture-files': fileKind({ until: 'deleted' }),
  keyring: fileKind({ until: 'deleted' }),
  remembered: fileKind({ until: 'deleted' }),
  logs: fileKind({ until: 'days', days: 14 }),
} as const satisfies Record<string, FileKind>;

/** The name of a kind of files. */
export type FileKindName = keyof typeof fileKinds;

/** Everything that is kept, whatever it is kept in. */
export const keptKinds = { ...dataKinds, ...fileKinds } as const;

/** The name of anything that is kept. */
export type KeptName = keyof typeof keptKinds;

/** What is kept by age: exactly these have a purge, and one that is missing does not compile. */
export type AgingName = {
  readonly [Name in KeptName]: (typeof keptKinds)[Name]['keeping'] extends { readonly until: 'days' | 'setting' }
    ? Name
    : never;
}[KeptName];

/** How many days something is kept under these settings; null: age alone deletes nothing of it. */
export function keptDays(keeping: Keeping, settings: Pick<Settings, AgeSetting>): number | null {
  if (keeping.until === 'days') return keeping.days;
  return keeping.until === 'setting' ? settings[keeping.setting] : null;
}

/** Keeps the literal type of `keeping`, so that `AgingName` can tell them apart. */
function kind<const Kept extends Keeping>(
  tables: readonly string[],
  place: 'library' | 'computer',
  keeping: Kept,
  readers: DataKind['readers'],
  personal: DataKind['personal'] = true,
): DataKind & { readonly keeping: Kept } {
  return {
    library: place === 'library' ? tables : [],
    computer: place === 'computer' ? tables : [],
    personal,
    keeping,
    readers,
  };
}

function fileKind<const Kept extends Keeping>(keeping: Kept): FileKind & { readonly keeping: Kept } {
  return { keeping, readers: 'this-computer' };
}
