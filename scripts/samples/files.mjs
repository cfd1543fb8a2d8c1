/** What the manifest says of a file: type, size and digest. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const mediaTypes = {
  '.mp4': 'video/mp4',
  '.m4a': 'audio/mp4',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
};

/** @param {string} media The folder of all media. @param {string} file Relative to it. */
export async function describeFile(media, file) {
  const bytes = await readFile(join(media, file));
  const mediaType = mediaTypes[extname(file)];
  if (mediaType === undefined) throw new Error(`no media type for ${file}`);
  return { file, mediaType, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
