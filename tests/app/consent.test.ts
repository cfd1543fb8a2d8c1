import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ConsentView } from '../../contract/domain/consent.ts';
import { anna, createAppRig, ilya, valueOf } from '../support/app-rig.ts';
import type { AppRig, RunningApp, StartOptions } from '../support/app-rig.ts';
import { createMovableClock } from '../support/movable-clock.ts';

async function begin(options: StartOptions = {}): Promise<{ rig: AppRig; app: RunningApp }> {
  const rig = await createAppRig();
  onTestFinished(() => rig.remove());
  return { rig, app: await rig.start({ asksConsent: true, ...options }) };
}
const read = async (app: RunningApp): Promise<ConsentView> => valueOf(await app.routes['consent.read'](null));
const knowsPolicy = (app: RunningApp) => app.until(async () => (await read(app)).policy !== null);
const decide = async (app: RunningApp, action: 'accept-all' | 'reject-all') =>
  valueOf(
    await app.routes['consent.decide']({
      action,
      functional: false,
      advertisement: false,
      place: 'sheet',
      language: 'en',
    }),
  );
const signIn = async (app: RunningApp, { email, password } = anna) =>
  valueOf(await app.routes['account.signIn']({ email, password, remember: true }));
const history = async (app: RunningApp) => valueOf(await app.routes['consent.history'](null));
/** The ids of the decisions that the service has. */
function atService(rig: AppRig): readonly unknown[] {
  const folder = join(rig.folder, 'service');
  const file = readdirSync(folder).find((name) => name.endsWith('.db') || name.endsWith('.sqlite'));
  const database = new Database(join(folder, file ?? ''), { readonly: true });
  try {
    return database.prepare('SELECT id FROM consents').pluck().all();
  } finally {
    database.close();
  }
}

it('F1 F5: a first start asks, with the service’s registry; a refusal is in the ledger, the account takes it over, and the next start does not ask', async () => {
  const { rig, app } = await begin();
  expect(await read(app)).toMatchObject({ question: 'first', ledger: 'computer', functional: false });
  await knowsPolicy(app);
  expect((await read(app)).items?.map(({ name }) => name)).toContain('lr_usage');
  expect(await decide(app, 'reject-all')).toMatchObject({ view: { question: null }, removed: [] });
  await signIn(app);
  expect(await read(app)).toMatchObject({ ledger: 'account', question: null, isChainIntact: true });
  expect(await history(app)).toMatchObject({
    isChainIntact: true,
    entries: [{ sequence: 1, action: 'reject-all', appVersion: '0.0.0', policyVersion: '2026-01' }],
  });
  const [entry] = (await history(app)).entries;
  await app.until(() => Promise.resolve(atService(rig).length > 0));
  expect(atService(rig)).toEqual([entry?.id]);
  const again = await rig.start({ asksConsent: true });
  await again.until(async () => valueOf(await again.routes['account.read'](null)).kind === 'signed-in');
  expect(await read(again)).toMatchObject({ ledger: 'account', question: null, isChainIntact: true });
});

it('F1 A6: another account on the computer is asked for itself', async () => {
  const { app } = await begin();
  await decide(app, 'accept-all');
  await signIn(app);
  valueOf(await app.routes['account.switchProfile'](null));
  await signIn(app, ilya);
  expect(await read(app)).toMatchObject({ ledger: 'account', question: 'first', functional: false });
});

it('F5: a major version of the policy asks again from its date, with what changed; until then only what is essential', async () => {
  const clock = createMovableClock();
  const { rig, app } = await begin({ clock });
  await knowsPolicy(app);
  await signIn(app);
  await decide(app, 'accept-all');
  const now = clock.nowMs();
  const day = (days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  rig.service.publishPolicy({ version: '2027-01', change: 'major', publishedOn: day(0), inForceFrom: day(2) });
  const again = await rig.start({ asksConsent: true, clock });
  await again.until(async () => (await read(again)).notice !== null);
  expect(await read(again)).toMatchObject({
    question: null,
    functional: true,
    notice: { kind: 'announced', version: { version: '2027-01' } },
  });
  clock.setDays(3);
  expect(await read(again)).toMatchObject({
    question: 'policy-changed',
    functional: false,
    advertisement: false,
    newVersions: [{ version: '2027-01', inForceFrom: day(2) }],
  });
  await decide(again, 'accept-all');
  expect(await history(again)).toMatchObject({
    isChainIntact: true,
    entries: [{ policyVersion: '2027-01' }, { policyVersion: '2026-01' }],
  });
});

it('F5: the ledger is exported as a file that says how to check it', async () => {
  const rig = await createAppRig();
  onTestFinished(() => rig.remove());
  const file = join(rig.folder, 'choices.json');
  const app = await rig.start({
    asksConsent: true,
    notes: { chooseFile: () => Promise.resolve(file), camera: { open: () => Promise.resolve(null) } },
  });
  await decide(app, 'reject-all');
  expect(valueOf(await app.routes['consent.export']({ title: 'Choices' }))).toEqual({ entryCount: 1 });
  const text = await readFile(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'lectoroom-consent-ledger', entries: [{ action: 'reject-all' }] });
  for (const secret of [anna.email, anna.name, rig.folder]) expect(text).not.toContain(secret);
});

it('F1: without a service the question is there all the same, without the list', async () => {
  const { app } = await begin({ origin: 'http://127.0.0.1:9' });
  expect(await read(app)).toMatchObject({ question: 'first', policy: null, items: null });
  expect(await decide(app, 'reject-all')).toMatchObject({ view: { question: null, policy: null } });
});
