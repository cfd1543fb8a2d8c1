import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { configure, ZipWriter } from '@zip.js/zip.js';
import { done, fail, ok, type Result } from '../../../../contract/result.ts';
import { codeOfWriteError } from '../../files/disk-codes.ts';
import type { ArchiveHandlers } from '../messages.ts';

type WriteHandlers = Pick<
  ArchiveHandlers,
  'write.open' | 'write.begin' | 'write.append' | 'write.finish' | 'write.abandon'
>;

/** A ZIP that is being written; every piece of it goes to the disk as it comes. */
interface OpenArchive {
  readonly path: string;
  readonly file: FileHandle;
  readonly zip: ZipWriter<unknown>;
  /** Of the whole file. */
  readonly digest: Hash;
  sizeBytes: number;
  entry: OpenEntry | null;
  readonly sums: string[];
}

interface OpenEntry {
  readonly name: string;
  readonly digest: Hash;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  /** Ends when all of it is in the file; fails when that cannot be. */
  readonly written: Promise<unknown>;
}

/** AES-256, the strongest of WinZip's (winzip.com/win/en/aes_tips.htm). */
const strongest = 3;

/** Makes what writes one archive. */
export function createArchiveWriting(): WriteHandlers {
  let archive: OpenArchive | null = null;

  async function endEntry({ entry, sums }: OpenArchive): Promise<void> {
    if (entry === null) return;
    await Promise.race([entry.writer.close(), entry.written]);
    await entry.written;
    sums.push(`${entry.digest.digest('hex')}  ${entry.name}\n`);
  }

  async function begin(into: OpenArchive, name: string): Promise<OpenEntry> {
    await endEntry(into);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const written = into.zip.add(name, readable);
    // It is heard of where it is waited for.
    written.catch(() => undefined);
    into.entry = { name, digest: createHash('sha256'), writer: writable.getWriter(), written };
    return into.entry;
  }

  async function append({ digest, writer, written }: OpenEntry, bytes: Uint8Array): Promise<void> {
    digest.update(bytes);
    // What cannot be written any more would never be taken.
    await Promise.race([writer.write(bytes), written]);
  }

  return {
    'write.open': ({ path, passphrase }) =>
      attempt(async () => {
        configure({ useWebWorkers: false });
        const file = await open(path, 'wx', 0o600);
        const digest = createHash('sha256');
        const sink = new WritableStream<Uint8Array>({
          async write(bytes) {
            digest.update(bytes);
            if (archive !== null) archive.sizeBytes += bytes.byteLength;
            await file.writeFile(bytes);
          },
        });
        const zip = new ZipWriter(sink, {
          keepOrder: true,
          ...(passphrase === null ? {} : { password: passphrase, encryptionStrength: strongest }),
        });
        archive = { path, file, zip, digest, sizeBytes: 0, entry: null, sums: [] };
        return null;
      }),
    'write.begin': (name) =>
      onOpen(archive, async (into) => {
        await begin(into, name);
        return null;
      }),
    'write.append': (bytes) =>
      onOpen(archive, async ({ entry }) => {
        if (entry !== null) await append(entry, bytes);
        return null;
      }),
    'write.finish': () =>
      onOpen(archive, async (into) => {
        await endEntry(into);
        const list = new TextEncoder().encode(into.sums.join(''));
        into.entry = null;
        await append(await begin(into, 'SHA256SUMS'), list);
        await endEntry(into);
        await into.zip.close();
        await into.file.sync();
        await into.file.close();
        return { sizeBytes: into.sizeBytes, sha256: into.digest.digest('hex') };
      }),
    async 'write.abandon'() {
      const left = archive;
      archive = null;
      await left?.file.close().catch(() => undefined);
      if (left !== null) await rm(left.path, { force: true }).catch(() => undefined);
      return done;
    },
  };
}

async function onOpen<T>(archive: OpenArchive | null, work: (open: OpenArchive) => Promise<T>): Promise<Result<T>> {
  return archive === null ? fail('disk-failed') : attempt(() => work(archive));
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(codeOfWriteError(error));
  }
}
