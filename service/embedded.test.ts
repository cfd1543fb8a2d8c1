import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { runEmbedded, type EmbeddedAnswer, type ParentPort } from './embedded.ts';
import { sampleAccounts } from './sample-accounts.ts';
import { writeSamples } from './test-support/samples.ts';
import { temporaryFolder } from './test-support/test-service.ts';

/** A parent as Electron's utility process sees it. */
function fakeParent() {
  const events = new EventEmitter();
  const answers: EmbeddedAnswer[] = [];
  const codes: number[] = [];
  const port = {
    on: events.on.bind(events),
    postMessage: (answer: EmbeddedAnswer) => answers.push(answer),
  } as ParentPort;
  runEmbedded(port, (code) => codes.push(code));
  return { answers, codes, say: (data: unknown) => events.emit('message', { data }), go: () => events.emit('close') };
}

async function folders() {
  const folder = await temporaryFolder();
  await writeSamples(join(folder, 'samples'));
  return { kind: 'start', dataFolder: join(folder, 'data'), samplesFolder: join(folder, 'samples') };
}

describe('the service inside the app', () => {
  it.each(['told to stop', 'left by its parent'])('I6: says where it listens, and ends when %s', async (how) => {
    const parent = fakeParent();
    parent.say(await folders());
    await expect.poll(() => parent.answers.length, { timeout: 10_000 }).toBe(1);
    const [answer] = parent.answers;
    if (answer?.kind !== 'listening') throw new Error('it does not listen');
    expect(answer.sampleAccounts).toEqual(sampleAccounts);
    expect((await fetch(`${answer.origin}/v1/keys`)).status).toBe(200);
    if (how === 'told to stop') parent.say({ kind: 'stop' });
    else parent.go();
    await expect.poll(() => parent.codes).toEqual([0]);
    await expect(fetch(`${answer.origin}/v1/keys`)).rejects.toThrow('fetch failed');
  });

  it('I6: says why it cannot start, in one word, without a path', async () => {
    const config = await folders();
    const reasonFor = async (message: unknown) => {
      const parent = fakeParent();
      parent.say(message);
      await expect.poll(() => parent.answers.length, { timeout: 10_000 }).toBe(1);
      parent.say({ kind: 'stop' });
      await expect.poll(() => parent.codes).toEqual([0]);
      return parent.answers[0];
    };
    expect(await reasonFor({ kind: 'start' })).toEqual({ kind: 'failed', reason: 'bad-config' });
    expect(await reasonFor('hello')).toEqual({ kind: 'failed', reason: 'bad-config' });
    const noSamples = { ...config, samplesFolder: join(config.samplesFolder, 'nowhere') };
    expect(await reasonFor(noSamples)).toEqual({ kind: 'failed', reason: 'samples-unusable' });
    expect(await reasonFor({ ...config, nativeBinding: '/nowhere.node' })).toEqual({
      kind: 'failed',
      reason: 'unexpected',
    });
    mkdirSync(config.dataFolder, { recursive: true });
    const newer = new Database(join(config.dataFolder, 'service.db'));
    newer.pragma('user_version = 99');
    newer.close();
    expect(await reasonFor(config)).toEqual({ kind: 'failed', reason: 'database-newer' });
    writeFileSync(join(config.dataFolder, 'service.db'), 'not a database '.repeat(500));
    expect(await reasonFor(config)).toEqual({ kind: 'failed', reason: 'disk' });
  });
});
