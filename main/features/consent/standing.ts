import type { ConsentView } from '../../../contract/domain/consent.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { PrivacyState } from '../../../contract/domain/privacy.ts';
import { type ConsentVerdict, judgeConsent, nothingAllowed } from './judge.ts';
import type { OpenLedger } from './ledger.ts';
import type { Lists } from './lists.ts';

/** Which ledger holds now, and what it says. */
export interface Standings {
  computer(): OpenLedger | null;
  /** The open account's ledger, else the computer's; null: it could not be read. */
  current(): OpenLedger | null;
  judge(open: OpenLedger): ConsentVerdict;
  viewOf(open: OpenLedger): ConsentView;
  /** The opt-out signal of a ledger; an account that has not said has the computer's. */
  signalOf(open: OpenLedger): boolean;
  state(): PrivacyState;
  /** Puts a ledger in the place of the same one as it was before; one of an account that is closed is nothing any more. */
  take(next: OpenLedger): void;
  /** An account is open; null: its ledger cannot be read. */
  begin(account: LocalAccountId, open: OpenLedger | null): void;
  end(): void;
}

/** Makes them; nothing is allowed before a ledger was read. */
export function createStandings(deps: {
  readonly lists: Pick<Lists, 'read'>;
  readonly nowMs: () => number;
}): Standings {
  let computer: OpenLedger | null = null;
  let account: { readonly id: LocalAccountId; readonly open: OpenLedger | null } | null = null;

  const current = (): OpenLedger | null => (account === null ? computer : account.open);
  const signalOf = (open: OpenLedger): boolean => open.marks.optOutSignal ?? computer?.marks.optOutSignal ?? false;

  function judge(open: OpenLedger): ConsentVerdict {
    const verdict = judgeConsent({
      last: open.entries.at(-1) ?? null,
      isEndSound: open.isEndSound,
      policies: deps.lists.read().policies,
      told: open.marks.told,
      nowMs: deps.nowMs(),
    });
    if (open.withdrawn === null) return verdict;
    return { ...verdict, question: null, newVersions: [], isUndecided: false, allowed: open.withdrawn };
  }

  return {
    computer: () => computer,
    current,
    judge,
    signalOf,
    viewOf(open) {
      const { allowed, isUndecided: _isUndecided, ...verdict } = judge(open);
      const last = open.entries.at(-1);
      const optOutSignal = signalOf(open);
      return {
        ledger: open.ledger,
        ...allowed,
        ...verdict,
        optOutSignal,
        signalHonoured: optOutSignal && verdict.question === null && last?.action === 'signal',
        decidedAtMs: last === undefined ? null : Date.parse(last.decidedAt),
        items: deps.lists.read().items,
        isChainIntact: open.isIntact,
      };
    },
    state() {
      const open = current();
      const optOutSignal = open === null ? (computer?.marks.optOutSignal ?? false) : signalOf(open);
      if (open === null) return { undecided: true, ...nothingAllowed, optOutSignal };
      const { isUndecided, allowed } = judge(open);
      return { undecided: isUndecided, ...allowed, optOutSignal };
    },
    take(next) {
      if (next.account === null) computer = next;
      else if (account?.id === next.account) account = { id: next.account, open: next };
    },
    begin(id, open) {
      account = { id, open };
    },
    end() {
      account = null;
    },
  };
}
