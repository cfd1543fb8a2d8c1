import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoteId } from '../../contract/domain/ids.ts';
import type { NotesOutside } from '../../main/compose-notes.ts';
import { createAppRig, firstLectures, ilya, signInAnna, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp } from '../support/app-rig.ts';
import { sampleExportWords, unpacked } from '../support/export-scene.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await createAppRig();
});
afterEach(() => rig.remove());

const passphrase = 'otter violin granite teacup';

function outside(path: string): NotesOutside {
  return { chooseFile: () => Promise.resolve(path), camera: { open: () => Promise.resolve(null) } };
}

/** Anna has lived on the first computer, and took it all along. */
async function takenAlong(path: string, given: string | null): Promise<RunningApp> {
  const app = await rig.start({ notes: outside(path) });
  await signInAnna(app);
  const [lectureId] = await firstLectures(app);
  if (lectureId === undefined) throw new Error('no lecture');
  const id = NoteId.parse('00000000-0000-4000-8000-000000000001');
  valueOf(await app.routes['notes.save']({ id, lectureId, positionMs: 9000, text: 'Only mine' }));
  valueOf(await app.routes['list.add']({ thing: { kind: 'lecture', lectureId }, addedAtMs: null }));
  const watched = [{ startMs: 0, endMs: 20_000 }];
  valueOf(await app.routes['playback.savePosition']({ lectureId, positionMs: 20_000, watched }));
  valueOf(await app.routes['settings.update']({ playbackRate: 1.5, searchHistory: true }));
  valueOf(await app.routes['search.remember']({ text: 'cabbage' }));
  const written = valueOf(await app.routes['export.run']({ passphrase: given, words: sampleExportWords }));
  expect(written).toMatchObject({ fileName: 'mine.zip', encrypted: given !== null });
  return app;
}

describe('taking one’s data along, below the window', () => {
  it('G2: a protected export is looked at and taken over on another computer of the account; again changes nothing', async () => {
    const path = join(rig.folder, 'mine.zip');
    const first = await takenAlong(path, passphrase);
    const preview = valueOf(await first.routes['export.preview'](null));
    expect(preview.kinds.find(({ kind }) => kind === 'notes')?.rowCount).toBe(1);
    expect(first.events.some(({ name }) => name === 'export.progress')).toBe(true);

    const second = await rig.secondComputer().start({ pickArchive: () => Promise.resolve(path) });
    await signInAnna(second);
    valueOf(await second.routes['settings.update']({ searchHistory: true }));
    const [lectureId] = await firstLectures(second);
    if (lectureId === undefined) throw new Error('no lecture');
    expect(valueOf(await second.routes['import.pick'](null))).toEqual({ fileName: 'mine.zip', encrypted: true });
    expect(await second.routes['import.run']({ settings: true })).toMatchObject({ error: { code: 'not-found' } });
    expect(await second.routes['import.look']({ passphrase: 'something else' })).toMatchObject({
      error: { code: 'passphrase-wrong' },
    });
    const seen = valueOf(await second.routes['import.look']({ passphrase }));
    expect(seen.report).toMatchObject({
      notes: { added: 1 },
      my_list: { added: 1 },
      history: { added: 1 },
      progress: { added: 1 },
      search_history: { added: 1 },
      settings: { changed: 1 },
    });
    expect(valueOf(await second.routes['notes.ofLecture']({ lectureId }))).toEqual([]);
    const report = valueOf(await second.routes['import.run']({ settings: false }));
    expect(report.notes.added).toBe(1);
    expect(valueOf(await second.routes['notes.ofLecture']({ lectureId }))).toMatchObject([{ text: 'Only mine' }]);
    expect(valueOf(await second.routes['search.history'](null))).toEqual(['cabbage']);
    expect(valueOf(await second.routes['settings.read'](null)).playbackRate).toBe(1);
    const { entries } = valueOf(await second.routes['history.list']({ before: null, limit: 10, text: '' }));
    expect(entries).toHaveLength(1);

    valueOf(await second.routes['import.pick'](null));
    const again = valueOf(await second.routes['import.look']({ passphrase }));
    const { settings, ...others } = again.report;
    expect(settings.changed).toBe(1);
    expect(Object.values(others).reduce((sum, { added, changed }) => sum + added + changed, 0)).toBe(0);
    valueOf(await second.routes['import.run']({ settings: true }));
    expect(valueOf(await second.routes['settings.read'](null)).playbackRate).toBe(1.5);
  });

  it('G2: an export of another account is refused, and so is one that was changed, cut off, or is something else', async () => {
    const path = join(rig.folder, 'mine.zip');
    const other = join(rig.folder, 'other.zip');
    let picked = path;
    const first = await takenAlong(path, null);
    const { routes } = first;
    valueOf(await routes['account.signOut']({ erase: false }));
    const app = await rig.secondComputer().start({ pickArchive: () => Promise.resolve(picked) });
    valueOf(await app.routes['account.signIn']({ email: ilya.email, password: ilya.password, remember: false }));
    valueOf(await app.routes['import.pick'](null));
    expect(await app.routes['import.look']({ passphrase: null })).toMatchObject({
      error: { code: 'export-of-another' },
    });
    expect(await app.routes['import.run']({ settings: false })).toMatchObject({ error: { code: 'not-found' } });

    const bytes = await readFile(path);
    const damages: Record<string, Buffer> = {
      cut: bytes.subarray(0, bytes.length - 100),
      other: Buffer.from('not an archive at all'),
      changed: Buffer.from(bytes),
    };
    // A byte of what is packed: one of a local header, which nobody reads, would change nothing.
    const place = bytes.indexOf('data.json') + 400;
    damages['changed']?.writeUInt8((bytes[place] ?? 0) ^ 0xff, place);
    picked = other;
    for (const damaged of Object.values(damages)) {
      await writeFile(other, damaged);
      const found = await app.routes['import.pick'](null);
      const outcome = found.ok ? await app.routes['import.look']({ passphrase: null }) : found;
      expect(outcome).toMatchObject({ error: { code: 'export-unreadable' } });
    }
    expect([...(await unpacked(path)).keys()]).toContain('index.html');
  });

  it('G2: switches that are off keep history and searches out, and nobody who is signed out exports or imports', async () => {
    const path = join(rig.folder, 'mine.zip');
    await takenAlong(path, null);
    const second = await rig.secondComputer().start({ pickArchive: () => Promise.resolve(path) });
    expect(await second.routes['export.preview'](null)).toMatchObject({ error: { code: 'signed-out' } });
    await signInAnna(second);
    valueOf(await second.routes['settings.update']({ searchHistory: false, keepHistory: false }));
    valueOf(await second.routes['import.pick'](null));
    const { report } = valueOf(await second.routes['import.look']({ passphrase: null }));
    expect(report).toMatchObject({ history: { added: 0, left: 1 }, search_history: { added: 0, left: 1 } });
    valueOf(await second.routes['import.run']({ settings: false }));
    expect(valueOf(await second.routes['history.state'](null)).count).toBe(0);
    expect(valueOf(await second.routes['search.history'](null))).toEqual([]);
  });
});
