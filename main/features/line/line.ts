import type { Settings } from '../../../contract/domain/settings.ts';
import type { Clock, LineCost, LineReport } from '../../ports.ts';
import { holdsDownloads } from './metered-rule.ts';

/** What the line feature needs. */
export interface LineDeps {
  readonly lineCost: LineCost;
  readonly clock: Clock;
  readonly settings: () => Settings;
  /** The line or what is known of it changed. */
  readonly onChange: () => void;
}

/** Knows whether the line costs by the amount, and whether the person agreed to that. */
export interface Line {
  /** Whether downloads wait for another line. */
  isHeld(): boolean;
  /** False after a change of the line until the system was asked: until then nothing is to be fetched. */
  isKnown(): boolean;
  /** Another line may be there, or another person: asks, and forgets the person's yes. */
  begin(): void;
  /** Asks the system now; a yes stays as long as the line does. */
  look(): void;
  /** The person's yes to the line there is now. */
  allow(): void;
  /** Whether something is still to be fetched: then the system is asked again by and by. */
  setPending(isPending: boolean): void;
  stop(): void;
}

const lookEveryMs = 5 * 60_000;

/** Makes the line feature; nothing is asked before `begin`. */
export function createLine(deps: LineDeps): Line {
  let report: LineReport = { cost: 'unknown', line: '' };
  let isKnown = false;
  let isAllowed = false;
  let isPending = false;
  /** Counts the questions: only the answer to the newest one holds. */
  let asked = 0;
  let cancelTimer: (() => void) | null = null;

  function schedule(): void {
    cancelTimer?.();
    cancelTimer = isPending ? deps.clock.after(lookEveryMs, look) : null;
  }

  function look(): void {
    asked += 1;
    const question = asked;
    schedule();
    void deps.lineCost.read().then((next) => {
      if (question !== asked) return;
      const isSame = isKnown && next.cost === report.cost && next.line === report.line;
      if (next.line !== report.line) isAllowed = false;
      report = next;
      isKnown = true;
      if (!isSame) deps.onChange();
    });
  }

  return {
    isHeld: () => holdsDownloads({ ...deps.settings(), cost: report.cost, isAllowed }),
    isKnown: () => isKnown || deps.settings().downloadMetered === 'always',
    look,
    begin() {
      isKnown = false;
      isAllowed = false;
      look();
    },
    allow() {
      isAllowed = true;
      deps.onChange();
    },
    setPending(next) {
      if (next === isPending) return;
      isPending = next;
      schedule();
    },
    stop() {
      asked += 1;
      isPending = false;
      isKnown = false;
      isAllowed = false;
      schedule();
    },
  };
}
