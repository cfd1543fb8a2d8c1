import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';

it.each([
  ['How Video Finds Its Place - Notes', 'How Video Finds Its Place - Notes'],
  ['Память: как мы помним? - Заметки', 'Память как мы помним - Заметки'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\x', 'C Windows x'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['COM1', '_COM1'],
  ['ends with dots...', 'ends with dots'],
  ['.hidden', 'hidden'],
  ['-rf', 'rf'],
  ['a\u0000b\nc\u202egnp', 'a b c gnp'],
  ['???', 'LECTOROOM'],
  ['', 'LECTOROOM'],
])('C5: %j becomes %j', (words, name) => {
  expect(safeFileName(words, 'LECTOROOM')).toBe(name);
});

it('C5: whatever the words, the name is one that every system takes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0x10_ff_ff), { maxLength: 200 }), (codes) => {
      const words = String.fromCodePoint(...codes);
      const name = safeFileName(words, 'LECTOROOM');
      expect(name).not.toMatch(/[<>:"/\\|?*]|^[.\s-]|[.\s]$/);
      expect(/^\P{Cc}+$/u.test(name)).toBe(true);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121);
      expect(name.length).toBeGreaterThan(0);
    }),
  );
});
