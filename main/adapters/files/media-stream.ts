import type { AppErrorCode } from '../../../contract/result.ts';
import { codeOfReadFault } from './disk-codes.ts';
import { freeAtOnce, type LrmFailure, type LrmOutcome } from './lrm/index.ts';

/** Handed on at once: each piece costs Electron about as much as decrypting it, whether it is small or large. */
const pieceSizeBytes = 524_288;
const nothing = new Uint8Array(0);

/**
 * Authenticated segments as a stream of pieces that decrypts only what is asked of it: nothing ahead, nothing after
 * `cancel`. A segment that cannot be had comes after all that is before it: it is told to `onFault` once and errors the stream; a reader
 * closed under it errors it silently, because then the file is not at fault.
 */
export function streamSegments(
  segments: AsyncIterable<LrmOutcome<Uint8Array>>,
  onFault: (code: AppErrorCode) => void,
): ReadableStream<Uint8Array> {
  const iterator = segments[Symbol.asyncIterator]();
  let isCancelled = false;
  let end: LrmFailure | 'whole' | null = null;

  /** The first piece is one segment: after a seek somebody waits for it. */
  let wantedBytes = 1;

  async function gather(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let sizeBytes = 0;
    while (sizeBytes < wantedBytes) {
      const next = await iterator.next();
      if (isCancelled) break;
      if (next.done === true) {
        end = 'whole';
        break;
      }
      const segment = next.value;
      if (!segment.ok) {
        end = segment;
        break;
      }
      parts.push(segment.value);
      sizeBytes += segment.value.byteLength;
    }
    wantedBytes = pieceSizeBytes;
    return joined(parts, sizeBytes);
  }

  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const piece = end === null ? await gather() : nothing;
        if (isCancelled) return;
        if (piece.byteLength > 0) controller.enqueue(piece);
        else if (end === 'whole') controller.close();
        else if (end !== null) {
          const code = codeOfReadFault(end.fault);
          if (end.fault !== 'closed') onFault(code);
          controller.error(new Error(code));
        }
      },
      cancel: async () => {
        isCancelled = true;
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function joined(parts: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  // Filled to its end at once: zeros first would be work for nothing.
  const all = new Uint8Array(Buffer.allocUnsafeSlow(sizeBytes).buffer);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
    freeAtOnce(part);
  }
  return all;
}
