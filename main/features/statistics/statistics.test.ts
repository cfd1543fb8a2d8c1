import { expect, it } from 'vitest';
import { LocalDay } from '../../../contract/domain/local-day.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { DayRange, ExportFile, StatisticsPiece } from '../../statistics-ports.ts';
import { createStatistics } from './statistics.ts';

const day = (text: string) => LocalDay.parse(text);
const words = { title: 'Study', day: 'Day', course: 'Course', minutes: 'Minutes', sittings: 'Sittings' };
const march = { fromDay: day('2026-03-01'), toDay: day('2026-03-31') };
const lines = (text: string, nextDay: LocalDay | null = null): Result<StatisticsPiece> =>
  ok({ text, lineCount: text.split('\r\n').length - 1, nextDay });

function makeScene(part: { readonly file?: Partial<ExportFile> | null } = {}) {
  const asked: DayRange[] = [];
  const names: string[] = [];
  const steps: string[] = [];
  const world = {
    pieces: [lines('a\r\nb\r\n', day('2026-03-20')), lines('c\r\n')] as (
      Result<StatisticsPiece> | Promise<Result<StatisticsPiece>>
    )[],
    choosing: null as Promise<void> | null,
  };
  const file: ExportFile = {
    append: (text) => Promise.resolve((steps.push(text), ok(null))),
    finish: () => Promise.resolve((steps.push('finish'), ok(null))),
    abandon: () => Promise.resolve(void steps.push('abandon')),
    ...part.file,
  };
  const statistics = createStatistics({
    library: {
      statistics: {
        read: () => Promise.resolve(fail('signed-out')),
        csv: (days) => Promise.resolve((asked.push(days), world.pieces.shift() ?? fail('unexpected'))),
      },
    },
    clock: createFakeClock(Date.parse('2026-03-31T22:30:00Z')),
    offsetMinutes: () => 180,
    async choose(name) {
      names.push(name);
      await world.choosing;
      return part.file === null ? null : file;
    },
    safeFileName: (text) => text,
  });
  return { statistics, asked, names, steps, world };
}

it('E5: the export has a beginning for table programs, headings, and every piece in its order', async () => {
  const { statistics, asked, names, steps } = makeScene();
  expect(await statistics.export({ days: march, words })).toEqual(ok({ lineCount: 3 }));
  expect(names).toEqual(['Study 2026-04-01.csv']);
  expect(steps).toEqual(['\uFEFFDay,Course,Minutes,Sittings\r\n', 'a\r\nb\r\n', 'c\r\n', 'finish']);
  expect(asked).toEqual([march, { fromDay: '2026-03-20', toDay: '2026-03-31' }]);
});

it('E5: without days everything is exported, also what a wrong clock left', async () => {
  const { statistics, asked, world } = makeScene();
  world.pieces = [lines('')];
  expect(await statistics.export({ days: null, words })).toEqual(ok({ lineCount: 0 }));
  expect(asked).toEqual([{ fromDay: '0001-01-01', toDay: '9999-12-31' }]);
});

it('E5: thought better of, nothing is read and nothing is an error', async () => {
  const { statistics, asked, steps } = makeScene({ file: null });
  expect(await statistics.export({ days: march, words })).toEqual(ok(null));
  expect([asked, steps]).toEqual([[], []]);
});

it.each([
  ['the disk is full', { append: () => Promise.resolve(fail('disk-full')) }, 'disk-full'],
  ['the place refuses it', { finish: () => Promise.resolve(fail('folder-read-only')) }, 'folder-read-only'],
] as const)('E5: when %s, what was written is taken away and the reason told', async (_, part, code) => {
  const { statistics, steps } = makeScene({ file: part });
  expect(await statistics.export({ days: march, words })).toEqual(fail(code));
  expect(steps.at(-1)).toBe('abandon');
});

it('E5: when the library fails half way, no half file is left', async () => {
  const { statistics, steps, world } = makeScene();
  world.pieces = [lines('a\r\n', day('2026-03-20')), fail('signed-out')];
  expect(await statistics.export({ days: march, words })).toEqual(fail('signed-out'));
  expect(steps.slice(1)).toEqual(['a\r\n', 'abandon']);
});

it('E5: one export at a time; the next may begin when it has ended', async () => {
  const { statistics, world } = makeScene();
  const chosen = Promise.withResolvers<void>();
  world.choosing = chosen.promise;
  const first = statistics.export({ days: march, words });
  expect(await statistics.export({ days: march, words })).toEqual(fail('not-allowed'));
  chosen.resolve();
  expect(await first).toMatchObject({ ok: true });
  world.pieces = [lines('')];
  expect(await statistics.export({ days: march, words })).toMatchObject({ ok: true });
});

it('E5: closing the account ends an export, and nothing of the next person is written', async () => {
  const { statistics, steps, world } = makeScene();
  const piece = Promise.withResolvers<Result<StatisticsPiece>>();
  world.pieces = [lines('a\r\n', day('2026-03-20')), piece.promise];
  const exporting = statistics.export({ days: march, words });
  await new Promise((resolve) => setImmediate(resolve));
  const closing = statistics.close();
  piece.resolve(lines('of somebody else\r\n'));
  await closing;
  expect(await exporting).toEqual(fail('cancelled'));
  expect(steps.slice(1)).toEqual(['a\r\n', 'abandon']);
});

it('E5: closing while the person still chooses where to waits for nobody, and writes nothing', async () => {
  const { statistics, asked, world } = makeScene();
  const chosen = Promise.withResolvers<void>();
  world.choosing = chosen.promise;
  const exporting = statistics.export({ days: march, words });
  await statistics.close();
  chosen.resolve();
  expect(await exporting).toEqual(fail('cancelled'));
  expect(asked).toEqual([]);
});
