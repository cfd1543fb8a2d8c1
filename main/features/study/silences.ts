import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type { SilenceView } from '../../../contract/domain/study.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ByteRange, Clock, Library, Log } from '../../ports.ts';
import type { FindSilences, Listenable } from '../../study-ports.ts';

/** What finding silences needs. */
export interface SilencesDeps {
  readonly library: Library;
  readonly clock: Clock;
  readonly log: Log;
  readonly openMedia: (id: AssetId) => Promise<
    Result<{
      readonly sizeBytes: number;
      stream(range: ByteRange, signal: AbortSignal): Promise<Result<ReadableStream<Uint8Array>>>;
      close(): Promise<void>;
    }>
  >;
  readonly findSilences: FindSilences;
  /** The silences of a lecture were found, or cannot be. */
  readonly onFound: (id: LectureId) => void;
}

/** The silences of downloaded lectures: found once, one lecture at a time. */
export interface Silences {
  /** What is known; asks for what is not. */
  read(id: LectureId): Promise<Result<SilenceView>>;
  /** Takes the list of downloads as it is now: what has just come is listened to. */
  follow(items: readonly DownloadItem[]): void;
  /** Somebody is watching: what nobody asked for waits. */
  watching(): void;
  /** Looks for work, once an account is open. */
  wake(): void;
  /** Calls off what runs and forgets what waits. */
  stop(): Promise<void>;
}

interface Job {
  readonly lectureId: LectureId;
  readonly assetId: AssetId;
}

/** Nobody is watching when nothing was told for so long. */
const quietMs = 20_000;
const lookAgainMs = 30_000;

/** Makes the finder of silences. What just came or is asked for by the player has its turn at once; the rest waits for idle time. */
export function createSilences(deps: SilencesDeps): Silences {
  const { library, clock } = deps;
  let wanted: Job[] = [];
  const failed = new Set<AssetId>();
  let complete: ReadonlySet<LectureId> | null = null;
  let downloading = false;
  let watchedAtMs = -Infinity;
  let running: { readonly call: AbortController; readonly end: Promise<void> } | null = null;
  let cancelTimer: () => void = () => undefined;

  async function fileOf(id: LectureId): Promise<Result<AssetId | null>> {
    const row = await library.downloads.get(id);
    if (!row.ok) return row;
    if (row.value?.state === 'complete') return ok(row.value.assetId);
    return ok(row.value?.previous?.assetId ?? null);
  }

  async function listenable(id: AssetId, signal: AbortSignal): Promise<Listenable | null> {
    const source = await deps.openMedia(id);
    if (!source.ok) return null;
    await source.value.close();
    return {
      sizeBytes: source.value.sizeBytes,
      async read(range) {
        const opened = await deps.openMedia(id);
        const bytes = opened.ok ? await opened.value.stream(range, signal) : opened;
        if (!bytes.ok) throw new Error(bytes.error.code);
        return bytes.value;
      },
    };
  }

  async function listenTo({ lectureId, assetId }: Job, signal: AbortSignal): Promise<void> {
    const known = await library.study.silencesOfAsset(assetId);
    if (!known.ok || known.value !== null) return;
    try {
      const lecture = await listenable(assetId, signal);
      if (lecture === null) throw new Error('not to be opened');
      // A signal that has been given tells nobody who begins to listen to it only now.
      if (signal.aborted) return;
      const silences = await deps.findSilences(lecture, signal);
      if (signal.aborted) return;
      const kept = await library.study.keepSilences(assetId, silences);
      if (!kept.ok) throw new Error(kept.error.code);
      deps.log.info('silences.found', { count: silences === 'unreadable' ? -1 : silences.length });
      deps.onFound(lectureId);
    } catch {
      // Cut off, damaged, or no room: tried again when the app starts next.
      if (signal.aborted) return;
      failed.add(assetId);
      deps.log.warn('silences.failed');
    }
  }

  async function nextJob(): Promise<Job | null> {
    const first = wanted.shift();
    if (first !== undefined) return first;
    const idle = !downloading && clock.nowMs() - watchedAtMs > quietMs;
    const next = await library.study.nextWithoutSilences([...failed]);
    if (!next.ok || next.value === null) return null;
    if (idle) return next.value;
    cancelTimer();
    cancelTimer = clock.after(lookAgainMs, wake);
    return null;
  }

  async function work(signal: AbortSignal): Promise<void> {
    for (let job = await nextJob(); job !== null && !signal.aborted; job = await nextJob()) await listenTo(job, signal);
  }

  function wake(): void {
    if (running !== null) return;
    const call = new AbortController();
    const end = work(call.signal).finally(() => {
      if (running?.call === call) running = null;
      // What was asked for in the last moment.
      if (wanted.length > 0 && !call.signal.aborted) wake();
    });
    running = { call, end };
  }

  function want(job: Job): void {
    if (failed.has(job.assetId) || wanted.some(({ assetId }) => assetId === job.assetId)) return;
    wanted.push(job);
    wake();
  }

  return {
    async read(id) {
      const assetId = await fileOf(id);
      if (!assetId.ok) return assetId;
      if (assetId.value === null) return ok({ kind: 'not-downloaded' });
      const known = await library.study.silencesOfAsset(assetId.value);
      if (!known.ok) return known;
      if (known.value === 'unreadable') return ok({ kind: 'unreadable' });
      if (known.value !== null) return ok({ kind: 'ready', spans: known.value });
      want({ lectureId: id, assetId: assetId.value });
      return ok({ kind: failed.has(assetId.value) ? 'unreadable' : 'preparing' });
    },
    follow(items) {
      downloading = items.some(({ state }) => state === 'downloading' || state === 'verifying');
      const now = new Set(items.filter(({ state }) => state === 'complete').map(({ lectureId }) => lectureId));
      const fresh = complete === null ? [] : [...now].filter((id) => complete?.has(id) === false);
      complete = now;
      for (const lectureId of fresh) {
        void fileOf(lectureId).then((assetId) => {
          if (assetId.ok && assetId.value !== null) want({ lectureId, assetId: assetId.value });
        });
      }
    },
    watching() {
      watchedAtMs = clock.nowMs();
    },
    wake,
    async stop() {
      wanted = [];
      failed.clear();
      complete = null;
      running?.call.abort();
      await running?.end;
      // Only now: what ran may have set it once more.
      cancelTimer();
    },
  };
}
