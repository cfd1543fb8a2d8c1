/** What a `Range` header asks of a file: the whole of it, one range (both ends counted), or something it does not have. */
export type RangeVerdict =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'not-satisfiable' };

const whole: RangeVerdict = { kind: 'whole' };
const notSatisfiable: RangeVerdict = { kind: 'not-satisfiable' };

/**
 * Reads `Range` for a file of `sizeBytes` (RFC 9110 §14.1–14.2). Unknown units, bad syntax and reversed ranges are ignored, as is a list of several
 * ranges (§14.2 leaves that to the server): the whole file is the answer. Suffixes longer than the file mean all of it; numbers of any length are read.
 */
export function readRange(header: string | undefined, sizeBytes: number): RangeVerdict {
  const set = /^bytes=(.*)$/i.exec(header ?? '')?.[1];
  if (set === undefined) return whole;
  // Empty list elements are to be skipped (§5.6.1.2).
  const specs = set.split(/[ \t]*,[ \t]*/).filter((spec) => spec !== '');
  const [only] = specs;
  if (specs.length !== 1 || only === undefined) return whole;
  const [, firstDigits, lastDigits] = /^(\d*)-(\d*)$/.exec(only) ?? [];
  if (firstDigits === undefined || lastDigits === undefined || only === '-') return whole;
  if (firstDigits === '') return suffix(toPosition(lastDigits), sizeBytes);
  const first = toPosition(firstDigits);
  const last = lastDigits === '' ? Infinity : toPosition(lastDigits);
  if (isReversed(firstDigits, lastDigits)) return whole;
  if (first >= sizeBytes) return notSatisfiable;
  return { kind: 'part', first, last: Math.min(last, sizeBytes - 1) };
}

function suffix(length: number, sizeBytes: number): RangeVerdict {
  if (length === 0) return notSatisfiable;
  // An empty file has no last bytes, yet the range counts as satisfiable: there is no Content-Range for it, so all of nothing.
  if (sizeBytes === 0) return whole;
  return { kind: 'part', first: Math.max(0, sizeBytes - length), last: sizeBytes - 1 };
}

function isReversed(first: string, last: string): boolean {
  const [a, b] = [first.replace(/^0+/, ''), last.replace(/^0+/, '')];
  if (last === '') return false;
  return a.length === b.length ? a > b : a.length > b.length;
}

/** Beyond what a number can hold exactly, a position is beyond every file. */
function toPosition(digits: string): number {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : Infinity;
}
