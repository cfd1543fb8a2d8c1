import type { ExportProgress } from '../../../contract/domain/export.ts';
import {
  importedTables,
  type ImportCounts,
  type ImportedRows,
  type ImportedTable,
  type ImportPreview,
  type ImportReport,
} from '../../../contract/domain/import.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { ArchiveFacts, ExportStore, PickArchive, PickedArchive } from '../../export-ports.ts';
import type { Clock } from '../../ports.ts';
import { judgeSettings } from './import-settings.ts';
import { kindOfTable } from './kind-of-table.ts';

/** What bringing an export here needs. */
export interface ImportDeps {
  readonly store: Pick<ExportStore, 'take'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly today: () => LocalDay;
  readonly pick: PickArchive;
  /** Whether an export is of the account that is open. */
  readonly isOwn: (facts: ArchiveFacts) => Promise<boolean>;
  readonly settings: {
    read(): Settings;
    update(change: Partial<Settings>): Promise<Result<Settings>>;
  };
  readonly onProgress: (progress: ExportProgress) => void;
  /** Some of it was taken. */
  readonly onTaken: () => void;
}

/** Bringing an export here. */
export interface Importing {
  pick(): Promise<Result<{ readonly fileName: string; readonly encrypted: boolean } | null>>;
  look(passphrase: string | null): Promise<Result<ImportPreview>>;
  run(input: { readonly settings: boolean }): Promise<Result<ImportReport>>;
  /** Lets go of the file; what was taken stays. */
  stop(): Promise<void>;
}

const tellEveryMs = 250;
const nothing: ImportCounts = { added: 0, changed: 0, same: 0, older: 0, left: 0 };

/** Makes it. */
export function createImporting(deps: ImportDeps): Importing {
  const { store, clock, settings } = deps;
  let picked: PickedArchive | null = null;
  /** What was looked at, and found to be this account's. */
  let isLookedAt = false;
  let work: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  let toldAtMs = -Infinity;

  function tell(share: number, table: ImportedTable | null, rowCount: number): void {
    if (table !== null && clock.nowMs() - toldAtMs < tellEveryMs) return;
    toldAtMs = clock.nowMs();
    deps.onProgress({ share, kind: table === null ? null : kindOfTable(table), rowCount });
  }

  /** What has become of rows that a switch or the person keeps out: they are counted and left. */
  function isUnwanted(table: ImportedTable): boolean {
    const { keepHistory, searchHistory } = settings.read();
    return (table === 'history' && !keepHistory) || (table === 'search_history' && !searchHistory);
  }

  async function take(rows: ImportedRows, write: boolean): Promise<Result<ImportCounts>> {
    if (isUnwanted(rows.table)) return ok({ ...nothing, left: rows.rows.length });
    return store.take({ rows, write, nowMs: clock.nowMs(), today: deps.today() });
  }

  async function through(
    archive: PickedArchive,
    write: boolean,
    withSettings: boolean,
    from: number,
  ): Promise<Result<ImportReport>> {
    const begun = await archive.rewind();
    if (!begun.ok) return begun;
    const report = Object.fromEntries(importedTables.map((table) => [table, nothing])) as Record<
      ImportedTable,
      ImportCounts
    >;
    let chosen: Partial<Settings> = {};
    let rowCount = 0;
    for (;;) {
      const piece = await archive.next();
      if (picked !== archive) return fail('cancelled');
      if (!piece.ok) return piece;
      if (piece.value === null) break;
      const { rows, share } = piece.value;
      rowCount += rows.rows.length;
      if (rows.table === 'settings') {
        const judged = judgeSettings(rows.rows, settings.read(), withSettings);
        chosen = { ...chosen, ...judged.change };
        report.settings = sum(report.settings, judged.counts);
      } else {
        const taken = await take(rows, write);
        if (!taken.ok) return taken;
        report[rows.table] = sum(report[rows.table], taken.value);
      }
      tell(from + share * (1 - from), rows.table, rowCount);
    }
    if (write && Object.keys(chosen).length > 0) {
      const kept = await settings.update(chosen);
      if (!kept.ok) return kept;
    }
    tell(1, null, rowCount);
    return ok(report);
  }

  async function alone<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
    if (isBusy) return fail('not-allowed');
    isBusy = true;
    const running = run();
    work = running.catch(() => undefined);
    try {
      return await running;
    } finally {
      isBusy = false;
    }
  }

  async function letGo(): Promise<void> {
    const left = picked;
    picked = null;
    isLookedAt = false;
    await left?.close();
  }

  async function look(archive: PickedArchive, passphrase: string | null): Promise<Result<ImportPreview>> {
    isLookedAt = false;
    const facts = await archive.check(passphrase, (share) => tell(share / 2, 'settings', 0));
    if (picked !== archive) return fail('cancelled');
    if (!facts.ok) return facts;
    if (!(await deps.isOwn(facts.value))) return fail('export-of-another');
    const report = await through(archive, false, true, 0.5);
    if (!report.ok) return report;
    isLookedAt = true;
    return ok({ fileName: archive.fileName, madeAtMs: facts.value.madeAtMs, report: report.value });
  }

  return {
    pick: () =>
      alone(async () => {
        const found = await deps.pick();
        if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
        await letGo();
        picked = found.value;
        return ok({ fileName: picked.fileName, encrypted: picked.encrypted });
      }),
    look: (passphrase) =>
      alone(() => (picked === null ? Promise.resolve(fail('not-found')) : look(picked, passphrase))),
    run: ({ settings: withSettings }) =>
      alone(async () => {
        if (picked === null || !isLookedAt) return fail('not-found');
        try {
          const report = await through(picked, true, withSettings, 0);
          if (report.ok) await letGo();
          return report;
        } finally {
          deps.onTaken();
        }
      }),
    async stop() {
      await letGo();
      await work;
      await letGo();
    },
  };
}

function sum(one: ImportCounts, other: ImportCounts): ImportCounts {
  return {
    added: one.added + other.added,
    changed: one.changed + other.changed,
    same: one.same + other.same,
    older: one.older + other.older,
    left: one.left + other.left,
  };
}
