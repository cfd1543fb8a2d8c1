import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { AppErrorCode, Result } from '../../../contract/result.ts';
import type { AccountKeys, Keyring, KeyringOwner, WrappingSecrets } from '../../ports.ts';
import { deriveAccountKeys, deriveKey, keyBytes, newDataKey, passwordKey, scryptCost } from './key-derivation.ts';
import { unwrap, wrap, Wrapped } from './wrap.ts';

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
const Owner = z.object({ name: z.string(), email: z.string() });
const KeyringFile = z.object({
  version: z.literal(1),
  password: PasswordWrap,
  device: Wrapped,
  owner: Wrapped.optional(),
});
type KeyringFile = z.infer<typeof KeyringFile>;

/** `keyring.json` in each account's folder: the data key under the password and under the device secret, nothing in clear. */
export function createFileKeyring(deps: {
  readonly accountsFolder: string;
  readonly cost?: typeof scryptCost;
}): Keyring {
  const cost = deps.cost ?? scryptCost;
  const pathOf = (id: LocalAccountId) => join(deps.accountsFolder, id, 'keyring.json');

  function exists(id: LocalAccountId): Promise<boolean> {
    return access(pathOf(id)).then(
      () => true,
      () => false,
    );
  }

  async function wraps(dataKey: Uint8Array, secrets: WrappingSecrets, owner: KeyringOwner): Promise<KeyringFile> {
    const salt = randomBytes(32);
    const underPassword = await passwordKey(secrets.password, salt, cost);
    const underDevice = await deriveKey(secrets.deviceSecret, 'device wrap');
    return {
      version: 1,
      password: { ...wrap(dataKey, underPassword, 'password'), salt: salt.toString('base64'), cost: { ...cost } },
      device: wrap(dataKey, underDevice, 'device'),
      owner: wrap(Buffer.from(JSON.stringify(owner), 'utf8'), await deriveKey(dataKey, 'owner'), 'owner'),
    };
  }

  async function read(id: LocalAccountId): Promise<Result<KeyringFile>> {
    let text: string;
    try {
      text = await readFile(pathOf(id), 'utf8');
    } catch (error) {
      return fail(codeOfFault(error));
    }
    try {
      return ok(KeyringFile.parse(JSON.parse(text)));
    } catch {
      return fail('keyring-damaged');
    }
  }

  async function store(
    id: LocalAccountId,
    dataKey: Uint8Array,
    secrets: WrappingSecrets,
    owner: KeyringOwner,
  ): Promise<Result<AccountKeys>> {
    try {
      await writeWhole(pathOf(id), `${JSON.stringify(await wraps(dataKey, secrets, owner), null, 2)}\n`);
      return ok(await deriveAccountKeys(dataKey));
    } catch (error) {
      return fail(codeOfFault(error));
    }
  }

  return {
    exists,
    async create(id, secrets, owner) {
      if (await exists(id)) return fail('keyring-damaged');
      return store(id, newDataKey(), secrets, owner);
    },
    async open(id, secrets, owner) {
      const file = await read(id);
      if (!file.ok) return file;
      const underDevice = await deriveKey(secrets.deviceSecret, 'device wrap');
      const byDevice = asKey(unwrap(file.value.device, underDevice, 'device'));
      const byPassword = await openPasswordWrap(file.value, secrets.password);
      const dataKey = byDevice ?? byPassword;
      if (dataKey === null) return fail('keyring-locked');
      const known = await ownerOf(file.value, dataKey);
      const sameOwner = known?.name === owner.name && known.email === owner.email;
      // A changed password or a new device secret: renew the wrap that no longer opens, so that both do from now on.
      if (byDevice === null || byPassword === null || !sameOwner) return store(id, dataKey, secrets, owner);
      return ok(await deriveAccountKeys(dataKey));
    },
    async openWithPassword(id, password) {
      const file = await read(id);
      if (!file.ok) return file;
      const dataKey = await openPasswordWrap(file.value, password);
      if (dataKey === null) return fail('keyring-locked');
      return ok({ keys: await deriveAccountKeys(dataKey), owner: await ownerOf(file.value, dataKey) });
    },
    fromDataKey: (dataKey) => deriveAccountKeys(dataKey),
  };
}

/** A data key is 32 bytes; anything else under a wrap is none. */
function asKey(bytes: Uint8Array | null): Uint8Array | null {
  return bytes?.length === keyBytes ? bytes : null;
}

async function openPasswordWrap(file: KeyringFile, password: string): Promise<Uint8Array | null> {
  const salt = Buffer.from(file.password.salt, 'base64');
  return asKey(unwrap(file.password, await passwordKey(password, salt, file.password.cost), 'password'));
}

async function ownerOf(file: KeyringFile, dataKey: Uint8Array): Promise<KeyringOwner | null> {
  if (file.owner === undefined) return null;
  const bytes = unwrap(file.owner, await deriveKey(dataKey, 'owner'), 'owner');
  if (bytes === null) return null;
  const owner = Owner.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return owner.success ? owner.data : null;
}

/** Writes so that after a crash the file is the old one or the new one, whole: temporary file, fsync, rename, fsync of the folder. */
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
