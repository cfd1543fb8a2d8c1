import type { StatisticsWords, StudyStatistics } from '../../../contract/domain/statistics.ts';
import { LocalDay, localDay, type OffsetMinutes } from '../../../contract/domain/local-day.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import { csvBeginning, csvLine } from '../../csv/csv-line.ts';
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
  let running: { stopped: boolean; writing: Promise<unknown> } | null = null;

  async function write(
    file: ExportFile,
    { fromDay, toDay }: DayRange,
    words: StatisticsWords,
    isStopped: () => boolean,
  ): Promise<Result<{ readonly lineCount: number }>> {
    let isWhole = false;
    let lineCount = 0;
    try {
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
      const finished = await file.finish();
      if (!finished.ok) return finished;
      isWhole = true;
      return ok({ lineCount });
    } finally {
      if (!isWhole) await file.abandon();
    }
  }

  return {
    read: (days) => library.statistics.read(days),
    async export({ days, words }) {
      if (running !== null) return fail('not-allowed');
      const mine = { stopped: false, writing: Promise.resolve<unknown>(null) };
      running = mine;
      try {
        const today = localDay(clock.nowMs(), offsetMinutes);
        const file = await choose(`${safeFileName(`${words.title} ${today}`, 'LECTOROOM')}.csv`);
        if (file === null) return ok(null);
        // Whoever comes in next does not get the file of who was asked.
        if (mine.stopped) return fail('cancelled');
        const writing = write(file, days ?? always, words, () => mine.stopped);
        mine.writing = writing.catch(() => undefined);
        return await writing;
      } finally {
        running = null;
      }
    },
    async close() {
      if (running === null) return;
      running.stopped = true;
      await running.writing;
    },
  };
}
