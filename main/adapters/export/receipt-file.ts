import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { ReceiptDocument } from '../../../contract/domain/erase-plan.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { PrintPage, SaveReceipt } from '../../erase-plan-ports.ts';
import { codeOfWriteError } from '../files/disk-codes.ts';

/** Saves receipts: what the chosen name ends in decides whether it is a page or a document. */
export function createSaveReceipt(deps: {
  /** Asks for a file by the system's dialog; null when the person thought better of it. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly pageOf: (document: ReceiptDocument) => string;
  readonly print: PrintPage;
}): SaveReceipt {
  return async ({ document, fileName, format }) => {
    const path = await deps.chooseFile(`${fileName}.${format}`);
    if (path === null) return ok(false);
    const page = deps.pageOf(document);
    const bytes = extname(path).toLowerCase() === '.pdf' ? await deps.print(page) : ok(Buffer.from(page));
    if (!bytes.ok) return bytes;
    const written = await write(path, bytes.value);
    return written.ok ? ok(true) : written;
  };
}

/** A new file beside the place takes that place when it is whole. */
async function write(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const unfinished = join(dirname(path), `.lectoroom-${randomUUID()}`);
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return ok(null);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return fail(codeOfWriteError(error));
  }
}
