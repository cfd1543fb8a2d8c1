import type { SignOutPreview } from '../../../contract/domain/account.ts';
import type {
  EntryCount,
  EntryKind,
  EraseProgress,
  EraseReceipt,
  ErasePreview,
  EraseVerification,
} from '../../../contract/domain/erase-plan.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { FoundTraces } from '../../erase-plan-ports.ts';
import type { Clock, Library, Log } from '../../ports.ts';

/** What erasing entries needs. */
export interface EntryErasingDeps {
  readonly library: Pick<Library, 'entries' | 'sync'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly kept: () => Promise<Result<SignOutPreview>>;
  /** Deletes every download for good, files first. */
  readonly removeDownloads: () => Promise<Result<null>>;
  /** Deletes the copy at the service, as soon as it can be reached, and ends the exchange. */
  readonly deleteCopy: () => Promise<Result<unknown>>;
  /** Whoever shows, holds in memory or tells others of what is gone. */
  readonly onErased: (kinds: readonly EntryKind[]) => void;
  readonly onProgress: (progress: EraseProgress) => void;
}

/** What a receipt says of erased entries. */
export type ErasedEntries = Pick<EraseReceipt, 'entries' | 'lectureCount' | 'sizeBytes' | 'verification' | 'failed'>;

/** Erasing of entries by their kind. */
export interface EntryErasing {
  preview(): Promise<Result<ErasePreview>>;
  /** Fails when nothing was erased; what of it could not be is in `failed`. */
  erase(kinds: readonly EntryKind[]): Promise<Result<ErasedEntries>>;
}

/** Makes it. */
export function createEntryErasing(deps: EntryErasingDeps): EntryErasing {
  const { library, log } = deps;

  async function preview(): Promise<Result<ErasePreview>> {
    const [entries, here, facts] = await Promise.all([library.entries.count(), deps.kept(), library.sync.facts()]);
    if (!entries.ok) return entries;
    if (!here.ok) return here;
    if (!facts.ok) return facts;
    const { on, epoch, copyGone } = facts.value;
    return ok({ entries: entries.value, here: here.value, isExchanged: on || (epoch !== null && !copyGone) });
  }

  /** Of places nothing can be told but that they are others: only without the copy are they gone. A copy that is not written any more is told nothing. */
  async function copyIsToGo(kinds: readonly EntryKind[]): Promise<boolean> {
    const facts = await library.sync.facts();
    if (!facts.ok) return false;
    const { on, epoch, copyGone } = facts.value;
    const isThere = on || (epoch !== null && !copyGone);
    return isThere && (kinds.includes('progress') || (kinds.includes('history') && !on));
  }

  async function eraseDownloads(): Promise<boolean> {
    const removed = await deps.removeDownloads();
    if (!removed.ok) log.warn('erase-plan.downloads', { code: removed.error.code });
    return removed.ok;
  }

  return {
    preview,
    async erase(kinds) {
      const before = await preview();
      if (!before.ok) return before;
      deps.onProgress({ stage: 'looking', doneCount: 0, totalCount: kinds.length });
      const remembered = await library.entries.remember(kinds);
      if (!remembered.ok) return remembered;
      deps.onProgress({ stage: 'erasing', doneCount: 0, totalCount: kinds.length });
      const hasDownloads = kinds.includes('downloads');
      const downloadsGone = !hasDownloads || (await eraseDownloads());
      const takesCopy = await copyIsToGo(kinds);
      const erased = await library.entries.erase({ kinds, nowMs: deps.clock.nowMs() });
      if (!erased.ok) return erased;
      if (takesCopy) await deps.deleteCopy();
      deps.onErased(kinds);
      deps.onProgress({ stage: 'verifying', doneCount: kinds.length, totalCount: kinds.length });
      const found = await library.entries.look();
      const after = await preview();
      const left = after.ok ? after.value : before.value;
      return ok({
        entries: kinds.map((kind) => goneOf(kind, before.value.entries, left.entries)),
        lectureCount: hasDownloads ? before.value.here.lectureCount - left.here.lectureCount : 0,
        sizeBytes: hasDownloads ? Math.max(0, before.value.here.sizeBytes - left.here.sizeBytes) : 0,
        verification: verificationOf(remembered.value, found.ok ? found.value : null),
        failed: kinds.filter((kind) => countOf(kind, left.entries) > 0 || (kind === 'downloads' && !downloadsGone)),
      });
    },
  };
}

function countOf(kind: EntryKind, counts: readonly EntryCount[]): number {
  return counts.find((each) => each.kind === kind)?.count ?? 0;
}

function goneOf(kind: EntryKind, before: readonly EntryCount[], after: readonly EntryCount[]): EntryCount {
  return { kind, count: Math.max(0, countOf(kind, before) - countOf(kind, after)) };
}

function verificationOf(before: FoundTraces | null, after: FoundTraces | null): EraseVerification | null {
  if (before === null || after === null) return null;
  const { valueCount, foundCount: foundBefore } = before;
  return { valueCount, foundBefore, leftCount: after.foundCount, readBytes: after.readBytes };
}
