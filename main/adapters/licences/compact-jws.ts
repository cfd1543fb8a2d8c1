/** The parts of a compact JWS (RFC 7515 §3.1), not checked yet. */
export interface CompactJws {
  readonly header: unknown;
  readonly payload: unknown;
  /** What the signature is over (RFC 7515 §5.1). */
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** A licence has some 400 characters. */
const longestLength = 4096;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Takes a compact JWS apart; null when it is not one to the letter: three parts, canonical base64url, JSON in UTF-8. */
export function openCompactJws(text: string): CompactJws | null {
  if (text.length > longestLength) return null;
  const [header, payload, signature, ...more] = text.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return null;
  const bytes = [header, payload, signature].map(decode);
  const [headerBytes, payloadBytes, signatureBytes] = bytes;
  if (!headerBytes || !payloadBytes || !signatureBytes) return null;
  const headerJson = jsonOf(headerBytes);
  const payloadJson = jsonOf(payloadBytes);
  if (headerJson === null || payloadJson === null) return null;
  return {
    header: headerJson.value,
    payload: payloadJson.value,
    signed: Buffer.from(`${header}.${payload}`, 'ascii'),
    signature: signatureBytes,
  };
}

/** Node forgives padding, foreign characters and stray bits; what does not encode to the same text again is not canonical (RFC 4648 §3.5). */
function decode(part: string): Buffer | null {
  const bytes = Buffer.from(part, 'base64url');
  return part !== '' && bytes.toString('base64url') === part ? bytes : null;
}

function jsonOf(bytes: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(strictUtf8.decode(bytes)) as unknown };
  } catch {
    return null;
  }
}
