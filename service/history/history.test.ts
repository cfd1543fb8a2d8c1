import { describe, expect, it } from 'vitest';
import { HistoryPart, historyEventsMost, SendHistoryAnswer } from '../../contract/api/history.ts';
import { stampAfter } from '../../contract/domain/stamp.ts';
import type { HistoryEvent } from '../../contract/domain/synced.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { anythingHolds } from '../test-support/traces.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = (nowMs: number, deviceId = 'one') => stampAfter({ nowMs, deviceId, clock: null, seen: null });

function sitting(number: number, part: Record<string, unknown> = {}): unknown {
  return {
    kind: 'sitting',
    sitting: {
      id: idOf(number),
      born: at(number),
      lectureId: 'first-one',
      courseId: 'first',
      lectureTitle: `Unmistakable lecture ${number}`,
      courseTitle: 'How seeking works',
      durationMs: 60_000,
      deviceId: 'device-1',
      startedAtMs: 1,
      endedAtMs: 2,
      day: '2026-11-23',
      offsetMinutes: 0,
      watchedMs: 5000,
      fromMs: 0,
      toMs: 5000,
      ...part,
    },
  };
}
const removed = (number: number, reason = 'deleted') => ({ kind: 'removed', id: idOf(number), reason });
const lecture = (part: Record<string, unknown>) => ({
  kind: 'lecture',
  lecture: { lectureId: 'first-one', reset: null, completion: null, position: null, spans: [], ...part },
});

async function syncing() {
  const service = await startTestService();
  const { accessToken: token } = await service.signIn();
  const part = async (since = '', of = token) =>
    HistoryPart.parse(await (await service.ask('GET', `/v1/history${since}`, { token: of })).json());
  const { epoch } = await part();
  const send = (events: readonly unknown[], of = token, to = epoch) =>
    service.ask('POST', '/v1/history/events', { token: of, body: { epoch: to, events } });
  return {
    ...service,
    token,
    epoch,
    part,
    send,
    take: async (...events: readonly unknown[]) => SendHistoryAnswer.parse(await (await send(events)).json()),
    titles: async () => titlesOf((await part()).events),
  };
}

function titlesOf(events: readonly HistoryEvent[]): readonly string[] {
  return events.map((event) => (event.kind === 'sitting' ? event.sitting.lectureTitle : event.kind));
}

describe('the copy of a watch history', () => {
  it('E4: events come back in the order in which they became known; what is told again changes nothing', async () => {
    const { take, part, epoch } = await syncing();
    expect(await take(sitting(1), sitting(2))).toEqual({ epoch, taken: [0, 1], refused: [] });
    const before = await part();
    expect(titlesOf(before.events)).toEqual(['Unmistakable lecture 1', 'Unmistakable lecture 2']);
    await take(sitting(2), sitting(1));
    expect(await part(`?since=${before.cursor}`)).toEqual({ ...before, events: [] });
    await take(sitting(1, { watchedMs: 9000, toMs: 9000 }));
    await take(sitting(1));
    const after = await part(`?since=${before.cursor}`);
    expect(after.events).toMatchObject([{ sitting: { id: idOf(1), watchedMs: 9000 } }]);
  });

  it('E4: what is known of a lecture is joined: the later place, all that was watched', async () => {
    const { take, part } = await syncing();
    const position = (atMs: number, positionMs: number) => ({ stamp: at(atMs), positionMs, watchedAtMs: atMs });
    await take(lecture({ position: position(5, 50), spans: [{ startMs: 0, endMs: 5000 }] }));
    await take(lecture({ position: position(4, 40), spans: [{ startMs: 20_000, endMs: 30_000 }] }));
    expect((await part()).events).toMatchObject([
      {
        lecture: {
          position: { positionMs: 50 },
          spans: [
            { startMs: 0, endMs: 5000 },
            { startMs: 20_000, endMs: 30_000 },
          ],
        },
      },
    ]);
  });

  it('E4: what was deleted stays so whatever comes later, and nothing of it but its bare id is on the disk', async () => {
    const { take, titles, part, dataFolder } = await syncing();
    await take(sitting(1), sitting(2), removed(3));
    expect(anythingHolds(dataFolder, 'Unmistakable lecture 1')).toBe(true);
    await take(removed(1, 'expired'), sitting(1, { watchedMs: 90_000 }), sitting(3));
    expect(await titles()).toEqual(['Unmistakable lecture 2', 'removed', 'removed']);
    await take(removed(1), removed(1, 'expired'));
    expect((await part()).events.at(-1)).toEqual(removed(1));
    expect(anythingHolds(dataFolder, 'Unmistakable lecture 1')).toBe(false);
    expect(anythingHolds(dataFolder, 'Unmistakable lecture 3')).toBe(false);
    expect(anythingHolds(dataFolder, idOf(1))).toBe(true);
  });

  it('E4: “delete all” takes what was begun before it, also what arrives later, and not what came after', async () => {
    const { take, titles, dataFolder } = await syncing();
    await take(sitting(1), sitting(2), sitting(9));
    await take({ kind: 'cleared', stamp: at(5) });
    await take(sitting(3), { kind: 'cleared', stamp: at(4) });
    expect(await titles()).toEqual(['Unmistakable lecture 9', 'cleared']);
    for (const number of [1, 2, 3]) expect(anythingHolds(dataFolder, idOf(number))).toBe(false);
  });

  it('E4 A6: each account has its own; nobody without an account has any', async () => {
    const { take, ask, signIn, part, send, epoch } = await syncing();
    await take(sitting(1));
    const { accessToken: other } = await signIn('device-2', sampleAccounts[1]);
    expect((await part('', other)).events).toEqual([]);
    // Another's epoch opens nothing.
    const answer = SendHistoryAnswer.parse(await (await send([removed(1)], other, epoch)).json());
    expect(answer).toMatchObject({ taken: [], refused: [] });
    await ask('DELETE', '/v1/history', { token: other });
    expect((await part()).events).toHaveLength(1);
    for (const [method, path] of [
      ['GET', '/v1/history'],
      ['DELETE', '/v1/history'],
      ['POST', '/v1/history/events'],
    ] as const) {
      expect((await ask(method, path)).status).toBe(401);
    }
  });

  it('E4: deleted, nothing of it is on the disk; computers that know the former copy can add nothing and delete no newer one', async () => {
    const { take, ask, part, send, token, epoch, dataFolder } = await syncing();
    await take(sitting(1), lecture({ spans: [{ startMs: 111_222, endMs: 333_444 }] }), removed(2));
    expect((await ask('DELETE', `/v1/history?epoch=${epoch}`, { token })).status).toBe(204);
    for (const trace of ['Unmistakable', idOf(1), idOf(2), '111222']) {
      expect(anythingHolds(dataFolder, trace)).toBe(false);
    }
    const after = await part();
    expect(after).toMatchObject({ events: [], cursor: '0', hasMore: false });
    expect(after.epoch).not.toBe(epoch);
    expect(await take(sitting(1))).toEqual({ epoch: after.epoch, taken: [], refused: [] });
    await send([sitting(4)], token, after.epoch);
    // The answer to the first deletion was lost: it is asked for again.
    expect((await ask('DELETE', `/v1/history?epoch=${epoch}`, { token })).status).toBe(204);
    expect((await part()).events).toHaveLength(1);
    expect((await ask('DELETE', '/v1/history', { token })).status).toBe(204);
    expect((await part()).events).toEqual([]);
  });

  it('G4: is gone with the account', async () => {
    const { take, ask, token, dataFolder } = await syncing();
    await take(sitting(1));
    const { password } = sampleAccounts[0] ?? { password: '' };
    expect((await ask('DELETE', '/v1/account', { token, body: { password } })).ok).toBe(true);
    expect(anythingHolds(dataFolder, 'Unmistakable')).toBe(false);
  });

  it('E4: one bad event is refused by itself; too many, too much or no epoch is a problem', async () => {
    const { take, titles, send, ask, token, epoch } = await syncing();
    const bad = [
      sitting(1, { watchedMs: -1 }),
      sitting(1, { born: 'zzzzzzzzz.0000.one' }),
      { kind: 'film' },
      null,
      sitting(1, { lectureTitle: 'x'.repeat(1001) }),
    ];
    expect(await take(sitting(2), ...bad)).toEqual({ epoch, taken: [0], refused: [1, 2, 3, 4, 5] });
    expect(await titles()).toEqual(['Unmistakable lecture 2']);
    const many = Array.from({ length: historyEventsMost + 1 }, (_, index) => removed(index));
    expect(await problemOf(await send(many))).toBe('bad-request');
    expect((await send(['x'.repeat(300_000)])).status).toBe(413);
    expect(await problemOf(await ask('POST', '/v1/history/events', { token, body: { events: [] } }))).toBe(
      'bad-request',
    );
    expect(await problemOf(await ask('GET', '/v1/history?since=-1', { token }))).toBe('bad-request');
  });

  it('E4: a long history comes in parts', async () => {
    const { take, part } = await syncing();
    for (let from = 0; from < 450; from += 150) {
      await take(...Array.from({ length: 150 }, (_, index) => removed(from + index)));
    }
    let place = await part();
    let count = place.events.length;
    while (place.hasMore) {
      expect(place.events.length).toBeLessThanOrEqual(200);
      place = await part(`?since=${place.cursor}`);
      count += place.events.length;
    }
    expect(count).toBe(450);
  });
});
