import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync } from 'node:fs';
import { truncate, unlink } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ServiceStats } from '../faults/stats.ts';
import { lectureAssetId, lectureBytes, patternBytes, writeSamples } from '../test-support/samples.ts';
import { problemOf, startTestService, temporaryFolder } from '../test-support/test-service.ts';

const size = lectureBytes.length;
const sha256 = createHash('sha256').update(lectureBytes).digest();
const etag = `"${sha256.toString('hex')}"`;

async function located(assetId = lectureAssetId) {
  const service = await startTestService();
  const location = await service.locate(assetId);
  const fetchPart = (headers: Record<string, string> = {}, method = 'GET') => fetch(location.url, { method, headers });
  return { ...service, location, fetchPart };
}

describe('where a file is', () => {
  it('D3 D4: names a signed address of this service, size, ETag and digest', async () => {
    const { location, origin, clock } = await located();
    expect(location).toMatchObject({ id: lectureAssetId, mediaType: 'video/mp4', sizeBytes: size, etag });
    expect(location.sha256).toBe(sha256.toString('hex'));
    expect(location.url.startsWith(`${origin}/v1/media/`)).toBe(true);
    expect(Date.parse(location.expiresAt) - clock.nowMs()).toBe(10 * 60_000);
  });

  it('refuses a caller without a token, and an unknown file', async () => {
    const { ask, signIn } = await startTestService();
    const { accessToken } = await signIn();
    const nobody = await ask('GET', `/v1/assets/${lectureAssetId}`);
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await problemOf(nobody)).toBe('not-allowed');
    expect(await problemOf(await ask('GET', '/v1/assets/nothing', { token: accessToken }))).toBe('not-found');
    expect(await problemOf(await ask('GET', '/v1/assets/..%2Fservice.db', { token: accessToken }))).toBe('bad-request');
  });
});

describe('a file', () => {
  it('C1 D4: comes whole, with strong ETag and the digest of its bytes (RFC 9530)', async () => {
    const { fetchPart } = await located();
    const answer = await fetchPart();
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(lectureBytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-length': String(size),
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'repr-digest': `sha-256=:${sha256.toString('base64')}:`,
      etag,
    });
    expect(Date.parse(answer.headers.get('last-modified') ?? '')).not.toBeNaN();
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=65535-65536', 65_535, 65_536],
    ['bytes=1000000-', 1_000_000, size - 1],
    ['bytes=-1', size - 1, size - 1],
    ['bytes=-500', size - 500, size - 1],
    [`bytes=0-${size + 5}`, 0, size - 1],
  ])('C1 D3: %s is answered to the byte', async (range, first, last) => {
    const { fetchPart } = await located();
    const answer = await fetchPart({ range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/${size}`);
    expect(answer.headers.get('content-length')).toBe(String(last - first + 1));
    expect(answer.headers.get('repr-digest')).toBe(`sha-256=:${sha256.toString('base64')}:`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(lectureBytes.subarray(first, last + 1))).toBe(true);
  });

  it('D3: bytes it does not have are 416 with the size', async () => {
    const { fetchPart } = await located();
    const answer = await fetchPart({ range: `bytes=${size}-` });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
    expect(await problemOf(answer)).toBe('range-not-satisfiable');
  });

  it.each([
    ['the same ETag goes on', etag, 206],
    ['another ETag starts over', '"other"', 200],
    ['a weak ETag starts over', `W/${etag}`, 200],
    ['a date starts over', new Date().toUTCString(), 200],
  ])('D3: If-Range: %s', async (_, ifRange, status) => {
    const { fetchPart } = await located();
    const answer = await fetchPart({ range: 'bytes=10-19', 'if-range': ifRange });
    expect(answer.status).toBe(status);
    expect((await answer.arrayBuffer()).byteLength).toBe(status === 206 ? 10 : size);
  });

  it('several ranges and reversed ones get the whole file', async () => {
    const { fetchPart } = await located();
    for (const range of ['bytes=0-0,5-9', 'bytes=9-1']) {
      const answer = await fetchPart({ range });
      expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, size]);
    }
  });

  it('HEAD says the same without bytes, and knows no range', async () => {
    const { fetchPart } = await located();
    const answer = await fetchPart({ range: 'bytes=0-9' }, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), answer.headers.get('etag')]).toEqual([
      200,
      String(size),
      etag,
    ]);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });

  it('If-None-Match with its ETag is 304', async () => {
    const { fetchPart } = await located();
    expect((await fetchPart({ 'if-none-match': `"a", ${etag}` })).status).toBe(304);
  });

  it('D10: captions, covers and slides come the same way', async () => {
    const { fetchPart, location } = await located('first.one.pdf');
    expect(location.mediaType).toBe('application/pdf');
    expect(Buffer.from(await (await fetchPart()).arrayBuffer()).equals(patternBytes(900, 5))).toBe(true);
  });

  it('an address works ten minutes, for its file only, and cannot be forged', async () => {
    const { location, clock, origin } = await located();
    const url = new URL(location.url);
    const forged = [
      url.href.replace(lectureAssetId, 'first.one.pdf'),
      url.href.replace(/expires=\d+/, (part) => `${part}0`),
      url.href.replace(/signature=./, (part) => (part.endsWith('A') ? 'signature=B' : 'signature=A')),
    ];
    for (const address of forged) expect(await problemOf(await fetch(address))).toBe('not-allowed');
    expect(await problemOf(await fetch(`${origin}${url.pathname}`))).toBe('bad-request');
    clock.advance(10 * 60_000 - 1);
    expect((await fetch(location.url, { method: 'HEAD' })).status).toBe(200);
    clock.advance(1);
    const late = await fetch(location.url);
    expect([late.status, await problemOf(late)]).toEqual([403, 'url-expired']);
  });

  it('a file that is missing or cut short at the service is refused, not sent', async () => {
    const { fetchPart, samplesFolder, logged } = await located();
    await truncate(join(samplesFolder, 'media/first/one-720p.mp4'), size - 1);
    expect(await problemOf(await fetchPart())).toBe('unavailable');
    await unlink(join(samplesFolder, 'media/first/one-720p.mp4'));
    expect((await fetchPart()).status).toBe(503);
    expect(JSON.stringify(logged)).not.toContain(samplesFolder);
  });

  it('answers without a body leave no open file behind', async () => {
    const { fetchPart, samplesFolder } = await located();
    const answers = [
      await fetchPart({}, 'HEAD'),
      await fetchPart({ 'if-none-match': etag }),
      await fetchPart({ range: `bytes=${size}-` }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 304, 416]);
    await expect.poll(() => openFilesIn(samplesFolder), { timeout: 1000 }).toEqual([]);
  });

  it('C1: a caller who reads slowly holds the file back, and one who goes closes it', async () => {
    const folder = await temporaryFolder();
    const large = 256 * 1024 * 1024;
    await writeSamples(folder, (manifest) => {
      const file = manifest.courses[0]?.lectures[0]?.assets[0];
      if (file !== undefined) file.sizeBytes = large;
      return manifest;
    });
    await truncate(join(folder, 'media/first/one-720p.mp4'), large);
    const { locate, ask } = await startTestService({ samplesFolder: folder, faults: true });
    const { url } = await locate(lectureAssetId);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false }, resolve).once('error', reject);
    });
    answer.pause();
    await sleep(300);
    const { assets } = (await (await ask('GET', '/_stats')).json()) as ServiceStats;
    expect(assets[lectureAssetId]?.bytesSent).toBeGreaterThan(0);
    expect(assets[lectureAssetId]?.bytesSent).toBeLessThan(large / 4);
    expect(openFilesIn(folder)).toHaveLength(process.platform === 'linux' ? 1 : 0);
    answer.destroy();
    await expect.poll(() => openFilesIn(folder), { timeout: 1000 }).toEqual([]);
  });
});

/** What this process has open in a folder; nothing where the system does not tell. */
function openFilesIn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });
}
