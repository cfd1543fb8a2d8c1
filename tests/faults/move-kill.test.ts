import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../main/adapters/transfer/testing/seeded-random.ts';
import type { MoveJob } from '../support/move-process.ts';

/** `LECTOROOM_MOVE_KILLS` and `LECTOROOM_SEED` ask for more, or for the same again. */
const kills = Number(process.env['LECTOROOM_MOVE_KILLS'] ?? 12);
const seed = Number(process.env['LECTOROOM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const script = resolve(import.meta.dirname, '../support/move-process.ts');
const account = 'a'.repeat(32);
const fileCount = 12;
/** Another file system than the temporary folder's, so that a move copies; without one files are renamed, and that is killed instead. */
const otherDisk =
  ['/dev/shm'].find((path) => existsSync(path) && statSync(path).dev !== statSync(tmpdir()).dev) ?? null;

let folder: string;
let chosen: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-move-'));
  chosen = await mkdtemp(join(otherDisk ?? tmpdir(), 'lectoroom-moved-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(chosen, { recursive: true, force: true });
});

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const accountIn = (downloads: string): string => join(downloads, 'lectoroom', account);

/** Runs the app and kills it after so long, or lets it say that it is done; answers how it ended. */
async function live(job: MoveJob, killAfterMs: number | null): Promise<'killed' | 'moved'> {
  const child = spawn(process.execPath, [script, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let timer: NodeJS.Timeout | null = null;
  let end: 'killed' | 'moved' = 'killed';
  for await (const line of createInterface({ input: child.stdout })) {
    expect(line).not.toMatch(/^(?:refused|waits)/);
    // The first word of the move starts the clock, in a later life the first word of all.
    const begins =
      line.startsWith('copying') || line.startsWith('deleting') || (job.moveTo === null && line === 'started');
    if (begins && killAfterMs !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    if (line !== 'moved') continue;
    end = 'moved';
    child.kill('SIGKILL');
  }
  if (timer !== null) clearTimeout(timer);
  await closed;
  return end;
}

describe('a move that is killed', () => {
  it(
    `D6: ${kills} times SIGKILL (seed ${seed}; ${otherDisk === null ? 'on ONE disk: no second one here' : 'from one disk to another'}): each file is whole in one of the folders, and the move ends by itself`,
    async () => {
      const random = seededRandom(seed);
      const downloadFolder = join(folder, 'downloads');
      const job = { folder, userDataFolder: join(folder, 'user-data'), downloadFolder, origin: 'http://127.0.0.1:9' };
      await mkdir(job.userDataFolder, { recursive: true });
      await mkdir(accountIn(downloadFolder), { recursive: true });
      const digests = new Map<string, string>();
      for (let index = 0; index < fileCount; index += 1) {
        const name = `${index.toString(16).padStart(32, '0')}.lrm${index === 3 ? '.part' : ''}`;
        const bytes = Buffer.alloc(Math.floor((8 + random() * 24) * 1024 * 1024), `${String(seed)} ${name}`);
        await writeFile(join(accountIn(downloadFolder), name), bytes);
        digests.set(name, createHash('sha256').update(bytes).digest('hex'));
      }
      const inOneOfThem = (): void => {
        for (const [name, digest] of digests) {
          const paths = [downloadFolder, chosen].map((place) => join(accountIn(place), name));
          const there = paths.filter((path) => existsSync(path));
          expect(there.length, 'a file is in neither folder').toBeGreaterThan(0);
          // What has its name is whole.
          for (const path of there) expect(digestOf(path)).toBe(digest);
        }
      };
      let killed = 0;
      let ended = await live({ ...job, moveTo: chosen }, random() * 300);
      inOneOfThem();
      while (ended === 'killed' && killed < kills - 1) {
        killed += 1;
        ended = await live({ ...job, moveTo: null }, random() * 700);
        inOneOfThem();
      }
      if (ended === 'killed') {
        killed += 1;
        ended = await live({ ...job, moveTo: null }, null);
      }
      inOneOfThem();
      process.stdout.write(`moves killed: ${JSON.stringify({ seed, killed, otherDisk: otherDisk !== null })}\n`);
      expect(ended).toBe('moved');
      expect(killed).toBeGreaterThan(0);
      expect(readdirSync(accountIn(chosen)).toSorted()).toEqual([...digests.keys()].toSorted());
      expect(existsSync(accountIn(downloadFolder))).toBe(false);
    },
    Math.max(300_000, kills * 30_000),
  );
});
