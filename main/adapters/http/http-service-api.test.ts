import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { AssetLocation } from '../../../contract/api/assets.ts';
import { AssetId, DeviceId, LectureId } from '../../../contract/domain/ids.ts';
import { createHttpServiceApi } from './http-service-api.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

async function serviceThat(answer: Answer) {
  const listening = createServer((request, response) => answer(request, response, origin));
  server = listening;
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return { origin, api: createHttpServiceApi({ origin: () => Promise.resolve(origin), fetch, timeoutMs: 500 }) };
}

const json = (response: ServerResponse, status: number, body: string, type = 'application/json') =>
  response.writeHead(status, { 'content-type': type }).end(body);
const problem = (kind: string) => JSON.stringify({ type: `urn:lectoroom:problem:${kind}`, title: kind, status: 400 });
const refresh = { refreshToken: 'r'.repeat(40) };
const tokens = {
  sessionId: 'session-1',
  accessToken: 'a'.repeat(43),
  accessTokenExpiresAt: '2026-01-01T00:00:00.000Z',
  refreshToken: 'b'.repeat(43),
  deviceSecret: 'c'.repeat(43),
};

describe('A5: what the service answers, and what it means', () => {
  it.each<[string, string, Answer]>([
    [
      '401 with a wrong password',
      'wrong-credentials',
      (_q, r) => json(r, 401, problem('wrong-credentials'), 'application/problem+json'),
    ],
    [
      '401 with an ended session',
      'session-ended',
      (_q, r) => json(r, 401, problem('session-ended'), 'application/problem+json'),
    ],
    ['401 without a word', 'session-ended', (_q, r) => r.writeHead(401).end()],
    ['403', 'not-allowed', (_q, r) => r.writeHead(403).end()],
    ['404', 'not-found', (_q, r) => r.writeHead(404).end()],
    ['500', 'service-failed', (_q, r) => r.writeHead(500).end('<html>oh</html>')],
    [
      'a hotel login page with 200',
      'service-nonsense',
      (_q, r) => json(r, 200, '<html>Welcome to our hotel</html>', 'text/html'),
    ],
    ['cut JSON', 'service-nonsense', (_q, r) => json(r, 200, '{"sessionId":"sess')],
    ['JSON of wrong types', 'service-nonsense', (_q, r) => json(r, 200, JSON.stringify({ ...tokens, accessToken: 7 }))],
    [
      'JSON that is not UTF-8',
      'service-nonsense',
      (_q, r) => void r.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0x22])),
    ],
    ['a redirect', 'service-nonsense', (_q, r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['a connection that is cut', 'service-unreachable', (_q, r) => r.destroy()],
    ['no answer at all', 'service-unreachable', () => undefined],
  ])('A5: %s → %s', async (_name, code, answer) => {
    const { api } = await serviceThat(answer);
    expect(await api.refresh(refresh)).toMatchObject({ ok: false, error: { code } });
  });
  it('A5: nobody listening → service-unreachable', async () => {
    const api = createHttpServiceApi({ origin: () => Promise.resolve('http://127.0.0.1:9'), fetch });
    expect(await api.refresh(refresh)).toEqual({ ok: false, error: { code: 'service-unreachable' } });
  });
  it('A5: no embedded service → service-unreachable', async () => {
    const api = createHttpServiceApi({ origin: () => Promise.resolve(null), fetch });
    expect(await api.probe()).toEqual({ ok: false, error: { code: 'service-unreachable' } });
  });
  it('A1: too many attempts say when to come back', async () => {
    const { api } = await serviceThat((_q, r) =>
      r
        .writeHead(429, { 'retry-after': '120', 'content-type': 'application/problem+json' })
        .end(problem('too-many-attempts')),
    );
    expect(await api.refresh(refresh)).toEqual({
      ok: false,
      error: { code: 'too-many-attempts', retryAfterMs: 120_000 },
    });
  });
  it('A12: a right answer is taken, an unknown field is ignored', async () => {
    const { api } = await serviceThat((_q, r) => json(r, 200, JSON.stringify({ ...tokens, extra: 1 })));
    expect(await api.refresh(refresh)).toEqual({ ok: true, value: tokens });
  });
});

describe('D10: small files', () => {
  const bytes = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nhello');
  const locationAt = (origin: string, sha256 = createHash('sha256').update(bytes).digest('hex')): AssetLocation => ({
    id: AssetId.parse('caption-1'),
    url: `${origin}/v1/media/caption-1`,
    expiresAt: '2099-01-01T00:00:00.000Z',
    mediaType: 'text/vtt',
    sizeBytes: bytes.length,
    etag: '"one"',
    sha256,
  });
  const wanted = new AbortController().signal;
  const serve: Answer = (_q, r) => void r.writeHead(200, { etag: '"one"', 'content-length': bytes.length }).end(bytes);

  it('D10: is taken when its digest is right', async () => {
    const { api, origin } = await serviceThat(serve);
    const fetched = await api.fetchAsset(locationAt(origin), wanted);
    expect(fetched.ok && Buffer.from(fetched.value).equals(bytes)).toBe(true);
  });
  it('D10: a wrong digest, another version and a short body are refused', async () => {
    const { api, origin } = await serviceThat(serve);
    expect(await api.fetchAsset(locationAt(origin, 'f'.repeat(64)), wanted)).toMatchObject({
      error: { code: 'digest-mismatch' },
    });
    expect(await api.fetchAsset({ ...locationAt(origin), etag: '"two"' }, wanted)).toMatchObject({
      error: { code: 'changed-at-service' },
    });
    expect(await api.fetchAsset({ ...locationAt(origin), sizeBytes: 999 }, wanted)).toMatchObject({ ok: false });
  });
  it('D3 D10: a line that breaks in the middle is no answer, not a defect', async () => {
    const { api, origin } = await serviceThat((request, response) => {
      response.writeHead(200, { etag: '"one"', 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, 1), () => request.socket.destroySoon());
    });
    expect(await api.fetchAsset(locationAt(origin), wanted)).toEqual({
      ok: false,
      error: { code: 'service-unreachable' },
    });
  });
  it.each<[string, Answer]>([
    ['is never answered', () => undefined],
    ['stops in the middle', (_q, r) => void r.writeHead(200, { etag: '"one"' }).write(bytes.subarray(0, 1))],
  ])('D3 D10: a file that %s is no answer: nobody called it off', async (_name, answer) => {
    const { api, origin } = await serviceThat(answer);
    expect(await api.fetchAsset(locationAt(origin), wanted)).toEqual({
      ok: false,
      error: { code: 'service-unreachable' },
    });
  });
  it('A7 D10: called off in the middle it ends at once, and says nothing of the line', async () => {
    const call = new AbortController();
    const { api, origin } = await serviceThat((_q, r) => {
      r.writeHead(200, { etag: '"one"' }).write(bytes.subarray(0, 1));
      setTimeout(() => call.abort(), 20);
    });
    expect(await api.fetchAsset(locationAt(origin), call.signal)).toEqual({ ok: false, error: { code: 'cancelled' } });
  });
  it('C1: a signed address of another origin is not followed', async () => {
    const { api } = await serviceThat((_q, r) => json(r, 200, JSON.stringify(locationAt('http://127.0.0.1:1'))));
    expect(await api.locateAsset(AssetId.parse('caption-1'), 'token')).toEqual({
      ok: false,
      error: { code: 'service-nonsense' },
    });
  });
});

describe('D9: licences', () => {
  const body = { lectureId: LectureId.parse('lecture-1'), deviceId: DeviceId.parse('device-1') };

  it('D9: one is asked for with the token, and taken as text', async () => {
    let heard = '';
    const { api } = await serviceThat((q, r) => {
      heard = `${q.method} ${q.url} ${q.headers.authorization}`;
      json(r, 201, JSON.stringify({ licence: 'a.b.c' }));
    });
    expect(await api.licence(body, 'token')).toEqual({ ok: true, value: { licence: 'a.b.c' } });
    expect(heard).toBe('POST /v1/licences Bearer token');
  });
  it.each(['', 'a.b', 'a.b.c.d', 'a.b.c=', '<html>'])('D9: “%s” is none', async (licence) => {
    const { api } = await serviceThat((_q, r) => json(r, 201, JSON.stringify({ licence })));
    expect(await api.licence(body, 'token')).toEqual({ ok: false, error: { code: 'service-nonsense' } });
  });
  it('D9: keys of another kind are none', async () => {
    const { api } = await serviceThat((_q, r) =>
      json(r, 200, JSON.stringify({ keys: [{ kty: 'RSA', n: 'x', e: 'AQAB', kid: 'k', alg: 'RS256', use: 'sig' }] })),
    );
    expect(await api.keys()).toEqual({ ok: false, error: { code: 'service-nonsense' } });
  });
});
