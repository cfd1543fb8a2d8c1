import { describe, expect, it } from 'vitest';
import { decideWidth, type WidthView } from './range-width.ts';

const rules = { mostConnections: 4, smallestRestBytes: 16e6 };
const view: WidthView = {
  connections: 1,
  bytesPerSecond: 5e6,
  bytesPerSecondBefore: 5e6,
  before: null,
  restBytes: 100e6,
  limitBytesPerSecond: null,
};
const two = { connections: 2, before: { connections: 1, bytesPerSecond: 5e6 } };
const four = { connections: 4, before: { connections: 2, bytesPerSecond: 10e6 } };
const wait = { kind: 'wait' };

describe('how many connections one file gets', () => {
  it.each<readonly [string, Partial<WidthView>, unknown]>([
    ['one steady connection: two are tried', {}, { kind: 'widen', connections: 2 }],
    ['nothing came yet', { bytesPerSecond: 0, bytesPerSecondBefore: 0 }, wait],
    ['it only begins to flow', { bytesPerSecondBefore: 0 }, wait],
    ['it still grows', { bytesPerSecondBefore: 3.4e6 }, wait],
    ['it breaks down', { bytesPerSecond: 3.4e6 }, wait],
    ['a small difference is steady', { bytesPerSecondBefore: 4e6 }, { kind: 'widen', connections: 2 }],
    ['little is left', { restBytes: 15e6 }, wait],
    [
      'a gigabit on one connection: that is the line',
      { bytesPerSecond: 110e6, bytesPerSecondBefore: 110e6 },
      { kind: 'settle', connections: 1 },
    ],
    ['a limit that is filled', { limitBytesPerSecond: 5e6 }, wait],
    ['a limit that is far', { limitBytesPerSecond: 50e6 }, { kind: 'widen', connections: 2 }],
    [
      'two bring twice as much: four are tried',
      { ...two, bytesPerSecond: 10e6, bytesPerSecondBefore: 10e6 },
      { kind: 'widen', connections: 4 },
    ],
    [
      'two bring a fifth more: that is enough',
      { ...two, bytesPerSecond: 6e6, bytesPerSecondBefore: 6e6 },
      { kind: 'widen', connections: 4 },
    ],
    [
      'two bring hardly more: back to one',
      { ...two, bytesPerSecond: 5.9e6, bytesPerSecondBefore: 5.9e6 },
      { kind: 'settle', connections: 1 },
    ],
    [
      'two bring less: back to one',
      { ...two, bytesPerSecond: 4e6, bytesPerSecondBefore: 4e6 },
      { kind: 'settle', connections: 1 },
    ],
    [
      'four bring more: four it is',
      { ...four, bytesPerSecond: 20e6, bytesPerSecondBefore: 20e6 },
      { kind: 'settle', connections: 4 },
    ],
    [
      'four bring no more than two: back to two',
      { ...four, bytesPerSecond: 11e6, bytesPerSecondBefore: 11e6 },
      { kind: 'settle', connections: 2 },
    ],
    [
      'two that fill the limit stay two',
      { ...two, bytesPerSecond: 8e6, bytesPerSecondBefore: 8e6, limitBytesPerSecond: 8e6 },
      wait,
    ],
  ])('D3: %s', (_title, change, verdict) => {
    expect(decideWidth({ ...view, ...change }, rules)).toEqual(verdict);
  });

  it('D3: three at most are never passed', () => {
    const grown = { ...view, ...two, bytesPerSecond: 10e6, bytesPerSecondBefore: 10e6 };
    expect(decideWidth(grown, { ...rules, mostConnections: 3 })).toEqual({ kind: 'widen', connections: 3 });
  });
});
