import { expect, it } from 'vitest';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { NetworkBatch } from '../../network-ports.ts';
import type { NetworkRecord } from '../../privacy-ports.ts';
import { createRecorder, recorderBounds } from './recorder.ts';
import { tellSlowly } from './tell-slowly.ts';

const [anna, ilya] = ['a', 'b'].map((digit) => LocalAccountId.parse(digit.repeat(32))) as [
  LocalAccountId,
  LocalAccountId,
];
const startMs = Date.parse('2026-03-12T22:30:00Z');

function request(host: string, part: Partial<NetworkRecord> = {}): NetworkRecord {
  return {
    atMs: startMs,
    host,
    purpose: 'catalogue',
    category: 'essential',
    sentBytes: 1,
    receivedBytes: 2,
    result: 'answered',
    status: 200,
    durationMs: 3,
    ...part,
  };
}

function makeScene() {
  const clock = createFakeClock(startMs);
  const written: string[] = [];
  const batches: NetworkBatch[] = [];
  const world = { opened: null as LocalAccountId | null, isBroken: false, changes: 0 };
  const storeOf = (name: string) => ({
    record(batch: NetworkBatch) {
      if (world.isBroken) return Promise.resolve(fail('disk-full'));
      batches.push(batch);
      written.push(`${name}: ${batch.records.map(({ host }) => host).join(' ')}`);
      return Promise.resolve(done);
    },
  });
  const recorder = createRecorder({
    stores: { account: storeOf('account'), computer: storeOf('computer') },
    openedId: () => world.opened,
    clock,
    offsetMinutes: () => 180,
    log: createListLog(),
    onChange: () => (world.changes += 1),
  });
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };
  return { clock, recorder, written, batches, world, pass };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('F6: requests are written down together after a second, with the day that the computer showed', async () => {
  const { recorder, written, batches, world, pass } = makeScene();
  recorder.record(request('a'));
  await pass(recorderBounds.waitMs - 1);
  recorder.record(request('b'));
  expect(written).toEqual([]);
  await pass(1);
  expect(written).toEqual(['computer: a b']);
  expect(batches[0]).toMatchObject({ today: '2026-03-13', missedCount: 0, records: [{ day: '2026-03-13' }, {}] });
  await pass(60_000);
  expect([written.length, world.changes]).toEqual([1, 1]);
});

it('F6: fifty do not wait for the second', async () => {
  const { recorder, batches } = makeScene();
  for (let index = 0; index < recorderBounds.batch; index += 1) recorder.record(request('a'));
  await settle();
  expect(batches.map(({ records }) => records.length)).toEqual([recorderBounds.batch]);
});

it('F6 A6: what is sent in an account’s name is in its library alone, also what ends while it closes', async () => {
  const { recorder, written, world, pass } = makeScene();
  recorder.record(request('before'));
  world.opened = anna;
  recorder.record(request('hers'));
  await pass(recorderBounds.waitMs);
  expect(written).toEqual(['computer: before', 'account: hers']);
  recorder.record(request('last'));
  world.opened = null;
  recorder.record(request('ended-late'));
  await recorder.closing();
  recorder.record(request('nobodys'));
  world.opened = ilya;
  recorder.record(request('his'));
  await pass(recorderBounds.waitMs);
  expect(written.slice(2)).toEqual(['account: last ended-late', 'computer: nobodys', 'account: his']);
});

it('F6 A6: what could not be written into a library before it closed goes to the computer’s list, never to another’s library', async () => {
  const { recorder, written, world, pass } = makeScene();
  world.opened = anna;
  recorder.record(request('hers'));
  world.isBroken = true;
  await recorder.closing();
  world.isBroken = false;
  world.opened = ilya;
  recorder.record(request('his'));
  await pass(recorderBounds.waitMs);
  expect(written).toEqual(['computer: hers', 'account: his']);
});

it('F6: a disk that fails loses nothing that fits into memory, and what does not fit is counted', async () => {
  const { recorder, batches, world, pass } = makeScene();
  world.isBroken = true;
  for (let index = 0; index < recorderBounds.waiting + 7; index += 1) recorder.record(request(String(index)));
  await pass(recorderBounds.waitMs * 3);
  expect([batches.length, world.changes]).toEqual([0, 0]);
  world.isBroken = false;
  await pass(recorderBounds.waitMs);
  expect(batches.map(({ records, missedCount }) => [records.length, missedCount])).toEqual([
    [recorderBounds.waiting, 7],
  ]);
  expect(batches[0]?.records.map(({ host }) => Number(host))).toEqual(
    Array.from({ length: recorderBounds.waiting }, (_, index) => index),
  );
});

it('F6: whoever wants to read gets everything that was told before', async () => {
  const { recorder, written } = makeScene();
  recorder.record(request('a'));
  await recorder.flush();
  expect(written).toEqual(['computer: a']);
});

it('F6: the window is told at once, then at most twice a second, and of the last change too', () => {
  const clock = createFakeClock(startMs);
  let count = 0;
  const tell = tellSlowly(clock, 500, () => (count += 1));
  tell();
  tell();
  tell();
  expect(count).toBe(1);
  clock.advance(499);
  expect(count).toBe(1);
  clock.advance(1);
  expect(count).toBe(2);
  clock.advance(5000);
  expect(count).toBe(2);
  tell();
  expect(count).toBe(3);
});
