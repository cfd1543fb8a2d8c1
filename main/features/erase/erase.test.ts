import { describe, expect, it } from 'vitest';
import { fail, done } from '../../../contract/result.ts';
import { eraseStepNames } from './erase-steps.ts';
import type { EraseStepName } from './erase-steps.ts';
import { anna, createFakeDisk, destroyingSteps, ilya, leftOf, startErase } from '../../../tests/support/erase-bench.ts';
import type { DestroyingStep, Moment, Trouble } from '../../../tests/support/erase-bench.ts';

const kindOf = {
  secret: 'secret',
  keyring: 'keys',
  library: 'library',
  lectures: 'lectures',
  'account-row': 'library',
  'damaged-computer-files': 'library',
  'window-data': 'window-data',
  logs: 'logs',
} as const satisfies Record<DestroyingStep, string>;

const gone = { erased: true, remains: [] };
const remainsAfter = (name: EraseStepName) => (name in kindOf ? [kindOf[name as DestroyingStep]] : []);

describe('erasing an account', () => {
  it('A7: writes down what it will do, does every step in its order, looks, and only then takes the note away', async () => {
    const disk = createFakeDisk();
    const { erase, ran } = startErase(disk);
    expect(await erase(anna)).toEqual(gone);
    expect(ran).toEqual(['marker 1', ...eraseStepNames, ...destroyingSteps.map((name) => `look ${name}`), 'marker 0']);
    expect(leftOf(disk, anna)).toEqual([]);
    expect(leftOf(disk, ilya)).toEqual(destroyingSteps);
  });

  const troubles = eraseStepNames.flatMap((name) =>
    (['fails', 'throws', 'lies'] as const).map((trouble): [EraseStepName, Trouble] => [name, trouble]),
  );
  it.each(troubles)(
    'A7: step %s %s: every other step is done, the report is true, the next start completes it',
    async (name, trouble) => {
      const disk = createFakeDisk();
      const first = startErase(disk, { trouble: { [name]: trouble } });
      const remains = remainsAfter(name);
      expect(await first.erase(anna)).toEqual({ erased: remains.length === 0, remains });
      expect(first.ran.filter((step) => eraseStepNames.includes(step as EraseStepName))).toEqual(eraseStepNames);
      expect(leftOf(disk, anna)).toEqual(name in kindOf ? [name] : []);
      expect(disk.marker).toEqual(remains.length === 0 ? [] : [anna]);
      expect(first.log.lines.join().includes(`warn erase.failed.${name}`)).toBe(trouble !== 'lies');
      expect(await startErase(disk).finishPending()).toEqual(remains.length === 0 ? null : gone);
      expect([leftOf(disk, anna), disk.marker]).toEqual([[], []]);
      expect(leftOf(disk, ilya)).toEqual(destroyingSteps);
    },
  );

  it.each(destroyingSteps)('A7: when nobody can tell whether %s is gone, it counts as left', async (name) => {
    const disk = createFakeDisk();
    const report = await startErase(disk, { blindLooks: [name] }).erase(anna);
    expect(report).toEqual({ erased: false, remains: [kindOf[name]] });
    expect(disk.marker).toEqual([anna]);
  });

  it('A7: everything fails: all of it is named, each kind once, and starts go on trying', async () => {
    const disk = createFakeDisk();
    const trouble = Object.fromEntries(eraseStepNames.map((name) => [name, 'fails' as const]));
    const all = { erased: false, remains: ['lectures', 'library', 'keys', 'secret', 'logs', 'window-data'] };
    expect(await startErase(disk, { trouble }).erase(anna)).toEqual(all);
    expect(await startErase(disk, { trouble }).finishPending()).toEqual(all);
    expect(disk.marker).toEqual([anna]);
    expect(await startErase(disk).finishPending()).toEqual(gone);
  });
});

describe('a process that ends in the middle', () => {
  const moments: readonly Moment[] = [
    'after marker',
    ...eraseStepNames.flatMap((name): Moment[] => [`before ${name}`, `after ${name}`]),
    'before look',
  ];

  it.each(moments)('A7: cut off %s: the next start completes it, and nothing of it is left', async (crashAt) => {
    const disk = createFakeDisk();
    const first = startErase(disk, { crashAt });
    expect(await Promise.race([first.crash, first.erase(anna)])).toBe('crashed');
    expect(disk.marker).toEqual([anna]);
    expect(await startErase(disk).finishPending()).toEqual(gone);
    expect([leftOf(disk, anna), disk.marker]).toEqual([[], []]);
    expect(leftOf(disk, ilya)).toEqual(destroyingSteps);
    expect(await startErase(disk).finishPending()).toBeNull();
  });

  it('A7: cut off before it is written down: nothing has happened at all', async () => {
    const disk = createFakeDisk();
    const first = startErase(disk, { crashAt: 'before marker' });
    expect(await Promise.race([first.crash, first.erase(anna)])).toBe('crashed');
    expect(leftOf(disk, anna)).toEqual(destroyingSteps);
    expect(await startErase(disk).finishPending()).toBeNull();
  });

  it('A7: a step that fails, then a cut at any moment of any later start, for every pair of them', async () => {
    for (const failing of destroyingSteps) {
      for (const crashAt of moments.slice(1)) {
        const disk = createFakeDisk();
        await startErase(disk, { trouble: { [failing]: 'fails' } }).erase(anna);
        const second = startErase(disk, { crashAt });
        expect(await Promise.race([second.crash, second.finishPending()]), `${failing}, ${crashAt}`).toBe('crashed');
        expect(await startErase(disk).finishPending()).toEqual(gone);
        expect([leftOf(disk, anna), disk.marker]).toEqual([[], []]);
      }
    }
  });
});

describe('around it', () => {
  it('A7: a disk too full for the note is no reason to keep anything; what is left is noted once there is room', async () => {
    let writes = 0;
    const markerWrites = () => ((writes += 1) === 1 ? fail('disk-full') : done);
    const disk = createFakeDisk();
    const { erase, log } = startErase(disk, { markerWrites, trouble: { lectures: 'fails' } });
    expect(await erase(anna)).toEqual({ erased: false, remains: ['lectures'] });
    expect(leftOf(disk, anna)).toEqual(['lectures']);
    expect(disk.marker).toEqual([anna]);
    expect(log.lines).toContain('warn erase.marker-not-written {"code":"disk-full"}');
  });

  it.each(['stop-using', 'close-library'] as const)(
    'A7: %s that never answers is given up after ten seconds',
    async (name) => {
      const disk = createFakeDisk();
      const { erase, clock, crash } = startErase(disk, { crashAt: `before ${name}` });
      const report = erase(anna);
      await crash;
      expect(clock.pendingMs()).toEqual([10_000]);
      clock.advance(10_000);
      expect(await report).toEqual(gone);
      expect(leftOf(disk, anna)).toEqual([]);
      expect(clock.pendingMs()).toEqual([]);
    },
  );

  it('A7: a credential store that would not delete is not asked a second time', async () => {
    const { erase, ran } = startErase(createFakeDisk(), { trouble: { secret: 'fails' } });
    await erase(anna);
    expect(ran).not.toContain('look secret');
  });

  it('A7: two people at once: each gets a true report, neither is forgotten', async () => {
    const disk = createFakeDisk();
    const stuck = startErase(disk, { trouble: { lectures: 'fails' } });
    const left = { erased: false, remains: ['lectures'] };
    expect(await Promise.all([stuck.erase(anna), stuck.erase(ilya), stuck.erase(anna)])).toEqual([left, left, left]);
    expect(new Set(disk.marker)).toEqual(new Set([anna, ilya]));
    expect(disk.marker).toHaveLength(2);
    expect(await startErase(disk).finishPending()).toEqual(gone);
    expect([leftOf(disk, anna), leftOf(disk, ilya), disk.marker]).toEqual([[], [], []]);
  });

  it('A7: a person who comes back before it is complete: it is done once more, then given up, so that no later start destroys what is new', async () => {
    const disk = createFakeDisk();
    await startErase(disk, { trouble: { lectures: 'fails' } }).erase(anna);
    expect(await startErase(disk, { trouble: { lectures: 'fails' } }).settle(anna)).toEqual(done);
    disk.places.get('keyring')?.add(anna);
    expect(await startErase(disk).finishPending()).toBeNull();
    expect(leftOf(disk, anna)).toEqual(['keyring', 'lectures']);
  });

  it('A7: what cannot be given up keeps the account closed; a person with nothing pending notices nothing', async () => {
    const disk = createFakeDisk();
    await startErase(disk, { trouble: { lectures: 'fails' } }).erase(anna);
    const markerWrites = () => fail('folder-read-only');
    expect(await startErase(disk, { markerWrites }).settle(anna)).toEqual(fail('folder-read-only'));
    const other = startErase(disk, { markerWrites });
    expect(await other.settle(ilya)).toEqual(done);
    expect(other.ran).toEqual([]);
  });

  it('A7: a note that cannot be read destroys nothing and is said; the next erasing replaces it', async () => {
    const disk = createFakeDisk();
    disk.marker = 'unreadable';
    const start = startErase(disk);
    expect(await start.finishPending()).toEqual({ erased: false, remains: [] });
    expect(leftOf(disk, anna)).toEqual(destroyingSteps);
    expect(start.log.lines).toContain('warn erase.marker-unreadable {"code":"disk-failed"}');
    expect(await start.erase(anna)).toEqual(gone);
    expect(disk.marker).toEqual([]);
    expect(leftOf(disk, ilya)).toEqual(destroyingSteps);
  });
});
