import type { AssetLocation } from '../../../contract/api/assets.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ByteRange } from '../../ports.ts';
import { NotSentError, type Fetch } from './fetch.ts';
import { errorOfAnswer, retryAfterMs } from './problem-codes.ts';

/** Asks a signed address for a range and checks that exactly this range of exactly this file is answered (RFC 9110 §14, §13.1.5). */
export async function streamAsset(
  fetch: Fetch,
  location: AssetLocation,
  range: ByteRange,
  signal: AbortSignal,
): Promise<Result<ReadableStream<Uint8Array>>> {
  const whole = range.start === 0 && range.endExclusive === location.sizeBytes;
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (!whole) {
    headers['range'] = `bytes=${range.start}-${range.endExclusive - 1}`;
    headers['if-range'] = location.etag;
  }
  const unwanted = new AbortController();
  const ends = AbortSignal.any([signal, unwanted.signal]);
  let answer: Response;
  try {
    const order = { redirect: 'error', credentials: 'omit', cache: 'no-store', purpose: 'lecture' } as const;
    answer = await fetch(location.url, { headers, signal: ends, ...order });
  } catch (error) {
    if (error instanceof NotSentError) return fail('not-sent');
    return fail(signal.aborted ? 'cancelled' : 'service-unreachable');
  }
  const refused = checkAnswer(answer, location, range, whole);
  if (refused === null && answer.body !== null) return ok(lettingGo(answer.body, () => unwanted.abort()));
  await answer.body?.cancel().catch(() => undefined);
  unwanted.abort();
  return refused ?? fail('service-nonsense');
}

function checkAnswer(
  answer: Response,
  location: AssetLocation,
  range: ByteRange,
  whole: boolean,
): Result<never> | null {
  if (!answer.ok)
    return errorOfAnswer(answer.status, null, retryAfterMs(answer.headers.get('retry-after'), Date.now()));
  if (answer.headers.get('etag') !== location.etag) {
    return fail(answer.headers.get('etag') === null ? 'service-nonsense' : 'changed-at-service');
  }
  if (whole) return answer.status === 200 ? null : fail('service-nonsense');
  const expected = `bytes ${range.start}-${range.endExclusive - 1}/${location.sizeBytes}`;
  return answer.status === 206 && answer.headers.get('content-range') === expected ? null : fail('service-nonsense');
}

/** The same bytes; Electron's fetch keeps the connection of a body that is only cancelled, and has six to a host: the request is aborted too. */
function lettingGo(body: ReadableStream<Uint8Array>, abort: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await reader.read();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel(reason) {
        await reader.cancel(reason).catch(() => undefined);
        abort();
      },
    },
    { highWaterMark: 0 },
  );
}
