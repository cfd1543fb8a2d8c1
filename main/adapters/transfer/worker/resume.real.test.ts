import { copyFile, open, readFile, rm, truncate } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { segmentLayout, segmentPlace } from '../../files/lrm/index.ts';
import {
  isThere,
  makePayload,
  openTransferScene,
  segmentSizeBytes,
  type TransferScene,
} from '../testing/transfer-scene.ts';

const segment = segmentSizeBytes;
const sizeBytes = 5 * segment + 300;
const payload = makePayload(sizeBytes);
let scene: TransferScene;

beforeEach(async () => {
  scene = await openTransferScene(payload);
});
afterEach(() => scene.close());

/** The next run brings the rest, the bytes are right, and no more was sent than the file and a segment an interruption. */
async function expectRestComes(interruptions: number): Promise<void> {
  expect((await scene.run()).code).toBe('ok');
  expect(await scene.held('finished')).toEqual(Buffer.from(payload));
  expect(await isThere(scene.paths.unfinished)).toBe(false);
  expect(scene.sentBytes()).toBeLessThanOrEqual(sizeBytes + interruptions * segment);
}

describe('a line that breaks', () => {
  const cuts = [0, 1, segment - 1, segment, segment + 1, 3 * segment, 5 * segment, sizeBytes - 1];
  for (const afterBytes of cuts) {
    it(`D3 D4: cut after byte ${afterBytes}, whole segments stay and only the rest is fetched`, async () => {
      const cut = await scene.run([{ kind: 'cut', afterBytes }]);
      expect(cut.code).toBe('service-unreachable');
      const wholeBytes = Math.floor(afterBytes / segment) * segment;
      expect(await scene.held('unfinished')).toEqual(Buffer.from(payload.subarray(0, wholeBytes)));
      expect(cut.progress.at(-1)).toEqual({ receivedBytes: wholeBytes, phase: 'downloading' });
      await expectRestComes(1);
      expect(scene.server.seen[1]?.range).toBe(wholeBytes === 0 ? undefined : `bytes=${wholeBytes}-`);
      expect(scene.server.seen[1]?.ifRange).toBe(wholeBytes === 0 ? undefined : '"v1"');
    });
  }

  it('D3: cut in every segment, it still arrives with at most a segment sent twice each time', async () => {
    for (let cuts = 0; cuts < 5; cuts += 1) {
      expect((await scene.run([{ kind: 'cut', afterBytes: segment + 100 }])).code).toBe('service-unreachable');
    }
    await expectRestComes(5);
  });

  it('D3: a body that ends short without saying so is not taken for whole', async () => {
    expect((await scene.run([{ kind: 'other-length', differenceBytes: -1 }])).code).toBe('service-unreachable');
    expect((await scene.held('unfinished'))?.byteLength).toBe(5 * segment);
    await expectRestComes(1);
  });

  it('D3: a line that stalls is cut, and goes on later', async () => {
    const stalled = await scene.run([{ kind: 'stall', afterBytes: 2 * segment + 7 }], { stallTimeoutMs: 150 });
    expect(stalled.code).toBe('service-unreachable');
    expect((await scene.held('unfinished'))?.byteLength).toBe(2 * segment);
    await expectRestComes(1);
  });

  it('D3: a body that drips a byte at a time counts as stalled', async () => {
    const drip = { kind: 'slow', pieceBytes: 1, everyMs: 10 } as const;
    expect((await scene.run([drip], { stallTimeoutMs: 200 })).code).toBe('service-unreachable');
  });

  it('D3: a service that accepts the connection and says nothing is unreachable', async () => {
    expect((await scene.run([{ kind: 'silent' }], { stallTimeoutMs: 150 })).code).toBe('service-unreachable');
  });

  it('D3: a kept connection that the service closed meanwhile is opened again, a new one is not tried twice', async () => {
    expect((await scene.run()).code).toBe('ok');
    await rm(scene.paths.finished);
    expect((await scene.run([{ kind: 'drop' }])).code).toBe('ok');
    expect(scene.server.seen).toHaveLength(3);
    const other = await openTransferScene(payload);
    expect((await other.run([{ kind: 'drop' }])).code).toBe('service-unreachable');
    expect(other.server.seen).toHaveLength(1);
    await other.close();
  });

  it('D3: no service at the address is unreachable', async () => {
    const location = { ...scene.server.location, url: 'http://127.0.0.1:9/' };
    expect((await scene.run([], { location })).code).toBe('service-unreachable');
  });
});

describe('what is on the disk', () => {
  it('D3: a service that ignores Range is taken from the beginning in a new file, never past the whole', async () => {
    await scene.run([{ kind: 'cut', afterBytes: 3 * segment }]);
    const before = await readFile(scene.paths.unfinished);
    const again = await scene.run([{ kind: 'ignore-range', cutAfterBytes: 4 * segment }]);
    expect(again.code).toBe('service-unreachable');
    const after = await readFile(scene.paths.unfinished);
    expect(after.subarray(0, 212).equals(before.subarray(0, 212))).toBe(false);
    expect((await scene.held('unfinished'))?.byteLength).toBe(4 * segment);
    const whole = await scene.run([{ kind: 'ignore-range' }]);
    expect(whole.code).toBe('ok');
    expect(Math.max(...whole.progress.map((one) => one.receivedBytes))).toBe(sizeBytes);
    expect(await scene.held('finished')).toEqual(Buffer.from(payload));
  });

  it('D3: without leave to resume an earlier file is not gone on with', async () => {
    await scene.run([{ kind: 'cut', afterBytes: 3 * segment }]);
    expect((await scene.run([], { resume: false })).code).toBe('ok');
    expect(scene.server.seen[1]?.range).toBeUndefined();
  });

  it('D3 D4: a torn tail and a damaged segment are fetched again, and nothing between or before them', async () => {
    const places = segmentLayout(sizeBytes, segment);
    await scene.run([{ kind: 'cut', afterBytes: 5 * segment }]);
    await truncate(scene.paths.unfinished, segmentPlace(places, 4).fileOffset + 500);
    const file = await open(scene.paths.unfinished, 'r+');
    await file.write(Buffer.from([0xff, 0xfe, 0xfd]), 0, 3, segmentPlace(places, 2).fileOffset + 10);
    await file.close();
    expect((await scene.run()).code).toBe('ok');
    const asked = scene.server.seen.slice(1).map(({ range }) => range);
    expect(asked).toEqual([`bytes=${2 * segment}-${3 * segment - 1}`, `bytes=${4 * segment}-`]);
    expect(await scene.held('finished')).toEqual(Buffer.from(payload));
  });

  it('D3: another length or another key makes a new file', async () => {
    await scene.run([{ kind: 'cut', afterBytes: 3 * segment }]);
    const part = await readFile(scene.paths.unfinished);
    const other = await openTransferScene(payload);
    await other.run([{ kind: 'cut', afterBytes: segment }]);
    await copyFile(scene.paths.unfinished, other.paths.unfinished);
    expect((await other.run()).code).toBe('ok');
    expect(other.server.seen[1]?.range).toBeUndefined();
    await other.close();
    expect((await readFile(scene.paths.unfinished)).equals(part)).toBe(true);
  });

  it('D3: a file that is whole but was not renamed needs no request', async () => {
    expect((await scene.run([{ kind: 'other-length', differenceBytes: 1 }])).code).toBe('service-nonsense');
    expect((await scene.held('unfinished'))?.byteLength).toBe(sizeBytes);
    expect((await scene.run()).code).toBe('ok');
    expect(scene.server.seen).toHaveLength(1);
  });

  it('D3 D4: a finished file is taken as it is only when its content is right', async () => {
    expect((await scene.run()).code).toBe('ok');
    expect((await scene.run()).code).toBe('ok');
    expect(scene.server.seen).toHaveLength(1);
    const file = await open(scene.paths.finished, 'r+');
    await file.write(Buffer.from([1, 2, 3, 4]), 0, 4, 2000);
    await file.close();
    expect((await scene.run()).code).toBe('ok');
    expect(scene.server.seen).toHaveLength(2);
    expect(await scene.held('finished')).toEqual(Buffer.from(payload));
  });
});

describe('sizes', () => {
  for (const size of [0, 1, segment - 1, segment, segment + 1, 2 * segment]) {
    it(`D3: a file of ${size} bytes arrives`, async () => {
      const small = await openTransferScene(makePayload(size));
      expect((await small.run()).code).toBe('ok');
      expect(await small.held('finished')).toEqual(Buffer.from(small.payload));
      await small.close();
    });
  }
});
