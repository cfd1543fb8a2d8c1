import type { ConsentEntry } from '../../../contract/domain/consent.ts';
import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ExportFile } from '../../statistics-ports.ts';

/** How a reader checks the chain without this app. */
const howToCheck =
  'Each hash is the SHA-256 (hex) of its entry without "hash", as canonical JSON (RFC 8785). "previousHash" is the hash of the entry before; ' +
  'of the first it is 64 zeros. "sequence" counts 1, 2, 3 without a gap.';

/** Writes a ledger, oldest entry first, as JSON; what was half written is gone when it fails. */
export async function exportLedger(file: ExportFile, entries: readonly ConsentEntry[]): Promise<Result<null>> {
  let isWhole = false;
  try {
    const text = `${JSON.stringify({ format: 'lectoroom-consent-ledger', version: 1, howToCheck, entries }, null, 2)}\n`;
    const written = await file.append(text);
    if (!written.ok) return written;
    const finished = await file.finish();
    isWhole = finished.ok;
    return finished.ok ? ok(null) : finished;
  } finally {
    if (!isWhole) await file.abandon();
  }
}
