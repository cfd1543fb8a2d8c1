import { CatalogueDelta } from '../../../../../contract/api/catalogue.ts';
import { endDelta } from './apply-delta.ts';
import { freshenSearch, waitingForIndex } from './search/freshen.ts';
import { StoreFault } from '../store-fault.ts';
import type { LibraryStatements } from './tables.ts';
import { createCourseWriter } from './write-course.ts';

/** A page that was read and is not wholly applied. */
interface StagedPage {
  readonly delta: CatalogueDelta;
  readonly etag: string | null;
  readonly writeCourse: ReturnType<typeof createCourseWriter>;
  /** So many of its courses are in the library. */
  doneCount: number;
}

/** At most one for each open library; it goes with it. */
const stagedPages = new WeakMap<LibraryStatements, StagedPage>();

/** Others wait about so long for their turn, */
const turnMs = 40;
/** and now and then for so many things to be indexed. */
const indexedAtOnce = 500;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads and checks a page of the catalogue, in the place of one that was not applied wholly; throws `service-nonsense`. */
export function stagePage(
  store: LibraryStatements,
  { page, etag }: { readonly page: Uint8Array; readonly etag: string | null },
): { readonly hasMore: boolean } {
  const delta = deltaOf(page);
  stagedPages.set(store, { delta, etag, writeCourse: createCourseWriter(store), doneCount: 0 });
  return { hasMore: delta.hasMore ?? false };
}

function deltaOf(page: Uint8Array): CatalogueDelta {
  try {
    return CatalogueDelta.parse(JSON.parse(strictUtf8.decode(page)));
  } catch {
    throw new StoreFault('service-nonsense');
  }
}

/**
 * Applies courses of the page that waits for a moment, and with the last of them all the rest of it. Throws
 * `unexpected` when none waits.
 */
export function applySome(store: LibraryStatements): { readonly changed: boolean; readonly isLeft: boolean } {
  const staged = stagedPages.get(store);
  if (staged === undefined) throw new StoreFault('unexpected');
  const { delta, etag, writeCourse } = staged;
  const endsAtMs = performance.now() + turnMs;
  let changed = false;
  let { doneCount } = staged;
  for (const course of delta.courses.slice(doneCount)) {
    changed = writeCourse(course) || changed;
    doneCount += 1;
    if (performance.now() >= endsAtMs) break;
  }
  const isLeft = doneCount < delta.courses.length;
  if (!isLeft) {
    changed = endDelta(store, delta, etag) || changed;
    stagedPages.delete(store);
  }
  staged.doneCount = doneCount;
  // Each time the index is written costs about as much as some hundred things in it.
  const isEnd = !isLeft && delta.hasMore !== true;
  if (isEnd || waitingForIndex(store) >= indexedAtOnce) freshenSearch(store);
  return { changed, isLeft };
}
