/** The origin of a service address; https, or http to this very computer. Null when it is neither. */
export function serviceOriginOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const loopback = url.hostname === '127.0.0.1' || url.hostname === '[::1]' || url.hostname === 'localhost';
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback) ? url.origin : null;
}
