/** A process that is the whole app but the window: erases the account at the service until it is killed or done; the one argument is the job, as JSON. */
import { writeSync } from 'node:fs';
import type { EraseProgress } from '../../contract/domain/erase-plan.ts';
import { sampleAccounts } from '../../service/sample-accounts.ts';
import { composeForTests } from './compose-app.ts';

/** Where everything lies, and where to stand still. */
export interface EraseAccountJob {
  readonly folder: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly origin: string;
  /** At which stage nothing of this process goes on any more; null to go on. */
  readonly holdAt: EraseProgress['stage'] | null;
}

const job = JSON.parse(process.argv[2] ?? '{}') as EraseAccountJob;
const say = (line: string): void => void writeSync(1, `${line}\n`);

const app = await composeForTests(job, {
  emit(name, payload) {
    if (name !== 'erase.progress') return;
    const { stage } = payload as EraseProgress;
    say(stage);
    if (stage === job.holdAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
await app.finishErasing();
await app.start();
const [person] = sampleAccounts;
if (person === undefined) throw new Error('nobody to be');
const erased = await app.routes['erase.service']({ email: person.email, password: person.password });
say(erased.ok ? `done ${String(erased.value.remains.length)}` : `refused ${erased.error.code}`);
await app.stop();
process.exit(0);
