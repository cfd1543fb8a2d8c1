import type { PersonalData } from '../../../contract/api/personal-data.ts';
import type { CookieRegistry } from '../../../contract/api/policies.ts';
import { dataKinds } from '../../../contract/domain/data-kinds.ts';
import type { DataKindName } from '../../../contract/domain/data-kinds.ts';
import type {
  HeldAtService,
  HeldHere,
  HeldKind,
  HeldSample,
  RetentionView,
  SampledKind,
} from '../../../contract/domain/held-data.ts';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { HeldFiles, HeldStore } from '../../data-ports.ts';
import type { Clock } from '../../ports.ts';

/** What looking at one's data needs. */
export interface YourDataDeps {
  readonly held: HeldStore;
  readonly heldFiles: HeldFiles;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly account: () => Result<{ readonly id: LocalAccountId }>;
  /** Whether a key of the account is in the system's credential store. */
  readonly isRemembered: () => boolean;
  /** Lectures on the disk, those in the bin too. */
  readonly lectureFiles: () => Promise<Result<{ readonly lectureCount: number; readonly sizeBytes: number }>>;
  readonly personalData: () => Promise<Result<PersonalData>>;
  readonly registry: () => Promise<Result<CookieRegistry>>;
  readonly nextPurgeAtMs: () => number | null;
}

/** Everything that is held of the open account, here and at the service. */
export interface YourData {
  overview(): Promise<Result<HeldHere>>;
  samples(kind: SampledKind): Promise<Result<readonly HeldSample[]>>;
  sizeBytes(kind: DataKindName): Promise<Result<number>>;
  /** Asks the service; its answer is handed on and kept nowhere. */
  atService(): Promise<Result<HeldAtService>>;
  retention(): Promise<Result<RetentionView>>;
}

/** So many entries of a kind are enough to know what it is. */
const sampleCount = 5;

/** Makes it. */
export function createYourData(deps: YourDataDeps): YourData {
  const { held, clock } = deps;
  let askedAt: { readonly id: LocalAccountId; readonly atMs: number } | null = null;

  async function countAll(id: LocalAccountId): Promise<Result<readonly HeldKind[]>> {
    const counted: HeldKind[] = [];
    for (const name of Object.keys(dataKinds) as DataKindName[]) {
      const kind = await held.count(name, id);
      if (!kind.ok) return kind;
      counted.push({ name, ...kind.value, sizeBytes: null });
    }
    return ok(counted);
  }

  return {
    async overview() {
      const account = deps.account();
      if (!account.ok) return account;
      const { id } = account.value;
      const [kinds, files, lectures] = [await countAll(id), await deps.heldFiles.weigh(id), await deps.lectureFiles()];
      if (!kinds.ok) return kinds;
      if (!files.ok) return files;
      if (!lectures.ok) return lectures;
      const { keyring, logs, ...sizes } = files.value;
      const { lectureCount: count, sizeBytes } = lectures.value;
      return ok({
        kinds: [
          ...kinds.value,
          { name: 'lecture-files', count, sinceMs: null, sizeBytes },
          { name: 'keyring', ...keyring },
          { name: 'remembered', count: deps.isRemembered() ? 1 : 0, sinceMs: null, sizeBytes: null },
          { name: 'logs', ...logs },
        ],
        ...sizes,
        serviceAskedAtMs: askedAt?.id === id ? askedAt.atMs : null,
      });
    },
    samples: (kind) => held.samples(kind, sampleCount),
    sizeBytes: (kind) => held.sizeBytes(kind),
    async atService() {
      const account = deps.account();
      if (!account.ok) return account;
      const record = await deps.personalData();
      if (!record.ok) return record;
      // Whoever is open now must not see what was asked for another.
      const now = deps.account();
      if (!now.ok || now.value.id !== account.value.id) return fail('signed-out');
      askedAt = { id: account.value.id, atMs: clock.nowMs() };
      return ok({ askedAtMs: askedAt.atMs, record: record.value });
    },
    async retention() {
      const registry = await deps.registry();
      return ok({ nextPurgeAtMs: deps.nextPurgeAtMs(), registry: registry.ok ? registry.value.items : null });
    },
  };
}
