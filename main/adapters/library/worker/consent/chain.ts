import { createHash } from 'node:crypto';
import type { ConsentEntry, ConsentFacts } from '../../../../../contract/domain/consent.ts';

/** What the first entry has in the place of the hash before it. */
export const genesisHash = '0'.repeat(64);

/** JSON in the one form that a hash is taken of (RFC 8785: no space, keys in the order of their UTF-16 units); for what JSON can say. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}

/** SHA-256 (hex) of an entry's facts, which have the hash of the entry before among them. */
export function hashOf(facts: ConsentFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}

/** Whether an entry has the hash of its facts. */
export function isUnchanged({ hash, ...facts }: ConsentEntry): boolean {
  return hashOf(facts) === hash;
}

/** Whether entries, oldest first, are each as they were written, and none is missing or in another place. */
export function isChained(entries: readonly ConsentEntry[]): boolean {
  let previousHash = genesisHash;
  for (const [index, entry] of entries.entries()) {
    if (entry.sequence !== index + 1 || entry.previousHash !== previousHash || !isUnchanged(entry)) return false;
    previousHash = entry.hash;
  }
  return true;
}
