import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountMediaFolder, mediaPaths } from './media-paths.ts';

const account = 'a'.repeat(32);
const root = resolve('/downloads');
const key = new Uint8Array(32).fill(7);

describe('where a lecture lies', () => {
  it("D4 A6: in the account's folder, under a name that says nothing without the key, `.part` until it is whole", () => {
    const folder = resolve(root, 'lectoroom', account);
    const { finished, unfinished } = mediaPaths(root, account, 'course-seeking-720p', key);
    expect(accountMediaFolder(root, account)).toBe(folder);
    expect(finished.slice(folder.length + 1)).toMatch(/^[0-9a-f]{32}\.lrm$/);
    expect(unfinished).toBe(`${finished}.part`);
    expect(mediaPaths(root, account, 'course-seeking-720p', key).finished).toBe(finished);
    expect(mediaPaths(root, account, 'course-seeking-720p', new Uint8Array(32)).finished).not.toBe(finished);
  });

  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', '/etc/passwd', 'C:x', 'a\0b', '-x', '.x', 'x'.repeat(65), 'ы'])(
    'D4: the account id %j never becomes a path',
    (id) => {
      expect(() => mediaPaths(root, id, 'asset', key)).toThrow(RangeError);
    },
  );

  it('D4: ids that differ have files that differ, on every system', () => {
    const ids = ['ab', 'Ab', 'AB', 'con', 'nul.x', '../x', 'a.lrm', 'a.lrm.part', 'a'];
    const files = ids.map((id) => mediaPaths(root, account, id, key).finished.toLowerCase());
    expect(new Set(files).size).toBe(ids.length);
  });
});
