import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { leftOpenIsSeen } from '../support/left-open.ts';
import { openQueueScene } from '../support/queue-scene.ts';
import type { QueueScene } from '../support/queue-scene.ts';
import { startRawServer } from '../support/raw-server.ts';
import type { RawServer } from '../support/raw-server.ts';
import { queueCases, segmentBytes } from './queue-cases.ts';
import type { QueueCase } from './queue-cases.ts';
import { forgetSent } from '../support/sent-bytes.ts';

/** Stands for the other origin in the table, which is made before its server has a port. */
const caughtAt = 'http://127.0.0.1:PORT';
let scene: QueueScene;
let other: RawServer;

beforeAll(async () => {
  scene = await openQueueScene();
  other = await startRawServer(scene.original);
});
afterEach(async () => {
  await scene.rig.clearFaults();
  await scene.remove();
});
afterAll(async () => {
  await other.close();
  await scene.close();
});

async function expectOutcome(one: QueueCase): Promise<void> {
  const { rig, app, original } = scene;
  const rules = JSON.stringify(one.rules).replaceAll(caughtAt, `http://127.0.0.1:${other.port}`);
  await forgetSent(rig.service.origin);
  await rig.setFaults(JSON.parse(rules) as unknown[]);
  await scene.start();
  const shown = new Set<string>();
  let waits = 0;
  const first = await scene.settled(shown, async () => {
    // What lasts for ever is mended after a while, and the long wait cut short as a network that comes back does.
    waits += 1;
    if (waits === 40) await rig.clearFaults();
    if (waits % 20 === 0) app.wake();
  });
  const reasons = [...shown];
  // A service that says nothing at all is said as "waiting for the network", if the line was lost before the download began.
  const said =
    one.shows === null
      ? reasons.length === 0
      : reasons.includes(one.shows) || (one.shows === 'service-unreachable' && reasons.includes('offline'));
  expect(said, `it showed: ${reasons.join()}`).toBe(true);
  expect(first).toBe(one.byItself ? 'complete' : 'stuck');
  await rig.clearFaults();
  await (first === 'stuck' ? scene.resume() : null);
  expect(await scene.settled(shown, () => undefined)).toBe('complete');
  const again = { none: 0, all: original.byteLength, uncounted: Infinity };
  const granted = typeof one.again === 'number' ? one.again : again[one.again ?? 'none'];
  const most = original.byteLength + (one.interruptions ?? 0) * segmentBytes + granted;
  expect(await scene.sentBytes()).toBeLessThanOrEqual(most);
  expect(other.seen).toEqual([]);
  await scene.expectLecture();
}

describe(`the whole app and a misbehaving service (${leftOpenIsSeen})`, () => {
  it.each(
    queueCases(caughtAt).map((one) => {
      const how = one.byItself ? 'goes on by itself' : 'goes on when asked';
      return [one.title, one.shows ?? 'unnoticed', how, one] as const;
    }),
  )('D3 D4: %s → %s, %s', (_title, _shows, _how, one) => expectOutcome(one));

  it('D3: who asks to wait two seconds is not asked again before', async () => {
    const fault = { kind: 'status', status: 503, retryAfterSeconds: 2 };
    await scene.rig.setFaults([{ route: 'GET /v1/media/{id}', pathContains: '360p', times: 1, fault }]);
    const startedAtMs = performance.now();
    await scene.start();
    const shown = new Set<string>();
    expect(await scene.settled(shown, () => undefined)).toBe('complete');
    expect([...shown]).toEqual(['service-failed']);
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(2000);
    await scene.expectLecture();
  });

  it('D3 D4: none of all that was a defect to the app', async () => {
    const log = await readFile(join(scene.rig.userDataFolder, 'logs', 'lectoroom.log'), 'utf8');
    expect(log).toContain('download.stopped');
    expect(log.split('\n').filter((line) => /defect/.test(line))).toEqual([]);
    await scene.start();
  });
});
