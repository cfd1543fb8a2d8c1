import type { HttpConnection } from './http-connection.ts';
import type { RequestLedger } from './request-ledger.ts';

/** Notes how one request ended; the first end counts. */
export interface RequestNote {
  refused(): void;
  failed(): void;
  answered(status: number, isBroken: boolean): void;
}

/** Begins to note a request; bytes are those of the connection, heads and framing among them, without what TLS adds. */
export function noteRequest(
  { url, ledger }: { readonly url: string; readonly ledger?: RequestLedger | undefined },
  connection?: Pick<HttpConnection, 'receivedBytes'>,
  text = '',
): RequestNote {
  const atMs = Date.now();
  const startedAtMs = performance.now();
  const before = connection?.receivedBytes() ?? 0;
  let isNoted = false;

  function note(result: 'answered' | 'failed' | 'refused', status: number | null): void {
    if (isNoted) return;
    isNoted = true;
    ledger?.tell({
      atMs,
      host: new URL(url).host,
      sentBytes: text.length,
      receivedBytes: (connection?.receivedBytes() ?? 0) - before,
      result,
      status,
      durationMs: Math.round(performance.now() - startedAtMs),
    });
  }

  return {
    refused: () => note('refused', null),
    failed: () => note('failed', null),
    answered: (status, isBroken) => note(status < 400 && !isBroken ? 'answered' : 'failed', status),
  };
}
