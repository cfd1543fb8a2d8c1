import { open } from 'node:fs/promises';

/** Enough of a log for its first line. */
const firstBytes = 4096;

/** When the first line of a log was written (milliseconds since 1970, UTC; 0 when that cannot be read); null when it has none, or is not there. */
export async function beginOfLogMs(path: string): Promise<number | null> {
  const text = await startOf(path);
  if (text === '') return null;
  const time = /^\{[^\n]*?"time":"([^"]+)"/.exec(text)?.[1];
  return time === undefined ? 0 : Date.parse(time) || 0;
}

async function startOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
