import { randomBytes } from 'node:crypto';
import { access, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOfSyncFailure } from '../disk-codes.ts';
import { createLrmFile, openLrmReader, openLrmWriter, syncFolder } from './index.ts';
import { holdOpen } from './open-lrm.ts';
import { errnoOf, failFromSystem } from './outcome.ts';
import { openFileOnDisk, type OpenFile, type RandomAccessFile } from './random-access-file.ts';
import { faultOf, makeLrm, makeWorkFolder, pieceOf, readAll, twentySegments, valueOf } from './testing/lrm-fixtures.ts';

const mediaKey = new Uint8Array(randomBytes(32));
const { plaintext, segmentSizeBytes } = twentySegments;
let work: Awaited<ReturnType<typeof makeWorkFolder>>;
beforeAll(async () => {
  work = await makeWorkFolder();
});
afterAll(() => work.remove());

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: '/home/someone/secret.lrm'`), { code, syscall: 'write' });
}

/** A real file on which some operations fail. */
function failing(faults: (file: RandomAccessFile) => Partial<RandomAccessFile>): OpenFile {
  return async (path, mode) => {
    const file = await openFileOnDisk(path, mode);
    return { ...file, ...faults(file) };
  };
}

function newFile(openFile: OpenFile, path = work.newPath()) {
  const plainSizeBytes = plaintext.byteLength;
  return { path, mediaId: 'asset-1', mediaKey, plainSizeBytes, segmentSizeBytes, openFile };
}

describe('a failing disk', () => {
  it('D7 D4: full while the header is written: said so, and nothing is left behind', async () => {
    const options = newFile(failing(() => ({ writeAt: () => Promise.reject(systemError('ENOSPC')) })));
    expect(await createLrmFile(options)).toEqual({ ok: false, fault: 'no-space', errno: 'ENOSPC' });
    await expect(access(options.path)).rejects.toThrow('ENOENT');
  });

  it('D7 D4: full in the middle of a segment: the segment can be written again, and is then whole', async () => {
    let isFull = false;
    const openFile = failing((file) => ({
      writeAt: async (source, position) => {
        if (!isFull) return file.writeAt(source, position);
        await file.writeAt(source.subarray(0, 10), position);
        throw systemError('ENOSPC');
      },
    }));
    const options = newFile(openFile);
    const writer = valueOf(await createLrmFile(options));
    isFull = true;
    const outcome = await writer.writeSegment(0, pieceOf(writer, plaintext, 0));
    expect(outcome).toEqual({ ok: false, fault: 'no-space', errno: 'ENOSPC', segment: 0 });
    isFull = false;
    for (let segment = 0; segment < 20; segment += 1) {
      valueOf(await writer.writeSegment(segment, pieceOf(writer, plaintext, segment)));
    }
    await writer.close();
    const reader = valueOf(await openLrmReader({ path: options.path, mediaKey }));
    expect(valueOf(await reader.verify()).intactCount).toBe(20);
    await reader.close();
  });

  it('D4: a write that failed may still have arrived: other content is refused all the same', async () => {
    let isFailing = true;
    const openFile = failing((file) => ({
      writeAt: async (source, position) => {
        await file.writeAt(source, position);
        if (isFailing && position >= 212) throw systemError('EIO');
      },
    }));
    const writer = valueOf(await createLrmFile(newFile(openFile)));
    expect(faultOf(await writer.writeSegment(0, pieceOf(writer, plaintext, 0)))).toBe('io-error');
    isFailing = false;
    expect(faultOf(await writer.writeSegment(0, new Uint8Array(16)))).toBe('different-content');
    expect(await writer.writeSegment(0, pieceOf(writer, plaintext, 0))).toEqual({ ok: true, value: 'already-there' });
    await writer.close();
  });

  it('D4: a file that is refused, or opened with a key of the wrong length, does not stay open', async () => {
    const path = work.newPath();
    await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes });
    let open = 0;
    const openFile: OpenFile = async (name, mode) => {
      const file = await openFileOnDisk(name, mode);
      open += 1;
      const close = () => {
        open -= 1;
        return file.close();
      };
      return { ...file, close };
    };
    expect(faultOf(await openLrmReader({ path, mediaKey: randomBytes(32), openFile }))).toBe('wrong-key');
    await expect(openLrmWriter({ path, mediaKey: randomBytes(31), openFile })).rejects.toThrow(RangeError);
    expect(open).toBe(0);
  });

  it('D3 D4: a failed fsync closes the writer and is never tried again', async () => {
    let syncs = 0;
    let closes = 0;
    const openFile = failing((file) => ({
      sync: () => {
        syncs += 1;
        return Promise.reject(systemError('EIO'));
      },
      close: () => {
        closes += 1;
        return file.close();
      },
    }));
    const writer = valueOf(await createLrmFile(newFile(openFile)));
    valueOf(await writer.writeSegment(0, pieceOf(writer, plaintext, 0)));
    expect(await writer.sync()).toEqual({ ok: false, fault: 'sync-failed', errno: 'EIO' });
    expect(faultOf(await writer.sync())).toBe('closed');
    expect(faultOf(await writer.writeSegment(1, pieceOf(writer, plaintext, 1)))).toBe('closed');
    expect(faultOf(await writer.scanIntact())).toBe('closed');
    expect(faultOf(await writer.close())).toBe('ok');
    expect([syncs, closes]).toEqual([1, 1]);
  });

  it.each(['ENOSPC', 'EDQUOT'] as const)(
    'D7: %s that only fsync finds out is a full disk, and closes the writer all the same',
    async (errno) => {
      const openFile = failing(() => ({ sync: () => Promise.reject(systemError(errno)) }));
      const writer = valueOf(await createLrmFile(newFile(openFile)));
      valueOf(await writer.writeSegment(0, pieceOf(writer, plaintext, 0)));
      const synced = await writer.sync();
      expect(synced.ok ? null : codeOfSyncFailure(synced)).toBe('disk-full');
      expect(faultOf(await writer.sync())).toBe('closed');
    },
  );

  it('D8 C8: a bad sector costs only the segment on it, and the segment can be written anew', async () => {
    const path = work.newPath();
    await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes });
    const badByte = 212 + 7 * 32 + 5;
    const openFile = failing((file) => ({
      readAt: async (target, position) => {
        const isBad = position <= badByte && badByte < position + target.byteLength;
        return isBad ? Promise.reject(systemError('EIO')) : file.readAt(target, position);
      },
    }));
    const reader = valueOf(await openLrmReader({ path, mediaKey, openFile }));
    const missing = [{ first: 7, endExclusive: 8 }];
    expect(valueOf(await reader.verify())).toMatchObject({ missing, intactCount: 19, unreadableCount: 1 });
    expect(await reader.read(7)).toEqual({ ok: false, fault: 'io-error', errno: 'EIO', segment: 7 });
    expect(faultOf(await readAll(reader.readRange(0, 7 * 16)))).toBe('ok');
    await reader.close();
    const writer = valueOf(await openLrmWriter({ path, mediaKey, openFile }));
    expect(await writer.writeSegment(7, pieceOf(writer, plaintext, 7))).toEqual({ ok: true, value: 'written' });
    await writer.close();
  });

  it('D4: an unplugged drive in the middle of a scan ends the scan, it does not condemn the file', async () => {
    const path = work.newPath();
    await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes });
    const unplugged = { readAt: () => Promise.reject(systemError('EACCES')) };
    const openFile = failing((file) => {
      let reads = 0;
      return {
        readAt: (target, position) => ((reads += 1) === 1 ? file.readAt(target, position) : unplugged.readAt()),
      };
    });
    const reader = valueOf(await openLrmReader({ path, mediaKey, openFile }));
    expect(await reader.verify()).toEqual({ ok: false, fault: 'no-access', errno: 'EACCES', segment: 0 });
    await reader.close();
  });

  it('D4: after close nothing can be read, reads under way end so, and the key is gone from memory', async () => {
    const path = work.newPath();
    await makeLrm({ path, mediaKey, plaintext, segmentSizeBytes });
    const reader = valueOf(await openLrmReader({ path, mediaKey }));
    const range = reader.readRange(0, plaintext.byteLength)[Symbol.asyncIterator]();
    expect((await range.next()).value).toMatchObject({ ok: true });
    const [reading, verifying, closing] = [reader.read(4), reader.verify(), reader.close()];
    expect([faultOf(await reading), faultOf(await verifying), faultOf(await closing)]).toEqual([
      'closed',
      'closed',
      'ok',
    ]);
    expect((await range.next()).value).toMatchObject({ ok: false, fault: 'closed' });
    expect((await range.next()).done).toBe(true);
    expect(faultOf(await reader.read(0))).toBe('closed');
    expect(faultOf(await reader.close())).toBe('ok');

    const secrets = { fileKey: new Uint8Array(32).fill(9), noncePrefix: new Uint8Array(7) };
    const file = await openFileOnDisk(path, 'read');
    await holdOpen(file, reader.info, secrets).close();
    expect(secrets.fileKey).toEqual(new Uint8Array(32));
  });

  it('D4: a segment being written while the writer closes is either whole on the disk or refused', async () => {
    const options = newFile(openFileOnDisk);
    const made = valueOf(await createLrmFile(options));
    await made.close();
    const writer = valueOf(await openLrmWriter(options));
    const writing = Array.from({ length: 20 }, (_, n) => writer.writeSegment(n, pieceOf(writer, plaintext, n)));
    const closing = writer.close();
    for (const outcome of await Promise.all(writing)) expect(['ok', 'closed']).toContain(faultOf(outcome));
    expect(faultOf(await closing)).toBe('ok');
  });

  it('D4: no path, id or key is in a failure; what is no error of the system is thrown on', () => {
    expect(failFromSystem(systemError('EFBIG'))).toEqual({ ok: false, fault: 'io-error', errno: 'EFBIG' });
    for (const [errno, fault] of [
      ['EROFS', 'no-access'],
      ['EDQUOT', 'no-space'],
      ['ENOTDIR', 'missing-file'],
      ['EBADF', 'closed'],
    ] as const) {
      expect(failFromSystem(systemError(errno), 3)).toEqual({ ok: false, fault, errno, segment: 3 });
    }
    expect(() => failFromSystem(new TypeError('a bug'))).toThrow('a bug');
    expect(errnoOf('text')).toBeUndefined();
  });

  it('D3: a folder is synced, a missing one said so, Windows needs nothing', async () => {
    expect(faultOf(await syncFolder(work.folder))).toBe('ok');
    const missing = work.newPath();
    expect(faultOf(await syncFolder(missing))).toBe('missing-file');
    expect(faultOf(await syncFolder(missing, 'win32'))).toBe('ok');
    await writeFile(missing, '');
  });
});
