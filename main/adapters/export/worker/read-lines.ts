import { importBounds } from '../../../../contract/domain/import.ts';

/** Lines out of pieces of UTF-8 as they come; a line that is too long throws, so that nothing can fill the memory. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > importBounds.lineBytes) throw new RangeError('a line of an export is too long');
    yield* lines;
  }
  const last = rest + decoder.decode();
  if (last !== '') yield last;
}
