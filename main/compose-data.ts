import { ok } from '../contract/result.ts';
import type { Doors } from './doors.ts';
import type { Routes } from './electron/ipc.ts';
import type { Account } from './features/account/account.ts';
import { createRetention } from './features/retention/retention.ts';
import type { Retention } from './features/retention/retention.ts';
import type { SettingsFeature } from './features/settings/settings.ts';
import { createYourData } from './features/your-data/your-data.ts';
import type { YourDataDeps } from './features/your-data/your-data.ts';
import type { Clock, ServiceApi } from './ports.ts';
import type { ComputerAging } from './retention-ports.ts';

type DataRoutes = Pick<Routes, 'data.overview' | 'data.samples' | 'data.size' | 'data.service' | 'data.retention'>;

/** What is held, and what of it ages whoever is here, put together; part of `compose`. */
export interface DataPart {
  readonly routes: DataRoutes;
  /** Of the computer: runs from the start on, account or not. */
  readonly retention: Pick<Retention, 'open' | 'look' | 'close'>;
}

/** Makes it. */
export function composeData(deps: {
  readonly doors: Pick<Doors, 'held' | 'heldFiles' | 'logFiles' | 'log'>;
  readonly service: Pick<ServiceApi, 'personalData' | 'cookies'>;
  readonly clock: Clock;
  readonly settings: Pick<SettingsFeature, 'read'>;
  readonly account: Pick<Account, 'opened' | 'authorized' | 'read'>;
  readonly lectureFiles: YourDataDeps['lectureFiles'];
  /** When age deletes something of the account next. */
  readonly nextPurgeAtMs: () => number | null;
}): DataPart {
  const { doors, service, clock, account } = deps;
  const yourData = createYourData({
    ...doors,
    clock,
    account: account.opened,
    isRemembered() {
      const state = account.read();
      return state.kind === 'signed-in' && state.remembered === 'yes';
    },
    lectureFiles: deps.lectureFiles,
    personalData: () => account.authorized((token) => service.personalData(token)),
    registry: () => service.cookies(),
    nextPurgeAtMs: deps.nextPurgeAtMs,
  });
  return {
    routes: {
      'data.overview': () => yourData.overview(),
      'data.samples': ({ kind }) => yourData.samples(kind),
      'data.size': async ({ kind }) => {
        const sizeBytes = await yourData.sizeBytes(kind);
        return sizeBytes.ok ? ok({ sizeBytes: sizeBytes.value }) : sizeBytes;
      },
      'data.service': () => yourData.atService(),
      'data.retention': () => yourData.retention(),
    },
    retention: createRetention<ComputerAging>({
      clock,
      log: doors.log,
      settings: deps.settings.read,
      offsetMinutes: (timeMs) => -new Date(timeMs).getTimezoneOffset(),
      purges: {
        async logs({ keptFromMs }) {
          if (keptFromMs === null) return ok({ count: 0, hasMore: false });
          const pruned = await doors.logFiles.prune(keptFromMs, clock.nowMs());
          return pruned.ok ? ok({ count: pruned.value, hasMore: false }) : pruned;
        },
      },
      onPurged: () => undefined,
    }),
  };
}
