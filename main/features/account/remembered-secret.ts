import { z } from 'zod';
import { SessionId } from '../../../contract/domain/ids.ts';

const RememberedSecret = z.object({
  version: z.literal(1),
  name: z.string(),
  email: z.string(),
  sessionId: SessionId,
  refreshToken: z.string().min(1),
  /** 32 bytes, base64. */
  dataKey: z.base64().length(44),
});
/** What the operating system's credential store keeps of a remembered account: one entry an account. */
export type RememberedSecret = z.infer<typeof RememberedSecret>;

/** Writes the entry as text. */
export function encodeRemembered(secret: RememberedSecret): string {
  return JSON.stringify(secret);
}

/** Reads an entry; null when it is not one of ours (another program wrote it, or an older app). */
export function decodeRemembered(text: string): RememberedSecret | null {
  try {
    const parsed = RememberedSecret.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Base64 or base64url text as bytes. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
