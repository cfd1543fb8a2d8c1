import type { AssetId, LectureId } from '../contract/domain/ids.ts';
import type { Requests } from '../contract/ipc.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { Account } from './features/account/account.ts';
import type { Downloads } from './features/downloads/downloads.ts';
import type { Repair } from './features/downloads/repair.ts';
import { createUpkeep } from './features/space/upkeep.ts';
import { readStorage } from './features/space/usage.ts';
import { previewWatched, removeWatched } from './features/space/watched.ts';
import type { WatchedDeps } from './features/space/watched.ts';
import type { Clock, LectureCare, LectureFiles, Log } from './ports.ts';

/** Space, the bin and what goes by itself, put together; part of `compose`. */
export interface Space {
  storage(): Promise<Result<Requests['storage.read']['out']>>;
  preview(input: Requests['space.preview']['in']): Promise<Result<Requests['space.preview']['out']>>;
  /** Calls off what checks or repairs them, then puts the downloads into the bin. */
  remove(lectureIds: readonly LectureId[]): Promise<Result<null>>;
  readonly bin: Downloads['bin'];
  /** An account was opened. */
  open(): void;
  /** Somebody watched something, or chose otherwise. */
  soon(): void;
  close(): Promise<void>;
}

/** Makes it. */
export function composeSpace(deps: {
  readonly library: WatchedDeps['library'];
  readonly files: LectureFiles;
  readonly clock: Clock;
  readonly log: Log;
  readonly downloads: Downloads;
  readonly repair: Repair;
  readonly moment: WatchedDeps['moment'];
  readonly settings: WatchedDeps['settings'];
  readonly isOpen: WatchedDeps['isOpen'];
  readonly coverUrl: (id: AssetId) => string;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): Space {
  const { downloads, repair } = deps;

  async function remove(ids: readonly LectureId[]): Promise<Result<null>> {
    for (const id of ids) await repair.stop(id);
    return downloads.remove(ids);
  }

  async function removeUnlessOpen(id: LectureId): Promise<Result<boolean>> {
    if (deps.isOpen(id)) return ok(false);
    await repair.stop(id);
    let isKept = false;
    const removed = await downloads.remove([id], () => (isKept = deps.isOpen(id)));
    return removed.ok ? ok(!isKept) : removed;
  }

  const upkeep = createUpkeep({
    clock: deps.clock,
    onDefect: (error) => deps.log.defect('space.upkeep', error),
    async work() {
      const tidied = await downloads.bin.tidy();
      if (!tidied.ok) deps.log.warn('bin.not-tidied', { code: tidied.error.code });
      const onRemoved: WatchedDeps['onRemoved'] = (removed) => deps.emit('space.removed', removed);
      await removeWatched({ ...deps, remove: removeUnlessOpen, onRemoved });
    },
  });
  return {
    storage: () => readStorage(deps),
    preview: ({ courseId }) => previewWatched(courseId, deps),
    remove,
    bin: downloads.bin,
    open: upkeep.open,
    soon: upkeep.soon,
    close: upkeep.close,
  };
}

/** Bytes of other accounts' downloads, weighed once while an account is open: nobody else's change meanwhile. */
export function createOthersBytes(deps: {
  readonly opened: Account['opened'];
  readonly care: Pick<LectureCare, 'weighOthers'>;
}): { read(): Promise<number>; forget(): void } {
  let weighed: Promise<Result<number>> | null = null;
  return {
    async read() {
      const account = deps.opened();
      if (!account.ok) return 0;
      const { id: accountId, keys } = account.value;
      weighed ??= deps.care.weighOthers({ accountId, mediaKey: keys.mediaKey });
      const bytes = await weighed;
      if (!bytes.ok) weighed = null;
      return bytes.ok ? bytes.value : 0;
    },
    forget() {
      weighed = null;
    },
  };
}
