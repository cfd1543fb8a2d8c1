import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { SearchFilter, SearchHit } from '../../contract/domain/search.ts';
import { anna, createAppRig, downloadWhole, firstLectures, ilya, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { sampleCourses } from '../support/samples.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

async function find(app: RunningApp, text: string): Promise<readonly SearchHit[]> {
  return valueOf(await app.routes['search.find']({ text, limit: 10 })).hits;
}

/** Opens a lecture as the player does: its captions are fetched and kept. */
async function watched(app: RunningApp, title: string): Promise<LectureId> {
  const lecture = sampleCourses()
    .flatMap(({ lectures }) => lectures)
    .find((one) => one.title === title);
  if (lecture === undefined) throw new Error('no such sample');
  const lectureId = lecture.id as LectureId;
  const plan = valueOf(await app.routes['playback.open']({ lectureId }));
  expect(plan.captions.length).toBeGreaterThan(0);
  return lectureId;
}

const saidIn = (hits: readonly SearchHit[]) =>
  hits.flatMap((hit) =>
    hit.kind === 'transcript' ? [{ ...hit, words: hit.text.map(({ text }) => text).join('') }] : [],
  );

describe('search, below the window', () => {
  it('B3: is narrowed to a kind, a language, and what is on this computer', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const [lectureId] = await firstLectures(app);
    if (lectureId === undefined) throw new Error('no lecture');
    const narrowed = async (text: string, filter: Partial<SearchFilter>) => {
      const whole = { kinds: [], language: null, here: false, ...filter };
      const { hits } = valueOf(await app.routes['search.find']({ text, limit: 10, filter: whole }));
      return hits.map((hit) => `${hit.kind} ${'language' in hit ? (hit.language ?? '') : ''}`);
    };
    expect(valueOf(await app.routes['search.languages'](null))).toEqual(['en', 'ru']);
    expect(await narrowed('вероятность', { kinds: ['course'] })).toEqual(['course ru']);
    expect(await narrowed('вероятность', { language: 'en' })).toEqual([]);
    const title =
      sampleCourses()
        .flatMap(({ lectures }) => lectures)
        .find(({ id }) => id === lectureId)?.title ?? '';
    expect(await narrowed(title, { kinds: ['lecture'], here: true })).toEqual([]);
    await downloadWhole(app, lectureId);
    expect(await narrowed(title, { kinds: ['lecture'], here: true })).toHaveLength(1);
  });

  it('B3: courses and lectures are found in both languages, with their covers, by other forms and with slips', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const course = (await find(app, 'вероятность')).find(({ kind }) => kind === 'course');
    if (course?.kind !== 'course') throw new Error('no course');
    expect(course.title).toContainEqual({ text: 'вероятностей', hit: true });
    const { signal } = new AbortController();
    const cover = await app.media({ method: 'GET', url: course.coverUrl, range: null, signal });
    expect(cover.status).toBe(200);
    expect(await find(app, 'forgetting curves')).toMatchObject([{ kind: 'lecture', lectureId: 'forgetting-curve' }]);
    const corrected = valueOf(await app.routes['search.find']({ text: 'вероятнасть', limit: 10 }));
    expect(corrected.corrected).toBe('вероятность');
    expect(corrected.hits.length).toBeGreaterThan(0);
    expect(await find(app, 'oldfield')).toMatchObject([{ kind: 'lecturer', courseCount: 1 }, { kind: 'course' }]);
  });

  it.each([
    { title: 'Why a picture needs its neighbours', language: 'en' },
    { title: 'Формула Байеса', language: 'ru' },
  ])('B3: what is said in "$title" is found at its very second', async ({ title }) => {
    const app = await rig.start();
    await signInAnna(app);
    const lectureId = await watched(app, title);
    const plan = valueOf(await app.routes['playback.open']({ lectureId }));
    const cue = plan.captions[0]?.cues[5];
    if (cue === undefined) throw new Error('too few cues');
    const spoken = cue.text.replaceAll('\n', ' ');
    const hits = saidIn(await find(app, spoken));
    expect(hits[0]).toMatchObject({ lectureId, startMs: cue.startMs, words: spoken });
    expect(hits[0]?.text.some(({ hit }) => hit)).toBe(true);
  });

  it('B3 A6: what was kept is found without the service and after a new start; signed out and erased, by nobody', async () => {
    const app = await rig.start();
    await signInAnna(app, true);
    const lectureId = await watched(app, 'Why a picture needs its neighbours');
    const plan = valueOf(await app.routes['playback.open']({ lectureId }));
    const spoken = plan.captions[0]?.cues[5]?.text ?? '';
    await rig.stopService();
    const again = await rig.start();
    expect(saidIn(await find(again, spoken))).not.toEqual([]);
    valueOf(await again.routes['account.signOut']({ erase: true }));
    expect(await again.routes['search.find']({ text: spoken, limit: 10 })).toMatchObject({
      error: { code: 'signed-out' },
    });
  });

  it('B8 G4: history is off until it is wanted, belongs to one account, and is deleted when it is switched off', async () => {
    const app = await rig.start();
    await signInAnna(app);
    const remember = async (text: string) => valueOf(await app.routes['search.remember']({ text }));
    const history = async () => valueOf(await app.routes['search.history'](null));
    const keep = async (searchHistory: boolean) => valueOf(await app.routes['settings.update']({ searchHistory }));
    expect(valueOf(await app.routes['settings.read'](null)).searchHistory).toBe(false);
    await remember('bayes');
    expect(await history()).toEqual([]);
    await keep(true);
    expect(await history()).toEqual([]);
    await remember('bayes');
    await remember('keyframes');
    await remember('bayes');
    expect(await history()).toEqual(['bayes', 'keyframes']);
    valueOf(await app.routes['search.forget']({ text: 'bayes' }));
    expect(await history()).toEqual(['keyframes']);
    valueOf(await app.routes['account.signOut']({ erase: false }));
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    expect(await history()).toEqual([]);
    // Switched off while Ilya is here, it is also gone of Anna, who comes later.
    await keep(false);
    valueOf(await app.routes['account.signOut']({ erase: false }));
    valueOf(await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: false }));
    await keep(true);
    expect(await history()).toEqual([]);
  });
});
