import Database from 'better-sqlite3';
import { giveKey } from '../../main/adapters/library/worker/cipher.ts';
import { textNeedles } from './find-plaintext.ts';

/** How often a text stands in an encrypted file as SQLite reads its pages under their key: rows, indexes, and what was left in free pages. */
export function countInPages(file: string, libraryKey: Uint8Array, text: string): number {
  const database = new Database(file, { readonly: true });
  try {
    giveKey(database, libraryKey);
    const pages = database.serialize();
    return Object.values(textNeedles('text', text)).reduce((sum, needle) => sum + countOf(pages, needle), 0);
  } finally {
    database.close();
  }
}

function countOf(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) count += 1;
  return count;
}
