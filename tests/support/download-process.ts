/** A process that is the whole app but the window: signs in, downloads one lecture until it is complete or it is killed; the one argument is the job, as JSON. */
import { writeSync } from 'node:fs';
import { LectureId } from '../../contract/domain/ids.ts';
import { sampleAccounts } from '../../service/sample-accounts.ts';
import { composeForTests } from './compose-app.ts';

/** What the process is to download, and where everything lies. */
export interface DownloadJob {
  readonly folder: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly origin: string;
  readonly lectureId: string;
}

const job = JSON.parse(process.argv[2] ?? '{}') as DownloadJob;
const lectureId = LectureId.parse(job.lectureId);
const say = (line: string): void => void writeSync(1, `${line}\n`);

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    say(
      `defect ${event} ${error instanceof Error ? (error.stack ?? error.name).replaceAll('\n', ' | ') : typeof error}`,
    );
    process.exit(70);
  });
}

const app = await composeForTests(job, {
  emit(name, payload) {
    if (name !== 'downloads.changed') return;
    const item = (payload as readonly { lectureId: string; state: string; receivedBytes: number }[]).find(
      (one) => one.lectureId === lectureId,
    );
    if (item === undefined) return;
    // What was said here is a promise: these bytes are on the disk.
    if (item.state === 'downloading') say(`safe ${item.receivedBytes}`);
    if (item.state === 'complete') say('complete');
    if (item.state === 'failed') say('failed');
  },
});

async function mustBeOk(what: string, result: Promise<{ readonly ok: boolean; readonly error?: unknown }>) {
  const settled = await result;
  if (settled.ok) return;
  say(`refused ${what} ${JSON.stringify(settled.error)}`);
  process.exit(71);
}

await app.finishErasing();
await app.start();
say('started');
const [person] = sampleAccounts;
if (person === undefined) throw new Error('nobody to sign in as');
const { email, password } = person;
await mustBeOk('sign-in', app.routes['account.signIn']({ email, password, remember: false }));
say('signed-in');
await mustBeOk('catalogue', app.routes['catalogue.refresh'](null));
await mustBeOk('start', app.routes['downloads.start']({ lectureIds: [lectureId], quality: '720p' }));
