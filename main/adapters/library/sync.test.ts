import { describe, expect, it } from 'vitest';
import { HistoryEntryId } from '../../../contract/domain/history.ts';
import { DeviceId } from '../../../contract/domain/ids.ts';
import type { LocalDay } from '../../../contract/domain/local-day.ts';
import { stampAfter } from '../../../contract/domain/stamp.ts';
import type { HistoryEvent, SyncedSitting } from '../../../contract/domain/synced.ts';
import type { OutgoingEvent } from '../../sync-ports.ts';
import {
  accountId,
  applyCatalogue,
  lectureId,
  sampleCourse,
  sampleLecture,
  valueOf,
  wholeCatalogue,
} from './testing/sample-data.ts';
import { openLibrary } from './testing/test-bench.ts';
import { deviceId, watchedMoment } from './testing/watched-moment.ts';

const day = '2026-03-12' as LocalDay;
const nowMs = Date.parse('2026-03-12T12:00:00Z');
const at = (iso: string) => `2026-03-12T${iso}Z`;
const other = DeviceId.parse('other-computer');
const stamp = (timeMs: number) => stampAfter({ nowMs: timeMs, deviceId: other, clock: null, seen: null });

function told(number: number, part: Partial<SyncedSitting> = {}): HistoryEvent {
  const sitting: SyncedSitting = {
    id: HistoryEntryId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
    born: stamp(nowMs - 1000),
    lectureId: lectureId('l1'),
    courseId: sampleCourse('c', [sampleLecture('l1')]).id,
    lectureTitle: 'Lecture as it was called',
    courseTitle: 'Course',
    durationMs: 60_000,
    deviceId: other,
    startedAtMs: nowMs - 10_000,
    endedAtMs: nowMs,
    day,
    offsetMinutes: 180,
    watchedMs: 10_000,
    fromMs: 0,
    toMs: 10_000,
    ...part,
  };
  return { kind: 'sitting', sitting };
}

async function opened(on = true) {
  const opening = await openLibrary();
  const { library } = opening;
  const { sync, history } = library;
  await valueOf(
    applyCatalogue(
      library,
      wholeCatalogue(
        sampleCourse(
          'c',
          ['l1', 'l2'].map((id) => sampleLecture(id)),
        ),
      ),
      null,
    ),
  );
  await valueOf(sync.begin(deviceId));
  if (on) await valueOf(sync.turn({ on: true, deleteCopy: false }));
  const waiting = async () => (await valueOf(sync.outgoing(100))).map(({ event }) => event);
  const apply = async (...events: readonly HistoryEvent[]) =>
    valueOf(sync.apply({ epoch: 'epoch-one', cursor: '1', events, today: day, nowMs }));
  return {
    ...opening,
    sync,
    history,
    waiting,
    apply,
    entries: async () => (await valueOf(history.list({ before: null, limit: 50, text: '' }))).entries,
    watch: async (lecture: string, iso: string) => valueOf(history.record(watchedMoment(lecture, at(iso)))),
    fillAll: async () => {
      while (await valueOf(sync.fill()));
    },
    sendAll: async () => {
      const all: readonly OutgoingEvent[] = await valueOf(sync.outgoing(1000));
      await valueOf(sync.sent({ taken: all.map(({ revision }) => revision), refused: [] }));
      return all.map(({ event }) => event);
    },
  };
}
const kinds = (events: readonly HistoryEvent[]) => events.map(({ kind }) => kind);

describe('the exchange in the library', () => {
  it('E4: what was there before it was turned on waits then, once, with the times of then', async () => {
    const { library, sync, waiting, watch, fillAll, sendAll } = await opened(false);
    await watch('l1', '10:00:05');
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 1, completed: true, watchedAtMs: nowMs }));
    await valueOf(library.study.addWatched(lectureId('l2'), [{ startMs: 0, endMs: 5000 }]));
    expect(await waiting()).toEqual([]);
    await valueOf(sync.turn({ on: true, deleteCopy: false }));
    await fillAll();
    const sent = await sendAll();
    expect(sent).toMatchObject([
      { lecture: { lectureId: 'l1', position: { positionMs: 1, watchedAtMs: nowMs }, completion: { atMs: nowMs } } },
      { lecture: { lectureId: 'l2', position: null, spans: [{ startMs: 0, endMs: 5000 }] } },
      { sitting: { lectureId: 'l1', deviceId: 'this-computer', watchedMs: 5000 } },
    ]);
    await fillAll();
    expect(await waiting()).toEqual([]);
  });

  it('E4: filling goes on where it stopped, in pieces, also after a restart', async () => {
    const { library, libraryKey, sync, fillAll, history } = await opened(false);
    for (let index = 0; index < 900; index += 1) {
      const moment = watchedMoment('l1', at('10:00:00'), { nowMs: nowMs + index * 700_000, startedAtMs: nowMs });
      await valueOf(history.record(moment));
    }
    await valueOf(sync.turn({ on: true, deleteCopy: false }));
    await valueOf(sync.fill());
    await valueOf(sync.fill());
    const { waitingCount } = await valueOf(sync.facts());
    expect(waitingCount).toBeGreaterThan(0);
    expect(waitingCount).toBeLessThan(900);
    await valueOf(library.open(accountId('a'), new Uint8Array(libraryKey)));
    await fillAll();
    expect((await valueOf(sync.facts())).waitingCount).toBe(900);
  });

  it('E4: off, nothing waits, whatever is watched and deleted; turned off, what waited waits no more', async () => {
    const { library, sync, watch, waiting, history } = await opened();
    await watch('l1', '10:00:05');
    expect(kinds(await waiting())).toEqual(['sitting']);
    await valueOf(sync.turn({ on: false, deleteCopy: false }));
    await watch('l1', '10:00:10');
    await valueOf(library.progress.save(lectureId('l1'), { positionMs: 1, completed: false, watchedAtMs: nowMs }));
    await valueOf(history.remove({ all: true }, 1, nowMs));
    await valueOf(history.forget(1));
    expect(await waiting()).toEqual([]);
    expect((await valueOf(sync.facts())).waitingCount).toBe(0);
    expect(await valueOf(sync.fill())).toBe(false);
  });

  it('E4: a change that comes while another is on its way is sent too', async () => {
    const { sync, watch, waiting } = await opened();
    await watch('l1', '10:00:05');
    const [first] = await valueOf(sync.outgoing(10));
    await watch('l1', '10:00:10');
    await valueOf(sync.sent({ taken: [first?.revision ?? 0], refused: [] }));
    expect(await waiting()).toMatchObject([{ sitting: { watchedMs: 10_000 } }]);
  });

  it('E4: what the service refused is set aside until it changes', async () => {
    const { sync, watch, waiting } = await opened();
    await watch('l1', '10:00:05');
    const [first] = await valueOf(sync.outgoing(10));
    await valueOf(sync.sent({ taken: [], refused: [first?.revision ?? 0] }));
    expect(await waiting()).toEqual([]);
    expect((await valueOf(sync.facts())).waitingCount).toBe(0);
    await watch('l1', '10:00:10');
    expect(await waiting()).toHaveLength(1);
  });

  it('E4: a removal is told when it cannot be undone any more; what never left is not even named', async () => {
    const { watch, waiting, sendAll, history, entries } = await opened();
    await watch('l1', '10:00:05');
    await sendAll();
    const [entry] = await entries();
    const removal = { entryIds: entry === undefined ? [] : [entry.id] };
    await valueOf(history.remove(removal, 1, nowMs));
    expect(await waiting()).toEqual([]);
    await valueOf(history.restore(1));
    expect(await waiting()).toMatchObject([{ kind: 'sitting' }]);
    await valueOf(history.remove(removal, 2, nowMs));
    await valueOf(history.forget(2));
    expect(await waiting()).toEqual([{ kind: 'removed', id: entry?.id, reason: 'deleted' }]);
  });

  it('E4: what was removed and grows elsewhere comes back grown, if it comes back; if it was removed there too, it does not', async () => {
    const { apply, history, entries } = await opened();
    await apply(told(1), told(2));
    await valueOf(history.remove({ all: true }, 1, nowMs));
    const second = told(2);
    await apply(told(1, { watchedMs: 20_000, toMs: 20_000 }), {
      kind: 'removed',
      id: second.kind === 'sitting' ? second.sitting.id : HistoryEntryId.parse(''),
      reason: 'deleted',
    });
    expect(await entries()).toEqual([]);
    expect(await valueOf(history.restore(1))).toBe(1);
    expect((await entries()).map(({ watchedMs }) => watchedMs)).toEqual([20_000]);
  });

  it('E4: after “delete all” elsewhere, what is watched here stays, also with a clock that is days behind', async () => {
    const { apply, watch, entries, waiting } = await opened();
    const cleared = stamp(nowMs + 5 * 86_400_000);
    await watch('l1', '10:00:05');
    await apply({ kind: 'cleared', stamp: cleared });
    expect(await entries()).toEqual([]);
    await watch('l2', '11:00:05');
    await apply({ kind: 'cleared', stamp: cleared }, told(3));
    expect((await entries()).map((each) => each.lectureId)).toEqual(['l2']);
    // Nobody else takes it for deleted either.
    const [event] = await waiting();
    expect(event?.kind === 'sitting' && event.sitting.born > cleared).toBe(true);
  });

  it('E3 E4: what is too old here is told as such, in pieces; what another computer finds too old stays here', async () => {
    const { apply, history, waiting, sendAll, entries } = await opened();
    await apply(told(1), told(2, { day: '2026-01-01' as LocalDay }));
    await sendAll();
    expect(await valueOf(history.purge(day, 30))).toEqual({ count: 1, hasMore: false });
    expect(await waiting()).toMatchObject([{ kind: 'removed', reason: 'expired' }]);
    await apply(told(2, { watchedMs: 50_000 }));
    const [kept] = await entries();
    await apply({ kind: 'removed', id: kept?.id ?? HistoryEntryId.parse(''), reason: 'expired' });
    expect(await entries()).toEqual([kept]);
  });

  it('E1 E4: an entry of another computer keeps its titles, its day and its time, is found by its words, and is as old as it is', async () => {
    const { apply, history, entries } = await opened();
    expect(await apply(told(1, { day: '2026-02-01' as LocalDay }))).toEqual({ history: true, progress: false });
    expect(await apply(told(1, { day: '2026-02-01' as LocalDay }))).toEqual({ history: false, progress: false });
    expect(await entries()).toMatchObject([
      { lectureTitle: 'Lecture as it was called', day: '2026-02-01', offsetMinutes: 180, deviceId: 'other-computer' },
    ]);
    const found = await valueOf(history.list({ before: null, limit: 5, text: 'CALLED' }));
    expect(found.entries).toHaveLength(1);
    // A day that has not come here is no reason to keep it longer than today's.
    await apply(told(2, { day: '2027-01-01' as LocalDay }));
    expect(await valueOf(history.purge('2026-04-20' as LocalDay, 30))).toMatchObject({ count: 2 });
  });

  it('E4: nothing is taken while it is off, nor of another copy, and the place to read on from stays', async () => {
    const { sync, apply, entries } = await opened();
    await apply(told(1));
    await valueOf(sync.apply({ epoch: 'epoch-two', cursor: '9', events: [told(2)], today: day, nowMs }));
    await valueOf(sync.turn({ on: false, deleteCopy: false }));
    await valueOf(sync.apply({ epoch: 'epoch-one', cursor: '9', events: [told(3)], today: day, nowMs }));
    expect(await entries()).toHaveLength(1);
    expect(await valueOf(sync.facts())).toMatchObject({ epoch: 'epoch-one', cursor: '1' });
    expect(await valueOf(sync.turn({ on: false, deleteCopy: true }))).toMatchObject({
      deletion: { epoch: 'epoch-one' },
      epoch: null,
      cursor: null,
    });
  });
});
