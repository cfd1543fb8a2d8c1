import { describe, expect, it } from 'vitest';
import type { AccountState } from '../../../contract/domain/account.ts';
import type { EraseReceipt } from '../../../contract/domain/erase-plan.ts';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import type { EraseMarker } from '../../ports.ts';
import { createErasePlan } from './erase-plan.ts';
import type { ErasePlanDeps } from './erase-plan.ts';

const anna = LocalAccountId.parse('a'.repeat(32));
const profile = { number: 1, label: null, colour: 'green', remembered: true } as const;
const inside: AccountState = {
  kind: 'signed-in',
  name: 'Анна Петровна Литвинова',
  email: 'anna@lectoroom.example',
  remembered: 'yes',
  network: 'online',
  session: 'service',
  profile,
  otherProfileCount: 0,
};
const outside = (reason: 'none' | 'expired'): AccountState => ({ kind: 'signed-out', reason, profiles: [] });

/** A note of accounts in memory. */
function note(): EraseMarker & { ids: readonly LocalAccountId[] } {
  return {
    ids: [],
    read() {
      return Promise.resolve(ok(this.ids));
    },
    write(ids) {
      this.ids = ids;
      return Promise.resolve(done);
    },
  };
}

/** Anna's account, at a service that answers the order with these codes, one after the other; null: done. */
function scene(answers: readonly (AppErrorCode | null)[], change: Partial<ErasePlanDeps> = {}) {
  const left = [...answers];
  const [orders, marker] = [note(), note()];
  const events: string[] = [];
  let state: AccountState = inside;
  const receipts: (EraseReceipt | null)[] = [];
  const receipt = { id: 'r', erasedAt: '2026-03-12T00:00:00Z', erased: [], kept: [] };
  const library = {
    entries: { count: () => Promise.resolve(ok([{ kind: 'notes', count: 2 }])) },
    sync: { facts: () => Promise.resolve(ok({ on: false, epoch: null, copyGone: false })) },
  } as unknown as ErasePlanDeps['library'];
  const plan = createErasePlan({
    library,
    clock: { nowMs: () => 7, after: (_delayMs, work) => (work(), () => undefined) },
    log: createListLog(),
    kept: () => Promise.resolve(ok({ lectureCount: 3, sizeBytes: 9, placeCount: 0, historyDays: 0 })),
    removeDownloads: () => Promise.resolve(done),
    deleteCopy: () => Promise.resolve(done),
    onErased: () => undefined,
    onProgress: ({ stage }) => events.push(stage),
    service: {
      erasurePreview: () => Promise.resolve(ok({ kept: [] })),
      eraseAccount() {
        events.push(`ordered with ${String(orders.ids.length)} noted`);
        const code = left.shift() ?? null;
        return Promise.resolve<Result<typeof receipt>>(code === null ? ok(receipt) : fail(code));
      },
    },
    authorized: (call) => call('token'),
    account: {
      read: () => state,
      openId: () => (state.kind === 'signed-in' ? ok(anna) : fail('signed-out')),
      signOut: () => Promise.resolve(ok({ erased: true, remains: [] })),
      eraseForgotten(id) {
        events.push(`erased ${id === anna ? 'anna' : 'another'}`);
        return Promise.resolve({ erased: false, remains: ['lectures'] as const });
      },
    },
    marker,
    orders,
    newId: () => 'id',
    appVersion: '1.2.3',
    onReceipt: (given) => receipts.push(given),
    ...change,
  });
  const become = (next: AccountState): void => {
    state = next;
    plan.accountChanged(next);
  };
  return { plan, orders, marker, events, receipts, become };
}

const order = { email: ' ANNA@lectoroom.example ', password: 'word' };

describe('erasing the account by order', () => {
  it('G4: it is written down before it is ordered, and struck out when nothing is left to do', async () => {
    const { plan, orders, events } = scene([null]);
    const receipt = await plan.service(order);
    expect(events).toEqual(['ordering', 'ordered with 1 noted', 'erasing', 'erased anna']);
    expect(receipt).toMatchObject({
      value: { initials: 'АПЛ', appVersion: '1.2.3', lectureCount: 3, remains: ['lectures'], erasedAtMs: 7 },
    });
    expect(orders.ids).toEqual([]);
    expect(JSON.stringify(receipt)).not.toContain('@');
  });

  it.each(['wrong-credentials', 'too-many-attempts'] as const)(
    'G4: refused with %s, the note is struck out and nothing here is touched',
    async (code) => {
      const { plan, orders, events, receipts } = scene([code]);
      expect(await plan.service(order)).toEqual(fail(code));
      expect([orders.ids, receipts]).toEqual([[], []]);
      expect(events).not.toContain('erased anna');
    },
  );

  it('G4: another e-mail orders nothing; a note that cannot be written orders nothing either', async () => {
    const { plan, events } = scene([null]);
    expect(await plan.service({ ...order, email: 'ilya@lectoroom.example' })).toEqual(fail('bad-request'));
    expect(events).toEqual([]);
    const full = { ...note(), write: () => Promise.resolve(fail('disk-full')) };
    const other = scene([null], { orders: full });
    expect(await other.plan.service(order)).toEqual(fail('disk-full'));
    expect(other.events).toEqual([]);
  });

  it('G4: nobody answers: the order stays noted, and when the service says that the session is over it was heard', async () => {
    const lost = 'service-unreachable';
    const { plan, orders, events, receipts, become } = scene([lost, lost, lost, lost]);
    expect(await plan.service(order)).toEqual(fail('erase-unanswered'));
    expect(orders.ids).toEqual([anna]);
    become({ ...inside, network: 'offline' });
    expect(events).not.toContain('erased anna');
    become(outside('expired'));
    await new Promise(setImmediate);
    expect(events.at(-1)).toBe('erased anna');
    expect(receipts.at(-1)).toMatchObject({ scope: 'service', service: { state: 'answer-lost' }, lectureCount: 3 });
    expect(orders.ids).toEqual([]);
  });

  it('G4: at the start what was ordered is erased with what was pending; without an order nothing is said', async () => {
    const { plan, orders, marker, receipts } = scene([]);
    const other = LocalAccountId.parse('b'.repeat(32));
    marker.ids = [other];
    orders.ids = [anna];
    const seen: unknown[] = [];
    const report = { erased: true, remains: [] };
    await plan.finishAfterStart(() => {
      seen.push([...marker.ids], [...orders.ids]);
      return Promise.resolve(report);
    });
    expect(seen).toEqual([[other, anna], []]);
    expect(receipts).toMatchObject([{ scope: 'service', initials: '', service: { state: 'unknown' } }]);
    const quiet = scene([]);
    expect(await quiet.plan.finishAfterStart(() => Promise.resolve(null))).toBeNull();
    expect(quiet.receipts).toEqual([]);
  });

  it('G4: a receipt goes when somebody comes in, or on demand', async () => {
    const { plan, receipts, become } = scene([null, null]);
    await plan.service(order);
    become(outside('none'));
    expect(plan.receipt()).not.toBeNull();
    become(inside);
    expect([plan.receipt(), receipts.at(-1)]).toEqual([null, null]);
    await plan.service(order);
    plan.putAway();
    expect(plan.receipt()).toBeNull();
  });
});
