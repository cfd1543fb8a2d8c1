import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoteId } from '../../contract/domain/ids.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { NotesOutside } from '../../main/compose-notes.ts';
import { anna, createAppRig, firstLectures, ilya, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const noteId = (digit: number) => NoteId.parse(`00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`);
const written = 'Nobody else’s business, ничья больше';

async function noted(app: RunningApp): Promise<LectureId> {
  await signInAnna(app, true);
  const [lectureId] = await firstLectures(app);
  if (lectureId === undefined) throw new Error('no lecture');
  valueOf(await app.routes['notes.save']({ id: noteId(1), lectureId, positionMs: 12_000, text: written }));
  return lectureId;
}

const words = { notes: 'Notes', bookmark: 'Bookmark' };

/** An outside that saves to one place and takes a picture of one byte. */
function outside(path: string): NotesOutside {
  return {
    chooseFile: () => Promise.resolve(path),
    camera: {
      open: () => Promise.resolve({ at: () => Promise.resolve(new Uint8Array([1])), close: () => undefined }),
    },
  };
}

describe('notes and links, below the window', () => {
  it('C5 A6: notes survive a crash of the app, belong to one account, and are never in clear', async () => {
    const lectureId = await noted(await rig.start());
    await mkdir(rig.downloadFolder, { recursive: true });
    await rig.crash();
    const app = await rig.start();
    expect(valueOf(await app.routes['notes.ofLecture']({ lectureId }))).toMatchObject([{ text: written }]);
    valueOf(await app.routes['account.signOut']({ erase: false }));
    expect(await app.routes['notes.ofLecture']({ lectureId })).toMatchObject({ error: { code: 'signed-out' } });
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    valueOf(await app.routes['catalogue.refresh'](null));
    expect(valueOf(await app.routes['notes.ofLecture']({ lectureId }))).toEqual([]);
    expect(await app.routes['notes.restore']({ id: noteId(1) })).toMatchObject({ error: { code: 'not-found' } });
    await app.stop();
    const { findings, filesRead } = await findPlaintext([rig.userDataFolder], textNeedles('note', written));
    expect(filesRead).toBeGreaterThan(3);
    expect(findings).toEqual([]);
  });

  it('C5 G4: signed out and erased, no note is left here', async () => {
    const app = await rig.start();
    const lectureId = await noted(app);
    expect(valueOf(await app.routes['account.signOut']({ erase: true }))).toEqual({ erased: true, remains: [] });
    await signInAnna(app);
    expect(valueOf(await app.routes['notes.ofLecture']({ lectureId }))).toEqual([]);
  });

  it('C5: an export writes one Markdown file with pictures beside it, and its path goes to nobody', async () => {
    const folder = join(rig.folder, 'exported');
    await mkdir(folder);
    const app = await rig.start({ notes: outside(join(folder, 'mine.md')) });
    const lectureId = await noted(app);
    const exported = await app.routes['notes.export']({
      scope: { kind: 'lecture', lectureId },
      pictures: true,
      words,
    });
    expect(exported).toEqual({ ok: true, value: { noteCount: 1, pictureCount: 1, missedPictureCount: 0 } });
    const text = await readFile(join(folder, 'mine.md'), 'utf8');
    expect(text).toContain(`[0:12](lectoroom://lecture/${lectureId}?t=12) ${written}`);
    expect((await readdir(folder, { recursive: true })).some((name) => name.endsWith('01-001-0-12.png'))).toBe(true);
    expect(JSON.stringify([exported, app.events])).not.toContain('exported');
  });

  it('C5: quitting in the middle of an export leaves nothing of it', async () => {
    const folder = join(rig.folder, 'exported');
    await mkdir(folder);
    let takenCount = 0;
    const app = await rig.start({
      notes: {
        ...outside(join(folder, 'mine.md')),
        camera: {
          open: () =>
            Promise.resolve({
              at() {
                takenCount += 1;
                return takenCount === 1 ? Promise.resolve(new Uint8Array([1])) : new Promise(() => undefined);
              },
              close: () => undefined,
            }),
        },
      },
    });
    const lectureId = await noted(app);
    valueOf(await app.routes['notes.save']({ id: noteId(2), lectureId, positionMs: 13_000, text: '' }));
    const scope = { kind: 'lecture', lectureId } as const;
    const exporting = app.routes['notes.export']({ scope, pictures: true, words });
    await app.until(() => Promise.resolve(takenCount === 2));
    expect(await readdir(folder)).toHaveLength(1);
    await app.stop();
    expect(await readdir(folder)).toEqual([]);
    expect(await exporting).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('C5 I5: a link at the start waits for the remembered account; one for a locked account is not another’s', async () => {
    const lectureId = await noted(await rig.start());
    const app = await rig.start();
    app.followLink(`lectoroom://lecture/${lectureId}?t=7`);
    expect(app.events.some(({ name }) => name === 'links.waiting')).toBe(true);
    expect(valueOf(await app.routes['links.take'](null))).toEqual({ kind: 'lecture', lectureId, positionMs: 7000 });

    valueOf(await app.routes['account.lock'](null));
    app.followLink(`lectoroom://lecture/${lectureId}?t=8`);
    valueOf(await app.routes['account.chooseProfile']({ number: null }));
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    valueOf(await app.routes['catalogue.refresh'](null));
    expect(valueOf(await app.routes['links.take'](null))).toBeNull();
    valueOf(await app.routes['account.signOut']({ erase: true }));
    valueOf(await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: false }));
    expect(valueOf(await app.routes['links.take'](null))).toBeNull();
  });
});
