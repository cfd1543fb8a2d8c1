import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { LocalAccountId } from '../../../contract/domain/ids.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { AccountKeys, Keyring, KeyringOwner, WrappingSecrets } from '../../ports.ts';
import { deriveAccountKeys, deriveKey, keyBytes, newDataKey, passwordKey, scryptCost } from './key-derivation.ts';
import { keyringExists, readKeyring, writeKeyring } from './keyring-file.ts';
import type { KeyringFile } from './keyring-file.ts';
import { unwrap, wrap } from './wrap.ts';

const Owner = z.object({ name: z.string(), email: z.string() });

/** `keyring.json` in each account's folder: the data key under the password and under the device secret, nothing in clear. */
export function createFileKeyring(deps: {
  readonly accountsFolder: string;
  readonly cost?: typeof scryptCost;
}): Keyring {
  const cost = deps.cost ?? scryptCost;
  const pathOf = (id: LocalAccountId) => join(deps.accountsFolder, id, 'keyring.json');

  async function passwordWrap(dataKey: Uint8Array, password: string): Promise<KeyringFile['password']> {
    const salt = randomBytes(32);
    const underPassword = await passwordKey(password, salt, cost);
    return { ...wrap(dataKey, underPassword, 'password'), salt: salt.toString('base64'), cost: { ...cost } };
  }

  async function rebuild(
    id: LocalAccountId,
    dataKey: Uint8Array,
    secrets: WrappingSecrets,
    owner: KeyringOwner,
  ): Promise<Result<AccountKeys>> {
    const written = await writeKeyring(pathOf(id), {
      version: 1,
      password: await passwordWrap(dataKey, secrets.password),
      device: wrap(dataKey, await deriveKey(secrets.deviceSecret, 'device wrap'), 'device'),
      owner: await ownerWrap(dataKey, owner),
    });
    return written.ok ? ok(await deriveAccountKeys(dataKey)) : written;
  }

  /** Changes a part of a keyring that is there; the other wraps stay as they are. */
  async function renew(
    id: LocalAccountId,
    part: (file: KeyringFile) => Promise<Partial<KeyringFile>>,
  ): Promise<Result<null>> {
    const file = await readKeyring(pathOf(id));
    return file.ok ? writeKeyring(pathOf(id), { ...file.value, ...(await part(file.value)) }) : file;
  }

  return {
    exists: (id) => keyringExists(pathOf(id)),
    rebuild,
    async create(id, secrets, owner) {
      if (await keyringExists(pathOf(id))) return fail('keyring-damaged');
      return rebuild(id, newDataKey(), secrets, owner);
    },
    async open(id, secrets, owner) {
      const file = await readKeyring(pathOf(id));
      if (!file.ok) return file;
      const underDevice = await deriveKey(secrets.deviceSecret, 'device wrap');
      const byDevice = asKey(unwrap(file.value.device, underDevice, 'device'));
      const byPassword = await openPasswordWrap(file.value, secrets.password);
      const dataKey = byDevice ?? byPassword;
      if (dataKey === null) return fail('keyring-locked');
      const known = await ownerOf(file.value, dataKey);
      const sameOwner = known?.name === owner.name && known.email === owner.email;
      // A changed password or a new device secret: renew the wrap that no longer opens, so that both do from now on.
      if (byDevice === null || byPassword === null || !sameOwner) return rebuild(id, dataKey, secrets, owner);
      return ok(await deriveAccountKeys(dataKey));
    },
    async openWithPassword(id, password) {
      const file = await readKeyring(pathOf(id));
      if (!file.ok) return file;
      const dataKey = await openPasswordWrap(file.value, password);
      if (dataKey === null) return fail('keyring-locked');
      return ok({ keys: await deriveAccountKeys(dataKey), owner: await ownerOf(file.value, dataKey) });
    },
    fromDataKey: (dataKey) => deriveAccountKeys(dataKey),
    renewPassword: (id, dataKey, password) =>
      renew(id, async () => ({ password: await passwordWrap(dataKey, password) })),
    renewOwner: (id, dataKey, owner) => renew(id, async () => ({ owner: await ownerWrap(dataKey, owner) })),
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

async function ownerWrap(dataKey: Uint8Array, owner: KeyringOwner): Promise<KeyringFile['owner']> {
  return wrap(Buffer.from(JSON.stringify(owner), 'utf8'), await deriveKey(dataKey, 'owner'), 'owner');
}

async function ownerOf(file: KeyringFile, dataKey: Uint8Array): Promise<KeyringOwner | null> {
  if (file.owner === undefined) return null;
  const bytes = unwrap(file.owner, await deriveKey(dataKey, 'owner'), 'owner');
  if (bytes === null) return null;
  const owner = Owner.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return owner.success ? owner.data : null;
}
