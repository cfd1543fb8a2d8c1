import { describe, expect, it } from 'vitest';
import { done, fail, ok, type Result } from '../../../contract/result.ts';
import type { CallRequest } from './messages.ts';
import type { StartWorker, WorkerEvents } from './start-worker.ts';
import { accountId, codeOf, courseId, lectureId } from './testing/sample-data.ts';
import { rememberingLog } from './testing/test-bench.ts';
import { createWorkerClient } from './worker-client.ts';

const input = () => ({ accountId: accountId('a'), libraryKey: new Uint8Array(32).fill(7) });
const progress = { positionMs: 1, completed: false, watchedAtMs: 1 };

/** Workers that answer only when the test says so. */
function scriptedWorkers() {
  const workers: { readonly events: WorkerEvents; readonly asked: CallRequest[]; ended: boolean }[] = [];
  const start: StartWorker = (events) => {
    const worker = { events, asked: [] as CallRequest[], ended: false };
    workers.push(worker);
    return {
      post: (request, moved) => worker.asked.push(structuredClone(request, { transfer: [...moved] })),
      end: () => {
        worker.ended = true;
        return Promise.resolve();
      },
    };
  };
  const log = rememberingLog();
  const client = createWorkerClient(start, log);
  const at = (index: number) => workers[index]!;
  const namesOf = (index: number) => at(index).asked.map((request) => request.name);
  const answer = (index: number, call: number, result: Result<unknown>) =>
    at(index).events.onMessage({ kind: 'answer', id: at(index).asked[call]!.id, result });
  const crash = (index: number) => at(index).events.onEnd(new RangeError('a path and a title'));
  return { client, log, workers, namesOf, answer, crash, at };
}

describe('the client of the library worker', () => {
  it('starts the worker with the first call and matches answers by id', async () => {
    const { client, workers, answer } = scriptedWorkers();
    expect(workers).toHaveLength(0);
    const heads = client.call('catalogue.heads', null);
    const course = client.call('catalogue.course', courseId('c'));
    answer(0, 1, ok(null));
    answer(0, 0, ok([]));
    expect(await course).toEqual(ok(null));
    expect(await heads).toEqual(ok([]));
    expect(workers).toHaveLength(1);
  });

  it('after a crash: starts anew, opens the library again, asks reads once more, owns up to writes', async () => {
    const { client, log, namesOf, answer, crash, at } = scriptedWorkers();
    const opened = client.open(input());
    answer(0, 0, done);
    await opened;
    const read = client.call('catalogue.heads', null);
    const write = client.call('progress.save', { lectureId: lectureId('l'), progress });
    crash(0);
    expect(await codeOf(write)).toBe('disk-failed');
    expect(namesOf(1)).toEqual(['library.open', 'catalogue.heads']);
    expect(at(1).asked[0]?.input).toEqual(input());
    answer(1, 0, done);
    answer(1, 1, ok([]));
    expect(await read).toEqual(ok([]));
    expect(log.lines).toHaveLength(1);
  });

  it('asks a read no third time', async () => {
    const { client, crash, workers } = scriptedWorkers();
    const read = client.call('catalogue.heads', null);
    crash(0);
    crash(1);
    expect(await codeOf(read)).toBe('disk-failed');
    expect(workers).toHaveLength(2);
  });

  it('after a crash with nothing to do, waits for the next call', async () => {
    const { client, crash, workers, namesOf, answer } = scriptedWorkers();
    const opened = client.open(input());
    answer(0, 0, done);
    await opened;
    crash(0);
    expect(workers).toHaveLength(1);
    const write = client.call('progress.save', { lectureId: lectureId('l'), progress });
    expect(namesOf(1)).toEqual(['library.open', 'progress.save']);
    answer(1, 0, done);
    answer(1, 1, done);
    expect(await write).toEqual(done);
  });

  it('says why the library could not be opened again', async () => {
    const { client, crash, answer } = scriptedWorkers();
    const opened = client.open(input());
    answer(0, 0, done);
    await opened;
    const read = client.call('catalogue.heads', null);
    crash(0);
    answer(1, 0, fail('library-damaged'));
    answer(1, 1, fail('signed-out'));
    expect(await codeOf(read)).toBe('library-damaged');
  });

  it('forgets the key when the library is closed or did not open: a new worker opens nothing', async () => {
    for (const forget of ['close', 'refuse'] as const) {
      const { client, crash, namesOf, answer } = scriptedWorkers();
      const opened = client.open(input());
      answer(0, 0, forget === 'refuse' ? fail('library-key-wrong') : done);
      await opened;
      if (forget === 'close') void client.close();
      crash(0);
      void client.call('catalogue.heads', null);
      expect(namesOf(1)).toEqual(['catalogue.heads']);
    }
  });

  it('a worker that dies while opening is asked again', async () => {
    const { client, crash, namesOf, answer, at } = scriptedWorkers();
    const opened = client.open(input());
    crash(0);
    expect(namesOf(1)).toContain('library.open');
    for (let call = 0; call < at(1).asked.length; call += 1) answer(1, call, done);
    expect(await opened).toEqual(done);
  });

  it('stops after what was asked, then answers signed-out and starts nothing more', async () => {
    const { client, answer, namesOf, at, workers, log } = scriptedWorkers();
    const write = client.call('progress.save', { lectureId: lectureId('l'), progress });
    const stopped = client.stop();
    expect(namesOf(0)).toEqual(['progress.save', 'stop']);
    answer(0, 0, done);
    answer(0, 1, done);
    expect(await write).toEqual(done);
    await stopped;
    expect(at(0).ended).toBe(true);
    at(0).events.onEnd(new Error('ended'));
    expect(await codeOf(client.call('catalogue.heads', null))).toBe('signed-out');
    await client.stop();
    expect(workers).toHaveLength(1);
    expect(log.lines).toEqual([]);
  });

  it('a client that was never used stops at once', async () => {
    const { client, workers } = scriptedWorkers();
    await client.stop();
    expect(workers).toHaveLength(0);
  });
});
