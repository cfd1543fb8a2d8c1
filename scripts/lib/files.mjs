import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The digest of a file in Subresource Integrity form, `sha512-<base64>`.
 * @param {string} path
 * @param {'sha256' | 'sha512'} [algorithm]
 */
export async function integrityOf(path, algorithm = 'sha512') {
  const hash = createHash(algorithm);
  /** @type {AsyncIterable<Buffer>} */
  const pieces = createReadStream(path);
  for await (const piece of pieces) hash.update(piece);
  return `${algorithm}-${hash.digest('base64')}`;
}

/**
 * Copies a file so that the target is never half there: beside it first, then a rename.
 * @param {string} from
 * @param {string} to
 */
export async function copyWhole(from, to) {
  await mkdir(dirname(to), { recursive: true });
  const beside = `${to}.${randomBytes(4).toString('hex')}.part`;
  try {
    await copyFile(from, beside);
    await rename(beside, to);
  } finally {
    await rm(beside, { force: true });
  }
}

/**
 * Writes a text file so that it is never half there.
 * @param {string} path
 * @param {string} text
 */
export async function writeWhole(path, text) {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  await writeFile(beside, text);
  await rename(beside, path);
}

/**
 * The text of a file, or undefined when it is not there.
 * @param {string} path
 */
export async function readIfThere(path) {
  return existsSync(path) ? await readFile(path, 'utf8').catch(() => undefined) : undefined;
}
