import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import { createAccountFiles } from './account-files.ts';
import { createEraseMarker } from './erase-marker.ts';
import { overwriteFile } from './overwrite-file.ts';
import { usualFolder } from '../../../tests/fakes/usual-folder.ts';

const [anna, ilya] = ['a', 'b'].map((letter) => LocalAccountId.parse(letter.repeat(32))) as [
  LocalAccountId,
  LocalAccountId,
];
const clock = createFakeClock(Date.parse('2026-11-23T10:00:00.000Z'));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-erase-'));
});
afterEach(() => rm(folder, { recursive: true }));

const userData = () => join(folder, 'user-data');
const files = () =>
  createAccountFiles({
    userDataFolder: userData(),
    downloadFolders: usualFolder(join(folder, 'downloads')),
    crashDumpsFolder: join(userData(), 'Crashpad'),
    clock,
  });

async function put(path: string, bytes: string | Buffer = 'something'): Promise<string> {
  const whole = join(folder, path);
  await mkdir(join(whole, '..'), { recursive: true });
  await writeFile(whole, bytes);
  return whole;
}

const everything = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

describe('the files of an account', () => {
  it('A7: the library with all beside it and what was set aside goes; what is of others and only looks alike stays', async () => {
    for (const name of ['library.db', 'library.db-wal', 'library.db-shm', 'library.db.new', 'sub/deeper/x'])
      await put(`user-data/accounts/${anna}/${name}`);
    await put(`user-data/accounts/${anna}.aside-1700000000000/library.db`);
    const others = [
      `user-data/accounts/${ilya}.aside-1/library.db`,
      `user-data/accounts/${ilya}/library.db`,
      `user-data/accounts/${anna.slice(1)}/library.db`,
      `user-data/accounts/${anna}f/library.db`,
      'user-data/computer.db',
    ];
    for (const name of others) await put(name);
    const { library } = files();
    expect(await library.remains(anna)).toEqual(ok(true));
    expect(await library.erase(anna)).toEqual(done);
    expect(await library.remains(anna)).toEqual(ok(false));
    expect(await everything()).toEqual(others.toSorted());
    expect(await library.erase(anna)).toEqual(done);
  });

  it('A7: lectures, finished, unfinished and set aside', async () => {
    for (const name of [`${anna}/x.lrm`, `${anna}/x.lrm.part`, `${anna}.aside-17/x.lrm`])
      await put(`downloads/lectoroom/${name}`);
    await put(`downloads/lectoroom/${ilya}/x.lrm`);
    await put('downloads/holiday.mp4');
    expect(await files().lectures.erase(anna)).toEqual(done);
    expect(await files().lectures.remains(anna)).toEqual(ok(false));
    expect(await everything()).toEqual(['downloads/holiday.mp4', `downloads/lectoroom/${ilya}/x.lrm`]);
  });

  it('A7 D6: lectures go from both folders of a move; on a drive that is away they count as left', async () => {
    await put(`downloads/lectoroom/${anna}/x.lrm`);
    await put(`drive/lectoroom/${anna}/x.lrm.move`);
    const marker = await put('drive/lectoroom/1.folder');
    const other = { folder: join(folder, 'drive'), marker };
    const { lectures } = createAccountFiles({
      userDataFolder: userData(),
      downloadFolders: () => ({ current: { folder: join(folder, 'downloads'), marker: null }, other }),
      crashDumpsFolder: null,
      clock,
    });
    expect(await lectures.erase(anna)).toEqual(done);
    expect(await lectures.remains(anna)).toEqual(ok(false));
    expect(await everything()).toEqual(['drive/lectoroom/1.folder']);
    await rm(marker);
    expect(await lectures.erase(anna)).toEqual(fail('drive-away'));
    expect(await lectures.remains(anna)).toEqual(ok(true));
  });

  it('A7: every keyring of the account goes, the half-written and the set aside too, and nothing else', async () => {
    for (const name of [
      `${anna}/keyring.json`,
      `${anna}/keyring.json.new`,
      `${anna}.aside-17/keyring.json`,
      `${anna}/library.db`,
      `${ilya}/keyring.json`,
    ])
      await put(`user-data/accounts/${name}`);
    expect(await files().keyring.remains(anna)).toEqual(ok(true));
    expect(await files().keyring.erase(anna)).toEqual(done);
    expect(await files().keyring.remains(anna)).toEqual(ok(false));
    expect(await everything()).toEqual([
      `user-data/accounts/${anna}/library.db`,
      `user-data/accounts/${ilya}/keyring.json`,
    ]);
  });

  it('A7: a keyring is overwritten in its place before its name goes: who has it open reads none of it', async () => {
    const text = JSON.stringify({ version: 1, device: { ciphertext: randomBytes(48).toString('base64') } });
    const path = await put(`user-data/accounts/${anna}/keyring.json`, text);
    const reader = await open(path, 'r');
    try {
      expect(await files().keyring.erase(anna)).toEqual(done);
      const bytes = Buffer.alloc(text.length);
      await reader.read(bytes, 0, text.length, 0);
      expect((await reader.stat()).size).toBe(text.length);
      expect(bytes.toString('latin1')).not.toContain('ciphertext');
      expect(bytes.filter((byte, index) => byte === text.charCodeAt(index)).length).toBeLessThan(text.length / 8);
    } finally {
      await reader.close();
    }
  });

  it('A7: a link is never followed: not by overwriting, not by deleting', async () => {
    const outside = await put('outside/precious', 'not ours');
    await mkdir(join(userData(), 'accounts', anna), { recursive: true });
    await symlink(outside, join(userData(), 'accounts', anna, 'keyring.json'));
    await symlink(join(folder, 'outside'), join(userData(), 'accounts', anna, 'album'));
    await link(outside, join(userData(), 'accounts', anna, 'keyring.json.new'));
    await overwriteFile(join(userData(), 'accounts', anna, 'keyring.json'));
    expect(await files().keyring.erase(anna)).toEqual(fail('disk-failed'));
    expect(await files().library.erase(anna)).toEqual(done);
    expect([await files().keyring.remains(anna), await files().library.remains(anna)]).toEqual([ok(false), ok(false)]);
    expect(await readFile(outside, 'utf8')).toBe('not ours');
  });

  it("A7: an account's folder that is a link is refused, and said to be left", async () => {
    await put('elsewhere/keyring.json', 'not ours');
    await put('elsewhere/x.lrm');
    await mkdir(join(userData(), 'accounts'), { recursive: true });
    await mkdir(join(folder, 'downloads/lectoroom'), { recursive: true });
    await symlink(join(folder, 'elsewhere'), join(userData(), 'accounts', anna));
    await symlink(join(folder, 'elsewhere'), join(folder, 'downloads/lectoroom', anna));
    const { keyring, library, lectures } = files();
    for (const place of [keyring, library, lectures]) {
      expect(await place.erase(anna)).toEqual(fail('disk-failed'));
      expect(await place.remains(anna)).toEqual(ok(true));
    }
    expect(await readFile(join(folder, 'elsewhere/keyring.json'), 'utf8')).toBe('not ours');
  });

  it.each(['', '..', '../..', '/', 'a', `${anna}/..`, `${anna}.aside-1`, anna.toUpperCase()])(
    'A7: what is no account id (%j) touches nothing',
    async (text) => {
      await put('user-data/accounts/keep');
      const { keyring, library, lectures } = files();
      for (const place of [keyring, library, lectures])
        await expect(place.erase(text as LocalAccountId)).rejects.toBeInstanceOf(RangeError);
      expect(await everything()).toEqual(['user-data/accounts/keep']);
    },
  );

  it('A7: damaged copies of computer.db go, since they may name the account; computer.db stays', async () => {
    for (const name of ['computer.db', 'computer.db-wal', 'computer.db.damaged-17', 'computer.db.damaged-17-wal'])
      await put(`user-data/${name}`);
    expect(await files().damagedComputerFiles.erase(anna)).toEqual(done);
    expect(await everything()).toEqual(['user-data/computer.db', 'user-data/computer.db-wal']);
  });
});

describe('logs and crash dumps', () => {
  const line = (time: string, msg: string) => `{"level":30,"time":"${time}","msg":"${msg}"}\n`;

  it('A7: the log is cut in its place, older logs and dumps go; what is written after it is no trace', async () => {
    const path = await put('user-data/logs/lectoroom.log', line('2026-11-23T09:59:59.000Z', 'before'));
    await put('user-data/logs/lectoroom.1.log');
    await put('user-data/Crashpad/completed/1.dmp');
    await put('user-data/Crashpad/settings.dat');
    const { logs } = files();
    const writer = await open(path, 'a');
    try {
      expect(await logs.remains(anna)).toEqual(ok(true));
      expect(await logs.erase(anna)).toEqual(done);
      await writer.write(line('2026-11-23T10:00:00.001Z', 'after'));
      expect(await logs.remains(anna)).toEqual(ok(false));
      expect(await readFile(path, 'utf8')).toBe(line('2026-11-23T10:00:00.001Z', 'after'));
    } finally {
      await writer.close();
    }
    expect(await everything()).toEqual(['user-data/Crashpad/settings.dat', 'user-data/logs/lectoroom.log']);
  });

  it.each([
    ['an older line', line('2026-11-23T09:59:59.999Z', 'x')],
    ['a line that is none', 'who knows'],
    ['a line without a sensible time', '{"time":"yesterday"}\n'],
  ])('A7: a log that begins with %s counts as left', async (_name, text) => {
    await put('user-data/logs/lectoroom.log');
    const { logs } = files();
    expect(await logs.erase(anna)).toEqual(done);
    await put('user-data/logs/lectoroom.log', text);
    expect(await logs.remains(anna)).toEqual(ok(true));
  });

  it('A7: no log and no folder: nothing to do, nothing left', async () => {
    expect(await files().logs.erase(anna)).toEqual(done);
    expect(await files().logs.remains(anna)).toEqual(ok(false));
  });
});

describe('the note of what is to be erased', () => {
  it('A7: keeps ids and nothing else, whole, and goes without a trace', async () => {
    const marker = createEraseMarker(userData());
    expect(await marker.read()).toEqual(ok([]));
    expect(await marker.write([anna])).toEqual(done);
    expect(await marker.write([anna, ilya])).toEqual(done);
    expect(await createEraseMarker(userData()).read()).toEqual(ok([anna, ilya]));
    expect(JSON.parse(await readFile(join(userData(), 'erase-pending.json'), 'utf8'))).toEqual({
      version: 1,
      accounts: [anna, ilya],
    });
    await put('user-data/erase-pending.json.new', 'half');
    expect(await marker.write([])).toEqual(done);
    expect(existsSync(userData()) && (await everything())).toEqual([]);
  });

  it.each(['', '{', '[]', '{"version":2,"accounts":[]}', '{"version":1,"accounts":["../../etc"]}'])(
    'A7: one that is damaged or planted (%j) is refused and left as it is',
    async (text) => {
      const path = await put('user-data/erase-pending.json', text);
      expect(await createEraseMarker(userData()).read()).toEqual(fail('disk-failed'));
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );
});
