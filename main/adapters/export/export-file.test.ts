import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import { createExportFiles } from './export-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-export-'));
});
afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

async function chosen(name = 'mine.csv') {
  const file = await createExportFiles({ chooseFile: () => Promise.resolve(join(folder, name)) })('x.csv');
  if (file === null) throw new Error('nothing chosen');
  return file;
}

it('E5: takes the place of what was there only when it is whole', async () => {
  await writeFile(join(folder, 'mine.csv'), 'older');
  const file = await chosen();
  expect(await file.append('день\r\n')).toEqual(ok(null));
  expect(await file.append('2026-03-12\r\n')).toEqual(ok(null));
  expect(await readFile(join(folder, 'mine.csv'), 'utf8')).toBe('older');
  expect(await file.finish()).toEqual(ok(null));
  expect(await readFile(join(folder, 'mine.csv'), 'utf8')).toBe('день\r\n2026-03-12\r\n');
  expect(await readdir(folder)).toEqual(['mine.csv']);
});

it('E5: abandoned, what was there stays and nothing lies beside it', async () => {
  await writeFile(join(folder, 'mine.csv'), 'older');
  const file = await chosen();
  await file.append('half');
  await file.abandon();
  await file.abandon();
  expect(await readFile(join(folder, 'mine.csv'), 'utf8')).toBe('older');
  expect(await readdir(folder)).toEqual(['mine.csv']);
});

it('E5: thought better of, there is no file; what the disk refuses is an error of the list', async () => {
  expect(await createExportFiles({ chooseFile: () => Promise.resolve(null) })('x.csv')).toBeNull();
  const gone = await chosen(join('gone', 'mine.csv'));
  expect(await gone.append('x')).toEqual(fail('disk-failed'));
  await gone.abandon();
  await mkdir(join(folder, 'taken.csv'));
  const taken = await chosen('taken.csv');
  expect(await taken.append('x')).toEqual(ok(null));
  expect((await taken.finish()).ok).toBe(false);
  await taken.abandon();
  expect(await readdir(folder)).toEqual(['taken.csv']);
});
