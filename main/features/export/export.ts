import type { PersonalData } from '../../../contract/api/personal-data.ts';
import type { DataKindName } from '../../../contract/domain/data-kinds.ts';
import type { ExportDone, ExportPreview, ExportProgress, ExportWords } from '../../../contract/domain/export.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { ArchiveFile, ChooseArchive, ExportStore } from '../../export-ports.ts';
import type { Clock } from '../../ports.ts';
import type { ExportOwner } from './data-text.ts';
import { type ExportPlace, writeExport } from './write-export.ts';

/** What taking one's data along needs. */
export interface ExportDeps {
  readonly store: ExportStore;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly choose: ChooseArchive;
  /** Who is in; fails with `signed-out`. */
  readonly owner: () => Promise<Result<ExportOwner & { readonly localId: LocalAccountId }>>;
  readonly personalData: () => Promise<Result<PersonalData>>;
  readonly appVersion: string;
  readonly onProgress: (progress: ExportProgress) => void;
  /** Makes a name that every system takes out of a person's words. */
  readonly safeFileName: (words: string, fallback: string) => string;
}

/** Taking one's data along. */
export interface Exporting {
  preview(): Promise<Result<ExportPreview>>;
  /** One at a time, another is `not-allowed`. */
  run(input: { readonly passphrase: string | null; readonly words: ExportWords }): Promise<Result<ExportDone | null>>;
  /** Resolves when nothing is left of what was under way. */
  stop(): Promise<void>;
}

/** Told no more often than this, in milliseconds. */
const tellEveryMs = 250;
/** What a ZIP of JSON, CSV and a page takes of the JSON alone. */
const packedShare = 0.3;

/** Makes it. */
export function createExporting(deps: ExportDeps): Exporting {
  const { store, clock, choose, onProgress } = deps;
  let running: { stopped: boolean; writing: Promise<unknown> } | null = null;

  async function placesOf(localId: LocalAccountId): Promise<Result<readonly ExportPlace[]>> {
    const computer = store.computer(localId);
    const [own, shared] = [await store.library.tables(), await computer.tables()];
    if (!own.ok) return own;
    if (!shared.ok) return shared;
    return ok([
      { name: 'library', source: store.library, tables: own.value },
      { name: 'computer', source: computer, tables: shared.value },
    ]);
  }

  async function write(
    file: ArchiveFile,
    passphrase: string | null,
    words: ExportWords,
    isStopped: () => boolean,
  ): Promise<Result<ExportDone>> {
    let isWhole = false;
    try {
      const owner = await deps.owner();
      if (!owner.ok) return owner;
      const places = await placesOf(owner.value.localId);
      if (!places.ok) return places;
      const service = await deps.personalData();
      if (isStopped()) return fail('cancelled');
      const { localId: _localId, ...account } = owner.value;
      const rowCount = places.value.flatMap(({ tables }) => tables).reduce((sum, each) => sum + each.rowCount, 0);
      const content = {
        places: places.value,
        owner: { ...account, id: service.ok ? service.value.account.id : account.id },
        exportedAt: new Date(clock.nowMs()).toISOString(),
        appVersion: deps.appVersion,
        service: service.ok ? service.value : null,
        serviceMissing: service.ok ? null : service.error.code,
        words,
      };
      const written = await writeExport(file, content, { isStopped, onRows: progressOf(rowCount) });
      if (!written.ok) return written;
      isWhole = true;
      onProgress({ share: 1, kind: null, rowCount });
      const part = service.ok ? 'included' : 'not-reached';
      return ok({ ...written.value, rowCount, service: part, encrypted: passphrase !== null });
    } finally {
      if (!isWhole) await file.abandon();
    }
  }

  /** Each row is written twice: as JSON and as CSV. */
  function progressOf(rowCount: number): (kind: DataKindName, rows: number) => void {
    let doneCount = 0;
    let toldAtMs = -Infinity;
    return (kind, rows) => {
      doneCount += rows;
      if (clock.nowMs() - toldAtMs < tellEveryMs) return;
      toldAtMs = clock.nowMs();
      const share = Math.min(1, doneCount / Math.max(1, rowCount * 2));
      onProgress({ share, kind, rowCount: Math.round(share * rowCount) });
    };
  }

  return {
    async preview() {
      const owner = await deps.owner();
      if (!owner.ok) return owner;
      const places = await placesOf(owner.value.localId);
      if (!places.ok) return places;
      const tables = places.value.flatMap((place) => place.tables);
      const kinds = Map.groupBy(tables, ({ kind }) => kind);
      const total = tables.reduce((sum, { estimatedBytes }) => sum + estimatedBytes, 0);
      return ok({
        kinds: [...kinds].map(([kind, of]) => ({ kind, rowCount: of.reduce((sum, each) => sum + each.rowCount, 0) })),
        estimatedBytes: Math.round(total * packedShare) + 20_000,
      });
    },
    async run({ passphrase, words }) {
      if (running !== null) return fail('not-allowed');
      const mine = { stopped: false, writing: Promise.resolve<unknown>(null) };
      running = mine;
      try {
        const day = new Date(clock.nowMs()).toISOString().slice(0, 10);
        const file = await choose(`${deps.safeFileName(`${words.fileName} ${day}`, 'LECTOROOM')}.zip`, passphrase);
        if (file === null) return ok(null);
        const writing = mine.stopped
          ? file.abandon().then(() => fail('cancelled'))
          : write(file, passphrase, words, () => mine.stopped);
        mine.writing = writing.catch(() => undefined);
        return await writing;
      } finally {
        running = null;
      }
    },
    async stop() {
      if (running === null) return;
      running.stopped = true;
      await running.writing;
    },
  };
}
