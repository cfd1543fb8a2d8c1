import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../../contract/result.ts';
import { createFileLog } from './file-log.ts';

const dayMs = 86_400_000;
const keptDays = 14;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const line = (timeMs: number, event: string) =>
  `{"level":30,"time":"${new Date(timeMs).toISOString()}","msg":"${event}"}\n`;
const write = (name: string, text: string) => writeFile(join(folder, name), text);
const read = (name: string) => readFile(join(folder, name), 'utf8');

it('G1: a log is kept for its days: at half of them a new one is begun, and the older goes when its time is over', async () => {
  const nowMs = Date.now();
  const log = createFileLog(folder);
  log.info('first.line');
  const prune = (day: number) => log.prune(nowMs + (day - keptDays) * dayMs, nowMs + day * dayMs);
  expect(await prune(6)).toEqual(ok(0));
  expect(await readdir(folder)).toEqual(['lectoroom.log']);
  expect(await prune(8)).toEqual(ok(0));
  log.info('second.line');
  expect(await read('lectoroom.1.log')).toContain('first.line');
  expect(await read('lectoroom.log')).toContain('second.line');
  expect(await read('lectoroom.log')).not.toContain('first.line');
  await write('lectoroom.log', '');
  expect(await prune(13)).toEqual(ok(0));
  expect(await prune(15)).toEqual(ok(1));
  expect(await readdir(folder)).toEqual(['lectoroom.log']);
});

it('G1: what lay here while the app was not used goes at once, and what is new stays', async () => {
  const nowMs = Date.now();
  await write('lectoroom.log', line(nowMs - 40 * dayMs, 'old.line') + line(nowMs - 39 * dayMs, 'old.line'));
  await write('lectoroom.1.log', line(nowMs - 60 * dayMs, 'older.line'));
  const log = createFileLog(folder);
  expect(await log.prune(nowMs - keptDays * dayMs, nowMs)).toEqual(ok(1));
  log.info('new.line');
  expect(await readdir(folder)).toEqual(['lectoroom.log']);
  expect(await read('lectoroom.log')).toMatch(/^\{[^\n]*new\.line[^\n]*\}\n$/u);
});

it('G1: a log whose first line is not one of ours counts as old, and no log is no fault', async () => {
  const log = createFileLog(folder);
  await rm(join(folder, 'lectoroom.log'));
  expect(await log.prune(Date.now() - keptDays * dayMs, Date.now())).toEqual(ok(0));
  await write('lectoroom.1.log', 'not a line\n');
  expect(await log.prune(Date.now() - keptDays * dayMs, Date.now())).toEqual(ok(1));
});
