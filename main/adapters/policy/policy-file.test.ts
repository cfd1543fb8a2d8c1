import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyFileOf, policyFilesOf, readPolicyFile } from './policy-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-policy-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const onUnix = process.platform !== 'win32';
const asRoot = process.getuid?.() === 0;

async function put(name: string, bytes: string | Uint8Array): Promise<string> {
  await writeFile(at(name), bytes);
  return at(name);
}

describe('where the policy file is', () => {
  it.each([
    ['win32', String.raw`D:\Data`, String.raw`D:\Data\LECTOROOM\policy.json`],
    ['win32', undefined, String.raw`C:\ProgramData\LECTOROOM\policy.json`],
    ['win32', '', String.raw`C:\ProgramData\LECTOROOM\policy.json`],
    ['darwin', undefined, '/Library/Application Support/LECTOROOM/policy.json'],
    ['linux', undefined, '/etc/lectoroom/policy.json'],
  ] as const)('A9: on %s with %s: %s', (platform, programDataFolder, path) => {
    expect(policyFileOf({ platform, programDataFolder })).toBe(path);
  });

  it('A9: what the environment names comes after the usual place', () => {
    const trial = { LECTOROOM_POLICY_FILE: '/tmp/trial.json' };
    expect(policyFilesOf({ platform: 'linux', environment: { ...trial, ProgramData: '/tmp' } })).toEqual([
      '/etc/lectoroom/policy.json',
      '/tmp/trial.json',
    ]);
    expect(policyFilesOf({ platform: 'darwin', environment: { LECTOROOM_POLICY_FILE: '' } })).toHaveLength(1);
    const usual = String.raw`C:\ProgramData\LECTOROOM\policy.json`;
    expect(policyFilesOf({ platform: 'win32', environment: { ...trial, ProgramData: String.raw`D:\Mine` } })).toEqual([
      usual,
      String.raw`D:\Mine\LECTOROOM\policy.json`,
      '/tmp/trial.json',
    ]);
    expect(policyFilesOf({ platform: 'win32', environment: { PROGRAMDATA: String.raw`C:\ProgramData` } })).toEqual([
      usual,
    ]);
  });
});

describe('reading it', () => {
  it('A9: absent without a file, without its folder, and where a folder should be a file is', async () => {
    const file = await put('file', 'x');
    expect(await readPolicyFile([])).toEqual({ kind: 'absent' });
    expect(await readPolicyFile([at('none.json'), at('none/policy.json'), join(file, 'policy.json')])).toEqual({
      kind: 'absent',
    });
  });

  it('A9: its text as it is, a byte order mark aside; up to 64 KiB', async () => {
    expect(await readPolicyFile([await put('a', '{"é":1}\r\n')])).toEqual({ kind: 'text', text: '{"é":1}\r\n' });
    expect(await readPolicyFile([await put('b', '\uFEFF{}')])).toEqual({ kind: 'text', text: '{}' });
    expect(await readPolicyFile([await put('c', '')])).toEqual({ kind: 'text', text: '' });
    const largest = ' '.repeat(64 * 1024);
    expect(await readPolicyFile([await put('d', largest)])).toEqual({ kind: 'text', text: largest });
    expect(await readPolicyFile([await put('e', `${largest} `)])).toEqual({ kind: 'unreadable' });
  });

  it('A9: unreadable are a folder and what is not UTF-8', async () => {
    await mkdir(at('policy.json'));
    expect(await readPolicyFile([at('policy.json')])).toEqual({ kind: 'unreadable' });
    const utf16 = Buffer.from('\uFEFF{"version":1}', 'utf16le');
    expect(await readPolicyFile([await put('utf16', utf16)])).toEqual({ kind: 'unreadable' });
  });

  it.runIf(onUnix)(
    'A9: a link is followed; one that points nowhere or to itself is unreadable, not absent',
    async () => {
      await symlink(await put('real', '{}'), at('link'));
      await symlink(at('none'), at('dangling'));
      await symlink(at('loop'), at('loop'));
      expect(await readPolicyFile([at('link')])).toEqual({ kind: 'text', text: '{}' });
      expect(await readPolicyFile([at('dangling')])).toEqual({ kind: 'unreadable' });
      expect(await readPolicyFile([at('loop')])).toEqual({ kind: 'unreadable' });
    },
  );

  it.runIf(onUnix)('A9: a named pipe and a device, endless or empty, are unreadable and hold nothing up', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(await readPolicyFile([at('pipe')])).toEqual({ kind: 'unreadable' });
    expect(await readPolicyFile(['/dev/zero'])).toEqual({ kind: 'unreadable' });
    expect(await readPolicyFile(['/dev/null'])).toEqual({ kind: 'unreadable' });
  });

  it('A9: a file that the system will not open, for whatever reason, is unreadable', async () => {
    expect(await readPolicyFile([at('n'.repeat(5000))])).toEqual({ kind: 'unreadable' });
    // Root may read every file, and Windows has no such bits.
    if (!onUnix || asRoot) return;
    await chmod(await put('secret', '{}'), 0);
    expect(await readPolicyFile([at('secret')])).toEqual({ kind: 'unreadable' });
  });

  it('A9: the first that is there counts, also when it is wrong: nobody gets round it with another', async () => {
    const machine = await put('machine', '{"version":1}');
    const trial = await put('trial', '{}');
    await mkdir(at('folder'));
    expect(await readPolicyFile([machine, trial])).toEqual({ kind: 'text', text: '{"version":1}' });
    expect(await readPolicyFile([at('folder'), trial])).toEqual({ kind: 'unreadable' });
    expect(await readPolicyFile([at('none'), trial])).toEqual({ kind: 'text', text: '{}' });
  });

  it('A9: reading makes nothing', async () => {
    await readPolicyFile([at('none/policy.json'), at('policy.json')]);
    expect(await readdir(folder)).toEqual([]);
  });
});
