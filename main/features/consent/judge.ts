import type { PolicyVersion } from '../../../contract/api/policies.ts';
import type {
  AllowedCategories,
  ConsentEntry,
  ConsentNotice,
  ConsentQuestion,
} from '../../../contract/domain/consent.ts';

/** What a choice is judged by. */
export interface ConsentCase {
  /** The last entry of the ledger; null: nobody has chosen. */
  readonly last: ConsentEntry | null;
  /** The end of the ledger is what this app wrote last. */
  readonly isEndSound: boolean;
  /** The service's versions of the policy, newest first; null: not known yet. */
  readonly policies: readonly PolicyVersion[] | null;
  /** Versions that were told and read. */
  readonly told: readonly string[];
  readonly nowMs: number;
}

/** What a choice means now. */
export interface ConsentVerdict {
  readonly question: ConsentQuestion | null;
  /** Nobody has chosen, ever: only what deciding itself needs may be sent. */
  readonly isUndecided: boolean;
  readonly allowed: AllowedCategories;
  /** The policy in force; null: not known. */
  readonly policy: PolicyVersion | null;
  readonly newVersions: readonly PolicyVersion[];
  readonly notice: ConsentNotice | null;
  readonly asksAgainAtMs: number | null;
}

/** Only what is essential. */
export const nothingAllowed: AllowedCategories = { functional: false, advertisement: false };

/** How long a choice is kept, a refusal too (CNIL, guidelines of 17 September 2020: six months). */
const keptMonths = 6;

/** The same day and time some months later, in UTC; the last day of the month where there is no such day. */
export function monthsAfter(timeMs: number, months: number): number {
  const date = new Date(timeMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}

/** Judges the last choice: whether it holds, and what is to be asked or told. Versions count from the UTC date on which they come into force. */
export function judgeConsent(input: ConsentCase): ConsentVerdict {
  const { last, nowMs } = input;
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const policies = input.policies ?? [];
  const inForce = policies.filter(({ inForceFrom }) => inForceFrom <= today);
  const newer = last === null ? [] : newerThan(inForce, last);
  const asksAgainAtMs = last === null ? null : monthsAfter(Date.parse(last.decidedAt), keptMonths);
  const question = questionOf(input, newer, asksAgainAtMs);
  const holds = question === null && last !== null;
  return {
    question,
    isUndecided: last === null,
    allowed: holds ? last.after : nothingAllowed,
    policy: inForce[0] ?? null,
    newVersions: question === 'policy-changed' ? newer : [],
    notice: holds ? noticeOf(policies, inForce, newer, input.told) : null,
    asksAgainAtMs: holds ? asksAgainAtMs : null,
  };
}

function questionOf(
  { last, isEndSound, nowMs }: ConsentCase,
  newer: readonly PolicyVersion[],
  asksAgainAtMs: number | null,
): ConsentQuestion | null {
  if (!isEndSound) return 'ledger-broken';
  if (last === null || asksAgainAtMs === null) return 'first';
  // Who agreed before the policy was known agreed to nothing in particular; who refused is not asked again for that.
  const isMatter = (version: PolicyVersion): boolean =>
    version.change === 'major' || (last.policyVersion === null && (last.after.functional || last.after.advertisement));
  if (newer.some(isMatter)) return 'policy-changed';
  return nowMs >= asksAgainAtMs ? 'expired' : null;
}

/** What came into force after the version that was chosen under, newest first. */
function newerThan(inForce: readonly PolicyVersion[], last: ConsentEntry): readonly PolicyVersion[] {
  const index = inForce.findIndex(({ version }) => version === last.policyVersion);
  if (index !== -1) return inForce.slice(0, index);
  if (last.policyVersion === null && (last.after.functional || last.after.advertisement)) return inForce;
  const decidedOn = last.decidedAt.slice(0, 10);
  return inForce.filter(({ inForceFrom }) => inForceFrom > decidedOn);
}

function noticeOf(
  policies: readonly PolicyVersion[],
  inForce: readonly PolicyVersion[],
  newer: readonly PolicyVersion[],
  told: readonly string[],
): ConsentNotice | null {
  const announced = policies.find((version) => version.change === 'major' && !inForce.includes(version));
  if (announced !== undefined && !told.includes(toldKey('announced', announced)))
    return { kind: 'announced', version: announced };
  const changed = newer.find(({ change }) => change === 'minor');
  return changed !== undefined && !told.includes(toldKey('changed', changed))
    ? { kind: 'changed', version: changed }
    : null;
}

/** How it is remembered that a notice was read. */
export function toldKey(kind: ConsentNotice['kind'], { version }: PolicyVersion): string {
  return `${kind} ${version}`;
}
