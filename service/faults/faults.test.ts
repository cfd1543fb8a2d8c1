import { gunzipSync } from 'node:zlib';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { AssetLocation } from '../../contract/api/assets.ts';
import { CatalogueDelta } from '../../contract/api/catalogue.ts';
import { lectureAssetId, lectureBytes } from '../test-support/samples.ts';
import { sendRaw } from '../test-support/raw-socket.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';
import type { Fault, FaultOrder } from './fault-schemas.ts';
import type { ServiceStats } from './stats.ts';

const size = lectureBytes.length;
const media = 'GET /v1/media/{id}';
type FaultInput = NonNullable<FaultOrder['rules']>[number]['fault'];

/** A service told to misbehave once at the file's address. */
async function misbehaving(fault: FaultInput) {
  const service = await startTestService({ faults: true });
  const { url } = await service.locate(lectureAssetId);
  await service.order({ rules: [{ route: media, fault }] });
  const part = (range?: string, more: Record<string, string> = {}) =>
    fetch(url, { headers: { ...(range === undefined ? {} : { range }), ...more } });
  return { ...service, url, part };
}

/** The bytes that arrive before the connection breaks, and whether it did. */
async function received(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ bytes: Buffer; broken: boolean; answer: IncomingMessage }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false, headers }, resolve).once('error', reject);
  });
  const chunks: Buffer[] = [];
  answer.on('data', (chunk: Buffer) => chunks.push(chunk));
  const broken = await new Promise<boolean>((resolve) => {
    answer.once('end', () => resolve(false));
    answer.once('error', () => resolve(true));
  });
  return { bytes: Buffer.concat(chunks), broken, answer };
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('ordered faults: the file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, size - 1])(
    'cut after %d bytes: exactly those arrive, then the connection ends',
    async (bytes) => {
      const { url } = await misbehaving({ kind: 'cutAfterBytes', bytes });
      const { bytes: arrived, broken, answer } = await received(url);
      expect([answer.statusCode, answer.headers['content-length'], broken]).toEqual([200, String(size), true]);
      expect(arrived.equals(lectureBytes.subarray(0, bytes))).toBe(true);
      expect((await received(url)).broken).toBe(false);
    },
  );

  it('stall: some bytes, then nothing, and the connection stays', async () => {
    const { url } = await misbehaving({ kind: 'stallAfterBytes', bytes: 1000 });
    const answer = await fetch(url);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    let arrived = 0;
    while (arrived < 1000) arrived += (await reader.read()).value?.length ?? 0;
    const more = await Promise.race([reader.read(), new Promise((resolve) => setTimeout(resolve, 200, 'silence'))]);
    expect([arrived, more]).toEqual([1000, 'silence']);
    await reader.cancel();
  });

  it('throttle: no faster than told', async () => {
    const { part } = await misbehaving({ kind: 'throttle', bytesPerSecond: 20_000 });
    const begun = performance.now();
    expect((await bytesOf(await part('bytes=0-7999'))).equals(lectureBytes.subarray(0, 8000))).toBe(true);
    expect(performance.now() - begun).toBeGreaterThan(300);
  });

  it('wrong bytes: only those told, by their place in the file', async () => {
    const { part } = await misbehaving({ kind: 'wrongBytes', offset: 70_000, length: 2 });
    const bytes = await bytesOf(await part('bytes=60000-79999'));
    const wrong = [...bytes.keys()].filter((index) => bytes[index] !== lectureBytes[60_000 + index]);
    expect(wrong).toEqual([10_000, 10_001]);
    expect((await bytesOf(await part())).equals(lectureBytes)).toBe(true);
  });

  it('ignored range: 200 and all of it', async () => {
    const { part } = await misbehaving({ kind: 'ignoreRange' });
    const answer = await part('bytes=5-9');
    expect([answer.status, (await bytesOf(answer)).length]).toEqual([200, size]);
  });

  it('wrong Content-Range: shifted, with the right bytes', async () => {
    const { part } = await misbehaving({ kind: 'wrongContentRange', shift: -1, total: 7 });
    const answer = await part('bytes=5-9');
    expect(answer.headers.get('content-range')).toBe('bytes 4-8/7');
    expect((await bytesOf(answer)).equals(lectureBytes.subarray(5, 10))).toBe(true);
  });

  it('changed ETag: another one, and If-Range with the old one gets the whole file', async () => {
    const { part, locate, order } = await misbehaving({ kind: 'changedEtag' });
    const { etag } = await locate(lectureAssetId);
    const answer = await part('bytes=5-9', { 'if-range': etag });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`"changed-${etag.slice(1)}`);
    await answer.body?.cancel();
    await order({ rules: [{ route: 'GET /v1/assets/{id}', fault: { kind: 'changedEtag' } }] });
    expect((await locate(lectureAssetId)).etag).toBe(`"changed-${etag.slice(1)}`);
  });

  it('wrong digest: in the header, and in where a file is', async () => {
    const { part, locate, order } = await misbehaving({ kind: 'wrongDigest' });
    const { sha256 } = await locate(lectureAssetId);
    const answer = await part('bytes=0-0');
    expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${Buffer.alloc(32).toString('base64')}:`);
    await order({ rules: [{ route: 'GET /v1/assets/{id}', fault: { kind: 'wrongDigest' } }] });
    expect((await locate(lectureAssetId)).sha256).not.toBe(sha256);
  });

  it('gzipped body, and a body without its length', async () => {
    const { url, order } = await misbehaving({ kind: 'gzipBody' });
    const zipped = await received(url);
    expect(zipped.answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.bytes).equals(lectureBytes)).toBe(true);
    await order({ rules: [{ route: media, fault: { kind: 'noLength' } }] });
    const chunked = await received(url);
    expect(chunked.answer.headers['content-length']).toBeUndefined();
    expect(chunked.bytes.equals(lectureBytes)).toBe(true);
  });
});

describe('ordered faults: any answer', () => {
  it('latency, a status with Retry-After, a captive portal, a redirect: in their order, as often as told', async () => {
    const { ask, signIn, order, origin } = await startTestService({ faults: true });
    const { accessToken: token } = await signIn();
    const faults: FaultInput[] = [
      { kind: 'latency', latencyMs: 80 },
      { kind: 'status', status: 503, retryAfterSeconds: 7 },
    ];
    await order({ rules: faults.map((fault) => ({ route: 'GET /v1/catalogue', fault })) });
    const begun = performance.now();
    const failed = await ask('GET', '/v1/catalogue', { token });
    expect(performance.now() - begun).toBeGreaterThan(75);
    expect([failed.status, failed.headers.get('retry-after'), await problemOf(failed)]).toEqual([
      503,
      '7',
      'unavailable',
    ]);
    expect((await ask('GET', '/v1/catalogue', { token })).status).toBe(200);

    await order({ rules: [{ route: 'GET /v1/catalogue', times: 2, skip: 1, fault: { kind: 'html' } }] });
    const types: (string | null)[] = [];
    for (let round = 0; round < 4; round += 1)
      types.push((await ask('GET', '/v1/catalogue', { token })).headers.get('content-type'));
    expect(types.map((type) => type?.split(';')[0])).toEqual([
      'application/json',
      'text/html',
      'text/html',
      'application/json',
    ]);

    await order({ rules: [{ route: '*', fault: { kind: 'redirect', status: 302, location: 'file:///etc/passwd' } }] });
    const redirected = await fetch(`${origin}/v1/keys`, { redirect: 'manual' });
    expect([redirected.status, redirected.headers.get('location')]).toEqual([302, 'file:///etc/passwd']);
  });

  it('a lost answer: carried out, and not one byte of the answer arrives', async () => {
    const { origin, ask, signIn, order, logged } = await startTestService({ faults: true });
    const { accessToken: token, account } = await signIn();
    await order({ rules: [{ route: 'PATCH /v1/account', fault: { kind: 'loseAnswer' } }] });
    const body = JSON.stringify({ name: 'Anna K.' });
    const arrived = await sendRaw(
      origin,
      `PATCH /v1/account HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(arrived).toBe('');
    expect(await (await ask('GET', '/v1/account', { token })).json()).toMatchObject({ ...account, name: 'Anna K.' });
    await order({ rules: [{ route: 'GET /v1/catalogue', fault: { kind: 'loseAnswer' } }] });
    await expect(ask('GET', '/v1/catalogue', { token })).rejects.toThrow('fetch failed');
    expect((await ask('GET', '/v1/catalogue', { token })).status).toBe(200);
    const stats = (await (await ask('GET', '/_stats')).json()) as ServiceStats;
    expect(stats.routes['PATCH /v1/account']).toEqual({ requests: 1, statuses: { 200: 1 } });
    expect(logged).toEqual([]);
  });

  it('a lost answer of a file: no byte of it, and the next one is whole', async () => {
    const { url, logged } = await misbehaving({ kind: 'loseAnswer' });
    await expect(received(url)).rejects.toThrow(/ECONNRESET|hang up/);
    expect((await received(url)).bytes.equals(lectureBytes)).toBe(true);
    expect(logged).toEqual([]);
  });

  it('truncated JSON and wrong types', async () => {
    const { ask, signIn, order } = await startTestService({ faults: true });
    const { accessToken: token } = await signIn();
    const rule = (fault: FaultInput) => ({ rules: [{ route: 'GET /v1/catalogue', fault }] });
    await order(rule({ kind: 'truncatedJson' }));
    const half = await (await ask('GET', '/v1/catalogue', { token })).text();
    expect(() => JSON.parse(half) as unknown).toThrow(SyntaxError);
    await order(rule({ kind: 'wrongTypes' }));
    const wrong: unknown = await (await ask('GET', '/v1/catalogue', { token })).json();
    expect(CatalogueDelta.safeParse(wrong).success).toBe(false);
    expect(CatalogueDelta.safeParse(await (await ask('GET', '/v1/catalogue', { token })).json()).success).toBe(true);
  });

  it('a problem of a kind, only for addresses that contain a word, until deleted', async () => {
    const { ask, signIn, order } = await startTestService({ faults: true });
    const { accessToken: token } = await signIn();
    const fault: Fault = { kind: 'status', status: 401, problem: 'token-expired' };
    await order({ rules: [{ route: 'GET /v1/assets/{id}', pathContains: 'cover', times: null, fault }] });
    const status = async (id: string) => (await ask('GET', `/v1/assets/${id}`, { token })).status;
    expect([await status('first.cover.png'), await status('first.cover.png'), await status('first.one.pdf')]).toEqual([
      401, 401, 200,
    ]);
    await ask('DELETE', '/_faults');
    expect(await status('first.cover.png')).toBe(200);
  });

  it('the clock, in dates and in what expires', async () => {
    const { ask, locate, order, clock } = await startTestService({ faults: true });
    const { url } = await locate(lectureAssetId);
    await order({ clockOffsetMs: 86_400_000 });
    const answer = await ask('GET', '/v1/keys');
    expect(Date.parse(answer.headers.get('date') ?? '')).toBe(clock.nowMs() + 86_400_000);
    expect(await problemOf(await fetch(url))).toBe('url-expired');
    await ask('DELETE', '/_faults');
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  });

  it('an order that is none is refused; nothing is ordered when faults are off', async () => {
    const on = await startTestService({ faults: true });
    const bad = [
      { rules: [{ route: media, fault: { kind: 'explode' } }] },
      { rules: [{ route: 'media', fault: { kind: 'html' } }] },
    ];
    for (const body of bad) expect((await on.ask('POST', '/_faults', { body })).status).toBe(400);
    const off = await startTestService();
    for (const [method, path] of [
      ['POST', '/_faults'],
      ['DELETE', '/_faults'],
      ['GET', '/_stats'],
    ] as const) {
      expect((await off.ask(method, path)).status).toBe(404);
    }
  });
});

describe('what was sent', () => {
  it('is counted per route, file and range', async () => {
    const { part, ask, locate } = await misbehaving({ kind: 'cutAfterBytes', bytes: 3 });
    await part('bytes=10-19')
      .then(bytesOf, () => null)
      .catch(() => null);
    await bytesOf(await part('bytes=10-19'));
    await part(`bytes=${size}-`);
    const stats = (await (await ask('GET', '/_stats')).json()) as ServiceStats;
    expect(stats.routes[media]).toEqual({ requests: 3, statuses: { 206: 2, 416: 1 } });
    expect(stats.assets[lectureAssetId]).toEqual({
      requests: 2,
      bytesSent: 13,
      ranges: [
        { status: 206, first: 10, last: 19, bytesSent: 3 },
        { status: 206, first: 10, last: 19, bytesSent: 10 },
      ],
    });
    await ask('DELETE', '/_stats');
    expect(await (await ask('GET', '/_stats')).json()).toEqual({ routes: {}, assets: {} });
    expect(AssetLocation.safeParse(await locate(lectureAssetId)).success).toBe(true);
  });
});
