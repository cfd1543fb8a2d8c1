import { describe, expect, it } from 'vitest';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { defaultSettings } from '../../../contract/domain/settings.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import { fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { WatchedLecture } from '../../ports.ts';
import { createUpkeep } from './upkeep.ts';
import { previewWatched, removeWatched } from './watched.ts';
import type { WatchedDeps } from './watched.ts';

const dayMs = 86_400_000;
const nowMs = 100 * dayMs;
const watched = (id: string, daysAgo: number, addedDaysAgo = 50): WatchedLecture => ({
  lectureId: id as LectureId,
  lectureTitle: id,
  courseTitle: 'c',
  sizeBytes: 10,
  addedAtMs: nowMs - addedDaysAgo * dayMs,
  completedAtMs: nowMs - daysAgo * dayMs,
  hasNotes: false,
});

async function removed(
  days: Settings['removeWatchedAfterDays'],
  lectures: readonly WatchedLecture[],
  part: { readonly playing?: string; readonly isBelieved?: boolean; readonly fails?: string } = {},
) {
  const told: unknown[] = [];
  const gone: LectureId[] = [];
  await removeWatched({
    library: { space: { watched: () => Promise.resolve(ok(lectures)) } } as unknown as WatchedDeps['library'],
    settings: () => ({ ...defaultSettings, removeWatchedAfterDays: days }),
    moment: () => ({ nowMs, isBelieved: part.isBelieved ?? true }),
    remove: (id) => {
      if (id === part.fails) return Promise.resolve(fail('drive-away'));
      if (id !== part.playing) gone.push(id);
      return Promise.resolve(ok(id !== part.playing));
    },
    onRemoved: (each) => void told.push(each),
  });
  return { gone, told };
}

describe('D7: what was watched to its end goes by itself', () => {
  const both = [watched('old', 7), watched('new', 0.5)];
  it.each<[string, Settings['removeWatchedAfterDays'], readonly string[]]>([
    ['never', null, []],
    ['at once', 0, ['old', 'new']],
    ['after a day', 1, ['old']],
    ['after a week', 7, ['old']],
  ])('D7: %s', async (_, days, expected) => {
    expect((await removed(days, both)).gone).toEqual(expected);
  });

  it('D7: never what the player has before it, nor what was asked for again after it was watched', async () => {
    const { gone, told } = await removed(0, both, { playing: 'old' });
    expect(gone).toEqual(['new']);
    expect(told).toEqual([{ lectureIds: ['new'], lectureTitle: 'new' }]);
    expect((await removed(0, [watched('again', 9, 8)])).gone).toEqual([]);
  });

  it('C5 D7: never what the person has notes in; the preview, which the person confirms, has it', async () => {
    const lectures = [{ ...watched('noted', 9), hasNotes: true }, watched('old', 9)];
    for (const days of [0, 7] as const) expect((await removed(days, lectures)).gone).toEqual(['old']);
    const library = { space: { watched: () => Promise.resolve(ok(lectures)) } } as unknown as WatchedDeps['library'];
    const preview = await previewWatched(null, { library, isOpen: () => false });
    expect(preview.ok && preview.value.lectures.map(({ lectureId }) => lectureId)).toEqual(['noted', 'old']);
  });

  it('D7: what went before one that cannot go is told all the same', async () => {
    const { gone, told } = await removed(0, [...both, watched('last', 0)], { fails: 'new' });
    expect(gone).toEqual(['old']);
    expect(told).toEqual([{ lectureIds: ['old'], lectureTitle: 'old' }]);
  });

  it('D7: a clock that nobody believes counts no days', async () => {
    expect((await removed(7, both, { isBelieved: false })).gone).toEqual([]);
    expect((await removed(0, both, { isBelieved: false })).gone).toEqual(['old', 'new']);
  });

  it('D7: it is told, with the title when it was one', async () => {
    expect((await removed(7, both)).told).toEqual([{ lectureIds: ['old'], lectureTitle: 'old' }]);
    expect((await removed(0, both)).told).toEqual([{ lectureIds: ['old', 'new'], lectureTitle: null }]);
    expect((await removed(7, [])).told).toEqual([]);
  });

  it('D7: the preview leaves out what plays and sums up the rest', async () => {
    const library = { space: { watched: () => Promise.resolve(ok(both)) } } as unknown as WatchedDeps['library'];
    expect(await previewWatched(null, { library, isOpen: (id) => id === 'old' })).toEqual(
      ok({ lectures: [{ lectureId: 'new', lectureTitle: 'new', courseTitle: 'c', sizeBytes: 10 }], sizeBytes: 10 }),
    );
  });
});

describe('D7: upkeep', () => {
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('D7: works a moment after the opening, every hour, and soon when asked; closed, not at all', async () => {
    const clock = createFakeClock();
    let count = 0;
    const upkeep = createUpkeep({
      clock,
      work: () => Promise.resolve(void (count += 1)),
      onDefect: () => undefined,
    });
    upkeep.soon();
    expect(clock.pendingMs()).toEqual([]);
    upkeep.open();
    clock.advance(3000);
    await settle();
    expect(count).toBe(1);
    clock.advance(3_600_000);
    await settle();
    expect(count).toBe(2);
    upkeep.soon();
    upkeep.soon();
    clock.advance(3000);
    await settle();
    expect(count).toBe(3);
    await upkeep.close();
    clock.advance(7_200_000);
    await settle();
    expect(count).toBe(3);
    expect(clock.pendingMs()).toEqual([]);
  });

  it('D7: work that breaks is told and does not end it', async () => {
    const clock = createFakeClock();
    const told: unknown[] = [];
    const upkeep = createUpkeep({
      clock,
      work: () => Promise.reject(new Error('broken')),
      onDefect: (error) => void told.push(error),
    });
    upkeep.open();
    for (const waitMs of [3000, 3_600_000]) {
      clock.advance(waitMs);
      await settle();
      await settle();
    }
    expect(told).toHaveLength(2);
    await upkeep.close();
  });
});
