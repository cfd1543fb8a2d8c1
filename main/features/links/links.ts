import type { AccountState } from '../../../contract/domain/account.ts';
import { parseLink } from '../../../contract/domain/link.ts';
import type { AppLink, LinkTarget } from '../../../contract/domain/link.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, Library, Log } from '../../ports.ts';

/** What following links needs. */
export interface LinksDeps {
  readonly library: Pick<Library, 'catalogue'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Log;
  readonly account: () => AccountState;
  /** Brings the catalogue in, for an account that never had one. */
  readonly fetchCatalogue: () => Promise<unknown>;
  /** Tells the window that a link waits. */
  readonly onLink: () => void;
}

/** Links that the system hands to the app: they show a place and do nothing else. */
export interface Links {
  /** Words from outside: another program, a page, a file wrote them. */
  receive(text: string): void;
  /** Somebody came in, left, or was locked out. */
  accountChanged(state: AccountState): void;
  /** The link that waits, for whoever is in; once. */
  take(): Promise<Result<LinkTarget | null>>;
}

/** A link that nobody came in to follow for so long is forgotten: somebody else may sit here by then. */
const waitsMs = 10 * 60_000;

/** Makes the feature; at most one link waits, the newest. */
export function createLinks(deps: LinksDeps): Links {
  let waiting: { readonly link: AppLink; readonly owner: number | null; readonly sinceMs: number } | null = null;
  let refusedCount = 0;

  /** The profile the link is for: whoever is in, or whose lock is on the screen; null: the first to come in. */
  function ownerNow(): number | null {
    const state = deps.account();
    return state.kind === 'signed-in' || state.kind === 'locked' ? state.profile.number : null;
  }

  function isIn(profileNumber: number): boolean {
    const state = deps.account();
    return state.kind === 'signed-in' && state.profile.number === profileNumber;
  }

  /** Forgets a link that is not for this person. */
  function keepFor(profileNumber: number): void {
    if (waiting !== null && waiting.owner !== null && waiting.owner !== profileNumber) waiting = null;
  }

  async function isKnown(link: AppLink): Promise<Result<boolean>> {
    const { catalogue } = deps.library;
    const found = await (link.kind === 'lecture' ? catalogue.lecture(link.lectureId) : catalogue.course(link.courseId));
    return found.ok ? ok(found.value !== null) : found;
  }

  /** Where a link leads for whoever is in; an account that never had a catalogue fetches it first. */
  async function targetOf(link: AppLink): Promise<Result<LinkTarget>> {
    const known = await isKnown(link);
    if (!known.ok) return known;
    if (known.value) return ok(link);
    const catalogue = await deps.library.catalogue.known();
    if (!catalogue.ok || catalogue.value.cursor !== null) return ok({ kind: 'unknown' });
    await deps.fetchCatalogue();
    const knownNow = await isKnown(link);
    return knownNow.ok ? ok(knownNow.value ? link : { kind: 'unknown' }) : knownNow;
  }

  return {
    receive(text) {
      const link = parseLink(text);
      if (link === null) {
        refusedCount += 1;
        deps.log.warn('link.refused', { refusedCount });
        return;
      }
      waiting = { link, owner: ownerNow(), sinceMs: deps.clock.nowMs() };
      if (deps.account().kind === 'signed-in') deps.onLink();
    },
    accountChanged(state) {
      if (state.kind === 'signed-in') keepFor(state.profile.number);
    },
    async take() {
      const state = deps.account();
      if (state.kind !== 'signed-in') return fail('signed-out');
      keepFor(state.profile.number);
      const taken = waiting;
      waiting = null;
      // A clock turned back counts as too long.
      const age = taken === null ? 0 : deps.clock.nowMs() - taken.sinceMs;
      if (taken === null || age > waitsMs || age < 0) return ok(null);
      const target = await targetOf(taken.link);
      // Fetching takes its time: somebody else may be in by now.
      return isIn(state.profile.number) ? target : fail('signed-out');
    },
  };
}
