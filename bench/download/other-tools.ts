import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What another tool took. */
export interface ToolFigures {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** Runs a line of shell and measures it with bash's own `time`; the words go in as arguments, `$1` and on. */
async function timed(line: string, words: readonly string[]): Promise<ToolFigures> {
  const script = `set -o pipefail; TIMEFORMAT='took %R %U %S'; time { ${line} ; }`;
  // In another language bash writes "1,5".
  const env = { ...process.env, LC_ALL: 'C' };
  const { stderr } = await execute('bash', ['-c', script, 'bench', ...words], { maxBuffer: 1 << 24, env });
  const [, seconds, user, system] = /took ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr) ?? [];
  return { seconds: Number(seconds), cpuSeconds: Number(user) + Number(system) };
}

/** curl into a plain file. */
export async function curl(url: string, certificatePath: string, into: string): Promise<ToolFigures> {
  const figures = await timed('curl -sS --fail --cacert "$1" -o "$2" "$3"', [certificatePath, into, url]);
  await rm(into, { force: true });
  return figures;
}

/** curl into age, which encrypts for a key into a file. */
export async function curlIntoAge(
  url: string,
  certificatePath: string,
  into: string,
  recipient: string,
): Promise<ToolFigures> {
  const line = 'curl -sS --fail --cacert "$1" "$3" | age -r "$4" -o "$2"';
  const figures = await timed(line, [certificatePath, into, url, recipient]);
  await rm(into, { force: true });
  return figures;
}

/** aria2c over so many connections into a plain file. */
export async function aria2(
  url: string,
  certificatePath: string,
  folder: string,
  connections: number,
): Promise<ToolFigures> {
  const line = 'aria2c -q --allow-overwrite=true --ca-certificate="$1" -x"$4" -s"$4" -k1M -d "$2" -o aria2-file "$3"';
  const figures = await timed(line, [certificatePath, folder, url, String(connections)]);
  await rm(`${folder}/aria2-file`, { force: true });
  return figures;
}

/** aria2 at its usual settings, killed after so long, and begun again until it is done; whether its file is right. */
export async function aria2Killed(
  url: string,
  certificatePath: string,
  folder: string,
  kills: readonly number[],
  sha256: string,
): Promise<boolean> {
  const path = `${folder}/aria2-file`;
  const args = [
    '-q',
    '-c',
    `--ca-certificate=${certificatePath}`,
    '-x4',
    '-s4',
    '-k1M',
    '-d',
    folder,
    '-o',
    'aria2-file',
    url,
  ];
  for (const afterMs of kills) {
    const child = spawn('aria2c', args, { stdio: 'ignore' });
    const gone = once(child, 'exit');
    await Promise.race([gone, sleep(afterMs)]);
    child.kill('SIGKILL');
    await gone;
  }
  await execute('aria2c', args).catch(() => undefined);
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  for (const name of [path, `${path}.aria2`]) await rm(name, { force: true });
  return hash.digest('hex') === sha256;
}

/** The strong ETag under which a file is served. */
export async function entityTag(url: string, certificatePath: string): Promise<string> {
  const { stdout } = await execute('curl', ['-sS', '--head', '--cacert', certificatePath, url]);
  const etag = /^etag: ("[^"]+")/im.exec(stdout)?.[1];
  if (etag === undefined) throw new Error('the server names no ETag');
  return etag;
}

/** A new recipient for age. */
export async function newRecipient(): Promise<string> {
  const { stdout } = await execute('age-keygen', []);
  const recipient = /public key: (age1\w+)/.exec(stdout)?.[1];
  if (recipient === undefined) throw new Error('age-keygen said no key');
  return recipient;
}
