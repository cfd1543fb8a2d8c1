import { describe, expect, it } from 'vitest';
import type { ErasureReceipt } from '../../../contract/api/personal-data.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { createOrder } from './order.ts';

const kept = [{ kind: 'billing' as const, count: 2, keptUntil: '2034-01-01' }];
const receipt: ErasureReceipt = {
  id: '5f6a1c1e-8d1b-4c0a-9a57-0c3f1d2b7e44',
  erasedAt: '2026-03-12T09:30:00Z',
  erased: [{ kind: 'sessions', count: 3 }],
  kept,
};

/** An order to a service that answers these, one after the other; time passes at once. */
function scene(answers: readonly Result<ErasureReceipt>[], preview: Result<{ kept: typeof kept }> = ok({ kept })) {
  const passwords: string[] = [];
  const waits: number[] = [];
  const left = [...answers];
  const order = createOrder({
    service: {
      erasurePreview: () => Promise.resolve(preview),
      eraseAccount(password) {
        passwords.push(password);
        return Promise.resolve(left.shift() ?? fail('unexpected'));
      },
    },
    authorized: (call) => call('token'),
    clock: {
      nowMs: () => 0,
      after(delayMs, work) {
        waits.push(delayMs);
        work();
        return () => undefined;
      },
    },
    onProgress: () => undefined,
  });
  return { order, passwords, waits };
}

describe('ordering the service to erase an account', () => {
  it('G4: done at once, with the receipt of the service', async () => {
    const { order, passwords, waits } = scene([ok(receipt)]);
    expect(await order.give('word')).toEqual(ok({ state: 'erased', receipt, kept }));
    expect([passwords, waits]).toEqual([['word'], []]);
  });

  it.each(['wrong-credentials', 'too-many-attempts', 'not-allowed', 'session-ended'] as const)(
    'G4: %s as the first answer is a refusal: nothing is taken for done, nothing is asked again',
    async (code) => {
      const { order, passwords } = scene([fail(code)]);
      expect(await order.give('word')).toEqual(fail(code));
      expect(passwords).toHaveLength(1);
    },
  );

  it.each(['session-ended', 'erase-requested', 'not-found', 'signed-out'] as const)(
    'G4: the answer is lost, and asked again the service says %s: it is done',
    async (code) => {
      const { order, waits } = scene([fail('service-unreachable'), fail(code)]);
      expect(await order.give('word')).toEqual(ok({ state: 'answer-lost', receipt: null, kept }));
      expect(waits).toEqual([1000]);
    },
  );

  it('G4: the order itself was lost: it is given again, and done', async () => {
    const { order, passwords } = scene([fail('service-unreachable'), fail('service-failed'), ok(receipt)]);
    expect(await order.give('word')).toMatchObject({ ok: true, value: { state: 'erased' } });
    expect(passwords).toEqual(['word', 'word', 'word']);
  });

  it('G4: nobody answers, however often: whether it is done is not known, and is said', async () => {
    const { order, waits } = scene(Array.from({ length: 4 }, () => fail('service-unreachable')));
    expect(await order.give('word')).toEqual(fail('erase-unanswered'));
    expect(waits).toEqual([1000, 3000, 8000]);
  });

  it('G4: a service that cannot be asked first is given no order', async () => {
    const { order, passwords } = scene([ok(receipt)], fail('service-unreachable'));
    expect(await order.give('word')).toEqual(fail('service-unreachable'));
    expect(passwords).toEqual([]);
  });
});
