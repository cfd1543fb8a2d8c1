/** Header fields by their lower-case names; a field that came several times is joined by commas (RFC 9110 §5.3). */
export type AnswerHeaders = Readonly<Record<string, string | undefined>>;

/** How the end of a body is known (RFC 9112 §6.3). */
export type BodyFraming =
  | { readonly kind: 'length'; readonly sizeBytes: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' };

/** The head of a response. */
export interface HttpHead {
  readonly statusCode: number;
  readonly headers: AnswerHeaders;
  readonly framing: BodyFraming;
  /** Whether the connection may carry another request afterwards. */
  readonly staysOpen: boolean;
}

const statusLine = /^HTTP\/1\.([01]) (\d{3})(?: [^\r\n]*)?$/;
const fieldLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\0\r\n]*?)[ \t]*$/;

/**
 * Reads the head of an HTTP/1.1 response without its empty line (RFC 9112 §4, §5, §6); null for whatever is not exactly that. Strict where
 * leniency lets two readers disagree about where a body ends: no bare line feeds, no folded lines, one length, not both a length and chunks.
 */
export function parseHttpHead(text: string): HttpHead | null {
  const [first = '', ...lines] = text.split('\r\n');
  const status = statusLine.exec(first);
  if (status === null) return null;
  const headers: Record<string, string | undefined> = Object.create(null) as Record<string, string | undefined>;
  for (const line of lines) {
    const field = fieldLine.exec(line);
    if (field === null) return null;
    const [, name = '', value = ''] = field;
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  const statusCode = Number(status[2]);
  const framing = framingOf(statusCode, headers);
  if (framing === null) return null;
  const connection = (headers['connection'] ?? '').toLowerCase();
  const staysOpen = connection === '' ? status[1] === '1' : /\bkeep-alive\b/.test(connection);
  return { statusCode, headers, framing, staysOpen: staysOpen && framing.kind !== 'until-close' };
}

function framingOf(statusCode: number, headers: AnswerHeaders): BodyFraming | null {
  const { 'content-length': length, 'transfer-encoding': coding } = headers;
  if (statusCode < 200 || statusCode === 204 || statusCode === 304) return { kind: 'length', sizeBytes: 0 };
  if (coding !== undefined)
    return length === undefined && coding.toLowerCase() === 'chunked' ? { kind: 'chunked' } : null;
  if (length === undefined) return { kind: 'until-close' };
  const sizeBytes = /^\d+$/.test(length) ? Number(length) : Number.NaN;
  return Number.isSafeInteger(sizeBytes) ? { kind: 'length', sizeBytes } : null;
}
