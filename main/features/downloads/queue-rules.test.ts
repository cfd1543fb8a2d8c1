import { describe, expect, it } from 'vitest';
import type { WaitReason } from '../../../contract/domain/download.ts';
import { downloadStates } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { decide } from './queue-rules.ts';
import type { QueueConditions, QueueEntry } from './queue-rules.ts';

const entry = (id: string, part: Partial<QueueEntry> = {}): QueueEntry => ({
  lectureId: id as LectureId,
  state: 'queued',
  error: null,
  begun: null,
  retryAtMs: null,
  breaks: null,
  ...part,
});
const runs = (id: string, begun: number) => entry(id, { state: 'downloading', begun });
const usual: QueueConditions = {
  concurrency: 2,
  allPaused: false,
  online: true,
  nightOpensAtMs: null,
  driveAway: false,
  moving: false,
  metered: false,
};
const waits = (part: Partial<QueueEntry> = {}) => entry('w', { state: 'waiting', ...part });

describe('D5: what runs', () => {
  it.each<[string, readonly QueueEntry[], Partial<QueueConditions>, readonly string[], readonly string[]]>([
    ['the first ones start', [entry('a'), entry('b'), entry('c')], {}, ['a', 'b'], []],
    ['those that run count', [runs('a', 0), entry('b'), entry('c')], {}, ['b'], []],
    ['one that has begun but whose row is still queued is not begun twice', [entry('a', { begun: 0 })], {}, [], []],
    ['one that was moved behind others runs on', [entry('a'), entry('b'), runs('c', 0), runs('d', 1)], {}, [], []],
    [
      'fewer at a time: the newest stop',
      [runs('a', 2), runs('b', 0), runs('c', 1)],
      { concurrency: 1 },
      [],
      ['c', 'a'],
    ],
    ['more at a time: more start', [runs('a', 0), entry('b'), entry('c')], { concurrency: 6 }, ['b', 'c'], []],
    ['all paused: everything stops', [runs('a', 0), entry('b')], { allPaused: true }, [], ['a']],
    ['by day everything stops', [runs('a', 0), entry('b')], { nightOpensAtMs: 5 }, [], ['a']],
    [
      'offline nothing starts, and what runs finds out by itself',
      [runs('a', 0), entry('b')],
      { online: false },
      [],
      [],
    ],
    ['without its drive nothing starts', [runs('a', 0), entry('b')], { driveAway: true }, [], []],
    ['while the lectures are moved everything stops', [runs('a', 0), entry('b')], { moving: true }, [], ['a']],
    ['on a metered line everything stops', [runs('a', 0), entry('b')], { metered: true }, [], ['a']],
    [
      'one that would break a limit on space lets the next one pass',
      [entry('a', { breaks: 'cap' }), entry('b', { breaks: 'floor' }), entry('c')],
      {},
      ['c'],
      [],
    ],
    [
      'only queued ones start',
      downloadStates.map((state) => entry(state, { state })),
      { concurrency: 6 },
      ['queued'],
      [],
    ],
  ])('D5: %s', (_, entries, conditions, start, stop) => {
    const decision = decide(entries, { ...usual, ...conditions });
    expect({ start: decision.start, stop: decision.stop }).toEqual({ start, stop });
  });
});

describe('D5: why the others wait', () => {
  const full = [runs('x', 0), runs('y', 1)];
  it.each<[string, QueueEntry, Partial<QueueConditions>, WaitReason | null]>([
    ['others come first', entry('w'), {}, { kind: 'turn' }],
    ['all paused', entry('w'), { allPaused: true }, { kind: 'all-paused' }],
    [
      'all paused comes before every other reason',
      waits({ error: 'disk-full' }),
      { allPaused: true, online: false, nightOpensAtMs: 9, driveAway: true },
      { kind: 'all-paused' },
    ],
    ['the move before the drive', entry('w'), { moving: true, driveAway: true }, { kind: 'moving' }],
    ['a metered line', entry('w'), { metered: true }, { kind: 'metered' }],
    [
      'the night before a metered line',
      entry('w'),
      { nightOpensAtMs: 9, metered: true },
      { kind: 'night', untilMs: 9 },
    ],
    ['the cap', entry('w', { breaks: 'cap' }), {}, { kind: 'cap' }],
    ['the floor', entry('w', { breaks: 'floor' }), {}, { kind: 'floor' }],
    ['no line before the cap', entry('w', { breaks: 'cap' }), { online: false }, { kind: 'offline' }],
    ['the drive before the night', entry('w'), { nightOpensAtMs: 9, driveAway: true }, { kind: 'drive-away' }],
    ['the night', entry('w'), { nightOpensAtMs: 9, online: false }, { kind: 'night', untilMs: 9 }],
    [
      'the night for one that is tried again',
      waits({ error: 'service-failed', retryAtMs: 7 }),
      { nightOpensAtMs: 9 },
      { kind: 'night', untilMs: 9 },
    ],
    ['no line', entry('w'), { online: false }, { kind: 'offline' }],
    [
      'no line for one that is tried again',
      waits({ error: 'service-unreachable', retryAtMs: 7 }),
      { online: false },
      { kind: 'offline' },
    ],
    ['the service', waits({ error: 'service-failed', retryAtMs: 7 }), {}, { kind: 'service', untilMs: 7 }],
    ['the service, when its time has come', waits({ error: 'service-failed' }), {}, { kind: 'turn' }],
    ['a full disk, offline too', waits({ error: 'disk-full' }), { online: false }, { kind: 'disk-full' }],
    ['a drive that went while it ran', waits({ error: 'disk-failed' }), {}, { kind: 'drive-away' }],
    ['a drive whose place is read-only', waits({ error: 'folder-read-only' }), {}, { kind: 'drive-away' }],
    ['left over from an earlier run', entry('w', { state: 'downloading' }), {}, { kind: 'turn' }],
    ['paused by the person', entry('w', { state: 'paused' }), { allPaused: true }, null],
    ['failed', entry('w', { state: 'failed', error: 'not-found' }), { online: false }, null],
    ['complete', entry('w', { state: 'complete' }), { allPaused: true }, null],
  ])('D5: %s', (_, waiting, conditions, reason) => {
    const decision = decide([...full, waiting], { ...usual, ...conditions });
    expect(decision.waits.get(waiting.lectureId) ?? null).toEqual(reason);
  });

  it('D7: what runs and would break a limit is stopped with that reason, and its place goes to the next one that may', () => {
    const over = { ...runs('x', 0), breaks: 'floor' as const };
    const { start, stop, waits: said } = decide([over, runs('y', 1), entry('w'), entry('v', { breaks: 'cap' })], usual);
    expect([start, stop]).toEqual([['w'], ['x']]);
    expect([...said]).toEqual([
      ['v', { kind: 'cap' }],
      ['x', { kind: 'floor' }],
    ]);
  });

  it('D5: what runs has no reason, what is stopped has the one it is stopped for', () => {
    const lowered = decide(full, { ...usual, concurrency: 1 }).waits;
    expect([...lowered]).toEqual([['y', { kind: 'turn' }]]);
    expect([...decide(full, { ...usual, nightOpensAtMs: 9 }).waits.values()]).toEqual([
      { kind: 'night', untilMs: 9 },
      { kind: 'night', untilMs: 9 },
    ]);
  });
});
