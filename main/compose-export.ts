import type { EventName, Events } from '../contract/ipc.ts';
import { localDay, type OffsetMinutes } from '../contract/domain/local-day.ts';
import { done, fail, ok } from '../contract/result.ts';
import { createChooseArchive, createPickArchive } from './adapters/export/archive-files.ts';
import type { ComposeDeps } from './app.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { ArchiveFacts } from './export-ports.ts';
import type { Account } from './features/account/account.ts';
import { createExporting } from './features/export/export.ts';
import { createImporting } from './features/export/import.ts';
import { safeFileName } from './features/notes/file-name.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import { localAccountId } from './adapters/keyring/local-account-id.ts';
import type { Clock, ServiceApi } from './ports.ts';

type ExportRoutes = Pick<Routes, Extract<keyof Routes, `export.${string}` | `import.${string}`>>;

/** Taking one's data along and bringing it here, put together; part of `compose`. */
export interface ExportPart {
  readonly routes: ExportRoutes;
  /** The account is being closed; resolves when nothing is left of what was under way. */
  close(): Promise<void>;
}

/** What changes on the screens when an export was taken over. */
const changedByImport = [
  'history.changed',
  'notes.changed',
  'list.changed',
  'ratings.changed',
  'catalogue.changed',
] as const;

/** Makes them. */
export function composeExport(deps: {
  readonly outside: Pick<ComposeDeps, 'configuration' | 'facts' | 'notes' | 'pickArchive'>;
  readonly doors: Pick<Doors, 'exportStore' | 'computer' | 'library'>;
  readonly service: Pick<ServiceApi, 'personalData'>;
  readonly clock: Clock;
  readonly account: Pick<Account, 'opened' | 'read' | 'authorized'>;
  readonly settings: Pick<SettingsFeature, 'read' | 'update'>;
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}): ExportPart {
  const { outside, doors, service, clock, account, emit } = deps;
  const files = {
    workerPath: outside.configuration.archiveWorkerPath,
    chooseFile: outside.notes.chooseFile,
    pickFile: outside.pickArchive,
  };
  const offsetMinutes: OffsetMinutes = (timeMs) => -new Date(timeMs).getTimezoneOffset();

  async function owner() {
    const opened = account.opened();
    const state = account.read();
    if (!opened.ok || state.kind !== 'signed-in') return fail('signed-out');
    const licences = await doors.library.licences.read();
    const id = licences.ok ? licences.value.accountId : null;
    return ok({ id, email: state.email, name: state.name, localId: opened.value.id });
  }

  /** The account's folder is named by its id: whose export it is can be told without the service. */
  async function isOwn({ accountId, email }: ArchiveFacts): Promise<boolean> {
    const [own, device] = [await owner(), await doors.computer.deviceId()];
    if (!own.ok || !device.ok) return false;
    if (accountId === null) return own.value.email.toLowerCase() === email.toLowerCase();
    return accountId === own.value.id || localAccountId(device.value, accountId) === own.value.localId;
  }

  const exporting = createExporting({
    store: doors.exportStore,
    clock,
    choose: createChooseArchive(files),
    owner,
    personalData: () => account.authorized((token) => service.personalData(token)),
    appVersion: outside.facts.version,
    onProgress: (progress) => emit('export.progress', progress),
    safeFileName,
  });
  const importing = createImporting({
    store: doors.exportStore,
    clock,
    today: () => localDay(clock.nowMs(), offsetMinutes),
    pick: createPickArchive(files),
    isOwn,
    settings: deps.settings,
    onProgress: (progress) => emit('export.progress', progress),
    onTaken() {
      for (const name of changedByImport) emit(name, null);
    },
  });
  return {
    routes: {
      'export.preview': () => exporting.preview(),
      'export.run': (input) => exporting.run(input),
      'export.stop': async () => {
        await exporting.stop();
        return done;
      },
      'import.pick': () => importing.pick(),
      'import.look': ({ passphrase }) => importing.look(passphrase),
      'import.run': (input) => importing.run(input),
      'import.stop': async () => {
        await importing.stop();
        return done;
      },
    },
    async close() {
      await Promise.all([exporting.stop(), importing.stop()]);
    },
  };
}
