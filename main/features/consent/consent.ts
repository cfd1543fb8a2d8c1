import { type AllowedCategories, consentPlaces, type ConsentAction } from '../../../contract/domain/consent.ts';
import type { ConsentHistory, ConsentOutcome, ConsentView, SweptItem } from '../../../contract/domain/consent.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import type { PrivacyState } from '../../../contract/domain/privacy.ts';
import type { Requests } from '../../../contract/ipc.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { ConsentStore, NewConsent } from '../../consent-ports.ts';
import type { Clock, Log } from '../../ports.ts';
import type { PrivacyRules, StoredItems } from '../../privacy-ports.ts';
import type { ChooseExportFile } from '../../statistics-ports.ts';
import { exportLedger } from './export-ledger.ts';
import { nothingAllowed, toldKey } from './judge.ts';
import { addEntry, keepMarks, openLedger, type OpenLedger } from './ledger.ts';
import type { Lists } from './lists.ts';
import { createStandings } from './standing.ts';

/** What consent needs. */
export interface ConsentDeps {
  readonly store: ConsentStore;
  readonly lists: Pick<Lists, 'read' | 'item'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly appVersion: string;
  /** What the window is in, for what is decided without it. */
  readonly language: () => 'en' | 'ru';
  readonly newId: () => string;
  readonly sweep: StoredItems['sweep'];
  readonly choose: ChooseExportFile;
  /** Makes a name that every system takes. */
  readonly safeFileName: (words: string, fallback: string) => string;
  /** There is something to be told to the service. */
  readonly onDecided: () => void;
  /** What the screens show is another. */
  readonly onView: (view: ConsentView) => void;
  /** What is allowed is another. */
  readonly onRules: (before: PrivacyState, after: PrivacyState) => void;
}

type Decision = Requests['consent.decide']['in'];

/** What may be kept and sent: asked, written down, and told to whoever has to obey it. */
export interface Consent extends PrivacyRules {
  /** Reads what was chosen before anybody signed in; nothing is answered before. */
  load(): Promise<void>;
  /** The library of an account is open: its own choices hold from now on. */
  opened(account: LocalAccountId): Promise<void>;
  closed(): void;
  read(): Promise<Result<ConsentView>>;
  decide(decision: Decision): Promise<Result<ConsentOutcome>>;
  signal(input: Requests['consent.signal']['in']): Promise<Result<ConsentOutcome>>;
  told(): Promise<Result<ConsentView>>;
  history(): Promise<Result<ConsentHistory>>;
  export(input: { readonly title: string }): Promise<Result<{ readonly entryCount: number } | null>>;
  /** Time has passed, or the service's lists are others: looks whether the choices still hold. */
  look(): void;
  /** The window is gone: a question that it showed is answered by a refusal. */
  windowClosed(): Promise<void>;
}

/** Makes it. */
export function createConsent(deps: ConsentDeps): Consent {
  const { store, lists, clock, log } = deps;
  const standings = createStandings({ lists, nowMs: clock.nowMs });
  const { current, judge, viewOf, state } = standings;
  let isShown = false;
  let shownJson = '';
  let rules = state();
  let loaded: () => void = () => undefined;
  const loading = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  let turn: Promise<unknown> = loading;

  /** One after the other: each decision is written behind the one before. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function changed(): void {
    const before = rules;
    rules = state();
    if (JSON.stringify(before) !== JSON.stringify(rules)) deps.onRules(before, rules);
    const open = current();
    if (open === null) return;
    const view = viewOf(open);
    const json = JSON.stringify(view);
    if (json === shownJson) return;
    shownJson = json;
    deps.onView(view);
  }

  function factsOf(
    open: OpenLedger,
    part: Pick<NewConsent, 'action' | 'after' | 'language'> & { readonly options: readonly string[] },
  ): NewConsent {
    const { policy } = judge(open);
    return {
      id: deps.newId(),
      ledger: open.ledger,
      policyVersion: policy?.version ?? null,
      policyTextSha256: policy?.textSha256[part.language] ?? null,
      appVersion: deps.appVersion,
      before: open.entries.at(-1)?.after ?? null,
      decidedAt: new Date(clock.nowMs()).toISOString(),
      carriedFrom: null,
      ...part,
      options: [...part.options],
    };
  }

  /** Writes it down, then lets it hold. What is allowed less holds even if it cannot be written. */
  async function add(open: OpenLedger, facts: NewConsent): Promise<Result<OpenLedger>> {
    const added = await addEntry(store, open, facts);
    if (added.ok) {
      standings.take(added.value);
      if (open.ledger === 'account') deps.onDecided();
    } else if (!facts.after.functional || !facts.after.advertisement) {
      log.warn('consent.not-written', { code: added.error.code });
      const { functional, advertisement } = state();
      const withdrawn = {
        functional: functional && facts.after.functional,
        advertisement: advertisement && facts.after.advertisement,
      };
      standings.take({ ...open, withdrawn });
    }
    return added;
  }

  /** The opt-out signal decides where nobody has, or where the choice is over. */
  async function obeySignal(open: OpenLedger): Promise<OpenLedger> {
    const { question } = judge(open);
    if (question === null || question === 'ledger-broken' || !standings.signalOf(open)) return open;
    const options = consentPlaces.categories;
    const facts = factsOf(open, { action: 'signal', after: nothingAllowed, language: deps.language(), options });
    const added = await add(open, facts);
    return added.ok ? added.value : open;
  }

  /** The first account that comes in after a choice on this computer takes it over, once. */
  async function carryOver(open: OpenLedger): Promise<OpenLedger> {
    const computer = standings.computer();
    const made = computer?.entries.at(-1);
    if (computer === null || made === undefined || open.entries.length > 0 || !open.isEndSound) return open;
    if (computer.marks.carriedId === made.id || judge(computer).question !== null) return open;
    // Marked first: should the app end here, the person is asked, and nobody else's choice is taken for theirs.
    const marked = await keepMarks(store, computer, { carriedId: made.id });
    if (!marked.ok) return open;
    standings.take(marked.value);
    const { hash: _hash, sequence: _sequence, previousHash: _previousHash, ...facts } = made;
    const added = await add(open, { ...facts, id: deps.newId(), ledger: 'account', carriedFrom: made.id });
    return added.ok ? added.value : open;
  }

  async function sweep(before: PrivacyState): Promise<readonly SweptItem[]> {
    const after = state();
    const isLess =
      (before.functional && !after.functional) || (before.advertisement && !after.advertisement) || before.undecided;
    if (!isLess) return [];
    const swept = await deps.sweep();
    if (!swept.ok) log.warn('consent.not-swept', { code: swept.error.code });
    return swept.ok ? swept.value.map(({ name, kind }) => ({ name, kind })) : [];
  }

  async function decide({ action, place, language, ...chosen }: Decision): Promise<Result<ConsentOutcome>> {
    const open = current();
    if (open === null) return fail('disk-failed');
    const { question } = judge(open);
    if (action === 'dismiss' && question === null) return ok({ view: viewOf(open), removed: [] });
    const before = state();
    const after = allowedBy(action, chosen);
    const isLess = (before.functional && !after.functional) || (before.advertisement && !after.advertisement);
    const facts = factsOf(open, {
      action: isLess && place === 'categories' ? 'withdraw' : action,
      after,
      language,
      options: consentPlaces[place],
    });
    const added = await add(open, facts);
    changed();
    const removed = await sweep(before);
    if (!added.ok) return added;
    return ok({ view: viewOf(added.value), removed });
  }

  async function signal({ on }: Requests['consent.signal']['in']): Promise<Result<ConsentOutcome>> {
    const open = current();
    if (open === null) return fail('disk-failed');
    const kept = await keepMarks(store, open, { optOutSignal: on });
    if (!kept.ok) return kept;
    standings.take(kept.value);
    const before = state();
    const settled = await obeySignal(kept.value);
    changed();
    return ok({ view: viewOf(settled), removed: await sweep(before) });
  }

  async function open(account: LocalAccountId): Promise<void> {
    const read = await openLedger(store, account);
    if (!read.ok) {
      log.warn('consent.not-read', { code: read.error.code });
      standings.begin(account, null);
      return changed();
    }
    if (!read.value.isIntact) log.warn('consent.chain-broken');
    standings.begin(account, read.value);
    await obeySignal(await carryOver(read.value));
    changed();
  }

  return {
    state,
    categoryOf: (name) => lists.item(name)?.category ?? null,
    async load() {
      const read = await openLedger(store, null);
      if (read.ok) {
        if (!read.value.isIntact) log.warn('consent.chain-broken');
        standings.take(read.value);
        await obeySignal(read.value);
      } else log.warn('consent.not-read', { code: read.error.code });
      loaded();
      changed();
    },
    opened: (account) => inTurn(() => open(account)),
    closed() {
      standings.end();
      isShown = false;
      changed();
    },
    async read() {
      await loading;
      const open = current();
      if (open === null) return fail('disk-failed');
      const view = viewOf(open);
      isShown ||= view.question !== null;
      return ok(view);
    },
    decide: (decision) => inTurn(() => decide(decision)),
    signal: (input) => inTurn(() => signal(input)),
    told: () =>
      inTurn(async () => {
        const open = current();
        if (open === null) return fail('disk-failed');
        const { notice } = judge(open);
        if (notice === null) return ok(viewOf(open));
        const kept = await keepMarks(store, open, {
          told: [...open.marks.told, toldKey(notice.kind, notice.version)],
        });
        if (!kept.ok) return kept;
        standings.take(kept.value);
        changed();
        return ok(viewOf(kept.value));
      }),
    history: () =>
      inTurn(async () => {
        const open = current();
        if (open === null) return fail('disk-failed');
        // Read anew: what happened to the file meanwhile is to be seen.
        const read = await openLedger(store, open.account);
        if (!read.ok) return read;
        standings.take({ ...read.value, withdrawn: open.withdrawn });
        changed();
        return ok({ entries: read.value.entries.toReversed(), isChainIntact: read.value.isIntact });
      }),
    async export({ title }) {
      const open = current();
      if (open === null) return fail('disk-failed');
      const file = await deps.choose(`${deps.safeFileName(title, 'LECTOROOM')}.json`);
      if (file === null) return ok(null);
      // Whoever comes in next does not get the file of who was asked.
      if (current()?.account !== open.account) return fail('cancelled');
      const written = await exportLedger(file, open.entries);
      return written.ok ? ok({ entryCount: open.entries.length }) : written;
    },
    look: changed,
    async windowClosed() {
      if (!isShown) return;
      const refusal = { action: 'dismiss', ...nothingAllowed, place: 'sheet', language: deps.language() } as const;
      await inTurn(() => decide(refusal));
    },
  };
}

function allowedBy(action: ConsentAction, chosen: AllowedCategories): AllowedCategories {
  if (action === 'accept-all') return { functional: true, advertisement: true };
  return action === 'choose' ? chosen : nothingAllowed;
}
