import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import { createNotesFiles } from './notes-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-notes-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

const png = new Uint8Array([137, 80, 78, 71]);

async function chosen(name = 'mine.md') {
  const files = createNotesFiles({ chooseFile: () => Promise.resolve(join(folder, name)) });
  const file = await files.choose({ fileName: 'x.md', picturesName: 'Мои заметки' });
  if (file === null) throw new Error('nothing chosen');
  return file;
}

it('C5: writes the text whole in the place of what was there, and pictures into a new folder beside it', async () => {
  await writeFile(join(folder, 'mine.md'), 'older');
  await mkdir(join(folder, 'Мои заметки'));
  await writeFile(join(folder, 'Мои заметки', '1.png'), 'somebody’s');
  const file = await chosen();
  const link = `${encodeURIComponent('Мои заметки 2')}/1.png`;
  expect(await file.putPicture('1.png', png)).toEqual(ok(link));
  expect(await file.finish('new')).toEqual(ok(null));
  expect(await readFile(join(folder, 'mine.md'), 'utf8')).toBe('new');
  expect(new Uint8Array(await readFile(join(folder, decodeURIComponent(link))))).toEqual(png);
  expect(await readFile(join(folder, 'Мои заметки', '1.png'), 'utf8')).toBe('somebody’s');
  expect((await readdir(folder)).toSorted()).toEqual(['mine.md', 'Мои заметки', 'Мои заметки 2']);
});

it('C5: takes the longest name that the disk takes, and follows no link on the way', async () => {
  const name = `${'n'.repeat(250)}.md`;
  const file = await chosen(name);
  expect(await file.finish('long')).toEqual(ok(null));
  expect(await readFile(join(folder, name), 'utf8')).toBe('long');
  await writeFile(join(folder, 'theirs'), 'theirs');
  await symlink(join(folder, 'theirs'), join(folder, 'mine.md.lectoroom-new'));
  expect(await (await chosen()).finish('mine')).toEqual(ok(null));
  expect(await readFile(join(folder, 'theirs'), 'utf8')).toBe('theirs');
  expect((await readdir(folder)).toSorted()).toEqual(['mine.md', 'mine.md.lectoroom-new', name, 'theirs']);
});

it('C5: abandoned, only what it wrote itself goes', async () => {
  const file = await chosen();
  await file.putPicture('1.png', png);
  await writeFile(join(folder, 'Мои заметки', 'mine.txt'), 'kept');
  await file.putPicture('2.png', png);
  await file.abandon();
  expect(await readdir(folder, { recursive: true })).toEqual(['Мои заметки', join('Мои заметки', 'mine.txt')]);
  const other = await chosen();
  await other.putPicture('1.png', png);
  await other.abandon();
  expect(await readdir(folder)).toEqual(['Мои заметки']);
});

it('C5: thought better of, there is no file; a folder that is gone is an error of the list', async () => {
  const none = createNotesFiles({ chooseFile: () => Promise.resolve(null) });
  expect(await none.choose({ fileName: 'x.md', picturesName: 'x' })).toBeNull();
  const file = await chosen(join('gone', 'mine.md'));
  expect(await file.finish('x')).toEqual(fail('disk-failed'));
  expect(await file.putPicture('1.png', png)).toEqual(fail('disk-failed'));
  await file.abandon();
});
