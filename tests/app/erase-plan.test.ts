import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataKindsOfReceipt } from '../support/erase-receipts.ts';
import { NoteId } from '../../contract/domain/ids.ts';
import { createListLog } from '../fakes/silent-log.ts';
import { anna, firstLectures, valueOf } from '../support/app-rig.ts';
import type { RunningApp } from '../support/app-rig.ts';
import { countInPages } from '../support/count-in-pages.ts';
import { realSecrets } from '../support/erase-parts.ts';
import { createEraseScene } from '../support/erase-scene.ts';
import type { EraseScene } from '../support/erase-scene.ts';
import { findPlaintext, textNeedles } from '../support/find-plaintext.ts';

let scene: EraseScene;
const secrets = realSecrets(createListLog());
beforeEach(async () => {
  scene = await createEraseScene();
}, 60_000);
afterEach(async () => {
  await secrets.delete(scene.accountId);
  await scene.rig.remove();
});

const canary = 'Zyzzyva непроизносимая';
const canariesFound = async () =>
  (
    await findPlaintext([scene.rig.userDataFolder, scene.rig.downloadFolder], {
      ...scene.canaries,
      ...textNeedles('note', canary),
    })
  ).findings;

/** Leaves a note, a search, a rating and a course on the list. */
async function liveOn(app: RunningApp): Promise<void> {
  const [first] = await firstLectures(app);
  const courseId = valueOf(await app.routes['catalogue.home'](null)).courses[0]!.id;
  const note = { id: NoteId.parse(randomUUID()), lectureId: first!, positionMs: 4000, text: canary };
  valueOf(await app.routes['notes.save'](note));
  valueOf(await app.routes['search.remember']({ text: canary }));
  valueOf(await app.routes['ratings.rate']({ subject: { kind: 'course', id: courseId }, stars: 5 }));
  valueOf(await app.routes['list.add']({ thing: { kind: 'course', courseId }, addedAtMs: null }));
}

async function ratingsAtService(): Promise<number> {
  const signIn = await fetch(`${scene.rig.service.origin}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: anna.email,
      password: anna.password,
      remember: false,
      device: { id: 'onlooker', name: 'Onlooker', platform: 'linux' },
    }),
  });
  const { accessToken } = (await signIn.json()) as { accessToken: string };
  const answer = await fetch(`${scene.rig.service.origin}/v1/ratings`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return ((await answer.json()) as { ratings: unknown[] }).ratings.length;
}

describe('erasing entries in the whole app', () => {
  it('G4: notes, searches, ratings and lectures go for good: from the file, the disk and the service; places stay', async () => {
    const { rig, keys } = scene;
    const app = await rig.start();
    await liveOn(app);
    await app.until(async () => (await ratingsAtService()) === 1);
    const before = valueOf(await app.routes['erase.preview'](null));
    const library = join(rig.userDataFolder, 'accounts', scene.accountId, 'library.db');
    const kinds = ['notes', 'searches', 'ratings', 'my-list', 'downloads'] as const;
    const receipt = valueOf(await app.routes['erase.entries']({ kinds }));
    expect(dataKindsOfReceipt(receipt)).toEqual(dataKindsOfReceipt(before, kinds));
    expect(receipt).toMatchObject({ scope: 'entries', failed: [], remains: [], service: null });
    expect(receipt.lectureCount).toBeGreaterThan(0);
    expect(receipt.sizeBytes).toBeGreaterThan(100_000);
    const { valueCount, foundBefore, leftCount } = receipt.verification!;
    expect([foundBefore, leftCount]).toEqual([valueCount, 0]);
    expect(valueCount).toBeGreaterThanOrEqual(6);
    // What was once set aside is not an entry: only the whole account takes it along.
    const files = (await readdir(rig.downloadFolder, { recursive: true })).filter((name) => !name.includes('.aside-'));
    expect(files.filter((name) => /\.lrm/.test(name))).toEqual([]);
    await app.until(async () => (await ratingsAtService()) === 0);
    const after = valueOf(await app.routes['erase.preview'](null));
    const countOf = (kind: string) => after.entries.find((each) => each.kind === kind)?.count;
    expect(kinds.map(countOf)).toEqual([0, 0, 0, 0, 0]);
    expect(countOf('progress')).toBeGreaterThan(0);
    await app.stop();
    expect(countInPages(library, keys.libraryKey, canary)).toBe(0);
    expect(JSON.stringify(receipt)).not.toContain('@');
  });

  it('G4: a receipt is saved as a page, and is gone from memory with whoever it speaks of', async () => {
    const path = join(scene.rig.folder, 'receipt.html');
    const notes = { chooseFile: () => Promise.resolve(path), camera: { open: () => Promise.resolve(null) } };
    const app = await scene.rig.start({ notes });
    await liveOn(app);
    const receipt = valueOf(await app.routes['erase.entries']({ kinds: ['searches'] }));
    expect(valueOf(await app.routes['erase.receipt'](null))).toEqual(receipt);
    const rows = [{ label: 'Searches', value: '1' }];
    const document = {
      language: 'en',
      title: 'Receipt',
      lead: '',
      sections: [{ title: 'Gone', rows, notes: [] }],
    } as const;
    const saved = await app.routes['erase.saveReceipt']({ document, fileName: 'receipt', format: 'html' });
    expect(valueOf(saved)).toEqual({ saved: true });
    expect(await readFile(path, 'utf8')).toContain('<th scope="row">Searches</th><td>1</td>');
    valueOf(await app.routes['account.lock'](null));
    expect(valueOf(await app.routes['erase.receipt'](null))).toBeNull();
  });
});

describe('erasing the account', () => {
  it('G4 A7: on this computer: signed out, no byte of it left, and the receipt is there for whoever looks', async () => {
    const app = await scene.rig.start();
    await liveOn(app);
    const receipt = valueOf(await app.routes['erase.computer'](null));
    expect(receipt).toMatchObject({ scope: 'computer', remains: [] });
    expect(receipt.initials).toMatch(/^\p{L}{1,3}$/u);
    expect(receipt.lectureCount).toBeGreaterThan(0);
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'signed-out', profiles: [] });
    expect(valueOf(await app.routes['erase.receipt'](null))).toEqual(receipt);
    expect(await canariesFound()).toEqual([]);
    expect(valueOf(await secrets.get(scene.accountId))).toBeNull();
    await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: false });
    expect(valueOf(await app.routes['erase.receipt'](null))).toBeNull();
  });

  it('G4: at the service: a wrong word or another e-mail costs nothing; the right ones take everything, everywhere', async () => {
    const { rig } = scene;
    const second = rig.secondComputer();
    const other = await second.start();
    valueOf(await other.routes['account.signIn']({ email: anna.email, password: anna.password, remember: true }));
    const app = await rig.start();
    await liveOn(app);
    const wrong = { email: anna.email, password: 'not-the-word' };
    const refused = await app.routes['erase.service'](wrong);
    expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
    const stranger = await app.routes['erase.service']({ email: 'ilya@lectoroom.example', password: anna.password });
    expect(stranger).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-in');
    expect(await readdir(rig.userDataFolder)).not.toContain('erase-ordered.json');
    const kept = valueOf(await app.routes['erase.keptByLaw'](null));
    expect(kept.map(({ kind }) => kind)).toContain('billing');

    const receipt = valueOf(
      await app.routes['erase.service']({ email: ` ${anna.email.toUpperCase()}`, password: anna.password }),
    );
    expect(receipt).toMatchObject({ scope: 'service', remains: [], service: { state: 'erased' } });
    expect(receipt.service?.receipt?.erased.map(({ kind }) => kind)).toContain('account');
    expect(receipt.service?.kept.map(({ kind }) => kind)).toContain('billing');
    expect(await canariesFound()).toEqual([]);
    expect(await readdir(rig.userDataFolder)).not.toContain('erase-ordered.json');
    expect(valueOf(await secrets.get(scene.accountId))).toBeNull();
    const again = await app.routes['account.signIn']({ email: anna.email, password: anna.password, remember: false });
    expect(again).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });

    await other.stop();
    const later = await second.start();
    await later.routes['catalogue.refresh'](null);
    await later.until(async () => valueOf(await later.routes['account.read'](null)).kind === 'signed-out');
    await later.until(async () => (await readdir(join(second.userDataFolder, 'accounts'))).length === 0);
  });

  it('G4: the answer is lost halfway: asked again, the service knows nobody any more, and everything goes here too', async () => {
    const { rig } = scene;
    const app = await rig.start();
    await rig.setFaults([{ route: 'DELETE /v1/account', times: 1, fault: { kind: 'loseAnswer' } }]);
    const receipt = valueOf(await app.routes['erase.service']({ email: anna.email, password: anna.password }));
    expect(receipt).toMatchObject({ remains: [], service: { state: 'answer-lost', receipt: null } });
    expect(valueOf(await app.routes['account.read'](null))).toMatchObject({ kind: 'signed-out', profiles: [] });
    expect(await canariesFound()).toEqual([]);
    expect(await readdir(rig.userDataFolder)).not.toContain('erase-ordered.json');
  });

  it('G4: without the service nothing is ordered and nothing is lost', async () => {
    const { rig } = scene;
    const app = await rig.start();
    await rig.stopService();
    const refused = await app.routes['erase.service']({ email: anna.email, password: anna.password });
    expect(refused).toMatchObject({ ok: false, error: { code: 'service-unreachable' } });
    expect(valueOf(await app.routes['account.read'](null)).kind).toBe('signed-in');
    expect(await readdir(rig.userDataFolder)).not.toContain('erase-ordered.json');
  });
});
