import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usualFolder } from '../../../tests/fakes/usual-folder.ts';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { fail, ok } from '../../../contract/result.ts';
import { startRawServer, type RawServer } from '../../../tests/support/raw-server.ts';
import type { SendingRules } from '../../gate-ports.ts';
import type { TransferJob } from '../../ports.ts';
import type { NetworkRecord } from '../../privacy-ports.ts';
import { createMediaTransfer, type StoppableMediaTransfer } from './media-transfer.ts';
import { makePayload, openTransferScene, type TransferScene } from './testing/transfer-scene.ts';

const payload = makePayload(700_003);
const never = new AbortController().signal;
let scene: TransferScene;
let server: RawServer;
let transfer: StoppableMediaTransfer;
let rules: SendingRules;
let records: NetworkRecord[];

beforeEach(async () => {
  scene = await openTransferScene(payload);
  server = await startRawServer(Buffer.from(payload));
  rules = { isAllowed: true, optOutSignal: false };
  records = [];
  transfer = createMediaTransfer({
    workerPath: new URL('./worker/transfer-worker.ts', import.meta.url),
    folders: usualFolder(scene.downloadFolder),
    log: createListLog(),
    settings: { stallTimeoutMs: 5000 },
    sendingRules: () => rules,
    sink: { record: (entry) => void records.push(entry) },
  });
});
afterEach(async () => {
  await transfer.stop();
  await server.close();
  await scene.close();
});

function job(): TransferJob {
  const { accountId, assetId, mediaKey } = scene;
  const location = { ...scene.server.location, url: `http://127.0.0.1:${server.port}/file?signed`, etag: '"v1"' };
  return { accountId, assetId, mediaKey, location, resume: true };
}

describe('lectures that are fetched beside the gate', () => {
  it('F3 F6: go only while the gate lets them, and are told of: refused, broken off, brought to the end', async () => {
    rules = { isAllowed: false, optOutSignal: true };
    expect(await transfer.run(job(), () => undefined, never)).toEqual(fail('not-sent'));
    expect(server.seen).toEqual([]);
    rules = { isAllowed: true, optOutSignal: false };
    server.script.push(async (exchange) => {
      exchange.head();
      await exchange.body(exchange.rest.subarray(0, 300_000));
    });
    expect(await transfer.run(job(), () => undefined, never)).toEqual(fail('service-unreachable'));
    expect(await transfer.run(job(), () => undefined, never)).toEqual(ok(null));
    await vi.waitUntil(() => records.length === 3);
    const host = `127.0.0.1:${server.port}`;
    const usual = { host, purpose: 'lecture', category: 'essential' };
    expect(records).toMatchObject([
      { ...usual, result: 'refused', status: null, sentBytes: 0, receivedBytes: 0 },
      { ...usual, result: 'failed', status: 200 },
      { ...usual, result: 'answered', status: 206 },
    ]);
    for (const [at, { sentBodyBytes }] of server.seen.entries()) {
      const headBytes = (records[at + 1]?.receivedBytes ?? 0) - sentBodyBytes;
      expect([headBytes > 80, headBytes < 400]).toEqual([true, true]);
    }
    expect(server.seen[0]?.headers).not.toHaveProperty('sec-gpc');
  });
  it('F3: carry the opt-out signal while it is on, and never a cookie', async () => {
    rules = { isAllowed: true, optOutSignal: true };
    server.script.push(async (exchange) => {
      exchange.head({ 'Set-Cookie': 'lr_session_hint=1' });
      await exchange.body(exchange.rest.subarray(0, 300_000));
    });
    await transfer.run(job(), () => undefined, never);
    expect(await transfer.run(job(), () => undefined, never)).toEqual(ok(null));
    expect(server.seen.map(({ headers }) => [headers['sec-gpc'], headers['dnt'], headers['cookie']])).toEqual([
      ['1', '1', undefined],
      ['1', '1', undefined],
    ]);
  });
  it('F3: a withdrawal in the middle of a job holds for its next request', async () => {
    server.script.push(async (exchange) => {
      exchange.head();
      await exchange.body(exchange.rest.subarray(0, 300_000));
      rules = { isAllowed: false, optOutSignal: false };
      transfer.rulesChanged();
      await exchange.body(exchange.rest.subarray(300_000));
    });
    expect(await transfer.run(job(), () => undefined, never)).toEqual(ok(null));
    expect(server.seen.length).toBe(1);
    const other = { ...job(), assetId: 'Asset-2' as TransferJob['assetId'] };
    expect(await transfer.run(other, () => undefined, never)).toEqual(fail('not-sent'));
    expect(server.seen.length).toBe(1);
  });
});
