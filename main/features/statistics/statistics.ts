import type { StatisticsWords, StudyStatistics } from '../../../contract/domain/statistics.ts';
import { LocalDay, localDay, type OffsetMinutes } from '../../../contract/domain/local-day.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { csvBeginning, csvLine } from '../../csv/csv-line.ts';
import { createOneExport } from '../../one-export.ts';
import type { Clock, Library } from '../../ports.ts';
import type { ChooseExportFile, DayRange, ExportFile } from '../../statistics-ports.ts';

/** What the study statistics need. */
export interface StatisticsDeps {
  readonly library: Pick<Library, 'statistics'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly offsetMinutes: OffsetMinutes;
  readonly choose: ChooseExportFile;
  /** Makes a name that every system takes out of a person's words. */
  readonly safeFileName: (words: string, fallback: string) => string;
}

/** What the history says of studying, read and exported. */
export interface Statistics {
  read(days: DayRange): Promise<Result<StudyStatistics>>;
  /** Writes CSV where the person wants it; null when they thought better of it. One at a time, another is `not-allowed`. */
  export(input: {
    readonly days: DayRange | null;
    readonly words: StatisticsWords;
  }): Promise<Result<{ readonly lineCount: number } | null>>;
  /** The account is being closed; resolves when nothing is left of an export that was under way. */
  close(): Promise<void>;
}

/** Every day there is: a clock may have been wrong when something was watched. */
const always: DayRange = { fromDay: LocalDay.parse('0001-01-01'), toDay: LocalDay.parse('9999-12-31') };

/** Makes the study statistics. */
export function createStatistics({ library, clock, offsetMinutes, choose, safeFileName }: StatisticsDeps): Statistics {
  const oneExport = createOneExport();

  async function write(
    file: ExportFile,
    { fromDay, toDay }: DayRange,
    words: StatisticsWords,
    isStopped: () => boolean,
  ): Promise<Result<{ readonly lineCount: number }>> {
    let lineCount = 0;
    const headings = csvLine([words.day, words.course, words.minutes, words.sittings]);
    const begun = await file.append(csvBeginning + headings);
    if (!begun.ok) return begun;
    for (let from: LocalDay | null = fromDay; from !== null;) {
      const piece = await library.statistics.csv({ fromDay: from, toDay });
      if (!piece.ok) return piece;
      if (isStopped()) return fail('cancelled');
      const written = await file.append(piece.value.text);
      if (!written.ok) return written;
      lineCount += piece.value.lineCount;
      from = piece.value.nextDay;
    }
    return ok({ lineCount });
  }

  return {
    read: (days) => library.statistics.read(days),
    export({ days, words }) {
      const today = localDay(clock.nowMs(), offsetMinutes);
      return oneExport.run(
        () => choose(`${safeFileName(`${words.title} ${today}`, 'LECTOROOM')}.csv`),
        (file, isStopped) => write(file, days ?? always, words, isStopped),
      );
    },
    close: oneExport.close,
  };
}
