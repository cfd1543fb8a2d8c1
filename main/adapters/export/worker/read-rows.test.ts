import { expect, it } from 'vitest';
import { importBounds, type ImportedRows } from '../../../../contract/domain/import.ts';
import { rowsOf } from './read-rows.ts';

async function* piecesOf(text: string, sizeBytes: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += sizeBytes) yield await Promise.resolve(bytes.slice(at, at + sizeBytes));
}

async function read(text: string, sizeBytes = 7): Promise<readonly ImportedRows[]> {
  const all: ImportedRows[] = [];
  for await (const rows of rowsOf(piecesOf(text, sizeBytes))) all.push(rows);
  return all;
}

const search = (text: string): string => JSON.stringify({ text, searched_at: '2026-01-01T00:00:00.000Z' });

it('G2: rows are read however the bytes are cut, also inside a letter, and tables that are not known are passed over', async () => {
  const text = `{\n"library": {\n"unknown": [\n{"a":1}\n],\n"search_history": [\n${search('квашня')},\n${search('"[",\n]')}\n]\n}\n}\n`;
  for (const sizeBytes of [1, 3, 1000]) {
    expect(await read(text, sizeBytes)).toEqual([
      {
        table: 'search_history',
        rows: [
          { text: 'квашня', searched_at: Date.UTC(2026, 0, 1) },
          { text: '"[",\n]', searched_at: Date.UTC(2026, 0, 1) },
        ],
      },
    ]);
  }
});

it('G2: a row that does not fit, a line without an end and bytes that are no text are refused', async () => {
  await expect(read(`"search_history": [\n{"text":1}\n]\n`)).rejects.toThrow('expected string');
  await expect(read(`"search_history": [\n${'x'.repeat(importBounds.lineBytes + 10)}`, 1_000_000)).rejects.toThrow(
    RangeError,
  );
  const broken = (async function* () {
    yield await Promise.resolve(new Uint8Array([0xff, 0xfe, 0x0a]));
  })();
  await expect(rowsOf(broken).next()).rejects.toThrow(TypeError);
});
