import { describe, expect, it } from 'vitest';
import type { ComputerRules } from '../../../contract/domain/computer.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ComputerChoice } from '../../ports.ts';
import { createComputer } from './computer.ts';
import { readPolicy } from './policy.ts';

const notAsked: ComputerChoice = { use: null, idleMinutes: 'usual' };

function rig(kept: ComputerChoice = notAsked, policyText?: string) {
  const disk: { kept: ComputerChoice; readable: boolean; writes: Result<null> } = {
    kept,
    readable: true,
    writes: done,
  };
  const told: ComputerRules[] = [];
  const computer = createComputer({
    store: {
      readChoice: () => Promise.resolve(disk.readable ? ok(disk.kept) : fail('disk-failed')),
      writeChoice: (choice) => {
        if (disk.writes.ok) disk.kept = choice;
        return Promise.resolve(disk.writes);
      },
    },
    policy: readPolicy(policyText === undefined ? { kind: 'absent' } : { kind: 'text', text: policyText }),
    onChange: (rules) => told.push(rules),
  });
  return { disk, told, computer };
}

describe('whose computer this is', () => {
  it('A9: before anybody was asked nothing is assumed; what was chosen is there after the next start', async () => {
    const first = rig();
    await first.computer.load();
    expect(first.computer.read().use).toBeNull();
    const answer = await first.computer.update({ use: 'public' });
    expect(answer).toEqual(ok(first.computer.read()));
    expect(first.told).toEqual([first.computer.read()]);
    const second = rig(first.disk.kept);
    await second.computer.load();
    expect(second.computer.read()).toMatchObject({
      use: 'public',
      idleMinutes: 5,
      erasesOnQuit: true,
      remember: 'never',
    });
    expect(second.told).toEqual([]);
  });

  it.each([
    ['another use brings its usual idle time', { use: 'public' }, { use: 'public', idleMinutes: 'usual' }],
    ['another use with an idle time', { use: 'public', idleMinutes: 30 }, { use: 'public', idleMinutes: 30 }],
    ['the same use keeps the idle time', { use: 'shared' }, { use: 'shared', idleMinutes: 60 }],
    ['an idle time keeps the use', { idleMinutes: 2 }, { use: 'shared', idleMinutes: 2 }],
    ['never is an idle time', { idleMinutes: null }, { use: 'shared', idleMinutes: null }],
    ['nothing changes nothing', {}, { use: 'shared', idleMinutes: 60 }],
  ] as const)('A9: %s', async (_, input, kept) => {
    const { computer, disk } = rig({ use: 'shared', idleMinutes: 60 });
    await computer.load();
    expect(await computer.update(input)).toEqual(ok(computer.read()));
    expect(disk.kept).toEqual(kept);
  });

  it('A9: where the policy decides, a person cannot; what it leaves open, they can', async () => {
    const before: ComputerChoice = { use: 'mine', idleMinutes: null };
    const shared = rig(before, '{"version":1,"sharedComputer":true}');
    await shared.computer.load();
    expect(await shared.computer.update({ use: 'mine' })).toEqual(fail('not-allowed'));
    expect(await shared.computer.update({ use: 'mine', idleMinutes: 10 })).toEqual(fail('not-allowed'));
    expect([shared.disk.kept, shared.told]).toEqual([before, []]);
    expect(await shared.computer.update({ idleMinutes: 10 })).toMatchObject({ ok: true, value: { idleMinutes: 10 } });
    const idle = rig(before, '{"version":1,"idleMinutes":7}');
    await idle.computer.load();
    expect(await idle.computer.update({ idleMinutes: null })).toEqual(fail('not-allowed'));
    expect(await idle.computer.update({ use: 'shared', idleMinutes: 60 })).toEqual(fail('not-allowed'));
    expect(await idle.computer.update({ use: 'shared' })).toMatchObject({ value: { use: 'shared', idleMinutes: 7 } });
  });

  it('A9: with a store that cannot be read the policy still holds', async () => {
    const { computer, disk } = rig({ use: 'public', idleMinutes: 'usual' }, '{"version":1,"idleMinutes":7}');
    disk.readable = false;
    await computer.load();
    expect(computer.read()).toMatchObject({ use: null, idleMinutes: 7, fixed: { idleMinutes: true } });
  });

  it('A9: what could not be read at the start is not overwritten by a change of something else', async () => {
    const { computer, disk } = rig({ use: 'public', idleMinutes: 'usual' });
    disk.readable = false;
    await computer.load();
    disk.readable = true;
    await computer.update({ idleMinutes: 10 });
    expect(disk.kept).toEqual({ use: 'public', idleMinutes: 10 });
  });

  it('A9: what could not be kept is said, and holds for this run', async () => {
    const { computer, disk, told } = rig();
    await computer.load();
    disk.writes = fail('disk-full');
    expect(await computer.update({ use: 'public' })).toEqual(fail('disk-full'));
    expect(computer.read().erasesOnQuit).toBe(true);
    expect(told).toEqual([computer.read()]);
    expect(disk.kept).toEqual(notAsked);
  });

  it('A7 A9: what an erasing left is told when it changes', () => {
    const { computer, told } = rig();
    computer.setRemains([]);
    computer.setRemains(['lectures']);
    computer.setRemains(['lectures']);
    computer.setRemains(['keys']);
    computer.setRemains([]);
    expect(told.map(({ remains }) => remains)).toEqual([['lectures'], ['keys'], []]);
    expect(computer.read().remains).toEqual([]);
  });
});
