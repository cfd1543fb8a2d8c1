import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { done, fail, type Result } from '../../../../contract/result.ts';
import { codeOfWriteError, codeOfWriteFault } from '../../files/disk-codes.ts';
import { errnoOf } from '../../files/lrm/outcome.ts';
import { syncFolder } from '../../files/lrm/index.ts';

/** Makes a private folder with all above it, and makes each new name durable. */
export async function ensureFolder(folder: string): Promise<Result<null>> {
  let firstMade: string | undefined;
  try {
    firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return fail(codeOfWriteError(await plainReason(folder, error)));
  }
  if (firstMade === undefined) return done;
  const top = dirname(firstMade);
  for (let holder = dirname(folder); holder.length >= top.length; holder = dirname(holder)) {
    const synced = await syncFolder(holder);
    if (!synced.ok) return fail(codeOfWriteFault(synced.fault));
    if (holder === dirname(holder)) break;
  }
  return done;
}

/** Node's recursive mkdir says ENOENT where the system said EROFS; the plain call on the first folder that is missing tells the truth. */
async function plainReason(folder: string, error: unknown): Promise<unknown> {
  let reason = error;
  for (let missing = folder; errnoOf(reason) === 'ENOENT' && missing !== dirname(missing); missing = dirname(missing))
    reason = await mkdir(missing, { mode: 0o700 }).then(
      () => error,
      (plain: unknown) => plain,
    );
  return reason;
}
