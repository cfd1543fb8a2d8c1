import type { AssetLocation } from '../../../contract/api/assets.ts';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccountKeys, ByteRange, Clock, LectureFiles, Library, ServiceApi } from '../../ports.ts';

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

/** Opens an asset: from the encrypted store when it is downloaded and its licence allows it, else from the service. Fails with `not-found` for an unknown id. */
export function createMediaSources(deps: MediaSourceDeps): {
  open(id: AssetId): Promise<Result<MediaSource>>;
  forget(): void;
} {
  const addresses = new Map<AssetId, AssetLocation>();

  async function address(id: AssetId): Promise<Result<AssetLocation>> {
    const known = addresses.get(id);
    if (known !== undefined && Date.parse(known.expiresAt) - addressMarginMs > deps.clock.nowMs()) return ok(known);
    const fresh = await deps.locate(id);
    if (fresh.ok) addresses.set(id, fresh.value);
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
        return Promise.resolve(ok(tended(bytes, { onEnd: () => reader.value.close(), onBroken: () => undefined })));
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
          if (bytes.error.code !== 'cancelled') deps.onFault(id, bytes.error.code);
          return bytes;
        }
        // A seek calls the request off: that is no fault.
        const onBroken = () => (signal.aborted ? undefined : deps.onFault(id, 'service-unreachable'));
        return ok(tended(bytes.value, { onEnd: () => Promise.resolve(), onBroken }));
      },
    });
  }

  return {
    async open(id) {
      const reference = await deps.library.catalogue.asset(id);
      if (!reference.ok) return reference;
      if (reference.value === null) return fail('not-found');
      const row = await deps.library.downloads.completeOfAsset(id);
      if (!row.ok) return row;
      const { mediaType } = reference.value;
      if (row.value === null) return openRemote(id, mediaType);
      const licensed = await deps.mayPlay(row.value.lectureId);
      return licensed.ok ? openDownloaded(id, mediaType) : licensed;
    },
    forget: () => addresses.clear(),
  };
}

/** The same bytes; `onEnd` runs once, when they end, fail or are not wanted any more, and `onBroken` before it when they failed. */
function tended(
  bytes: ReadableStream<Uint8Array>,
  { onEnd, onBroken }: { onEnd: () => Promise<void>; onBroken: () => void },
): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await reader.read();
          if (!next.done) return controller.enqueue(next.value);
          await onEnd();
          controller.close();
        } catch (error) {
          onBroken();
          await onEnd();
          controller.error(error);
        }
      },
      async cancel(reason) {
        await reader.cancel(reason).catch(() => undefined);
        await onEnd();
      },
    },
    { highWaterMark: 0 },
  );
}
