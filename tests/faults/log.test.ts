import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileLog } from '../../main/adapters/log/file-log.ts';

const hasFullDevice = existsSync('/dev/full');
const where = hasFullDevice ? 'on /dev/full' : 'NOT shown on this computer, which has no /dev/full: on a working disk';

it(`D7: a log that finds no room loses its lines and stops nothing (${where})`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'));
  if (hasFullDevice) await symlink('/dev/full', join(folder, 'lectoroom.log'));
  const log = createFileLog(folder);
  const write = (): void => {
    for (let line = 0; line < 10_000; line += 1) {
      log.info('a.line', { line });
      log.warn('a.line', { line });
      log.defect('a.line', new Error('no room'));
    }
  };
  expect(write).not.toThrow();
  await rm(folder, { recursive: true });
});
