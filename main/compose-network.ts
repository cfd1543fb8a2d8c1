import { CookieRegistry, ProcessorList } from '../contract/api/policies.ts';
import type { EventName, Events } from '../contract/ipc.ts';
import { ok } from '../contract/result.ts';
import { createExportFiles } from './adapters/export/export-file.ts';
import type { ChooseFile } from './adapters/notes/notes-files.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import { createLedgerExport } from './features/network/export-ledger.ts';
import { createLedger } from './features/network/ledger.ts';
import { createRecorder } from './features/network/recorder.ts';
import { tellSlowly } from './features/network/tell-slowly.ts';
import { createRetention } from './features/retention/retention.ts';
import { safeFileName } from './features/notes/file-name.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import { createServiceLists } from './features/stored-items/service-lists.ts';
import { createStoredItems } from './features/stored-items/stored-items.ts';
import type { Clock, ServiceApi } from './ports.ts';
import type { NetworkSink, StoredItems } from './privacy-ports.ts';

type Named = `network.${string}` | `cookies.${string}` | `processors.${string}`;

/** What is sent and stored, put together; part of `compose`. */
export interface NetworkPart {
  readonly routes: Pick<Routes, Extract<keyof Routes, Named>>;
  /** Where each request is told of. */
  readonly sink: NetworkSink;
  /** The app has started: what is too old of the time while nobody was signed in goes, now and every day. */
  start(): void;
  /** Another account may be open. */
  accountChanged(): void;
  settingsChanged(): void;
  wake(): void;
  /** The account is being closed, and nothing is sent in its name any more; its library is still open. */
  close(): Promise<void>;
  /** The app ends. */
  stop(): Promise<void>;
}

/** Until there are cookies nothing is stored. */
const nothingStored: StoredItems = {
  list: () => Promise.resolve(ok([])),
  remove: () => Promise.resolve(ok([])),
  sweep: () => Promise.resolve(ok([])),
};

/** So often the window is told at most that there is something new. */
const tellEveryMs = 500;

/** Makes it. */
export function composeNetwork(deps: {
  readonly doors: Pick<Doors, 'library' | 'computerNetwork' | 'serviceLists' | 'log'>;
  readonly service: Pick<ServiceApi, 'cookies' | 'processors'>;
  readonly storedItems?: StoredItems | undefined;
  readonly clock: Clock;
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly opened: Account['opened'];
  readonly chooseFile: ChooseFile;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): NetworkPart {
  const { clock, settings } = deps;
  const { log, library, computerNetwork } = deps.doors;
  const stores = { account: library.network, computer: computerNetwork } as const;
  const offsetMinutes = (timeMs: number): number => -new Date(timeMs).getTimezoneOffset();
  const onChange = tellSlowly(clock, tellEveryMs, () => deps.emit('network.changed', null));
  const openedId = () => {
    const current = deps.opened();
    return current.ok ? current.value.id : null;
  };
  const recorder = createRecorder({ stores, openedId, clock, offsetMinutes, log, onChange });
  const purgeOf = (source: keyof typeof stores) =>
    createRetention<'network'>({
      clock,
      log,
      offsetMinutes,
      settings: settings.read,
      purges: {
        network: ({ today, keepDays }) =>
          keepDays === null ? Promise.resolve(ok({ count: 0, hasMore: false })) : stores[source].purge(today, keepDays),
      },
      onPurged: onChange,
    });
  const purges = { account: purgeOf('account'), computer: purgeOf('computer') } as const;
  const ledger = createLedger({
    stores,
    recorder,
    clock,
    offsetMinutes,
    nextPurgeAtMs: purges.computer.nextAtMs,
    onChange,
  });
  const files = createLedgerExport({
    stores,
    recorder,
    clock,
    offsetMinutes,
    choose: createExportFiles({ chooseFile: deps.chooseFile }),
    safeFileName,
  });
  const lists = createServiceLists({
    service: deps.service,
    store: deps.doors.serviceLists,
    clock,
    parse: {
      cookies: (value) => CookieRegistry.safeParse(value).data ?? null,
      processors: (value) => ProcessorList.safeParse(value).data ?? null,
    },
  });
  const items = createStoredItems({ items: deps.storedItems ?? nothingStored, lists });
  let purged: ReturnType<typeof openedId> = null;
  let keptDays: number | null = null;

  return {
    routes: {
      'network.summary': (input) => ledger.summary(input),
      'network.list': (input) => ledger.list(input),
      'network.count': (input) => ledger.count(input),
      'network.clear': (input) => ledger.clear(input),
      'network.export': (input) => files.export(input),
      'cookies.read': () => items.read(),
      'cookies.remove': ({ ids }) => items.remove(ids),
      'processors.read': () => lists.processors(),
    },
    sink: recorder,
    start() {
      keptDays = settings.read().networkRetentionDays;
      purges.computer.open();
    },
    accountChanged() {
      const id = openedId();
      if (id !== null && id !== purged) purges.account.open();
      purged = id;
    },
    settingsChanged() {
      const days = settings.read().networkRetentionDays;
      if (keptDays === null || days === keptDays) return;
      keptDays = days;
      purges.computer.open();
      if (openedId() !== null) purges.account.open();
    },
    wake() {
      purges.account.look();
      purges.computer.look();
    },
    async close() {
      await files.close();
      await purges.account.close();
      await recorder.closing();
    },
    async stop() {
      await purges.computer.close();
      await recorder.flush();
    },
  };
}
