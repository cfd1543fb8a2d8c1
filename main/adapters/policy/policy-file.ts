import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { policyFileLimitBytes } from '../../policy-ports.ts';
import type { PolicySource } from '../../ports.ts';

/** Where the machine-wide policy file belongs; only administrators can write there. */
export function policyFileOf(input: {
  readonly platform: NodeJS.Platform;
  /** `%ProgramData%`; where it usually is when undefined or empty. Means nothing elsewhere than on Windows. */
  readonly programDataFolder: string | undefined;
}): string {
  switch (input.platform) {
    case 'win32':
      return win32.join(input.programDataFolder || String.raw`C:\ProgramData`, 'LECTOROOM', 'policy.json');
    case 'darwin':
      return posix.join('/Library/Application Support', 'LECTOROOM', 'policy.json');
    default:
      return posix.join('/etc', 'lectoroom', 'policy.json');
  }
}

/**
 * The files that may hold the policy; the first that is there counts, so that nobody gets round it with the environment, which a person
 * may set as they like: first the usual place, then what Windows' environment says, last `LECTOROOM_POLICY_FILE` for trials and tests.
 */
export function policyFilesOf(input: {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): readonly string[] {
  const { platform, environment } = input;
  const programDataFolder = environment['ProgramData'] ?? environment['PROGRAMDATA'];
  const trialFile = environment['LECTOROOM_POLICY_FILE'] ?? '';
  const machineWide = [undefined, programDataFolder].map((folder) =>
    policyFileOf({ platform, programDataFolder: folder }),
  );
  return [...new Set([...machineWide, ...(trialFile === '' ? [] : [trialFile])])];
}

/** Reads the first of the files that is there, a link's target too; never writes, never throws what the disk says. */
export async function readPolicyFile(paths: readonly string[]): Promise<PolicySource> {
  for (const path of paths) {
    const source = await readOne(path);
    if (source.kind !== 'absent') return source;
  }
  return { kind: 'absent' };
}

async function readOne(path: string): Promise<PolicySource> {
  let file: FileHandle | undefined;
  try {
    // Without O_NONBLOCK (not on Windows) a named pipe in the file's place would hold up the start for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!(await file.stat()).isFile()) return { kind: 'unreadable' };
    const bytes = await readAtMost(file, policyFileLimitBytes + 1);
    if (bytes.length > policyFileLimitBytes) return { kind: 'unreadable' };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return isMissing(error) && !(await isThere(path)) ? { kind: 'absent' } : { kind: 'unreadable' };
  } finally {
    await file?.close().catch(() => undefined);
  }
}

async function readAtMost(file: FileHandle, mostBytes: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(mostBytes);
  let length = 0;
  while (length < mostBytes) {
    const { bytesRead } = await file.read(buffer, length, mostBytes - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** A link that points nowhere is there: somebody meant a policy. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => !isMissing(error),
  );
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
