/** A process that is the whole app but the window and goes on with a move of the downloads, or begins one; the one argument is the job, as JSON. */
import { writeSync } from 'node:fs';
import type { DownloadFolderView } from '../../contract/domain/folder.ts';
import { composeForTests } from './compose-app.ts';

/** What the process is to do, and where everything lies. */
export interface MoveJob {
  readonly folder: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly origin: string;
  /** Null: only what was begun before. */
  readonly moveTo: string | null;
}

const job = JSON.parse(process.argv[2] ?? '{}') as MoveJob;
const say = (line: string): void => void writeSync(1, `${line}\n`);

const app = await composeForTests(job, {
  pickFolder: () => Promise.resolve(job.moveTo),
  emit(name, payload) {
    if (name !== 'folder.changed') return;
    const { move, isUsual } = payload as DownloadFolderView;
    if (move === null) say(isUsual ? 'usual' : 'moved');
    else say(move.waitsFor === null ? `${move.phase} ${move.doneBytes}` : `waits ${move.waitsFor}`);
  },
});
await app.finishErasing();
await app.start();
say('started');
if (job.moveTo !== null) {
  const picked = await app.routes['folder.pick']({ usual: false });
  const begun = picked.ok ? await app.routes['folder.move'](null) : picked;
  if (!begun.ok) say(`refused ${begun.error.code}`);
} else {
  // What ended before anybody listened is said all the same.
  const view = await app.routes['folder.read'](null);
  if (view.ok && view.value.move === null) say('moved');
}
