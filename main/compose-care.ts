import type { Events } from '../contract/ipc.ts';
import { fail } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { createAdoption } from './features/downloads/adopt.ts';
import type { AdoptionDeps } from './features/downloads/adopt.ts';
import type { Downloads } from './features/downloads/downloads.ts';
import { createRepair } from './features/downloads/repair.ts';
import type { Repair, RepairDeps } from './features/downloads/repair.ts';

/** What looks after lectures that are on the disk, put together; part of `compose`. */
export interface Care {
  readonly repair: Repair;
  /** Fetches the catalogue, then finds lectures again: only with the catalogue can be said whose file is whose. */
  bringIn(): Promise<void>;
  /** Calls off all of it and waits, as before another account opens. */
  stop(): Promise<void>;
}

/** What the care takes from `compose`. */
interface CareDeps extends Omit<RepairDeps, 'onProgress'>, Omit<AdoptionDeps, 'resume' | 'onAdopted'> {
  /** Whether lectures are on their way to another folder: then nothing looks after them. */
  readonly isMoving: () => boolean;
  readonly refreshCatalogue: () => Promise<Result<unknown>>;
  readonly downloads: Pick<Downloads, 'list' | 'resume'>;
  readonly emit: <N extends 'downloads.changed' | 'downloads.checking'>(name: N, payload: Events[N]) => void;
}

/** Makes checking, repairing and finding again. */
export function composeCare(deps: CareDeps): Care {
  const { downloads, emit } = deps;
  const repair = createRepair({ ...deps, onProgress: (progress) => emit('downloads.checking', progress) });
  const adoption = createAdoption({
    ...deps,
    resume: downloads.resume,
    onAdopted: () => void downloads.list().then((items) => items.ok && emit('downloads.changed', items.value)),
  });
  return {
    repair: {
      ...repair,
      repair: (id) => (deps.isMoving() ? Promise.resolve(fail('cancelled')) : repair.repair(id)),
      verify: (id) => (deps.isMoving() ? Promise.resolve(fail('cancelled')) : repair.verify(id)),
    },
    async bringIn() {
      const refreshed = await deps.refreshCatalogue();
      if (!deps.isMoving()) await adoption.run({ catalogueIsFresh: refreshed.ok });
    },
    async stop() {
      await Promise.all([repair.stop(), adoption.stop()]);
    },
  };
}
