import { randomUUID } from 'node:crypto';
import { createExportFiles } from './adapters/export/export-file.ts';
import type { ComposeDeps } from './app.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import { createConsent } from './features/consent/consent.ts';
import type { Consent } from './features/consent/consent.ts';
import { createLists } from './features/consent/lists.ts';
import { createTelling } from './features/consent/telling.ts';
import { safeFileName } from './features/notes/file-name.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import type { Clock, Library } from './ports.ts';
import type { PrivacyRules, StoredItems } from './privacy-ports.ts';

/** What may be kept and sent, put together; part of `compose`. */
export interface ConsentPart {
  /** What the gate asks before each request. */
  readonly rules: PrivacyRules;
  /** The library that everybody is given: whose it is decides whose choices hold, from its opening to its closing. */
  readonly library: Library;
  readonly routes: Pick<Routes, Extract<keyof Routes, `consent.${string}`>>;
  /** Before anything is asked of the service. */
  load(): Promise<void>;
  /** The service answers again, or the computer woke up. */
  wake(): void;
  stop(): Promise<void>;
}

const lookMs = 3_600_000;

/** Makes it. */
export function composeConsent(deps: {
  /** Its service is not the one that reports to the connection: nobody waits for what is asked here. */
  readonly doors: Pick<Doors, 'library' | 'consents' | 'log' | 'service'>;
  readonly clock: Clock;
  readonly facts: ComposeDeps['facts'];
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly isOnline: () => boolean;
  readonly authorized: Account['authorized'];
  readonly notes: Pick<ComposeDeps['notes'], 'chooseFile'>;
  readonly appWindow: Pick<ComposeDeps['appWindow'], 'onChange'>;
  readonly sweep: StoredItems['sweep'];
  readonly emit: ComposeDeps['emit'];
  /** What is allowed is another. */
  readonly onRules: () => void;
}): ConsentPart {
  const { doors, clock, emit, facts, isOnline } = deps;
  const { log, service, consents: store } = doors;
  const lists = createLists({ store, service, clock, log, isOnline, onChange: () => consent.look() });
  const telling = createTelling({ store, service, clock, log, isOnline, authorized: deps.authorized });
  const consent: Consent = createConsent({
    store,
    lists,
    clock,
    log,
    appVersion: facts.version,
    language() {
      const { language } = deps.settings.read();
      const shown = language === 'system' ? facts.systemLanguage : language;
      return shown.toLowerCase().startsWith('ru') ? 'ru' : 'en';
    },
    newId: randomUUID,
    sweep: deps.sweep,
    choose: createExportFiles({ chooseFile: deps.notes.chooseFile }),
    safeFileName,
    onDecided: telling.wake,
    onView: (view) => emit('consent.changed', view),
    onRules: deps.onRules,
  });
  let cancelLook: (() => void) | null = null;
  let isStopped = false;

  /** A choice ends, and a version comes into force, while the app runs. */
  function lookAgain(): void {
    cancelLook = clock.after(lookMs, () => {
      consent.look();
      lookAgain();
    });
  }

  deps.appWindow.onChange((change) => {
    if (change !== 'closed') return;
    void consent.windowClosed().catch((error: unknown) => log.defect('consent.window-closed', error));
  });

  const { library } = doors;
  return {
    rules: consent,
    library: {
      ...library,
      async open(accountId, libraryKey) {
        consent.closed();
        telling.close();
        const opened = await library.open(accountId, libraryKey);
        if (!opened.ok) return opened;
        await consent.opened(accountId);
        telling.wake();
        return opened;
      },
      close() {
        consent.closed();
        telling.close();
        return library.close();
      },
    },
    routes: {
      'consent.read': () => consent.read(),
      'consent.decide': (decision) => consent.decide(decision),
      'consent.signal': (input) => consent.signal(input),
      'consent.told': () => consent.told(),
      'consent.history': () => consent.history(),
      'consent.export': (input) => consent.export(input),
    },
    async load() {
      await lists.load();
      await consent.load();
      lists.wake();
      lookAgain();
    },
    wake() {
      if (isStopped) return;
      consent.look();
      lists.wake();
      telling.wake();
    },
    async stop() {
      isStopped = true;
      cancelLook?.();
      lists.stop();
      await consent.windowClosed();
      telling.close();
    },
  };
}
