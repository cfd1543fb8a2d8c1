import { open } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../../../contract/result.ts';
import { segmentLayout, segmentPlace } from '../../files/lrm/index.ts';
import type { Behaviour } from '../testing/misbehaving-server.ts';
import {
  isThere,
  makePayload,
  openTransferScene,
  segmentSizeBytes,
  type TransferScene,
} from '../testing/transfer-scene.ts';

const segment = segmentSizeBytes;
const sizeBytes = 4 * segment + 5;
const payload = makePayload(sizeBytes);
let scene: TransferScene;

beforeEach(async () => {
  scene = await openTransferScene(payload);
});
afterEach(() => scene.close());

const refused: readonly (readonly [name: string, behaviour: Behaviour, code: AppErrorCode])[] = [
  ['401', { kind: 'answer', statusCode: 401 }, 'not-allowed'],
  ['403', { kind: 'answer', statusCode: 403 }, 'not-allowed'],
  ['404', { kind: 'answer', statusCode: 404 }, 'not-found'],
  ['410', { kind: 'answer', statusCode: 410 }, 'not-found'],
  ['416', { kind: 'answer', statusCode: 416, headers: { 'Content-Range': 'bytes */99' } }, 'changed-at-service'],
  ['418', { kind: 'answer', statusCode: 418 }, 'service-nonsense'],
  ['429', { kind: 'answer', statusCode: 429 }, 'service-failed'],
  ['500', { kind: 'answer', statusCode: 500 }, 'service-failed'],
  ['503', { kind: 'answer', statusCode: 503 }, 'service-failed'],
  ['204', { kind: 'answer', statusCode: 204 }, 'service-nonsense'],
  ['a redirect to itself', { kind: 'answer', statusCode: 302, headers: { Location: '/file' } }, 'service-nonsense'],
  [
    'a redirect to a file',
    { kind: 'answer', statusCode: 307, headers: { Location: 'file:///etc/passwd' } },
    'service-nonsense',
  ],
  [
    'a captive portal',
    { kind: 'answer', statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' },
    'service-nonsense',
  ],
  ['a gzip body', { kind: 'headers', change: { 'Content-Encoding': 'gzip' } }, 'service-nonsense'],
  ['another length', { kind: 'headers', change: { 'Content-Length': '9' } }, 'service-nonsense'],
  ['another ETag', { kind: 'headers', change: { ETag: '"v2"' } }, 'changed-at-service'],
  ['something that is not HTTP', { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.2\r\n\r\n' }, 'service-nonsense'],
  ['a body that goes on', { kind: 'other-length', differenceBytes: 3 }, 'service-nonsense'],
];

describe('an answer that is not the file', () => {
  for (const [name, behaviour, code] of refused) {
    it(`D3: ${name} at the first request is ${code}, and the next run brings the file`, async () => {
      expect((await scene.run([behaviour])).code).toBe(code);
      expect((await scene.run()).code).toBe('ok');
      expect(await scene.held('finished')).toEqual(Buffer.from(payload));
    });

    it(`D3: ${name} at a resume is ${code}, and nothing that was there is lost`, async () => {
      await scene.run([{ kind: 'cut', afterBytes: 2 * segment + 9 }]);
      expect((await scene.run([behaviour])).code).toBe(code);
      const held = await scene.held('unfinished');
      expect(held?.byteLength).toBeGreaterThanOrEqual(2 * segment);
      expect(held).toEqual(Buffer.from(payload.subarray(0, held?.byteLength)));
      expect((await scene.run()).code).toBe('ok');
      expect(await scene.held('finished')).toEqual(Buffer.from(payload));
    });
  }

  const start = 2 * segment;
  const ranges: readonly (readonly [value: string | null, etag: string | null, code: AppErrorCode])[] = [
    [`bytes ${start + 1}-${sizeBytes - 1}/${sizeBytes}`, '"v1"', 'service-nonsense'],
    [`bytes ${start - 1}-${sizeBytes - 1}/${sizeBytes}`, '"v1"', 'service-nonsense'],
    [`bytes ${start}-${sizeBytes - 2}/${sizeBytes}`, '"v1"', 'service-nonsense'],
    [`bytes ${start}-${sizeBytes - 1}/${sizeBytes + 1}`, '"v1"', 'service-nonsense'],
    [`bytes ${start}-${sizeBytes - 1}/*`, '"v1"', 'service-nonsense'],
    [`bytes */${sizeBytes}`, '"v1"', 'service-nonsense'],
    [null, '"v1"', 'service-nonsense'],
    [`bytes ${start}-${sizeBytes - 1}/${sizeBytes}`, 'W/"v1"', 'service-nonsense'],
    [`bytes ${start}-${sizeBytes - 1}/${sizeBytes}`, null, 'service-nonsense'],
    [`bytes ${start}-${sizeBytes - 1}/${sizeBytes}`, '"v2"', 'changed-at-service'],
  ];
  for (const [value, etag, code] of ranges) {
    it(`D3: a 206 with Content-Range ${value} and ETag ${etag} is ${code}, never spliced`, async () => {
      await scene.run([{ kind: 'cut', afterBytes: start }]);
      const change = { 'Content-Range': value, ETag: etag };
      expect((await scene.run([{ kind: 'headers', change }])).code).toBe(code);
      expect(await scene.held('unfinished')).toEqual(Buffer.from(payload.subarray(0, start)));
      expect((await scene.run()).code).toBe('ok');
      expect(await scene.held('finished')).toEqual(Buffer.from(payload));
    });
  }

  it('D3: a service that asks to wait is heard', async () => {
    const seconds = await scene.run([{ kind: 'answer', statusCode: 429, headers: { 'Retry-After': '7' } }]);
    expect(seconds.retryAfterMs).toBe(7000);
    const date = { 'Retry-After': 'Fri, 01 Jan 2038 00:00:30 GMT', Date: 'Fri, 01 Jan 2038 00:00:00 GMT' };
    expect((await scene.run([{ kind: 'answer', statusCode: 503, headers: date }])).retryAfterMs).toBe(30_000);
  });

  it('D3: a file that changed at the service is fetched anew, never mixed', async () => {
    await scene.run([{ kind: 'cut', afterBytes: start }]);
    const changed = await openTransferScene(
      makePayload(sizeBytes).map((byte) => byte ^ 3),
      scene.downloadFolder,
    );
    const location = { ...changed.server.location, etag: '"v2"' };
    expect((await scene.run([], { location })).code).toBe('changed-at-service');
    expect((await scene.held('unfinished'))?.byteLength).toBe(start);
    expect((await scene.run([], { location: changed.server.location, resume: false })).code).toBe('ok');
    expect(await scene.held('finished')).toEqual(Buffer.from(changed.payload));
    await changed.close();
  });

  it('D3: asks for the bytes as they are', async () => {
    await scene.run();
    expect(scene.server.seen[0]?.acceptEncoding).toBe('identity');
  });
});

describe('bytes that are wrong', () => {
  for (const atByte of [0, segment, sizeBytes - 1]) {
    it(`D4: a bit flipped at byte ${atByte} on the way is found by the digest, and the file is not kept`, async () => {
      expect((await scene.run([{ kind: 'flip', atByte }])).code).toBe('digest-mismatch');
      expect(await isThere(scene.paths.finished)).toBe(false);
      expect(await isThere(scene.paths.unfinished)).toBe(false);
      expect((await scene.run()).code).toBe('ok');
    });
  }

  it('D4: a bit flipped before an interruption is found at the end', async () => {
    await takeFlippedPart(scene);
    expect((await scene.run()).code).toBe('digest-mismatch');
    expect(await isThere(scene.paths.unfinished)).toBe(false);
    expect((await scene.run()).code).toBe('ok');
  });

  it('D4: other bytes for a segment that is there under the same validator: neither is trusted', async () => {
    await takeFlippedPart(scene);
    const file = await open(scene.paths.unfinished, 'r+');
    await file.write(Buffer.alloc(8), 0, 8, segmentPlace(segmentLayout(sizeBytes, segment), 1).fileOffset);
    await file.close();
    expect((await scene.run()).code).toBe('digest-mismatch');
    expect(await isThere(scene.paths.unfinished)).toBe(false);
    expect((await scene.run()).code).toBe('ok');
    expect(await scene.held('finished')).toEqual(Buffer.from(payload));
  });
});

/** Leaves three segments on the disk, the last with a bit that was flipped on the way. */
async function takeFlippedPart(scene: TransferScene): Promise<void> {
  const flipped = payload.slice();
  flipped[2 * segment + 100] = 0;
  const liar = await openTransferScene(flipped);
  liar.server.script.push({ kind: 'cut', afterBytes: 3 * segment });
  const location = { ...scene.server.location, url: liar.server.location.url };
  expect((await scene.run([], { location })).code).toBe('service-unreachable');
  expect((await scene.held('unfinished'))?.byteLength).toBe(3 * segment);
  await liar.close();
}
