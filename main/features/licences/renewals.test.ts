import { describe, expect, it } from 'vitest';
import { LectureId } from '../../../contract/domain/ids.ts';
import { done, fail } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { createRenewals } from './renewals.ts';

const [one, two, three] = ['one', 'two', 'three'].map((id) => LectureId.parse(id)) as [LectureId, LectureId, LectureId];
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Lets everything that was promised happen. */
const settled = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

function bench(ids: readonly LectureId[], answerOf: (id: LectureId) => Result<null>) {
  const clock = createFakeClock();
  const due = new Set(ids);
  const asked: LectureId[] = [];
  const refusedOnes: LectureId[] = [];
  let running = 0;
  const state = { online: true, mostAtOnce: 0, answerOf };
  const renewals = createRenewals({
    clock,
    random: () => 0,
    isOnline: () => state.online,
    due: () => [...due],
    onDefect: (error) => {
      throw error;
    },
    onRefused: (id) => refusedOnes.push(id),
    async fetch(id) {
      asked.push(id);
      running += 1;
      state.mostAtOnce = Math.max(state.mostAtOnce, running);
      await settled();
      running -= 1;
      const answer = state.answerOf(id);
      if (answer.ok) due.delete(id);
      return answer;
    },
  });
  const finish = async () => {
    for (let round = 0; round < 30; round += 1) await settled();
  };
  return { clock, due, asked, refusedOnes, state, renewals, finish };
}

describe('asking for licences', () => {
  it('D9: asks for all that are due, one at a time; the one a person waits for comes next', async () => {
    const { renewals, asked, state, finish } = bench([one, two], () => done);
    renewals.call();
    renewals.call();
    await settled();
    const mine = renewals.fetchNow(three);
    expect(renewals.fetchNow(three)).toBe(mine);
    await finish();
    expect(await mine).toEqual(done);
    expect(asked).toEqual([one, three, two]);
    expect(state.mostAtOnce).toBe(1);
  });

  it('D9: asks nothing while the service is silent', async () => {
    const { renewals, asked, state, finish } = bench([one], () => done);
    state.online = false;
    renewals.call();
    await finish();
    expect(asked).toEqual([]);
    state.online = true;
    renewals.wake();
    await finish();
    expect(asked).toEqual([one]);
  });

  it('D9: after a failure it waits, longer each time; the service’s return ends the waiting', async () => {
    const { renewals, clock, asked, finish } = bench([one, two], () => fail('service-failed'));
    renewals.call();
    await finish();
    expect(asked).toEqual([one]);
    renewals.call();
    await finish();
    expect(asked).toEqual([one]);
    clock.advance(minuteMs / 2);
    await finish();
    expect(asked).toHaveLength(2);
    clock.advance(minuteMs / 2);
    await finish();
    expect(asked).toHaveLength(2);
    clock.advance(minuteMs / 2);
    await finish();
    expect(asked).toHaveLength(3);
    renewals.wake();
    await finish();
    expect(asked).toHaveLength(4);
  });

  it.each(['service-nonsense', 'service-failed'] as const)(
    'D9: one that fails time and again (%s) keeps the others from theirs no longer than one wait',
    async (code) => {
      const { renewals, clock, asked, due, finish } = bench([one, two, three], (id) =>
        id === one ? fail(code) : done,
      );
      renewals.call();
      await finish();
      expect(asked).toEqual([one]);
      clock.advance(minuteMs / 2);
      await finish();
      expect(asked).toEqual([one, two, three, one]);
      expect([...due]).toEqual([one]);
      renewals.stop();
      expect(clock.pendingMs()).toEqual([]);
    },
  );

  it.each(['not-allowed', 'not-found', 'region-unavailable'] as const)(
    'D9: a refusal (%s) holds nobody else up and is not asked for again within a day',
    async (code) => {
      const { renewals, clock, asked, refusedOnes, finish } = bench([one, two], (id) =>
        id === one ? fail(code) : done,
      );
      renewals.call();
      await finish();
      expect(asked).toEqual([one, two]);
      expect(refusedOnes).toEqual([one]);
      expect(renewals.isRefused(one)).toBe(true);
      clock.advance(dayMs - 1);
      renewals.wake();
      await finish();
      expect(asked).toHaveLength(2);
      clock.advance(1);
      expect(renewals.isRefused(one)).toBe(false);
      renewals.wake();
      await finish();
      expect(asked).toEqual([one, two, one]);
    },
  );

  it('D9: a licence that is due again as soon as it came is not asked for without end', async () => {
    const { renewals, due, asked, finish, state } = bench([one], () => done);
    state.answerOf = (id) => {
      queueMicrotask(() => due.add(id));
      return done;
    };
    renewals.call();
    await finish();
    renewals.call();
    await finish();
    expect(asked).toEqual([one]);
  });

  it('D9: stopping forgets refusals and timers', async () => {
    const { renewals, clock, finish } = bench([one, two], (id) =>
      id === one ? fail('not-found') : fail('unexpected'),
    );
    renewals.call();
    await finish();
    renewals.stop();
    expect(renewals.isRefused(one)).toBe(false);
    expect(clock.pendingMs()).toEqual([]);
  });
});
