import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalAccountId } from '../../../contract/domain/ids.ts';
import { createFileKeyring } from './file-keyring.ts';
import { localAccountId } from './local-account-id.ts';

// The real cost takes half a second a guess; the tests are about everything else.
const cost = { N: 2 ** 14, r: 8, p: 1 } as unknown as Parameters<typeof createFileKeyring>[0]['cost'] & object;
const id = LocalAccountId.parse('a'.repeat(32));
const owner = { name: 'Anna Keller', email: 'anna@sample.lectoroom' };
const secrets = () => ({ password: 'correct horse 7', deviceSecret: new Uint8Array(randomBytes(32)) });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyring-'));
});
afterEach(() => rm(folder, { recursive: true }));

const keyring = () => createFileKeyring({ accountsFolder: folder, cost });
const filePath = () => join(folder, id, 'keyring.json');

describe('keyring: the data key of an account on this computer', () => {
  it('A4: opens with the password when the device secret is another, and with the device secret when the password is another', async () => {
    const first = secrets();
    const made = await keyring().create(id, first, owner);
    if (!made.ok) throw new Error('not made');
    const { dataKey } = made.value;
    const byPassword = await keyring().open(id, { ...first, deviceSecret: new Uint8Array(32) }, owner);
    expect(byPassword).toMatchObject({ ok: true, value: { dataKey } });
    // That opening renewed the device wrap, so the new secret opens with a forgotten password.
    const byDevice = await keyring().open(
      id,
      { password: 'changed at the service', deviceSecret: new Uint8Array(32) },
      owner,
    );
    expect(byDevice).toMatchObject({ ok: true, value: { dataKey } });
    expect(await keyring().open(id, { password: 'correct horse 7', deviceSecret: first.deviceSecret }, owner)).toEqual({
      ok: false,
      error: { code: 'keyring-locked' },
    });
  });
  it('A3: keeps no password, no device secret and no key in clear', async () => {
    const given = secrets();
    const made = await keyring().create(id, given, owner);
    if (!made.ok) throw new Error('not made');
    const text = await readFile(filePath(), 'utf8');
    expect(text).not.toContain(given.password);
    for (const secret of [given.deviceSecret, made.value.dataKey, made.value.libraryKey, made.value.mediaKey]) {
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        expect(text).not.toContain(Buffer.from(secret).toString(encoding));
    }
  });
  it('A4: never overwrites an existing keyring, and keys differ by purpose', async () => {
    const made = await keyring().create(id, secrets(), owner);
    if (!made.ok) throw new Error('not made');
    const { dataKey, libraryKey, mediaKey } = made.value;
    expect(new Set([dataKey, libraryKey, mediaKey].map((key) => Buffer.from(key).toString('hex'))).size).toBe(3);
    const before = await readFile(filePath(), 'utf8');
    expect(await keyring().create(id, secrets(), owner)).toMatchObject({ ok: false });
    expect(await readFile(filePath(), 'utf8')).toBe(before);
  });
  it.each([
    ['empty', ''],
    ['cut', '{"version":1,"password":{"nonce"'],
    ['another thing', '[]'],
    [
      'a cost that would eat all memory',
      '{"version":1,"password":{"nonce":"","ciphertext":"","salt":"","cost":{"N":1073741824,"r":8,"p":1}},"device":{"nonce":"","ciphertext":""}}',
    ],
  ])('A4: a damaged keyring.json (%s) is said to be damaged and left as it is', async (_name, text) => {
    await keyring().create(id, secrets(), owner);
    await writeFile(filePath(), text);
    expect(await keyring().open(id, secrets(), owner)).toEqual({ ok: false, error: { code: 'keyring-damaged' } });
    expect(await readFile(filePath(), 'utf8')).toBe(text);
  });
  it('A4: any changed letter of a wrap is noticed', async () => {
    const given = secrets();
    await keyring().create(id, given, owner);
    const file = JSON.parse(await readFile(filePath(), 'utf8')) as Record<
      'password' | 'device',
      { ciphertext: string }
    >;
    for (const wrap of [file.password, file.device]) {
      const bytes = Buffer.from(wrap.ciphertext, 'base64');
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      wrap.ciphertext = bytes.toString('base64');
    }
    await writeFile(filePath(), JSON.stringify(file));
    expect(await keyring().open(id, given, owner)).toEqual({ ok: false, error: { code: 'keyring-locked' } });
  });
  it('A10: a changed password opens from then on and the old one no longer; the device wrap and the owner stay', async () => {
    const given = secrets();
    const made = await keyring().create(id, given, owner);
    if (!made.ok) throw new Error('not made');
    const { dataKey } = made.value;
    expect(await keyring().renewPassword(id, dataKey, 'another horse 8')).toMatchObject({ ok: true });
    expect(await keyring().openWithPassword(id, given.password)).toMatchObject({ error: { code: 'keyring-locked' } });
    expect(await keyring().openWithPassword(id, 'another horse 8')).toMatchObject({
      value: { keys: { dataKey }, owner },
    });
    const changed = { name: 'Anna K.', email: 'anna.k@example.org' };
    expect(await keyring().renewOwner(id, dataKey, changed)).toMatchObject({ ok: true });
    expect(await keyring().openWithPassword(id, 'another horse 8')).toMatchObject({ value: { owner: changed } });
    const byDevice = await keyring().open(id, { password: 'forgotten', deviceSecret: given.deviceSecret }, changed);
    expect(byDevice).toMatchObject({ ok: true, value: { dataKey } });
  });
  it('A4: a data key that was had from elsewhere makes a new keyring in place of a damaged one', async () => {
    const made = await keyring().create(id, secrets(), owner);
    if (!made.ok) throw new Error('not made');
    await writeFile(filePath(), 'damaged');
    const { dataKey } = made.value;
    expect(await keyring().renewPassword(id, dataKey, 'x')).toEqual({ ok: false, error: { code: 'keyring-damaged' } });
    const given = secrets();
    expect(await keyring().rebuild(id, dataKey, given, owner)).toMatchObject({ ok: true, value: { dataKey } });
    expect(await keyring().openWithPassword(id, given.password)).toMatchObject({ ok: true, value: { owner } });
  });
  it('A6: the folder name of an account says nothing and differs by computer', () => {
    expect(localAccountId('device-1', 'account-1')).toMatch(/^[a-f0-9]{32}$/);
    expect(localAccountId('device-1', 'account-1')).toBe(localAccountId('device-1', 'account-1'));
    expect(localAccountId('device-1', 'account-1')).not.toBe(localAccountId('device-2', 'account-1'));
  });
});
