import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentLayout, type SegmentRun } from '../../files/lrm/index.ts';
import { createRangePlan, usualRangeRules } from './range-plan.ts';

const rules = { ...usualRangeRules, smallestRunBytes: 4096 };
const layout = segmentLayout(1000 * 1024, 1024);
const all = [{ first: 0, endExclusive: 1000 }];

describe('sharing a file out', () => {
  it('D3: one connection gets all of a gap, gap after gap', () => {
    const gaps = [
      { first: 3, endExclusive: 9 },
      { first: 20, endExclusive: 1000 },
    ];
    const plan = createRangePlan(layout, gaps, rules);
    expect(plan.restBytes()).toBe(986 * 1024);
    expect([plan.take(1), plan.take(1), plan.take(1)]).toEqual([...gaps, null]);
  });

  it('D3: four get pieces in order that become smaller, down to the smallest', () => {
    const plan = createRangePlan(layout, all, rules);
    const sizes: number[] = [];
    for (let run = plan.take(4); run !== null; run = plan.take(4)) sizes.push(run.endExclusive - run.first);
    expect(sizes[0]).toBe(125);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    expect(Math.min(...sizes.slice(0, -1))).toBe(4);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000);
  });

  it('D3: of a large file several take pieces of 64 MiB, so that none of them is far ahead; one takes the rest', () => {
    const large = segmentLayout(4 * 2 ** 30, 65_536);
    const plan = createRangePlan(large, [{ first: 0, endExclusive: large.segmentCount }], usualRangeRules);
    expect([plan.take(4), plan.take(2), plan.take(1)]).toEqual([
      { first: 0, endExclusive: 1024 },
      { first: 1024, endExclusive: 2048 },
      { first: 2048, endExclusive: 65_536 },
    ]);
  });

  it('D3: what is given back is one gap again with what it touches, and nothing is given back of a run that is whole', () => {
    const plan = createRangePlan(layout, all, rules);
    const first = plan.take(4);
    plan.giveBack({ first: 100, endExclusive: first?.endExclusive ?? 0 });
    plan.giveBack({ first: 50, endExclusive: 50 });
    expect(plan.take(1)).toEqual({ first: 100, endExclusive: 1000 });
  });

  it('D3: whatever fails and is given back, every segment is taken for good exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0, max: 1, noNaN: true }))),
        (steps) => {
          const plan = createRangePlan(layout, all, rules);
          const brought: SegmentRun[] = [];
          for (const [connections, share] of steps) {
            const run = plan.take(connections);
            if (run === null) break;
            const next = run.first + Math.floor((run.endExclusive - run.first) * share);
            brought.push({ first: run.first, endExclusive: next });
            plan.giveBack({ first: next, endExclusive: run.endExclusive });
          }
          for (let run = plan.take(1); run !== null; run = plan.take(1)) brought.push(run);
          const times = new Uint8Array(1000);
          for (const run of brought)
            for (let at = run.first; at < run.endExclusive; at += 1) times[at] = (times[at] ?? 0) + 1;
          expect(times.every((count) => count === 1)).toBe(true);
        },
      ),
    );
  });
});
