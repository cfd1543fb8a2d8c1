import { assertNever, type AppErrorCode } from '../../../../contract/result.ts';
import type { BodyQueue } from './body-queue.ts';
import { codeOfRequestError } from './http-range-request.ts';
import type { RateLimit } from './rate-limit.ts';
import { createStallWatch } from './stall-watch.ts';

/** How a body is taken: exactly `expectedBytes`, each piece by `take`, which says why it cannot take more, or null. */
export interface BodyReceiver {
  readonly expectedBytes: number;
  readonly stallTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly limit?: RateLimit | undefined;
  readonly take: (chunk: Uint8Array) => Promise<AppErrorCode | null>;
}

/**
 * Reads a body to its end. Null when all expected bytes came and no more; `service-unreachable` when it was cut, ended short
 * or stalled; `service-nonsense` when it went on after the end; `cancelled`; or what `take` said. Whatever arrived before a
 * cut has been taken.
 */
export async function receiveBody(body: BodyQueue, receiver: BodyReceiver): Promise<AppErrorCode | null> {
  const { expectedBytes, signal, take } = receiver;
  let receivedBytes = 0;
  const stall = createStallWatch(receiver.stallTimeoutMs, body.destroy);
  try {
    for (;;) {
      if (signal.aborted) return 'cancelled';
      stall.waiting();
      const item = await body.next();
      switch (item.kind) {
        case 'chunk': {
          stall.received(item.bytes.byteLength);
          const wanted = item.bytes.subarray(0, expectedBytes - receivedBytes);
          receivedBytes += wanted.byteLength;
          const turn = receiver.limit?.take(wanted.byteLength, signal) ?? null;
          if (turn !== null) await turn;
          const fault = await take(wanted);
          if (fault !== null) return fault;
          if (wanted.byteLength < item.bytes.byteLength) return 'service-nonsense';
          break;
        }
        case 'complete':
          return receivedBytes === expectedBytes ? null : 'service-unreachable';
        case 'broken':
          return codeOfRequestError(item.error, signal);
        default:
          return assertNever(item);
      }
    }
  } finally {
    stall.stop();
    body.destroy();
  }
}
