import type { NetworkEntry } from '../../../../../contract/domain/network.ts';
import { csvLine } from '../../../../csv/csv-line.ts';
import type { NetworkPiece, NetworkQuery } from '../../../../network-ports.ts';
import { listNetwork } from './read.ts';
import type { NetworkStatements } from './tables.ts';

/** So many are written in one call: whoever waits behind it waits a moment. */
const linesInPiece = 2000;

/** Writes a part of the list as text, newest first; times are UTC as ISO 8601 has them. */
export function networkPiece(
  store: NetworkStatements,
  { format, ...query }: Omit<NetworkQuery, 'limit'> & { readonly format: 'csv' | 'json' },
): NetworkPiece {
  const { entries, nextBeforeId } = listNetwork(store, { ...query, limit: linesInPiece });
  const text =
    format === 'csv'
      ? entries.map((entry) => csvLine(Object.values(exported(entry)).map((cell) => cell ?? ''))).join('')
      : entries.map((entry) => JSON.stringify(exported(entry))).join(',\n');
  return { text, lineCount: entries.length, nextBeforeId };
}

/** What is taken along of a request, under the names of the columns. */
function exported(entry: NetworkEntry) {
  const { atMs, host, purpose, category, sentBytes, receivedBytes, result, status, durationMs } = entry;
  const time = new Date(atMs).toISOString();
  return { time, host, purpose, category, sentBytes, receivedBytes, result, status, durationMs };
}
