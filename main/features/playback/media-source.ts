import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccountKeys, ByteRange, Clock, LectureFiles, Library, ServiceApi } from '../../ports.ts';
import { goOnFromDisk } from './go-on-stream.ts';
import { createPace } from './pace.ts';

/** A lecture's bytes, wherever they are. */
export interface MediaSource {
  readonly mediaType: string;
  readonly sizeBytes: number;
  stream(range: ByteRange, signal: AbortSignal): Promise<Result<ReadableStream<Uint8Array>>>;
  /** Lets go of what opening took; after a stream was taken, the stream does it. */
  close(): Promise<void>;
}

/** What finding a lecture's bytes needs. */
export interface MediaSourceDeps {
  readonly library: Library;
  readonly files: LectureFiles;
  readonly service: Pick<ServiceApi, 'streamAsset'>;
  readonly clock: Clock;
  readonly opened: () => Result<{ readonly id: LocalAccountId; readonly keys: AccountKeys }>;
  readonly locate: (id: AssetId) => Promise<Result<AssetLocation>>;
  /** Whether a downloaded lecture may be played by its licence; a stream that has begun goes on. */
  readonly mayPlay: (id: LectureId) => Promise<Result<null>>;
  readonly onFault: (assetId: AssetId, code: AppErrorCode) => void;
}

const addressMarginMs = 30_000;

/** Where lectures are played from. */
export interface MediaSources {
  /** From the encrypted store when it is downloaded and its licence allows it, else from the service. Fails with `not-found` for an unknown id. */
  open(id: AssetId): Promise<Result<MediaSource>>;
  /** Whether an asset comes from the service though it is downloaded: the person chose that while its file cannot be read. */
  setStreamed(id: AssetId, streamed: boolean): void;
  /** Takes note of the downloads: what is whole now goes on from the disk. */
  follow(items: readonly Pick<DownloadItem, 'lectureId' | 'quality' | 'state'>[]): void;
  forget(): void;
}

/** Opens assets wherever they are; a stream from the service goes on from the disk as soon as the file is whole there, or when the service falls silent. */
export function createMediaSources(deps: MediaSourceDeps): MediaSources {
  let addresses = new Map<AssetId, AssetLocation>();
  const streamed = new Set<AssetId>();
  const looks = new Set<() => void>();
  let whole = '';

  async function address(id: AssetId): Promise<Result<AssetLocation>> {
    const known = addresses.get(id);
    if (known !== undefined && Date.parse(known.expiresAt) - addressMarginMs > deps.clock.nowMs()) return ok(known);
    // Signed for whoever asked: one that comes late is not for the next account.
    const own = addresses;
    const fresh = await deps.locate(id);
    if (fresh.ok) own.set(id, fresh.value);
    return fresh;
  }

  async function openDownloaded(id: AssetId, mediaType: string): Promise<Result<MediaSource>> {
    const account = deps.opened();
    if (!account.ok) return account;
    const reader = await deps.files.open(account.value.id, id, account.value.keys.mediaKey);
    if (!reader.ok) return reader;
    const { sizeBytes } = reader.value;
    return ok({
      mediaType,
      sizeBytes,
      close: () => reader.value.close(),
      stream: (range) => {
        const bytes = reader.value.stream(range, (code) => deps.onFault(id, code));
        const pauseMs = createPace(range, sizeBytes);
        return Promise.resolve(
          ok(tended(bytes, { pauseMs, after: deps.clock.after, onEnd: () => reader.value.close() })),
        );
      },
    });
  }

  async function openRemote(id: AssetId, mediaType: string): Promise<Result<MediaSource>> {
    const location = await address(id);
    if (!location.ok) return location;
    const { sizeBytes } = location.value;
    return ok({
      mediaType,
      sizeBytes,
      close: () => Promise.resolve(),
      stream: async (range, signal) => {
        const bytes = await deps.service.streamAsset(location.value, range, signal);
        // The address may have run out early, or belong to a file that changed: the next request asks for a new one.
        if (!bytes.ok) {
          addresses.delete(id);
          if (signal.aborted) return bytes;
          const rest = await restFromDisk(id, sizeBytes, range.start, range);
          if (rest !== null) return ok(rest);
          if (bytes.error.code !== 'cancelled') deps.onFault(id, bytes.error.code);
          return bytes;
        }
        const going = goOnFromDisk(bytes.value, {
          start: range.start,
          restFromDisk: (start) => (signal.aborted ? Promise.resolve(null) : restFromDisk(id, sizeBytes, start, range)),
          whenToLook: (look) => whenToLook(id, look),
          after: deps.clock.after,
          onBroken() {
            // A seek calls the request off: that is no fault.
            if (signal.aborted) return;
            addresses.delete(id);
            deps.onFault(id, 'service-unreachable');
          },
        });
        return ok(going);
      },
    });
  }

  function whenToLook(id: AssetId, look: () => void): () => void {
    // What the person streams on purpose goes back to its file only when the service fails.
    const lookIfWanted = () => (streamed.has(id) ? undefined : look());
    looks.add(lookIfWanted);
    return () => looks.delete(lookIfWanted);
  }

  async function restFromDisk(
    id: AssetId,
    sizeBytes: number,
    start: number,
    { endExclusive }: ByteRange,
  ): Promise<ReadableStream<Uint8Array> | null> {
    const row = await deps.library.downloads.completeOfAsset(id);
    if (!row.ok || row.value === null || start >= endExclusive) return null;
    const licensed = await deps.mayPlay(row.value.lectureId);
    const source = licensed.ok ? await openDownloaded(id, '') : licensed;
    if (!source.ok) return null;
    const bytes =
      source.value.sizeBytes === sizeBytes
        ? await source.value.stream({ start, endExclusive }, new AbortController().signal)
        : null;
    if (bytes?.ok === true) return bytes.value;
    await source.value.close();
    return null;
  }

  return {
    setStreamed(id, on) {
      if (on) streamed.add(id);
      else streamed.delete(id);
    },
    follow(items) {
      const now = items
        .filter(({ state }) => state === 'complete')
        .map(({ lectureId, quality }) => `${lectureId} ${quality}`)
        .toSorted()
        .join('\n');
      if (now === whole) return;
      whole = now;
      for (const look of looks) look();
    },
    async open(id) {
      const { catalogue, downloads } = deps.library;
      // Together: this is asked at every seek.
      const [reference, row] = await Promise.all([catalogue.asset(id), downloads.completeOfAsset(id)]);
      if (!reference.ok) return reference;
      if (reference.value === null) return fail('not-found');
      if (!row.ok) return row;
      const { mediaType } = reference.value;
      if (row.value === null) return openRemote(id, mediaType);
      if (streamed.has(id)) {
        const remote = await openRemote(id, mediaType);
        if (remote.ok) return remote;
      }
      const licensed = await deps.mayPlay(row.value.lectureId);
      return licensed.ok ? openDownloaded(id, mediaType) : licensed;
    },
    forget() {
      addresses = new Map();
      streamed.clear();
      whole = '';
    },
  };
}

/** The same bytes, with the pauses that `pauseMs` wants; `onEnd` runs when they end, fail or are not wanted any more. */
function tended(
  bytes: ReadableStream<Uint8Array>,
  deps: {
    readonly pauseMs: (givenBytes: number) => number;
    readonly after: Clock['after'];
    readonly onEnd: () => Promise<void>;
  },
): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  let givenBytes = 0;
  let isWanted = true;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const pauseMs = deps.pauseMs(givenBytes);
          if (pauseMs > 0) await new Promise<void>((resolve) => deps.after(pauseMs, resolve));
          if (!isWanted) return;
          const next = await reader.read();
          if (!next.done) {
            givenBytes += next.value.byteLength;
            return controller.enqueue(next.value);
          }
          await deps.onEnd();
          controller.close();
        } catch (error) {
          await deps.onEnd();
          controller.error(error);
        }
      },
      async cancel(reason) {
        isWanted = false;
        await reader.cancel(reason).catch(() => undefined);
        await deps.onEnd();
      },
    },
    { highWaterMark: 0 },
  );
}
