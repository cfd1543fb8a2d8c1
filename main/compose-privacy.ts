import { ok } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { ComposeDeps } from './app.ts';
import { composeConsent } from './compose-consent.ts';
import type { ConsentPart } from './compose-consent.ts';
import { composeGate } from './compose-gate.ts';
import { composeNetwork } from './compose-network.ts';
import type { NetworkPart } from './compose-network.ts';
import { createDoors } from './doors.ts';
import type { Doors } from './doors.ts';
import type { Account } from './features/account/account.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import { createUsage } from './features/usage/usage.ts';
import type { Clock } from './ports.ts';
import type { StoredItem } from './privacy-ports.ts';

/** The doors, and before the one to the network the gate: what a person allows, what passes, and what is noted of it; part of `compose`. */
export interface PrivacyPart {
  readonly doors: Doors;
  readonly routes: ConsentPart['routes'] & NetworkPart['routes'];
  /** A lecture was begun. */
  played(): void;
  accountChanged(): void;
  settingsChanged(): void;
  /** The settings are known; before anything is asked of the service. */
  load(): Promise<void>;
  start(): void;
  /** The service answers again. */
  comeOnline(): void;
  wake(): void;
  /** Nothing is sent in the account's name any more; its library is still open. */
  close(): Promise<void>;
  /** The app ends, but for what is still sent while the account closes. */
  stop(): Promise<void>;
  /** Nothing is sent any more. */
  end(): Promise<void>;
}

/** What is put together later than this. */
interface Host {
  readonly account: Pick<Account, 'opened' | 'authorized'>;
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly isOnline: () => boolean;
  /** Nothing of what is done now is to be counted. */
  readonly keepsNothing: () => boolean;
  /** What waited for what was not allowed may be sent. */
  readonly goOn: () => void;
}

const countedUsage: StoredItem = {
  id: 'usage',
  name: 'usage_day',
  kind: 'storage',
  host: '',
  category: 'functional',
  sizeBytes: 0,
  expiresAtMs: null,
};

/** Makes it. */
export function composePrivacy(deps: {
  readonly app: ComposeDeps;
  readonly clock: Clock;
  readonly origin: () => Promise<string | null>;
  readonly folder: Pick<Parameters<typeof createDoors>[0], 'folders' | 'onFolderAway'>;
  readonly host: () => Host;
}): PrivacyPart {
  const { app, clock, origin, host } = deps;
  const opened: Account['opened'] = () => host().account.opened();
  const isOnline = (): boolean => host().isOnline();
  const settings = { read: () => host().settings.read() };
  const gate = composeGate({
    ...app,
    clock,
    service: { origin },
    doors: () => bareDoors,
    opened,
    privacyRules: { state: () => consent.rules.state(), categoryOf: (name) => consent.rules.categoryOf(name) },
    networkSink: { record: (entry) => network.sink.record(entry) },
  });
  const bareDoors = createDoors({ ...app, ...deps.folder, gate, clock, origin });
  const consent = composeConsent({
    ...app,
    doors: bareDoors,
    clock,
    settings,
    isOnline,
    authorized: (call) => host().account.authorized(call),
    sweep,
    onRules() {
      bareDoors.transfer.rulesChanged();
      host().goOn();
    },
  });
  const doors = { ...bareDoors, library: consent.library };
  const network = composeNetwork({
    ...app,
    doors,
    // Not the one that reports to the connection: nobody waits for what is asked here.
    service: bareDoors.service,
    storedItems: gate.items,
    chooseFile: app.notes.chooseFile,
    clock,
    settings,
    opened,
  });
  const usage = createUsage({
    store: doors.library.usage,
    service: bareDoors.service,
    clock,
    log: doors.log,
    facts: { appVersion: app.facts.version, platform: app.facts.platform },
    isOnline,
    isOpen: () => opened().ok,
    isAllowed: () => consent.rules.state().functional && !host().keepsNothing(),
  });

  /** Deletes what is not allowed any more; answers what went. */
  async function sweep(): Promise<Result<readonly StoredItem[]>> {
    const uncounted = consent.rules.state().functional ? ok(false) : await usage.withdrawn();
    const swept = await gate.items.sweep();
    return swept.ok && uncounted.ok && uncounted.value ? ok([...swept.value, countedUsage]) : swept;
  }

  return {
    doors,
    routes: { ...consent.routes, ...network.routes },
    played: usage.played,
    accountChanged() {
      gate.accountChanged();
      network.accountChanged();
      usage.wake();
    },
    settingsChanged: network.settingsChanged,
    load: consent.load,
    start: network.start,
    comeOnline() {
      consent.wake();
      usage.wake();
    },
    wake() {
      consent.wake();
      network.wake();
      usage.wake();
    },
    async close() {
      usage.close();
      await gate.close();
      await network.close();
    },
    stop: consent.stop,
    async end() {
      await gate.close();
      await network.stop();
    },
  };
}
