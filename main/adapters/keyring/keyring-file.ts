import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { done, fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import { Wrapped } from './wrap.ts';

const PasswordWrap = Wrapped.extend({
  salt: z.base64(),
  // Bounds, so that a planted file cannot ask for all memory or for a cost of nothing.
  cost: z.object({
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 20),
    r: z.int().min(8).max(16),
    p: z.int().min(1).max(4),
  }),
});

const KeyringFile = z.object({
  version: z.literal(1),
  password: PasswordWrap,
  device: Wrapped,
  owner: Wrapped.optional(),
});
/** What `keyring.json` holds: the data key under the password and under the device secret, the owner under the data key. */
export type KeyringFile = z.infer<typeof KeyringFile>;

/** Whether there is a keyring. */
export function keyringExists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Reads a keyring; `keyring-damaged` when it is none. */
export async function readKeyring(path: string): Promise<Result<KeyringFile>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return fail(codeOfFault(error));
  }
  try {
    return ok(KeyringFile.parse(JSON.parse(text)));
  } catch {
    return fail('keyring-damaged');
  }
}

/** Writes so that after a crash the file is the old one or the new one, whole: temporary file, fsync, rename, fsync of the folder. */
export async function writeKeyring(path: string, keyring: KeyringFile): Promise<Result<null>> {
  try {
    await writeWhole(path, `${JSON.stringify(keyring, null, 2)}\n`);
    return done;
  } catch (error) {
    return fail(codeOfFault(error));
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOfFault(error: unknown): AppErrorCode {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'keyring-damaged';
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'folder-read-only';
  return code === 'ENOSPC' ? 'disk-full' : 'disk-failed';
}
