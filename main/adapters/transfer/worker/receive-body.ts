import type { AppErrorCode } from '../../../../contract/result.ts';
import { codeOfBreak, type RangeBody } from './http-range-request.ts';
import type { RateLimit } from './rate-limit.ts';
import { createStallWatch } from './stall-watch.ts';

/** How a body is taken: exactly `expectedBytes`, each piece by `take`, which may ask to wait before the next comes. */
export interface BodyReceiver {
  readonly expectedBytes: number;
  readonly stallTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly limit?: RateLimit | undefined;
  readonly take: (piece: Uint8Array) => Promise<void> | null;
  /** Why no more can be taken; null while it can. */
  readonly fault: () => AppErrorCode | null;
}

/**
 * Reads a body to its end and closes it. Null when all expected bytes came and no more; `service-unreachable` when it was cut, ended
 * short or stalled; `service-nonsense` when it went on after the end; `cancelled`; or what `fault` said. Whatever arrived before a
 * cut has been taken.
 */
export async function receiveBody(body: RangeBody, receiver: BodyReceiver): Promise<AppErrorCode | null> {
  const { expectedBytes, signal, take, limit, fault } = receiver;
  let receivedBytes = 0;
  let isTooLong = false;
  const stall = createStallWatch(receiver.stallTimeoutMs, body.close);
  let waits = 0;
  let lastWait: Promise<unknown> = Promise.resolve();

  function takePiece(piece: Uint8Array): Promise<void> | null {
    stall.received(piece.byteLength);
    const wanted =
      piece.byteLength > expectedBytes - receivedBytes ? piece.subarray(0, expectedBytes - receivedBytes) : piece;
    receivedBytes += wanted.byteLength;
    const turn = limit?.take(wanted.byteLength, signal) ?? null;
    const room = signal.aborted ? null : take(wanted);
    const wait = turn === null && room === null ? null : waitFor(turn, room);
    isTooLong ||= wanted.byteLength < piece.byteLength;
    if (isTooLong || signal.aborted || fault() !== null) body.close();
    else if (waits === 0) stall.waiting();
    return wait;
  }

  async function waitFor(turn: Promise<void> | null, room: Promise<void> | null): Promise<void> {
    const before = lastWait;
    const mine = Promise.all([turn, room]);
    lastWait = Promise.all([before, mine]);
    waits += 1;
    await mine;
    waits -= 1;
    if (fault() !== null) body.close();
    else if (waits === 0) stall.waiting();
  }

  try {
    if (signal.aborted) return 'cancelled';
    stall.waiting();
    const end = await body.receive(takePiece);
    await lastWait;
    if (signal.aborted) return 'cancelled';
    if (fault() !== null) return fault();
    if (isTooLong) return 'service-nonsense';
    return end === 'complete' && receivedBytes === expectedBytes ? null : codeOfBreak(signal);
  } finally {
    stall.stop();
    body.close();
  }
}
