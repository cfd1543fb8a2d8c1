import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { LectureId, LocalAccountId } from '../../contract/domain/ids.ts';
import { openLrmReader, plainRangeOfRun } from '../../main/adapters/files/lrm/index.ts';
import { createFileKeyring } from '../../main/adapters/keyring/file-keyring.ts';
import { createLibraryOn } from '../../main/adapters/library/create-library.ts';
import { inProcessStarter } from '../../main/adapters/library/testing/in-process.ts';
import type { AccountKeys, DownloadRow } from '../../main/ports.ts';
import { sampleAccounts } from '../../service/sample-accounts.ts';
import { createListLog } from '../fakes/silent-log.ts';
import { findPlaintext, textNeedles } from './find-plaintext.ts';
import type { KillSamples } from './kill-samples.ts';

/** A computer's folders. */
export interface Computer {
  readonly folder: string;
  readonly userDataFolder: string;
  readonly downloadFolder: string;
}

/** Bytes of the lecture, the end not included. */
export type ByteRun = ReturnType<typeof plainRangeOfRun>;

/** What is on a computer whose app is dead: plain bytes of the lecture that authenticate, wherever they lie, and what its row says. */
export interface Found {
  readonly heldBytes: number;
  readonly held: readonly ByteRun[];
  readonly isFinished: boolean;
  readonly row: DownloadRow | null;
}

const nothing = { heldBytes: 0, held: [], isFinished: false };

/** Looks at one computer from outside, after each kill; nothing of it is changed, the library is read in a copy. */
export function createKillWatch(computer: Computer, samples: KillSamples) {
  const accountsFolder = join(computer.userDataFolder, 'accounts');
  const keyring = createFileKeyring({ accountsFolder });
  let keys: AccountKeys | null = null;
  const [person] = sampleAccounts;
  const middle = Math.floor(samples.bytes.length / 2);
  const needles = {
    ...textNeedles('e-mail', person?.email ?? ''),
    ...textNeedles('lecture title', 'How seeking works, 1'),
    'lecture bytes (start)': samples.bytes.subarray(0, 32),
    'lecture bytes (middle)': samples.bytes.subarray(middle, middle + 32),
    'lecture bytes (end)': samples.bytes.subarray(-32),
  };

  async function accountKeys(id: LocalAccountId): Promise<AccountKeys | null> {
    if (keys !== null || !(await keyring.exists(id))) return keys;
    const opened = await keyring.openWithPassword(id, person?.password ?? '');
    keys = opened.ok ? opened.value.keys : null;
    return keys;
  }

  /** All of the lecture that authenticates: each byte of it must be right. */
  async function readLecture(id: LocalAccountId, mediaKey: Uint8Array): Promise<Omit<Found, 'row'>> {
    const folder = join(computer.downloadFolder, 'lectoroom', id);
    const names = (await readdir(folder).catch(() => [])).filter((name) => /\.lrm(?:\.part)?$/.test(name));
    const name = names.find((one) => one.endsWith('.lrm')) ?? names[0];
    if (name === undefined) return nothing;
    const isFinished = name.endsWith('.lrm');
    const opened = await openLrmReader({ path: join(folder, name), mediaKey, allowIncomplete: !isFinished });
    // Killed while the first bytes of the file were written: there is no header yet, and nothing was promised.
    if (!opened.ok) return { ...nothing, isFinished };
    const reader = opened.value;
    const scan = await reader.verify();
    if (!scan.ok) throw new Error(`the lecture after a kill: ${scan.fault}`);
    const held = scan.value.intact.map((run) => plainRangeOfRun(reader.info.layout, run));
    let heldBytes = 0;
    for (const { startByte, endByteExclusive } of held) {
      let at = startByte;
      for await (const piece of reader.readRange(startByte, endByteExclusive)) {
        if (!piece.ok) throw new Error(`a segment that was there is gone: ${piece.fault}`);
        expect(samples.bytes.subarray(at, at + piece.value.byteLength).equals(piece.value)).toBe(true);
        at += piece.value.byteLength;
      }
      heldBytes += endByteExclusive - startByte;
    }
    await reader.close();
    return { heldBytes, held, isFinished };
  }

  async function readRow(id: LocalAccountId, libraryKey: Uint8Array): Promise<DownloadRow | null> {
    const copy = join(computer.folder, 'copy');
    await rm(copy, { recursive: true, force: true });
    await mkdir(copy, { recursive: true });
    await cp(accountsFolder, join(copy, 'accounts'), { recursive: true });
    // In this thread: a worker would strip its types by a WebAssembly of its own, and a thousand of those end Node (nodejs/node#64500).
    const stores = createLibraryOn(inProcessStarter(copy), createListLog());
    try {
      const opened = await stores.library.open(id, libraryKey);
      if (!opened.ok) throw new Error(`the library after a kill: ${opened.error.code}`);
      const row = await stores.library.downloads.get(LectureId.parse(samples.lectureId));
      if (!row.ok) throw new Error(`the row after a kill: ${row.error.code}`);
      return row.value;
    } finally {
      await stores.stop();
    }
  }

  return {
    /** What is there now; fails when anything of it is wrong or in clear. */
    async look(): Promise<Found> {
      const folders = [computer.userDataFolder, computer.downloadFolder];
      for (const folder of folders) await mkdir(folder, { recursive: true });
      const { findings } = await findPlaintext(folders, needles);
      expect(findings).toEqual([]);
      const [name] = await readdir(accountsFolder).catch(() => []);
      const id = name === undefined ? null : LocalAccountId.parse(name);
      const opened = id === null ? null : await accountKeys(id);
      if (id === null || opened === null) return { ...nothing, row: null };
      return { ...(await readLecture(id, opened.mediaKey)), row: await readRow(id, opened.libraryKey) };
    },
  };
}
