import { fail } from '../contract/result.ts';
import { createExportFiles } from './adapters/export/export-file.ts';
import type { RightsPart } from './compose-rights.ts';
import type { ChooseFile } from './adapters/notes/notes-files.ts';
import type { Routes } from './electron/ipc.ts';
import { safeFileName } from './features/notes/file-name.ts';
import { createStatistics } from './features/statistics/statistics.ts';
import type { Statistics } from './features/statistics/statistics.ts';
import type { Clock, Library } from './ports.ts';

/** The study statistics, put together; part of `compose`. */
export interface StatisticsPart {
  readonly routes: Pick<Routes, Extract<keyof Routes, `statistics.${string}`>>;
  readonly close: Statistics['close'];
}

/** Makes them. */
export function composeStatistics(deps: {
  readonly library: Pick<Library, 'statistics'>;
  readonly clock: Clock;
  /** The person's data is frozen: nothing is counted. */
  readonly rights: Pick<RightsPart, 'isRestricted'>;
  readonly chooseFile: ChooseFile;
}): StatisticsPart {
  const statistics = createStatistics({
    library: deps.library,
    clock: deps.clock,
    offsetMinutes: (timeMs) => -new Date(timeMs).getTimezoneOffset(),
    choose: createExportFiles({ chooseFile: deps.chooseFile }),
    safeFileName,
  });
  return {
    routes: {
      'statistics.read': (days) =>
        deps.rights.isRestricted() ? Promise.resolve(fail('restricted')) : statistics.read(days),
      'statistics.export': (input) =>
        deps.rights.isRestricted() ? Promise.resolve(fail('restricted')) : statistics.export(input),
    },
    close: statistics.close,
  };
}
