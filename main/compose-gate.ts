import type { LocalAccountId } from '../contract/domain/ids.ts';
import type { Result } from '../contract/result.ts';
import { createCookieKeeper } from './adapters/gate/cookie-keeper.ts';
import { createGate } from './adapters/gate/gate.ts';
import type { Fetch } from './adapters/http/fetch.ts';
import type { CookieStore, SendingRules, WireSessions } from './gate-ports.ts';
import type { Clock, Log } from './ports.ts';
import type { NetworkSink, PrivacyRules, StoredItems } from './privacy-ports.ts';

/** What the gate gives to the rest. */
export interface GateParts {
  readonly fetch: Fetch;
  readonly items: StoredItems;
  readonly sink: NetworkSink;
  sendingRules(): SendingRules;
  accountChanged(): void;
  /** Before an account's library closes. */
  close(): Promise<void>;
}

/** Nothing but the essential, and no cookie: what holds where nothing else is said. */
const essentialOnly: PrivacyRules = {
  state: () => ({ undecided: false, functional: false, advertisement: false, optOutSignal: false }),
  categoryOf: () => null,
};

/** Puts the gate together; what comes about only after it is asked for when it is needed. */
export function composeGate(deps: {
  readonly sessions: WireSessions;
  readonly service: { readonly origin: () => Promise<string | null> };
  readonly clock: Clock;
  readonly doors: () => { readonly log: Log; readonly cookies: CookieStore };
  readonly opened: () => Result<{ readonly id: LocalAccountId }>;
  readonly privacyRules?: PrivacyRules;
  readonly networkSink?: NetworkSink;
}): GateParts {
  const {
    sessions,
    clock,
    privacyRules: rules = essentialOnly,
    networkSink: sink = { record: () => undefined },
  } = deps;
  const gate = createGate({
    origin: deps.service.origin,
    session: () => keeper.session(),
    rules,
    sink,
    clock,
    log: { defect: (event, error) => deps.doors().log.defect(event, error) },
  });
  const keeper = createCookieKeeper({
    sessions,
    account() {
      const opened = deps.opened();
      return opened.ok ? opened.value.id : null;
    },
    store: {
      read: () => deps.doors().cookies.read(),
      replace: (cookies) => deps.doors().cookies.replace(cookies),
    },
    mayKeep: gate.mayKeep,
    categoryOf: rules.categoryOf,
    clock,
  });
  sessions.onStranger(gate.refuseStranger);
  sessions.onCookie(gate.mayKeep);
  return {
    fetch: gate.fetch,
    items: keeper,
    sink,
    sendingRules: gate.sendingRules,
    accountChanged: keeper.accountChanged,
    close: keeper.close,
  };
}
