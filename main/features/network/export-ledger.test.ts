import { expect, it } from 'vitest';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { NetworkPiece } from '../../network-ports.ts';
import type { ExportFile } from '../../statistics-ports.ts';
import { createLedgerExport } from './export-ledger.ts';

const asked = { source: 'account', filter: { result: 'refused' }, format: 'json', title: 'Сеть' } as const;
const piece = (text: string, nextBeforeId: number | null = null): Result<NetworkPiece> =>
  ok({ text, lineCount: 1, nextBeforeId });

function makeScene(part: { readonly file?: Partial<ExportFile> | null } = {}) {
  const names: string[] = [];
  const steps: string[] = [];
  const questions: unknown[] = [];
  const world = { pieces: [piece('{"a":1}', 5), piece('{"a":2}')], choosing: Promise.resolve() };
  const file: ExportFile = {
    append: (text) => Promise.resolve((steps.push(text), ok(null))),
    finish: () => Promise.resolve((steps.push('finish'), ok(null))),
    abandon: () => Promise.resolve(void steps.push('abandon')),
    ...part.file,
  };
  const store = (name: string) => ({
    piece: (query: unknown) =>
      Promise.resolve((questions.push([name, query]), world.pieces.shift() ?? fail('unexpected'))),
  });
  const exporting = createLedgerExport({
    stores: { account: store('account'), computer: store('computer') },
    recorder: { flush: () => Promise.resolve(void steps.push('flush')) },
    clock: createFakeClock(Date.parse('2026-03-31T22:30:00Z')),
    offsetMinutes: () => 180,
    async choose(name) {
      names.push(name);
      await world.choosing;
      return part.file === null ? null : file;
    },
    safeFileName: (text) => text,
  });
  return { exporting, names, steps, questions, world };
}

it('F6: as JSON the pieces are one array; what the filter lets through is asked for, newest first', async () => {
  const { exporting, names, steps, questions } = makeScene();
  expect(await exporting.export(asked)).toEqual(ok({ lineCount: 2 }));
  expect(names).toEqual(['Сеть 2026-04-01.json']);
  expect([steps[0], steps.at(-1)]).toEqual(['flush', 'finish']);
  expect(JSON.parse(steps.slice(1, -1).join(''))).toEqual({ requests: [{ a: 1 }, { a: 2 }] });
  const query = { filter: { result: 'refused' }, format: 'json' };
  expect(questions).toEqual([
    ['account', { ...query, beforeId: null }],
    ['account', { ...query, beforeId: 5 }],
  ]);
});

it('F6: as CSV it begins so that table programs read it, with a heading', async () => {
  const { exporting, steps, world } = makeScene();
  world.pieces = [piece('line\r\n')];
  expect(await exporting.export({ ...asked, source: 'computer', format: 'csv' })).toEqual(ok({ lineCount: 1 }));
  expect(steps.slice(1, -1).join('')).toBe(
    '\uFEFFtime,host,purpose,category,sentBytes,receivedBytes,result,status,durationMs\r\nline\r\n',
  );
});

it.each([
  ['the disk is full', { append: () => Promise.resolve(fail('disk-full')) }, 'disk-full'],
  ['the place refuses it', { finish: () => Promise.resolve(fail('folder-read-only')) }, 'folder-read-only'],
] as const)('F6: when %s, no half file is left', async (_, file, code) => {
  const { exporting, steps } = makeScene({ file });
  expect(await exporting.export(asked)).toEqual(fail(code));
  expect(steps.at(-1)).toBe('abandon');
});

it('F6: thought better of, nothing is read; closing the account ends an export, and one runs at a time', async () => {
  expect(await makeScene({ file: null }).exporting.export(asked)).toEqual(ok(null));
  const { exporting, questions, world } = makeScene();
  const chosen = Promise.withResolvers<void>();
  world.choosing = chosen.promise;
  const first = exporting.export(asked);
  expect(await exporting.export(asked)).toEqual(fail('not-allowed'));
  await exporting.close();
  chosen.resolve();
  expect(await first).toEqual(fail('cancelled'));
  expect(questions).toEqual([]);
});
