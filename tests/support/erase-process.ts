/** A process that erases an account, or goes on with it, on real folders until it ends or is killed; the one argument is the job, as JSON. */
import { readdirSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalAccountId } from '../../contract/domain/ids.ts';
import { createFileKeyring } from '../../main/adapters/keyring/file-keyring.ts';
import { createFileLog } from '../../main/adapters/log/file-log.ts';
import { decodeRemembered, fromBase64 } from '../../main/features/account/remembered-secret.ts';
import type { Log } from '../../main/ports.ts';
import { eraseParts } from './erase-parts.ts';

/** What the process is to do. */
export interface EraseJob {
  readonly task: 'erase' | 'finish';
  readonly accountId: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  /** The log event at which to stand still and wait to be killed; null to go on. */
  readonly holdAt: string | null;
}

const job = JSON.parse(process.argv[2] ?? '{}') as EraseJob;
const accountId = LocalAccountId.parse(job.accountId);
const fileLog = createFileLog(join(job.userDataFolder, 'logs'));
const log: Log = {
  ...fileLog,
  info(event, fields) {
    fileLog.info(event, fields);
    writeSync(1, `${event}\n`);
    // Nothing of this thread goes on from here, not even what is already under way.
    if (event === job.holdAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
};

const parts = eraseParts({ ...job, log });
if (job.task === 'erase') {
  // As in the app: the library is open (so that there is a write-ahead log beside it), and a lecture is being read.
  const stored = await parts.secrets.get(accountId);
  const secret = stored.ok ? decodeRemembered(stored.value ?? '') : null;
  if (secret === null) throw new Error('nobody is remembered');
  const keyring = createFileKeyring({ accountsFolder: join(job.userDataFolder, 'accounts') });
  const { libraryKey } = await keyring.fromDataKey(fromBase64(secret.dataKey));
  const opened = await parts.library.open(accountId, libraryKey);
  if (!opened.ok) throw new Error(`the library: ${opened.error.code}`);
  const media = join(job.downloadFolder, 'lectoroom', accountId);
  await open(join(media, readdirSync(media)[0] ?? ''), 'r');
}
const report = job.task === 'erase' ? await parts.erase(accountId) : await parts.finishPending();
writeSync(1, `report ${JSON.stringify(report)}\n`);
await parts.stop();
process.exit(0);
