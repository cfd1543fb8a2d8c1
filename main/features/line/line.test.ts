import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../contract/domain/settings.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { LineReport } from '../../ports.ts';
import { createLine } from './line.ts';

const dear: LineReport = { cost: 'metered', line: 'phone' };
const free: LineReport = { cost: 'free', line: 'home' };

function makeScene(part: Partial<Settings> = {}) {
  const clock = createFakeClock();
  const answers: ((report: LineReport) => void)[] = [];
  const world = { changes: 0, settings: { ...defaultSettings, ...part } };
  const line = createLine({
    clock,
    settings: () => world.settings,
    lineCost: { read: () => new Promise((resolve) => answers.push(resolve)) },
    onChange: () => void (world.changes += 1),
  });
  const answer = async (report: LineReport, question = answers.length - 1): Promise<void> => {
    answers[question]?.(report);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { clock, answers, world, line, answer };
}

describe('D5: the line and what it costs', () => {
  it('D5: is not known before the system has answered, unless it does not matter', async () => {
    const { line, answer, world } = makeScene();
    expect(line.isKnown()).toBe(false);
    line.begin();
    expect(line.isKnown()).toBe(false);
    await answer(free);
    expect([line.isKnown(), line.isHeld(), world.changes]).toEqual([true, false, 1]);
    line.begin();
    expect(line.isKnown()).toBe(false);
    await answer(free);
    expect(world.changes).toBe(2);
    expect(makeScene({ downloadMetered: 'always' }).line.isKnown()).toBe(true);
  });

  it('D5: a yes holds as long as the line, and not over an interruption', async () => {
    const { line, answer } = makeScene();
    line.begin();
    await answer(dear);
    expect(line.isHeld()).toBe(true);
    line.allow();
    expect(line.isHeld()).toBe(false);
    line.look();
    await answer(dear);
    expect(line.isHeld()).toBe(false);
    line.look();
    await answer({ ...dear, line: 'another phone' });
    expect(line.isHeld()).toBe(true);
    line.allow();
    line.begin();
    await answer({ ...dear, line: 'another phone' });
    expect(line.isHeld()).toBe(true);
  });

  it('D5: only the newest answer counts', async () => {
    const { line, answer } = makeScene();
    line.begin();
    line.look();
    await answer(dear, 1);
    await answer(free, 0);
    expect(line.isHeld()).toBe(true);
  });

  it('D5: is asked every five minutes while something is to be fetched, and no longer', async () => {
    const { line, answer, answers, clock, world } = makeScene();
    line.begin();
    await answer(free);
    clock.advance(600_000);
    expect(answers).toHaveLength(1);
    line.setPending(true);
    clock.advance(300_000);
    expect(answers).toHaveLength(2);
    await answer(free);
    expect(world.changes).toBe(1);
    clock.advance(300_000);
    await answer(dear);
    expect([line.isHeld(), world.changes]).toEqual([true, 2]);
    line.setPending(false);
    clock.advance(600_000);
    expect(answers).toHaveLength(3);
  });

  it('D5: stopped, it forgets the answer, the yes and the timer', async () => {
    const { line, answer, clock } = makeScene();
    line.begin();
    line.setPending(true);
    line.stop();
    await answer(dear);
    expect([line.isKnown(), line.isHeld(), clock.pendingMs()]).toEqual([false, false, []]);
  });
});
