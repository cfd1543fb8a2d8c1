import { shell } from 'electron';

/** Opens a page in the system browser: https, or http on this very computer (the embedded service); anything else is a defect. */
export async function openExternal(url: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  const isOwn = protocol === 'http:' && (hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost');
  if (protocol !== 'https:' && !isOwn) throw new Error('only https pages are opened');
  await shell.openExternal(url);
}
