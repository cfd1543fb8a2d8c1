import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeySet } from '../../../contract/api/licences.ts';
import { DeviceId, LectureId } from '../../../contract/domain/ids.ts';
import { createEd25519Verifier } from './ed25519-verifier.ts';

const pair = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const rawOf = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(-32);
const keySet = (kid: string, key: KeyObject): KeySet => ({
  keys: [{ kty: 'OKP', crv: 'Ed25519', x: rawOf(key).toString('base64url'), kid, alg: 'EdDSA', use: 'sig' }],
});
const keys = keySet('key-1', pair.publicKey);
const expected = { accountId: 'a-1', deviceId: DeviceId.parse('d-1'), lectureId: LectureId.parse('l-1') };
const claims = { sub: 'a-1', deviceId: 'd-1', lectureId: 'l-1', iat: 1000, nbf: 700, exp: 2000 };
const header = { alg: 'EdDSA', kid: 'key-1', typ: 'lectoroom-licence+jwt' };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function signed(head: unknown = header, body: unknown = claims, key: KeyObject = pair.privateKey): string {
  const text = `${encode(head)}.${encode(body)}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
function signedBytes(payload: Buffer): string {
  const text = `${encode(header)}.${payload.toString('base64url')}`;
  return `${text}.${sign(null, Buffer.from(text), pair.privateKey).toString('base64url')}`;
}
/** The textbook attack: the public key taken for an HMAC secret (RFC 8725 §2.1). */
function hmacSigned(): string {
  const text = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', rawOf(pair.publicKey)).update(text).digest('base64url')}`;
}
const partsOf = (licence: string) => licence.split('.') as [string, string, string];
function withPart(index: 0 | 1 | 2, change: (part: string) => string): string {
  const parts = partsOf(signed());
  parts[index] = change(parts[index]);
  return parts.join('.');
}
/** The same bytes in another text: a stray bit in the last character, which a lenient decoder forgives. */
function strayBit(part: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(part.slice(-1));
  return part.slice(0, -1) + alphabet.charAt(last + 1);
}

const verifier = createEd25519Verifier();
const kindOf = async (licence: string, change: Partial<typeof expected> = {}, set = keys) =>
  (await verifier.verify(licence, { ...expected, ...change }, set)).kind;

describe('a licence is checked', () => {
  it('D9: a genuine one says its claims; an unknown account is taken as it comes', async () => {
    expect(await verifier.verify(signed(), expected, keys)).toEqual({ kind: 'genuine', claims });
    expect((await verifier.verify(signed(), { ...expected, accountId: null }, keys)).kind).toBe('genuine');
  });

  it('D9: signed by a key that nobody published is not told from one whose key is not known yet', async () => {
    expect(await kindOf(signed({ ...header, kid: 'key-2' }))).toBe('unknown-key');
    expect(await kindOf(signed(), {}, { keys: [] })).toBe('unknown-key');
  });

  it.each<[string, () => string]>([
    ['without a signature (alg none)', () => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`],
    ['that says alg none and carries a signature', () => signed({ ...header, alg: 'none' })],
    ['of HS256 under the public key', hmacSigned],
    ['of another algorithm by name', () => signed({ ...header, alg: 'Ed25519' })],
    ['that is another type of token', () => signed({ ...header, typ: 'at+jwt' })],
    ['without a type', () => signed({ alg: 'EdDSA', kid: 'key-1' })],
    ['that brings its own key', () => signed({ ...header, jwk: keySet('key-1', stranger.publicKey).keys[0] })],
    ['with critical extensions', () => signed({ ...header, crit: ['exp'] })],
    ['of a stranger under a known key’s name', () => signed(header, claims, stranger.privateKey)],
    ['with a swapped payload', () => withPart(1, () => encode({ ...claims, exp: 9999 }))],
    ['with a swapped header', () => withPart(0, () => encode({ typ: header.typ, alg: 'EdDSA', kid: 'key-1' }))],
    ['with a part more', () => `${signed()}.${encode({})}`],
    ['with a part less', () => partsOf(signed()).slice(0, 2).join('.')],
    ['that is empty', () => ''],
    ['of dots', () => '..'],
    ['that is huge', () => signed({ ...header, kid: 'k'.repeat(5000) })],
    ['with padding', () => withPart(2, (part) => `${part}==`)],
    ['with a line break', () => `${signed()}\n`],
    ['in the other base64', () => withPart(2, (part) => `${part.slice(0, -1)}+`)],
    ['with stray bits in its signature', () => withPart(2, strayBit)],
    ['with a short signature', () => withPart(2, (part) => part.slice(0, 40))],
    ['whose payload is no JSON', () => signedBytes(Buffer.from('licence'))],
    ['whose payload is no UTF-8', () => signedBytes(Buffer.from([0x7b, 0xff, 0x7d]))],
    ['without an end', () => signed(header, { ...claims, exp: undefined })],
    ['with an end in words', () => signed(header, { ...claims, exp: '2000' })],
    ['that ends before it begins', () => signed(header, { ...claims, exp: 900 })],
    ['that counts only after it was issued', () => signed(header, { ...claims, nbf: 1500 })],
  ])('D9: one %s is refused', async (_name, licence) => {
    expect(await kindOf(licence())).toBe('forged');
  });

  it.each([
    ['account', { accountId: 'a-2' }],
    ['computer', { deviceId: DeviceId.parse('d-2') }],
    ['lecture', { lectureId: LectureId.parse('l-2') }],
  ])('D9: one of another %s is refused', async (_name, change) => {
    expect(await kindOf(signed(), change)).toBe('forged');
  });

  it('D9: a published key that is none opens nothing', async () => {
    const [key] = keys.keys;
    for (const x of ['', 'AA', '!!!!'])
      expect(await kindOf(signed(), {}, { keys: [{ ...key!, x }] })).toBe('unknown-key');
  });
});
