import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail } from '../../contract/result.ts';
import { openFaultScene, segment, sizeBytes } from '../support/fault-scene.ts';
import type { FaultDownload, FaultScene } from '../support/fault-scene.ts';
import { cutAt, flipAt, status, toleratedHeaders } from '../support/faults.ts';
import { leftOpenIsSeen } from '../support/left-open.ts';
import { startRawServer } from '../support/raw-server.ts';
import { identities, ignoresRange, ranges, statuses } from './answer-cases.ts';
import { contents, lengths, lines } from './line-cases.ts';
import type { NetworkCase } from './network-case.ts';

let scene: FaultScene;
beforeAll(async () => {
  scene = await openFaultScene();
});
afterAll(() => scene.close());

const networkCases: Readonly<Record<string, readonly NetworkCase[]>> = {
  'the line': lines,
  'lengths and bodies': lengths,
  ranges,
  'what answers': identities,
  'the bytes': contents,
  'status codes': statuses,
};
const done = { ok: true, value: null };

/** What is there authenticates and is the lecture from its start. */
async function expectPrefix(download: FaultDownload, heldBytes: number | undefined): Promise<void> {
  const held = await download.held();
  expect(held.equals(scene.payload.subarray(0, held.byteLength))).toBe(true);
  expect(held.byteLength).toBe(heldBytes ?? held.byteLength);
}

/** The next attempt brings the rest; all bytes are right, and no more was sent than the case grants. */
async function expectRestComes(download: FaultDownload, grantedBytes: number): Promise<void> {
  expect(await download.attempt([])).toEqual(done);
  expect((await download.held()).equals(scene.payload)).toBe(true);
  expect(download.sentBytes()).toBeLessThanOrEqual(sizeBytes + grantedBytes);
  await download.expectClean();
}

async function expectOutcome(one: NetworkCase): Promise<void> {
  const download = scene.newDownload();
  const before = one.resumeAfter === undefined ? null : await download.attempt([cutAt(one.resumeAfter)]);
  expect(before).toEqual(one.resumeAfter === undefined ? null : fail('service-unreachable'));
  const result = await download.attempt([one.fault], one.location);
  expect(result).toEqual(one.code === 'ok' ? done : fail(one.code, one.retryAfterMs));
  await expectPrefix(download, one.code === 'ok' ? sizeBytes : one.holds);
  await download.expectClean();
  const interruptions = one.resumeAfter === undefined ? 1 : 2;
  await expectRestComes(download, interruptions * segment + (one.againBytes ?? 0));
}

describe.each(Object.entries(networkCases))(`a misbehaving service, %s (${leftOpenIsSeen})`, (_kind, cases) => {
  it.each(cases.map((one) => [one.title, one.code, one] as const))(
    'D3 D4: %s → %s, and the next attempt brings the lecture',
    (_title, _code, one) => expectOutcome(one),
  );
});

describe('a misbehaving service, more than once', () => {
  it('D3 D4: a 200 with the whole file to a request for the rest: from the beginning, in a new file', () =>
    expectOutcome(ignoresRange(scene.payload)));

  it('D3: cut in every segment, a segment is sent twice each time and no more', async () => {
    const download = scene.newDownload();
    for (let cuts = 0; cuts < 5; cuts += 1)
      expect(await download.attempt([cutAt(segment + 100)])).toEqual(fail('service-unreachable'));
    await expectRestComes(download, 5 * segment);
  });

  it('D4: a bit flipped before an interruption is found at the end, and nothing of it is kept', async () => {
    const download = scene.newDownload();
    await download.attempt([flipAt(segment + 3, 3 * segment)]);
    expect(await download.attempt([])).toEqual(fail('digest-mismatch'));
    await expectPrefix(download, 0);
    await expectRestComes(download, sizeBytes);
  });

  it('D4: a digest that stays wrong never becomes a lecture', async () => {
    const download = scene.newDownload();
    for (let attempts = 0; attempts < 3; attempts += 1) {
      expect(await download.attempt([toleratedHeaders({})], { sha256: '00'.repeat(32) })).toEqual(
        fail('digest-mismatch'),
      );
      await expectPrefix(download, 0);
    }
    await expectRestComes(download, 3 * sizeBytes);
  });

  it.each([301, 302, 303, 307, 308])(
    'D3: a %i to another origin is refused, and nothing at all is sent there',
    async (code) => {
      const other = await startRawServer(scene.payload);
      const download = scene.newDownload();
      const Location = `http://127.0.0.1:${other.port}/caught`;
      expect(await download.attempt([status(code, { Location })])).toEqual(fail('service-nonsense'));
      await download.attempt([cutAt(2 * segment)]);
      expect(await download.attempt([status(code, { Location })])).toEqual(fail('service-nonsense'));
      expect(other.seen).toEqual([]);
      await expectRestComes(download, 3 * segment);
      await other.close();
    },
  );

  it('D3: asks for the bytes as they are, goes on only under the validator, and shows nobody a token or cookie', async () => {
    const download = scene.newDownload();
    const before = scene.server.seen.length;
    await download.attempt([cutAt(3 * segment)]);
    await expectRestComes(download, segment);
    const [first, second] = scene.server.seen.slice(before);
    expect(first?.headers).toMatchObject({ 'accept-encoding': 'identity' });
    expect(first?.headers['range']).toBeUndefined();
    expect(second?.headers).toMatchObject({ range: `bytes=${3 * segment}-`, 'if-range': '"v1"' });
    for (const { headers } of [first, second].filter((request) => request !== undefined)) {
      expect(headers['authorization']).toBeUndefined();
      expect(headers['cookie']).toBeUndefined();
    }
  });
});
