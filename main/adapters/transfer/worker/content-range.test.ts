import { describe, expect, it } from 'vitest';
import { parseContentRange } from './content-range.ts';

const range = (startByte: number, endByte: number, sizeBytes: number | null) =>
  ({ kind: 'range', startByte, endByte, sizeBytes }) as const;

describe('Content-Range (RFC 9110 §14.4)', () => {
  it.each([
    ['bytes 0-0/1', range(0, 0, 1)],
    ['bytes 42-1233/1234', range(42, 1233, 1234)],
    ['BYTES 5-9/10', range(5, 9, 10)],
    ['bytes 42-1233/*', range(42, 1233, null)],
    ['bytes 0-9007199254740990/9007199254740991', range(0, 9007199254740990, 9007199254740991)],
    ['bytes */1234', { kind: 'unsatisfied', sizeBytes: 1234 }],
    ['bytes */0', { kind: 'unsatisfied', sizeBytes: 0 }],
  ] as const)('D3: %s is read', (field, expected) => {
    expect(parseContentRange(field)).toEqual(expected);
  });

  it.each([
    undefined,
    '',
    'bytes',
    'bytes 0-0',
    'bytes 9-5/10',
    'bytes 0-10/10',
    'bytes 0-0/0',
    'bytes -5/10',
    'bytes 5-/10',
    'bytes +1-2/10',
    'bytes 1-2/1e3',
    'bytes 1.0-2/10',
    'bytes 0x1-2/10',
    'bytes=0-1/2',
    'bytes  0-1/2',
    'bytes 0-1/2, bytes 3-4/5',
    'bytes */*',
    'bits 0-1/2',
    'bytes 0-1/2 ',
    'bytes 0-9007199254740992/9007199254740993',
    'bytes 0-1/99999999999999999999',
    `bytes 0-1/${'9'.repeat(400)}`,
  ])('D3: %s is refused', (field) => {
    expect(parseContentRange(field)).toBeNull();
  });
});
