import type { AssetId, CourseId } from '../../../contract/domain/ids.ts';
import type { CourseDetail, HomeView } from '../../../contract/domain/views.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccessToken, AppliedPage, Clock, Library, ServiceApi, StoredContent } from '../../ports.ts';
import { browseCardOf } from './browse.ts';
import { continueOf, detailOf } from './course-views.ts';

/** What the catalogue feature needs. */
export interface CatalogueDeps {
  readonly library: Library;
  readonly service: ServiceApi;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly authorized: <T>(call: (token: AccessToken) => Promise<Result<T>>) => Promise<Result<T>>;
  /** Whether it is kept when the person was at home, which says what is new to them. */
  readonly keepsVisits: () => boolean;
  /** A refresh was asked for. */
  readonly onRefresh: () => void;
  readonly onChange: () => void;
}

/** Courses and lectures: the local copy answers at once, the service may only add to it. */
export interface Catalogue {
  home(): Promise<Result<HomeView>>;
  course(id: CourseId): Promise<Result<CourseDetail>>;
  /** Fetches what is new; one fetch at a time, shared by all who ask. */
  refresh(): Promise<Result<{ changed: boolean }>>;
  /** A small file of the catalogue (cover, captions, slides): from the library, else from the service and then kept, if that is wanted. */
  smallFile(id: AssetId, keeps?: boolean): Promise<Result<StoredContent>>;
  /** The account closes: what is still on its way is called off, and never kept for the next one. */
  forget(): void;
}

const continueWatchingCount = 12;
const newestCount = 24;
/** While a long catalogue comes, screens look again after so many pages. */
const pagesBetweenLooks = 16;

/** Makes the catalogue feature. */
export function createCatalogue(deps: CatalogueDeps): Catalogue {
  let refreshing: Promise<Result<{ changed: boolean }>> | null = null;
  let fetching = new Map<AssetId, Promise<Result<StoredContent>>>();
  /** Aborted when the account closes: the library that is open later may be another person's. */
  let closing = new AbortController();

  async function fetchDelta(): Promise<Result<{ changed: boolean }>> {
    const { signal } = closing;
    let changed = false;
    for (let pageCount = 1; ; pageCount += 1) {
      const page = await fetchPage(signal);
      if (!page.ok) return page;
      changed ||= page.value.changed;
      const isShown = page.value.changed && (pageCount === 1 || pageCount % pagesBetweenLooks === 0);
      if (isShown || (changed && !page.value.hasMore)) deps.onChange();
      if (!page.value.hasMore) return ok({ changed });
    }
  }

  async function fetchPage(signal: AbortSignal): Promise<Result<AppliedPage>> {
    const known = await deps.library.catalogue.known();
    if (!known.ok) return known;
    const answer = await deps.authorized((token) => deps.service.catalogue(known.value, token));
    if (!answer.ok) return answer;
    if (signal.aborted) return fail('signed-out');
    if (answer.value === 'unchanged') return ok({ changed: false, hasMore: false });
    const applied = await deps.library.catalogue.apply(answer.value.page, answer.value.etag);
    if (!applied.ok || !applied.value.hasMore) return applied;
    if (signal.aborted) return fail('signed-out');
    const now = await deps.library.catalogue.known();
    if (!now.ok) return now;
    // A service that leads in a circle would be asked for ever.
    return now.value.cursor === known.value.cursor ? fail('service-nonsense') : applied;
  }

  async function fetchSmallFile(id: AssetId, keeps: boolean): Promise<Result<StoredContent>> {
    const { signal } = closing;
    const reference = await deps.library.catalogue.asset(id);
    if (!reference.ok) return reference;
    if (reference.value === null) return fail('not-found');
    const location = await deps.authorized((token) => deps.service.locateAsset(id, token));
    if (!location.ok) return location;
    if (location.value.sha256 !== reference.value.sha256) return fail('changed-at-service');
    const bytes = await deps.service.fetchAsset(location.value, signal);
    if (signal.aborted) return fail('signed-out');
    if (!bytes.ok) return bytes;
    const content: StoredContent = { mediaType: reference.value.mediaType, bytes: bytes.value };
    if (!keeps) return ok(content);
    const kept = await deps.library.content.put(id, content);
    return kept.ok ? ok(content) : kept;
  }

  return {
    async home() {
      const [known, newest, recent, fresh] = await Promise.all([
        deps.library.catalogue.known(),
        deps.library.browse.courses(null, newestCount),
        deps.library.progress.recent(continueWatchingCount),
        deps.keepsVisits() ? deps.library.browse.visitHome(deps.clock.nowMs()) : ok([]),
      ]);
      if (!known.ok) return known;
      if (!newest.ok) return newest;
      if (!recent.ok) return recent;
      return ok({
        state: known.value.cursor === null ? 'never-fetched' : 'ready',
        continueWatching: recent.value.map(continueOf),
        courses: newest.value.map(browseCardOf),
        // A full disk only takes the marks.
        newCourseIds: fresh.ok ? fresh.value : [],
      });
    },
    async course(id) {
      const [found, progress, quality, keepReadyCount] = await Promise.all([
        deps.library.catalogue.course(id),
        deps.library.progress.ofCourse(id),
        deps.library.downloads.qualityOfCourse(id),
        deps.library.keepReady.countOfCourse(id),
      ]);
      if (!found.ok) return found;
      if (!progress.ok) return progress;
      if (!quality.ok) return quality;
      if (!keepReadyCount.ok) return keepReadyCount;
      if (found.value === null) return fail('not-found');
      const chosen = { chosenQuality: quality.value, keepReadyCount: keepReadyCount.value };
      return ok(detailOf(found.value.head, found.value.course, progress.value, chosen));
    },
    refresh() {
      deps.onRefresh();
      if (refreshing !== null) return refreshing;
      const mine = fetchDelta().finally(() => {
        if (refreshing === mine) refreshing = null;
      });
      refreshing = mine;
      return mine;
    },
    async smallFile(id, keeps = true) {
      const kept = await deps.library.content.get(id);
      if (!kept.ok) return kept;
      if (kept.value !== null) return ok(kept.value);
      if (!keeps) return fetchSmallFile(id, false);
      const own = fetching;
      const running = own.get(id) ?? fetchSmallFile(id, true).finally(() => own.delete(id));
      own.set(id, running);
      return running;
    },
    forget() {
      closing.abort();
      closing = new AbortController();
      refreshing = null;
      fetching = new Map();
    },
  };
}
