import type { KeptCookie } from '../../gate-ports.ts';

/** What the service could recognise somebody by, or make the app remember, beside cookies; no answer brings it past the gate. */
const remembered = [
  'set-cookie',
  'set-cookie2',
  'nel',
  'report-to',
  'reporting-endpoints',
  'alt-svc',
  'accept-ch',
  'critical-ch',
  'use-as-dictionary',
  'speculation-rules',
] as const;

/** What only the gate itself puts into a request. */
const ours = ['cookie', 'cookie2', 'sec-gpc', 'dnt', 'referer'] as const;

/**
 * The header fields of a request as they go: an ETag or a date that the service gave earlier goes back only with the account's own token, which
 * names the account anyway. Without one it would tell two requests of one person apart from those of others (RFC 9110 §17.12).
 */
export function sentHeaders(
  given: RequestInit['headers'],
  more: { readonly optOutSignal: boolean; readonly cookies: readonly KeptCookie[] },
): Headers {
  const headers = new Headers(given);
  for (const name of ours) headers.delete(name);
  if (!headers.has('authorization')) for (const name of ['if-none-match', 'if-modified-since']) headers.delete(name);
  if (more.optOutSignal) {
    headers.set('sec-gpc', '1');
    headers.set('dnt', '1');
  }
  if (more.cookies.length > 0) {
    headers.set('cookie', more.cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  }
  return headers;
}

/** The header fields of an answer without what the service could recognise somebody by. */
export function receivedHeaders(given: Headers): Headers {
  const headers = new Headers(given);
  for (const name of remembered) headers.delete(name);
  return headers;
}

/**
 * Bytes of a head in the notation of HTTP/1.1 (RFC 9112 §2.1): the first line, the fields that the app knows of, the empty line. An estimate: Chromium adds
 * some of its own, and HTTP/2 packs them.
 */
export function headBytes(firstLine: string, headers: Headers): number {
  let sizeBytes = firstLine.length + 4;
  headers.forEach((value, name) => {
    sizeBytes += name.length + value.length + 4;
  });
  return sizeBytes;
}

/** Bytes of the body that a request is given. */
export function bodyBytes(body: RequestInit['body']): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return ArrayBuffer.isView(body) ? body.byteLength : 0;
}
