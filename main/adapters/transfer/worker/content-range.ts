/** A `Content-Range` field: a range of a file whose whole length may be unknown, or only the length that a 416 tells. */
export type ContentRange =
  | { readonly kind: 'range'; readonly startByte: number; readonly endByte: number; readonly sizeBytes: number | null }
  | { readonly kind: 'unsatisfied'; readonly sizeBytes: number };

const rangeForm = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i;
const unsatisfiedForm = /^bytes \*\/(\d+)$/i;

/** Reads `Content-Range` (RFC 9110 §14.4); `endByte` is the last byte itself. Null for what is invalid there. */
export function parseContentRange(field: string | undefined): ContentRange | null {
  if (field === undefined) return null;
  const unsatisfied = unsatisfiedForm.exec(field);
  if (unsatisfied !== null) {
    const sizeBytes = integer(unsatisfied[1]);
    return sizeBytes === null ? null : { kind: 'unsatisfied', sizeBytes };
  }
  const range = rangeForm.exec(field);
  if (range === null) return null;
  const startByte = integer(range[1]);
  const endByte = integer(range[2]);
  const sizeBytes = range[3] === '*' ? null : integer(range[3]);
  if (startByte === null || endByte === null || endByte < startByte) return null;
  if (range[3] !== '*' && (sizeBytes === null || endByte >= sizeBytes)) return null;
  return { kind: 'range', startByte, endByte, sizeBytes };
}

function integer(digits: string | undefined): number | null {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : null;
}
