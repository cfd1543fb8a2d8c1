import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseStepNames } from '../../main/features/erase/erase-steps.ts';
import { createListLog } from '../fakes/silent-log.ts';
import { valueOf } from '../support/app-rig.ts';
import { realSecrets } from '../support/erase-parts.ts';
import type { EraseJob } from '../support/erase-process.ts';
import { createEraseScene } from '../support/erase-scene.ts';
import type { EraseScene } from '../support/erase-scene.ts';
import { findPlaintext } from '../support/find-plaintext.ts';

const secrets = realSecrets(createListLog());
const script = resolve(import.meta.dirname, '..', 'support', 'erase-process.ts');

let scene: EraseScene;
beforeAll(async () => {
  scene = await createEraseScene();
}, 60_000);
afterAll(async () => {
  await secrets.delete(scene.accountId);
  await scene.rig.remove();
});

interface Computer {
  readonly userDataFolder: string;
  readonly downloadFolder: string;
}

/** A computer like the scene's, to be spoiled. */
async function copyOfScene(name: string) {
  const folder = join(scene.rig.folder, name.replaceAll(/\W+/g, '-'));
  const userDataFolder = join(folder, 'user-data');
  const downloadFolder = join(folder, 'downloads');
  await cp(scene.rig.userDataFolder, userDataFolder, { recursive: true });
  await cp(scene.rig.downloadFolder, downloadFolder, { recursive: true });
  valueOf(await secrets.set(scene.accountId, scene.secret));
  return { folder, userDataFolder, downloadFolder, accountId: scene.accountId };
}

/** Runs the job in a process of its own; killed with SIGKILL as soon as it says `killAt`. */
async function run(job: EraseJob, killAt: string | null) {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line === killAt) child.kill('SIGKILL');
  }
  const [code, signal] = await closed;
  return { said, code, signal };
}

async function expectNothingLeft(computer: Computer): Promise<void> {
  const found = await findPlaintext([computer.userDataFolder, computer.downloadFolder], scene.canaries);
  expect(found.findings).toEqual([]);
  expect(found.filesRead).toBeGreaterThan(1);
  expect((await readdir(computer.userDataFolder)).filter((name) => name.startsWith('erase'))).toEqual([]);
  expect(valueOf(await secrets.get(scene.accountId))).toBeNull();
}

async function expectUntouched(computer: Computer): Promise<void> {
  const { findings } = await findPlaintext([computer.userDataFolder, computer.downloadFolder], scene.canaries);
  expect(new Set(findings.map(({ needle }) => needle))).toEqual(new Set(scene.onDiskBefore));
  expect(valueOf(await secrets.get(scene.accountId))).toBe(scene.secret);
}

/** Nobody knows how far the process came before the signal did; whichever it is, the second process must have told the truth. */
async function expectDoneOrNotBegun(
  computer: Computer,
  { event, report }: { readonly event: string; readonly report: string | undefined },
): Promise<void> {
  if (report === 'report null' && event === 'erase.begin' && (await filesLeft(computer)).length > 0)
    return expectUntouched(computer);
  expect([gone, 'report null']).toContain(report);
  await expectNothingLeft(computer);
}

/** Which of the things that are files of the account are there. */
async function filesLeft({ userDataFolder, downloadFolder }: Computer) {
  const names = [
    ...(await readdir(userDataFolder, { recursive: true })),
    ...(await readdir(downloadFolder, { recursive: true })),
  ];
  const kinds = { keyring: /keyring\.json$/, library: /library\.db$/, lectures: /\.lrm$/ };
  return Object.entries(kinds).flatMap(([kind, pattern]) => (names.some((name) => pattern.test(name)) ? [kind] : []));
}

function expectedLeft(event: string): readonly string[] {
  return ['keyring', 'library', 'lectures'].filter((kind) => events.indexOf(event) <= events.indexOf(`erase.${kind}`));
}

const events = ['begin', ...eraseStepNames, 'look', 'done'].map((name) => `erase.${name}`);
const gone = 'report {"erased":true,"remains":[]}';

describe('erasing in a process that is killed', () => {
  it('A7: not killed, it says every step and leaves nothing', async () => {
    const computer = await copyOfScene('whole');
    const { said, code } = await run({ ...computer, task: 'erase', holdAt: null }, null);
    expect([said, code]).toEqual([[...events, gone], 0]);
    await expectNothingLeft(computer);
    await rm(computer.folder, { recursive: true });
  });

  it('A7: killed before it is written down: nothing has happened, and nothing is promised', async () => {
    const computer = await copyOfScene('before');
    await run({ ...computer, task: 'erase', holdAt: 'erase.begin' }, 'erase.begin');
    expect((await run({ ...computer, task: 'finish', holdAt: null }, null)).said).toEqual(['report null']);
    await expectUntouched(computer);
    await rm(computer.folder, { recursive: true });
  });

  it.each(events.slice(1, -1))(
    'A7: killed in front of %s: the next start does all that was not done, and no byte of the account is left',
    async (event) => {
      const computer = await copyOfScene(`at ${event}`);
      const first = await run({ ...computer, task: 'erase', holdAt: event }, event);
      expect([first.said.at(-1), first.signal]).toEqual([event, 'SIGKILL']);
      expect(await readdir(computer.userDataFolder)).toContain('erase-pending.json');
      expect(await filesLeft(computer)).toEqual(expectedLeft(event));
      expect((await run({ ...computer, task: 'finish', holdAt: null }, null)).said.at(-1)).toBe(gone);
      await expectNothingLeft(computer);
      await rm(computer.folder, { recursive: true });
    },
  );

  it.each(events)('A7: killed from outside somewhere after %s: the same', async (event) => {
    const computer = await copyOfScene(`after ${event}`);
    const first = await run({ ...computer, task: 'erase', holdAt: null }, event);
    expect(first.said).toContain(event);
    const second = await run({ ...computer, task: 'finish', holdAt: null }, null);
    await expectDoneOrNotBegun(computer, { event, report: second.said.at(-1) });
    await rm(computer.folder, { recursive: true });
  });

  it('A7: killed at every start, one step further each time: it still ends', async () => {
    const computer = await copyOfScene('again and again');
    await run({ ...computer, task: 'erase', holdAt: 'erase.stop-using' }, 'erase.stop-using');
    for (const name of eraseStepNames)
      await run({ ...computer, task: 'finish', holdAt: `erase.${name}` }, `erase.${name}`);
    const last = await run({ ...computer, task: 'finish', holdAt: null }, null);
    expect(last.said.at(-1)).toBe(gone);
    await expectNothingLeft(computer);
  });
});
