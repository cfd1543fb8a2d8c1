import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeySet, LicenceAnswer, LicenceClaims } from '../../contract/api/licences.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

async function licensed() {
  const service = await startTestService();
  const session = await service.signIn();
  const ask = (body: unknown) => service.ask('POST', '/v1/licences', { token: session.accessToken, body });
  return { ...service, session, ask };
}

function open(licence: string): { header: unknown; claims: LicenceClaims; signed: Buffer; signature: Buffer } {
  const [header = '', payload = '', signature = ''] = licence.split('.');
  const json = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const signed = Buffer.from(`${header}.${payload}`);
  return {
    header: json(header),
    claims: LicenceClaims.parse(json(payload)),
    signed,
    signature: Buffer.from(signature, 'base64url'),
  };
}

describe('a licence', () => {
  it('D9: is signed by a published Ed25519 key and bound to account, computer and lecture for 30 days', async () => {
    const { ask, session, origin, clock } = await licensed();
    const answer = await ask({ lectureId: 'first-one', deviceId: 'device-1' });
    expect(answer.status).toBe(201);
    const { header, claims, signed, signature } = open(LicenceAnswer.parse(await answer.json()).licence);
    const { keys } = KeySet.parse(await (await fetch(`${origin}/v1/keys`)).json());
    const [key] = keys;
    expect(header).toEqual({ alg: 'EdDSA', kid: key?.kid, typ: 'lectoroom-licence+jwt' });
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key?.x ?? '' }, format: 'jwk' });
    expect(verify(null, signed, publicKey, signature)).toBe(true);
    expect(verify(null, Buffer.concat([signed, Buffer.from('A')]), publicKey, signature)).toBe(false);
    const iat = clock.nowMs() / 1000;
    expect(claims).toEqual({
      sub: session.account.id,
      deviceId: 'device-1',
      lectureId: 'first-one',
      iat,
      nbf: iat - 300,
      exp: iat + 30 * 86_400,
    });
    const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${key?.x}"}`).digest('base64url');
    expect(key?.kid).toBe(thumbprint);
  });

  it('D9: is not given for another computer, an unknown lecture or to nobody', async () => {
    const { ask, origin } = await licensed();
    expect(await problemOf(await ask({ lectureId: 'first-one', deviceId: 'device-2' }))).toBe('not-allowed');
    expect(await problemOf(await ask({ lectureId: 'nothing', deviceId: 'device-1' }))).toBe('not-found');
    expect(await problemOf(await ask({ lectureId: '../x', deviceId: 'device-1' }))).toBe('bad-request');
    expect((await fetch(`${origin}/v1/licences`, { method: 'POST' })).status).toBe(401);
  });

  it('D9: the key stays the same over restarts and differs between services', async () => {
    const first = await licensed();
    const kid = async (origin: string) => KeySet.parse(await (await fetch(`${origin}/v1/keys`)).json()).keys[0]?.kid;
    const before = await kid(first.origin);
    await first.service.close();
    const again = await startTestService({ dataFolder: first.dataFolder, samplesFolder: first.samplesFolder });
    expect(await kid(again.origin)).toBe(before);
    expect(await kid((await startTestService()).origin)).not.toBe(before);
  });
});
