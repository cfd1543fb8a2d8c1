import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import { createSaveReceipt } from './receipt-file.ts';

const document = { language: 'en', title: 'Receipt', lead: '', sections: [] } as const;

/** Saves as what the person chose in an empty folder; null: thought better of it. */
async function scene(chosen: string | null, print: 'prints' | 'fails' = 'prints') {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-receipt-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const suggested: string[] = [];
  const save = createSaveReceipt({
    chooseFile(name) {
      suggested.push(name);
      return Promise.resolve(chosen === null ? null : join(folder, chosen));
    },
    pageOf: ({ title }) => `<h1>${title}</h1>`,
    print: (html) => Promise.resolve(print === 'fails' ? fail('unexpected') : ok(Buffer.from(`%PDF ${html}`))),
  });
  return { save, suggested, folder };
}

it.each([
  ['html', 'a.html', '<h1>Receipt</h1>'],
  ['pdf', 'a.PDF', '%PDF <h1>Receipt</h1>'],
  ['html', 'a.pdf', '%PDF <h1>Receipt</h1>'],
  ['pdf', 'a', '<h1>Receipt</h1>'],
] as const)(
  'G4: suggested as %s and chosen as %s, the ending decides, and nothing lies beside it',
  async (format, chosen, text) => {
    const { save, suggested, folder } = await scene(chosen);
    expect(await save({ document, fileName: 'receipt', format })).toEqual(ok(true));
    expect(suggested).toEqual([`receipt.${format}`]);
    expect(await readFile(join(folder, chosen), 'utf8')).toBe(text);
    expect(await readdir(folder)).toEqual([chosen]);
  },
);

it('G4: thought better of, not printable, no such folder: said, and nothing is written', async () => {
  const none = await scene(null);
  expect(await none.save({ document, fileName: 'receipt', format: 'pdf' })).toEqual(ok(false));
  const broken = await scene('a.pdf', 'fails');
  expect(await broken.save({ document, fileName: 'receipt', format: 'pdf' })).toEqual(fail('unexpected'));
  const away = await scene(join('gone', 'a.html'));
  expect((await away.save({ document, fileName: 'receipt', format: 'html' })).ok).toBe(false);
  for (const { folder } of [none, broken, away]) expect(await readdir(folder)).toEqual([]);
});
