import type { AppErrorCode } from '../../../contract/result.ts';
import { codeOfReadFault } from './disk-codes.ts';
import type { LrmOutcome } from './lrm/index.ts';

/**
 * Authenticated segments as a stream that reads only what is asked of it: nothing is decrypted ahead, nothing after
 * `cancel`. A segment that cannot be had is told to `onFault` once and errors the stream; a reader closed under it errors it
 * silently, because then the file is not at fault.
 */
export function streamSegments(
  segments: AsyncIterable<LrmOutcome<Uint8Array>>,
  onFault: (code: AppErrorCode) => void,
): ReadableStream<Uint8Array> {
  const iterator = segments[Symbol.asyncIterator]();
  let cancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await iterator.next();
        if (cancelled) return;
        if (next.done === true) {
          controller.close();
          return;
        }
        const segment = next.value;
        if (segment.ok) {
          controller.enqueue(segment.value);
          return;
        }
        const code = codeOfReadFault(segment.fault);
        if (segment.fault !== 'closed') onFault(code);
        controller.error(new Error(code));
      },
      cancel: async () => {
        cancelled = true;
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
