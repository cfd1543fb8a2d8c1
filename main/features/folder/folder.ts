import type { DownloadFolderView, FolderCandidate } from '../../../contract/domain/folder.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type {
  FolderDisk,
  FolderMover,
  FolderPlace,
  FoldersInUse,
  FolderState,
  FolderStore,
  KeptFolder,
  PickFolder,
} from '../../folder-ports.ts';
import type { Clock, Log } from '../../ports.ts';
import { createMoving } from './moving.ts';

/** What the folder of the downloads needs. */
export interface FolderDeps {
  readonly store: FolderStore;
  readonly disk: FolderDisk;
  readonly mover: FolderMover;
  readonly pick: PickFolder;
  readonly clock: Clock;
  readonly log: Log;
  readonly accountIds: () => Promise<Result<readonly LocalAccountId[]>>;
  /** Stops everything that writes into the folder. */
  readonly hold: () => Promise<void>;
  /** The folder is another one, is there again, or may be written to again: what waited goes on. */
  readonly release: () => void;
  /** It is there after it was not. */
  readonly onBack: () => void;
  /** Something of `read` changed. */
  readonly tell: () => void;
}

/** The folder that holds the downloads of everybody on this computer. */
export interface Folder {
  /** To be awaited before anything asks where lectures are. */
  load(): Promise<void>;
  /** Looks whether its drive is there, goes on with a move, and looks again from then on. */
  start(): Promise<void>;
  inUse(): FoldersInUse;
  /** Whether the person chose it: then it is never made anew. */
  isChosen(): boolean;
  /** Whether lectures are on their way, so that nothing may write. */
  isMoving(): boolean;
  /** Looks at the drive first. */
  read(): Promise<Result<DownloadFolderView>>;
  pick(input: { readonly usual: boolean }): Promise<Result<FolderCandidate | null>>;
  move(): Promise<Result<DownloadFolderView>>;
  stopMove(): Promise<Result<DownloadFolderView>>;
  /** Looks now: the computer woke up. */
  check(): void;
  /** Somebody could not read: looks now whether the drive itself answers. */
  doubt(): void;
  /** Runs work while nothing is moved. */
  whileStill<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** While a drive is away a person is likely to be looking for it. */
const awayTickMs = 3000;
const tickMs = 30_000;
/** Left over on the new disk: its file system needs some too. */
const spareBytes = 16 * 1024 * 1024;

/** Makes the folder; until `load` it is the usual one. */
export function createFolder(deps: FolderDeps): Folder {
  const { disk } = deps;
  let kept: KeptFolder = { place: null, move: null };
  let state: FolderState = 'there';
  let candidate: { readonly place: FolderPlace | null } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let cancelTick: (() => void) | null = null;
  let isStopped = false;
  let isDoubted = false;
  const moving = createMoving({ ...deps, kept: () => kept, save, retry: check });

  async function save(next: KeptFolder): Promise<Result<null>> {
    const written = await deps.store.write(next);
    if (!written.ok) return written;
    kept = next;
    state = await disk.state(disk.marked(kept.place), 'touch');
    return done;
  }

  /** One after the other: two that change the record at once would lose one change. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function look(): Promise<void> {
    cancelTick?.();
    cancelTick = null;
    if (isStopped) return;
    const before = state;
    if (!moving.isRunning()) await followDrives();
    // One that was away counts as there only when it answers.
    const touches = isDoubted || before === 'away';
    isDoubted = false;
    state = await disk.state(disk.marked(kept.place), touches ? 'touch' : undefined);
    if (before !== state) {
      deps.log.info(`folder.${state}`);
      deps.tell();
      deps.release();
      if (before === 'away') deps.onBack();
    }
    moving.goOn();
    const waits = state === 'away' || moving.view()?.waitsFor === 'drive-away';
    if (kept.place !== null && !isStopped) cancelTick = deps.clock.after(waits ? awayTickMs : tickMs, check);
  }

  /** Goes after drives that were mounted under another name. */
  async function followDrives(): Promise<void> {
    const place = await followed(kept.place);
    const other = await followed(kept.move?.other ?? null);
    if (place === kept.place && other === (kept.move?.other ?? null)) return;
    const saved = await save({ place, move: kept.move === null ? null : { ...kept.move, other } });
    if (saved.ok) deps.log.info('folder.followed');
  }

  async function followed(place: FolderPlace | null): Promise<FolderPlace | null> {
    if (place === null || (await disk.state(disk.marked(place))) !== 'away') return place;
    return (await disk.follow(place)) ?? place;
  }

  function check(): void {
    void inTurn(look).catch((error: unknown) => deps.log.defect('folder.look', error));
  }

  async function view(): Promise<DownloadFolderView> {
    return {
      isUsual: kept.place === null,
      name: kept.place?.name ?? null,
      driveName: kept.place?.driveName ?? null,
      state,
      freeBytes: state === 'away' ? null : await disk.freeBytes(disk.marked(kept.place)),
      move: moving.view(),
    };
  }

  async function candidateOf(place: FolderPlace | null): Promise<Result<FolderCandidate>> {
    const current = disk.marked(kept.place);
    const target = disk.marked(place);
    const accountIds = await deps.accountIds();
    if (!accountIds.ok) return accountIds;
    const size = await deps.mover.size({ from: current, to: current, accountIds: accountIds.value });
    if (!size.ok && size.error.code !== 'drive-away') return size;
    const moveBytes = size.ok ? size.value : 0;
    const freeBytes = (await disk.freeBytes(target)) ?? 0;
    const fits = freeBytes >= moveBytes + spareBytes || (await disk.isSameDisk(current, target));
    const { name, driveName } = place ?? { name: null, driveName: null };
    return ok({ isUsual: place === null, name, driveName, freeBytes, moveBytes, fits });
  }

  async function place(usual: boolean): Promise<Result<FolderPlace | null> | null> {
    if (usual) return kept.place === null ? fail('folder-unfit') : ok(null);
    const path = await deps.pick();
    return path === null ? null : disk.judge(path, kept.place);
  }

  async function begin(): Promise<Result<null>> {
    if (candidate === null) return fail('folder-unfit');
    const fresh = await candidateOf(candidate.place);
    if (!fresh.ok) return fresh;
    if (!fresh.value.fits) return fail('disk-full');
    const begun = await moving.begin(candidate.place);
    if (begun.ok) candidate = null;
    return begun;
  }

  /** Answers how it is afterwards. */
  async function then(work: () => Promise<Result<null>>): Promise<Result<DownloadFolderView>> {
    const result = await inTurn(work);
    check();
    deps.tell();
    return result.ok ? ok(await view()) : result;
  }

  return {
    async load() {
      const read = await deps.store.read();
      if (read.ok) kept = read.value;
      else deps.log.warn('folder.unread', { code: read.error.code });
    },
    start: () => inTurn(look),
    inUse: () => ({
      current: disk.marked(kept.place),
      other: kept.move === null ? null : disk.marked(kept.move.other),
    }),
    isChosen: () => kept.place !== null,
    isMoving: moving.holds,
    async read() {
      await inTurn(look);
      return ok(await view());
    },
    async pick({ usual }) {
      const picked = await place(usual);
      if (picked === null) return ok(null);
      if (!picked.ok) return picked;
      const found = await candidateOf(picked.value);
      if (found.ok) candidate = { place: picked.value };
      return found;
    },
    move: () => then(begin),
    stopMove: () => then(moving.callOff),
    check,
    doubt() {
      isDoubted = true;
      check();
    },
    whileStill: moving.whileStill,
    async stop() {
      isStopped = true;
      cancelTick?.();
      await moving.stop();
    },
  };
}
