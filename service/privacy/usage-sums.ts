import type { UsageReport } from '../../contract/api/usage.ts';
import type { Clock } from '../clock.ts';
import type { ServiceDatabase } from '../database/database.ts';
import { ServiceProblem } from '../http/problems.ts';
import { dayOf } from './calendar.ts';

const dayMs = 86_400_000;
/** A computer may have been offline for so long. */
const oldestDays = 31;

/** How the app is used, as sums: who told what is kept nowhere. */
export interface UsageSums {
  /** `bad-request` for a day to come, or one longer ago than a month. */
  add(report: UsageReport): void;
  all(): readonly (UsageReport & { readonly told: number })[];
}

interface Row {
  readonly day: string;
  readonly app_version: string;
  readonly platform: UsageReport['platform'];
  readonly lectures_played: UsageReport['lecturesPlayed'];
  readonly told: number;
}

/** Keeps the sums in the database. */
export function createUsageSums(database: ServiceDatabase, clock: Clock): UsageSums {
  const add = database.prepare(
    `INSERT INTO usage_sums (day, app_version, platform, lectures_played, told) VALUES (@day, @appVersion, @platform, @lecturesPlayed, 1)
     ON CONFLICT DO UPDATE SET told = told + 1`,
  );
  const all = database.prepare<[], Row>(
    'SELECT * FROM usage_sums ORDER BY day, app_version, platform, lectures_played',
  );
  return {
    add(report) {
      const nowMs = clock.nowMs();
      const tooOld = report.day < dayOf(nowMs - oldestDays * dayMs);
      // Tomorrow is taken too: a computer's clock may be ahead.
      if (tooOld || report.day > dayOf(nowMs + dayMs)) {
        throw new ServiceProblem('bad-request', { detail: 'body.day: out_of_range' });
      }
      add.run(report);
    },
    all: () =>
      all.all().map(({ day, app_version: appVersion, platform, lectures_played: lecturesPlayed, told }) => ({
        day,
        appVersion,
        platform,
        lecturesPlayed,
        told,
      })),
  };
}
