import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { configure, ERR_ENCRYPTED, ERR_INVALID_PASSWORD, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { z } from 'zod';
import { exportFormat } from '../../../../contract/domain/export.ts';
import { importBounds, type ImportedRows } from '../../../../contract/domain/import.ts';
import { done, fail, ok, type Result } from '../../../../contract/result.ts';
import type { ArchiveFacts } from '../../../export-ports.ts';
import { codeOfReadError } from '../../files/disk-codes.ts';
import type { ArchiveHandlers } from '../messages.ts';
import { readerOf } from './file-reader.ts';
import { linesOf } from './read-lines.ts';
import { rowsOf } from './read-rows.ts';
import { unpack } from './unpack.ts';

type ReadHandlers = Pick<ArchiveHandlers, 'read.open' | 'read.check' | 'read.rewind' | 'read.next' | 'read.close'>;

const Head = z.object({
  format: z.literal(exportFormat.name),
  version: z.literal(exportFormat.version),
  exportedAt: z.iso.datetime().transform((text) => Date.parse(text)),
  account: z.object({ id: z.string().max(64).nullable(), email: z.string().max(320) }),
});

/** Why an archive is not one of ours, or not whole. */
class Unreadable extends Error {}

/** Makes what reads one archive. */
export function createArchiveReading(tellShare: (share: number) => void): ReadHandlers {
  let file: FileHandle | null = null;
  let entries: readonly FileEntry[] = [];
  let passphrase: string | null = null;
  let readBytes = 0;
  let rows: AsyncGenerator<ImportedRows> | null = null;

  const entryOf = (name: string): FileEntry => {
    const entry = entries.find(({ filename }) => filename === name);
    if (entry === undefined) throw new Unreadable();
    return entry;
  };

  /** Unpacks a file piece by piece, and never more of it than it said it has. */
  async function* piecesOf(entry: FileEntry): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const piece of unpack(entry, passphrase)) {
      bytes += piece.byteLength;
      readBytes += piece.byteLength;
      if (bytes > entry.uncompressedSize) throw new Unreadable();
      yield piece;
    }
  }

  async function digestOf(entry: FileEntry): Promise<string> {
    const digest = createHash('sha256');
    for await (const piece of piecesOf(entry)) digest.update(piece);
    return digest.digest('hex');
  }

  async function headOf(): Promise<ArchiveFacts> {
    const lines: string[] = [];
    for await (const line of linesOf(piecesOf(entryOf('data.json')))) {
      // The head is everything in front of the first table.
      if (line === '"library": {') break;
      lines.push(line);
      if (lines.length > 20) throw new Unreadable();
    }
    const { account, exportedAt } = Head.parse(JSON.parse(`${lines.join('').replace(/,$/u, '')}}`));
    return { accountId: account.id, email: account.email, madeAtMs: exportedAt };
  }

  async function checkDigests(): Promise<void> {
    const sums = new Map<string, string>();
    for await (const line of linesOf(piecesOf(entryOf('SHA256SUMS')))) {
      const [, digest, name] = /^([0-9a-f]{64}) {2}(\S.*)$/u.exec(line) ?? [];
      if (digest === undefined || name === undefined) throw new Unreadable();
      sums.set(name, digest);
    }
    const listed = entries.filter(({ filename }) => filename !== 'SHA256SUMS');
    if (listed.length !== sums.size) throw new Unreadable();
    const total = totalOf(listed);
    readBytes = 0;
    for (const entry of listed) {
      if ((await digestOf(entry)) !== sums.get(entry.filename)) throw new Unreadable();
      tellShare(total === 0 ? 1 : readBytes / total);
    }
  }

  return {
    'read.open': (path) =>
      attempt(async () => {
        configure({ useWebWorkers: false });
        file = await open(path, 'r');
        const reader = new ZipReader(await readerOf(file));
        const found: FileEntry[] = [];
        for await (const entry of reader.getEntriesGenerator()) {
          if (entry.directory || found.length >= importBounds.entries) throw new Unreadable();
          found.push(entry);
        }
        if (totalOf(found) > importBounds.inflatedBytes) throw new Unreadable();
        entries = found;
        return { encrypted: found.some(({ encrypted }) => encrypted) };
      }),
    'read.check': (given) =>
      attempt(async () => {
        passphrase = given;
        const facts = await headOf();
        await checkDigests();
        return facts;
      }),
    'read.rewind': () =>
      attempt(async () => {
        await rows?.return(undefined);
        readBytes = 0;
        rows = rowsOf(piecesOf(entryOf('data.json')));
        return null;
      }),
    'read.next': () =>
      attempt(async () => {
        const next = await rows?.next();
        if (next === undefined || next.done === true) return null;
        return { rows: next.value, share: Math.min(1, readBytes / Math.max(1, entryOf('data.json').uncompressedSize)) };
      }),
    async 'read.close'() {
      await file?.close().catch(() => undefined);
      file = null;
      return done;
    },
  };
}

function totalOf(entries: readonly FileEntry[]): number {
  return entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
}

/** What zip.js says when a passphrase is not the one, or is missing. */
const wrongPassphrase: readonly string[] = [ERR_INVALID_PASSWORD, ERR_ENCRYPTED];

async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Error && wrongPassphrase.includes(error.message)) return fail('passphrase-wrong');
    if (error instanceof Error && 'syscall' in error) return fail(codeOfReadError(error));
    return fail('export-unreadable');
  }
}
