import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../contract/domain/settings.ts';
import { accountId, codeOf, valueOf } from './testing/sample-data.ts';
import { filesUnder, startLibrary, temporaryFolder } from './testing/test-bench.ts';

const chosen: Settings = { ...defaultSettings, language: 'ru', volume: 0.25, playbackRate: 1.5, captionsOn: false };

/** Changes `computer.db` behind the app's back. */
function changeFile(userDataFolder: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(userDataFolder, 'computer.db'));
  work(database);
  database.close();
}

describe('what belongs to the computer', () => {
  it('keeps settings across starts; before anything was chosen there are defaults', async () => {
    const userDataFolder = temporaryFolder();
    const first = startLibrary(userDataFolder);
    expect(await valueOf(first.computer.readSettings())).toEqual(defaultSettings);
    await valueOf(first.computer.writeSettings(chosen));
    await first.stop();
    expect(await valueOf(startLibrary(userDataFolder).computer.readSettings())).toEqual(chosen);
  });

  it('a setting that makes no sense has its default, the others stay, and a newer app keeps its own', async () => {
    const { computer, userDataFolder } = startLibrary();
    await valueOf(computer.writeSettings(chosen));
    changeFile(userDataFolder, (database) => {
      database.exec(`
        UPDATE settings SET value = '"klingon"' WHERE name = 'language';
        UPDATE settings SET value = 'not json' WHERE name = 'captionsOn';
        UPDATE settings SET value = '17' WHERE name = 'volume';
        INSERT INTO settings VALUES ('fromTheFuture', '1'), ('__proto__', '{}');
      `);
    });
    expect(await valueOf(computer.readSettings())).toEqual({ ...defaultSettings, playbackRate: 1.5 });
    await valueOf(computer.writeSettings(chosen));
    expect(await valueOf(computer.readSettings())).toEqual(chosen);
    changeFile(userDataFolder, (database) => {
      expect(database.prepare(`SELECT value FROM settings WHERE name = 'fromTheFuture'`).pluck().get()).toBe('1');
    });
  });

  it('D6: keeps where the downloads are and how far a move is; what makes no sense is the usual folder', async () => {
    const userDataFolder = temporaryFolder();
    const first = startLibrary(userDataFolder);
    expect(await valueOf(first.folderStore.read())).toEqual({ place: null, move: null });
    const place = { path: '/media/x/y', volume: '/media/x', id: 'a'.repeat(32), name: 'y', driveName: 'x' };
    await valueOf(first.folderStore.write({ place: null, move: { phase: 'copying', other: place } }));
    await valueOf(first.folderStore.write({ place, move: { phase: 'deleting', other: null } }));
    await first.stop();
    const again = startLibrary(userDataFolder);
    expect(await valueOf(again.folderStore.read())).toEqual({ place, move: { phase: 'deleting', other: null } });
    changeFile(userDataFolder, (database) =>
      database.exec(`UPDATE download_folder SET value = '{"place":{"path":""}}'`),
    );
    expect(await valueOf(again.folderStore.read())).toEqual({ place: null, move: null });
  });

  it('makes a device id once, and a new one only when it is of no use', async () => {
    const { computer, userDataFolder } = startLibrary();
    const id = await valueOf(computer.deviceId());
    expect(await valueOf(computer.deviceId())).toBe(id);
    expect(id).not.toBe(await valueOf(startLibrary().computer.deviceId()));
    changeFile(userDataFolder, (database) => database.exec(`UPDATE device SET id = '../../etc'`));
    const renewed = await valueOf(computer.deviceId());
    expect(renewed).toMatch(/^[a-f0-9-]{36}$/);
    expect(await valueOf(computer.deviceId())).toBe(renewed);
  });

  it('A6: knows accounts by opaque ids, last used first, each with a number and a colour of its own', async () => {
    const { computer } = startLibrary();
    expect(await valueOf(computer.accounts())).toEqual([]);
    await valueOf(computer.putAccount(accountId('a'), { remembered: true, lastUsedAtMs: 1 }));
    await valueOf(computer.putAccount(accountId('b'), { lastUsedAtMs: 2, erasesOnQuit: true }));
    await valueOf(computer.putAccount(accountId('a'), { remembered: false, lastUsedAtMs: 3, label: 'Аня' }));
    const first = { id: accountId('a'), number: 1, label: 'Аня', colour: 'green', erasesOnQuit: false };
    const second = { id: accountId('b'), number: 2, label: null, colour: 'blue', erasesOnQuit: true };
    expect(await valueOf(computer.accounts())).toEqual([
      { ...first, remembered: false, lastUsedAtMs: 3 },
      { ...second, remembered: false, lastUsedAtMs: 2 },
    ]);
  });

  it('A6: the number of an erased profile is given to nobody else, its colour may be', async () => {
    const { computer, accountRow } = startLibrary();
    for (const letter of ['a', 'b']) await valueOf(computer.putAccount(accountId(letter), {}));
    await valueOf(accountRow.erase(accountId('b')));
    expect(await valueOf(computer.putAccount(accountId('c'), {}))).toMatchObject({ number: 3, colour: 'blue' });
    expect(await valueOf(computer.putAccount(accountId('b'), {}))).toMatchObject({ number: 4, colour: 'violet' });
  });

  it('A9: keeps whose computer it is; what makes no sense counts as not asked', async () => {
    const { computer, userDataFolder } = startLibrary();
    const unasked = { use: null, idleMinutes: 'usual' };
    expect(await valueOf(computer.readChoice())).toEqual(unasked);
    await valueOf(computer.writeChoice({ use: 'shared', idleMinutes: null }));
    await valueOf(computer.writeChoice({ use: 'public', idleMinutes: 10 }));
    expect(await valueOf(computer.readChoice())).toEqual({ use: 'public', idleMinutes: 10 });
    for (const value of ['not json', '{"use":"mine"}', '{"use":"theirs","idleMinutes":1}', 'null']) {
      changeFile(userDataFolder, (database) => database.prepare('UPDATE choice SET value = ?').run(value));
      expect(await valueOf(computer.readChoice())).toEqual(unasked);
    }
  });

  it('A7: a forgotten account is in no byte of the file or its write-ahead log, while both are open', async () => {
    const { computer, accountRow, userDataFolder } = startLibrary();
    for (const letter of ['a', 'b']) {
      await valueOf(computer.putAccount(accountId(letter), { remembered: true, label: `label ${letter}` }));
    }
    const holds = (text: string) => [...filesUnder(userDataFolder).values()].some((bytes) => bytes.includes(text));
    expect([holds(accountId('a')), await valueOf(accountRow.remains(accountId('a')))]).toEqual([true, true]);
    await valueOf(accountRow.erase(accountId('a')));
    await valueOf(accountRow.erase(accountId('a')));
    expect([holds(accountId('a')), await valueOf(accountRow.remains(accountId('a')))]).toEqual([false, false]);
    expect(holds('label a')).toBe(false);
    expect([holds(accountId('b')), (await valueOf(computer.accounts())).length]).toEqual([true, 1]);
  });

  it('a damaged file is set aside, said in the log, and the accounts on disk are found again', async () => {
    const userDataFolder = temporaryFolder();
    mkdirSync(join(userDataFolder, 'accounts', accountId('a')), { recursive: true });
    mkdirSync(join(userDataFolder, 'accounts', 'not an account'));
    writeFileSync(join(userDataFolder, 'computer.db'), 'damaged beyond repair, and longer than a header');
    const { computer, log } = startLibrary(userDataFolder);
    expect(await valueOf(computer.accounts())).toMatchObject([
      { id: accountId('a'), number: 1, remembered: false, lastUsedAtMs: 0 },
    ]);
    expect(log.lines).toEqual([JSON.stringify({ event: 'library.computer-file-set-aside' })]);
    const aside = [...filesUnder(userDataFolder)].find(([name]) => name.startsWith('computer.db.damaged-'));
    expect(aside?.[1].toString()).toContain('damaged beyond repair');
  });

  it('a file of a newer app is refused and left as it is', async () => {
    const first = startLibrary();
    await valueOf(first.computer.writeSettings(chosen));
    await first.stop();
    changeFile(first.userDataFolder, (database) => database.pragma('user_version = 999'));
    const before = readFileSync(join(first.userDataFolder, 'computer.db'));
    const { computer } = startLibrary(first.userDataFolder);
    expect(await codeOf(computer.readSettings())).toBe('library-newer');
    expect(await codeOf(computer.deviceId())).toBe('library-newer');
    expect(readFileSync(join(first.userDataFolder, 'computer.db'))).toEqual(before);
  });
});
