import { mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import { weighOthers } from './weigh-others.ts';

const mediaKey = new Uint8Array(32);
let holder: string;
beforeEach(async () => {
  holder = await mkdtemp(join(tmpdir(), 'lectoroom-weigh-'));
});
afterEach(() => rm(holder, { recursive: true, force: true }));

it('D7: what other accounts take is what is on the disk: the holes of an unfinished file take nothing', async () => {
  for (const account of ['own', 'other']) await mkdir(join(holder, account));
  await writeFile(join(holder, 'own', 'lecture'), new Uint8Array(9000));
  await writeFile(join(holder, 'other', 'lecture'), new Uint8Array(5000));
  const unfinished = join(holder, 'other', 'lecture.part');
  const file = await open(unfinished, 'w');
  await file.write(new Uint8Array(4096), 0, 4096, 8_000_000);
  await file.close();
  const { blocks } = await stat(unfinished);
  const weighed = await weighOthers({ folder: join(holder, 'own'), mediaKey });
  expect(weighed).toEqual(ok(5000 + (blocks > 0 ? Math.min(blocks * 512, 8_004_096) : 8_004_096)));
  expect(await weighOthers({ folder: join(holder, 'nowhere', 'own'), mediaKey })).toEqual(ok(0));
});
