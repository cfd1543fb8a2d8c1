import type { AccountState, SignOutReport } from '../../../contract/domain/account.ts';
import type {
  EntryKind,
  EraseReceipt,
  ErasePreview,
  KeptByLaw,
  ServiceErasure,
} from '../../../contract/domain/erase-plan.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { EraseMarker } from '../../ports.ts';
import { createEntryErasing } from './entries.ts';
import type { EntryErasingDeps } from './entries.ts';
import { createOrder } from './order.ts';
import type { OrderDeps } from './order.ts';

/** What erasing by plan needs. */
export interface ErasePlanDeps extends EntryErasingDeps, OrderDeps {
  readonly account: {
    read(): AccountState;
    /** The open account's folder. */
    openId(): Result<LocalAccountId>;
    signOut(input: { erase: true }): Promise<Result<SignOutReport>>;
    /** Erases an account here that the service knows no more, open or not. */
    eraseForgotten(id: LocalAccountId): Promise<SignOutReport>;
  };
  /** Accounts to be erased here at the next start. */
  readonly marker: EraseMarker;
  /** Accounts whose erasing was ordered at the service, and nobody knows yet whether it heard. */
  readonly orders: EraseMarker;
  readonly newId: () => string;
  readonly appVersion: string;
  readonly onReceipt: (receipt: EraseReceipt | null) => void;
}

/** Erasing from one kind of entries to the whole account, each with a receipt. */
export interface ErasePlan {
  preview(): Promise<Result<ErasePreview>>;
  keptByLaw(): Promise<Result<readonly KeptByLaw[]>>;
  entries(kinds: readonly EntryKind[]): Promise<Result<EraseReceipt>>;
  computer(): Promise<Result<EraseReceipt>>;
  service(input: { readonly email: string; readonly password: string }): Promise<Result<EraseReceipt>>;
  receipt(): EraseReceipt | null;
  putAway(): void;
  /** A receipt is for whoever it speaks of: it goes when somebody comes in, one of entries when they leave. */
  accountChanged(state: AccountState): void;
  /** At the start: what was ordered when the app was ended is erased here in any case; `finish` does that. */
  finishAfterStart(finish: () => Promise<SignOutReport | null>): Promise<SignOutReport | null>;
}

type Facts = Pick<EraseReceipt, 'scope'> & Partial<EraseReceipt>;

/** Makes it. */
export function createErasePlan(deps: ErasePlanDeps): ErasePlan {
  const { account, clock, orders, marker } = deps;
  const erasing = createEntryErasing(deps);
  const order = createOrder(deps);
  let last: EraseReceipt | null = null;
  let unanswered: { readonly id: LocalAccountId; readonly here: Partial<EraseReceipt> } | null = null;

  function keep(receipt: EraseReceipt | null): void {
    last = receipt;
    deps.onReceipt(receipt);
  }

  function written(facts: Facts): EraseReceipt {
    const nothing = { entries: [], lectureCount: 0, sizeBytes: 0, verification: null, failed: [], remains: [] };
    const head = { id: deps.newId(), erasedAtMs: clock.nowMs(), appVersion: deps.appVersion, initials: '' };
    const receipt = { ...head, ...nothing, service: null, ...facts };
    keep(receipt);
    return receipt;
  }

  /** All that is on this computer, as a receipt tells it. */
  async function allHere(): Promise<Partial<EraseReceipt>> {
    const state = account.read();
    const preview = await erasing.preview();
    const initials = state.kind === 'signed-in' ? initialsOf(state.name) : '';
    if (!preview.ok) return { initials };
    const { entries, here } = preview.value;
    const { lectureCount, sizeBytes } = here;
    return { initials, entries: entries.filter(({ count }) => count > 0), lectureCount, sizeBytes };
  }

  async function atService(password: string, id: LocalAccountId): Promise<Result<EraseReceipt>> {
    const here = await allHere();
    // Before it is asked: whatever ends the app from here on, the account is not forgotten.
    const noted = await orders.write([id]);
    if (!noted.ok) return noted;
    unanswered = null;
    const ordered = await order.give(password);
    if (ordered.ok) return ok(await eraseOrdered(id, { ...here, service: ordered.value }));
    if (ordered.error.code === 'erase-unanswered') unanswered = { id, here };
    else await orders.write([]);
    return ordered;
  }

  async function eraseOrdered(id: LocalAccountId, facts: Partial<EraseReceipt>): Promise<EraseReceipt> {
    deps.onProgress({ stage: 'erasing', doneCount: 1, totalCount: 2 });
    const { remains } = await account.eraseForgotten(id);
    await orders.write([]);
    return written({ ...facts, scope: 'service', remains });
  }

  /** The service knows nobody any more whose order it never answered: it was heard. */
  function takeUnanswered(state: AccountState): void {
    if (unanswered === null || state.kind === 'signed-in' || !('reason' in state) || state.reason !== 'expired') return;
    const { id, here } = unanswered;
    unanswered = null;
    const service: ServiceErasure = { state: 'answer-lost', receipt: null, kept: [] };
    void eraseOrdered(id, { ...here, service }).catch((error: unknown) => deps.log.defect('erase-plan.ordered', error));
  }

  return {
    preview: erasing.preview,
    keptByLaw: order.keptByLaw,
    async entries(kinds) {
      const state = account.read();
      if (state.kind !== 'signed-in') return fail('signed-out');
      const erased = await erasing.erase(kinds);
      return erased.ok ? ok(written({ ...erased.value, scope: 'entries', initials: initialsOf(state.name) })) : erased;
    },
    async computer() {
      if (!account.openId().ok) return fail('signed-out');
      const here = await allHere();
      const report = await account.signOut({ erase: true });
      return report.ok ? ok(written({ ...here, scope: 'computer', remains: report.value.remains })) : report;
    },
    async service({ email, password }) {
      const state = account.read();
      const id = account.openId();
      if (!id.ok) return id;
      if (state.kind !== 'signed-in' || !isSame(email, state.email)) return fail('bad-request');
      return atService(password, id.value);
    },
    receipt: () => last,
    putAway: () => keep(null),
    accountChanged(state) {
      takeUnanswered(state);
      if (last !== null && (last.scope === 'entries') !== (state.kind === 'signed-in')) keep(null);
    },
    async finishAfterStart(finish) {
      const ordered = await orders.read();
      const isOrdered = ordered.ok && ordered.value.length > 0;
      if (isOrdered) {
        const pending = await marker.read();
        const all = new Set([...(pending.ok ? pending.value : []), ...ordered.value]);
        if ((await marker.write([...all])).ok) await orders.write([]);
      }
      const report = await finish();
      const service: ServiceErasure = { state: 'unknown', receipt: null, kept: [] };
      if (isOrdered) written({ scope: 'service', remains: report?.remains ?? [], service });
      return report;
    },
  };
}

/** At most three letters. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).slice(0, 3);
  return words.map((word) => /^./u.exec(word)?.[0] ?? '').join('');
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.trim().normalize('NFKC').toLowerCase();
  return plain(one) === plain(other);
}
