import type { Requests } from '../../../contract/ipc.ts';
import { localDay, type OffsetMinutes } from '../../../contract/domain/local-day.ts';
import type { NetworkSource } from '../../../contract/domain/network.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { csvBeginning, csvLine } from '../../csv/csv-line.ts';
import type { NetworkStore } from '../../network-ports.ts';
import { createOneExport } from '../../one-export.ts';
import type { Clock } from '../../ports.ts';
import type { ChooseExportFile, ExportFile } from '../../statistics-ports.ts';
import type { Recorder } from './recorder.ts';

/** What writing the ledger into a file needs. */
export interface ExportLedgerDeps {
  readonly stores: Readonly<Record<NetworkSource, Pick<NetworkStore, 'piece'>>>;
  readonly recorder: Pick<Recorder, 'flush'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly offsetMinutes: OffsetMinutes;
  readonly choose: ChooseExportFile;
  /** Makes a name that every system takes out of a person's words. */
  readonly safeFileName: (words: string, fallback: string) => string;
}

type Asked = Requests['network.export']['in'];

/** Writes the ledger where the person wants it. */
export interface LedgerExport {
  /** Null when they thought better of it. One at a time, another is `not-allowed`. */
  export(input: Asked): Promise<Result<{ readonly lineCount: number } | null>>;
  /** The account is being closed; resolves when nothing is left of an export that was under way. */
  close(): Promise<void>;
}

/** Names of the columns, the same in every language: a program may read them. */
const columns = [
  'time',
  'host',
  'purpose',
  'category',
  'sentBytes',
  'receivedBytes',
  'result',
  'status',
  'durationMs',
] as const;

const formats = {
  csv: { beginning: csvBeginning + csvLine(columns), between: '', end: '' },
  json: { beginning: '{"requests":[\n', between: ',\n', end: '\n]}\n' },
} as const;

/** Makes it. */
export function createLedgerExport(deps: ExportLedgerDeps): LedgerExport {
  const oneExport = createOneExport();

  async function write(file: ExportFile, { source, filter, format }: Asked, isStopped: () => boolean) {
    const { beginning, between, end } = formats[format];
    let lineCount = 0;
    await deps.recorder.flush();
    let beforeId: number | null = null;
    let text: string = beginning;
    do {
      const piece = await deps.stores[source].piece({ filter, beforeId, format });
      if (!piece.ok) return piece;
      if (isStopped()) return fail('cancelled');
      const written = await file.append(text + piece.value.text);
      if (!written.ok) return written;
      text = between;
      lineCount += piece.value.lineCount;
      beforeId = piece.value.nextBeforeId;
    } while (beforeId !== null);
    const ended = await file.append(end);
    return ended.ok ? ok({ lineCount }) : ended;
  }

  return {
    export(input) {
      const today = localDay(deps.clock.nowMs(), deps.offsetMinutes);
      const name = `${deps.safeFileName(`${input.title} ${today}`, 'LECTOROOM')}.${input.format}`;
      return oneExport.run(
        () => deps.choose(name),
        (file, isStopped) => write(file, input, isStopped),
      );
    },
    close: oneExport.close,
  };
}
