import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPlaintext, textNeedles } from './find-plaintext.ts';

it('the search for plaintext finds what is there: in any encoding, any file, any file name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plaintext-'));
  const secret = 'Начала «теории», ch. 1';
  await mkdir(join(folder, 'deep', 'er'), { recursive: true });
  await writeFile(join(folder, 'deep', 'utf8.bin'), Buffer.concat([Buffer.alloc(5000), Buffer.from(secret)]));
  await writeFile(join(folder, 'deep', 'er', 'utf16'), Buffer.from(`x${secret}`, 'utf16le'));
  await writeFile(join(folder, 'base64'), Buffer.from(secret).toString('base64'));
  await writeFile(join(folder, 'url'), encodeURIComponent(secret));
  await writeFile(join(folder, 'name anna@x'), '');
  const { findings, filesRead } = await findPlaintext([folder], {
    ...textNeedles('title', secret),
    name: Buffer.from('anna@x'),
  });
  expect(filesRead).toBe(5);
  expect(findings.map(({ file }) => file).toSorted()).toEqual([
    'base64',
    'deep/er/utf16',
    'deep/utf8.bin',
    'name anna@x',
    'url',
  ]);
  await rm(folder, { recursive: true });
});
