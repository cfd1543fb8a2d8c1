import { expect, test } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { build } from 'vite';
import type { PrivacyState } from '../../contract/domain/privacy.ts';
import type { NetworkRecord } from '../../main/privacy-ports.ts';
import type { GateJob } from '../support/gate-main.ts';
import { hostileRegistry, startHostileServer, type HostileServer } from '../support/hostile-server.ts';

const root = resolve(import.meta.dirname, '..', '..');
let folder = '';
let server: HostileServer;
let electron: ElectronApplication;
let accounts = 0;

const ask = (job: GateJob): Promise<unknown> => electron.evaluate((_electron, work) => globalThis.gateJob(work), job);

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-gate-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'tests/support/gate-main.ts',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'lectoroom-gate', main: 'main.cjs' }));
  server = await startHostileServer();
  const flags = (process.env['LECTOROOM_ELECTRON_ARGS'] ?? '').split(' ').filter((flag) => flag !== '');
  const args = [...flags, `--user-data-dir=${join(folder, 'chromium')}`, folder];
  electron = await _electron.launch({ executablePath: process.env['LECTOROOM_ELECTRON'] ?? '', args });
  await expect.poll(() => electron.evaluate(() => typeof globalThis.gateJob)).toBe('function');
  await ask({ kind: 'begin', origin: server.origin, registry: hostileRegistry });
});
test.afterAll(async () => {
  await electron.close();
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
test.beforeEach(async () => {
  await ask({ kind: 'close' });
  accounts += 1;
  await ask({ kind: 'become', account: accounts.toString(16).padStart(32, '0') });
  await ask({ kind: 'records' });
  server.look();
});

const writing = `(async () => {
  for (const name of ['lr_session_hint', 'lr_preferences', 'lr_usage', 'lr_interest', '_track']) document.cookie = name + '=page; max-age=9999; path=/';
  localStorage.setItem('lr_reading_place', '1');
  await new Promise((done) => { const open = indexedDB.open('track'); open.onsuccess = () => { open.result.close(); done(); }; open.onerror = done; });
  await caches.open('track');
  await navigator.serviceWorker.register('/sw.js').catch(() => null);
  return 'written';
})()`;
const reading = `(async () => [localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
  (await navigator.serviceWorker.getRegistrations()).length])()`;
const sending = (origin: string) => `(async () => {
  const tries = [fetch('${origin}/beacon', { mode: 'no-cors' }), fetch('${origin}/post', { method: 'POST', mode: 'no-cors', body: 'x' })];
  navigator.sendBeacon('${origin}/send-beacon', 'x');
  new Image().src = '${origin}/pixel';
  new WebSocket('${origin.replace('http', 'ws')}/socket').onerror = () => null;
  const ended = await Promise.allSettled(tries);
  return ended.map(({ status }) => status).join();
})()`;

/** What a state allows: names of cookies, sorted. */
function allowed(state: PrivacyState): readonly string[] {
  const may = (name: keyof typeof hostileRegistry): boolean => {
    const category = hostileRegistry[name];
    return category === 'essential' || (!state.undecided && state[category]);
  };
  return (Object.keys(hostileRegistry) as (keyof typeof hostileRegistry)[]).filter(may).toSorted();
}

const requests: readonly Extract<GateJob, { kind: 'ask' }>[] = [
  { kind: 'ask', path: '/sign-in', purpose: 'sign-in', named: false },
  { kind: 'ask', path: '/account', purpose: 'account', named: true },
  { kind: 'ask', path: '/error', purpose: 'catalogue', named: true },
  { kind: 'ask', path: '/redirect', purpose: 'catalogue', named: true },
  { kind: 'ask', path: '/media', purpose: 'lecture', named: false },
  { kind: 'ask', path: '/popular', purpose: 'popularity', named: false },
  { kind: 'ask', path: '/usage', purpose: 'usage-statistics', named: false },
  { kind: 'ask', path: '/choices', purpose: 'privacy-choices', named: true },
];

/** Asks for everything there is; looks at every byte of it. */
async function tryEverything(state: PrivacyState): Promise<void> {
  await ask({ kind: 'choose', state });
  const before = (await ask({ kind: 'cookies' })) as readonly string[];
  server.look();
  for (const request of requests) await ask(request);
  const beforeChoice = ['/sign-in', '/choices'];
  const goes = ({ path }: (typeof requests)[number]): boolean =>
    state.undecided ? beforeChoice.includes(path) : path !== '/usage' || state.functional;
  const { requests: seen, bytes } = server.look();
  const names = allowed(state);
  let isSet = before.length > 0;
  const expected = requests.filter(goes).map(({ path, named }) => {
    const line = [`GET ${path}`, named && isSet ? names : [], state.optOutSignal, named];
    // A redirect is refused before its cookies are looked at; all others bring them.
    isSet ||= named && path !== '/redirect';
    return line;
  });
  const found = seen.map(({ line, cookies, fields }) => {
    expect(fields['dnt']).toBe(fields['sec-gpc']);
    return [line, cookies.toSorted(), fields['sec-gpc'] === '1', fields['if-none-match'] === '"you"'];
  });
  expect(found).toEqual(expected);
  expect(bytes).not.toMatch(/x-lectoroom|_track|nameless|referer/i);
  expect(await ask({ kind: 'cookies' })).toEqual(names);
  expect(server.strangers()).toBe(0);
}

/** What a page of the service would do, could it be opened; and one that is smuggled in. */
async function tryPages(state: PrivacyState): Promise<void> {
  server.look();
  expect(await ask({ kind: 'page', url: `${server.origin}/page`, script: '1' })).toBe('not loaded');
  const blank = 'data:text/html,<p>blank';
  expect(await ask({ kind: 'page', url: blank, script: sending(server.origin) })).toBe('rejected,rejected');
  expect(await ask({ kind: 'page', url: blank, script: sending(server.strangerOrigin) })).toBe('rejected,rejected');
  expect(await ask({ kind: 'smuggled', url: `${server.origin}/smuggled`, script: writing })).toBe('written');
  await expect.poll(() => ask({ kind: 'cookies' })).toEqual(allowed(state));
  await ask({ kind: 'sweep' });
  expect(await ask({ kind: 'smuggled', url: `${server.origin}/smuggled`, script: reading })).toEqual([0, 0, 0, 0]);
  expect(server.look().bytes).toBe('');
  expect(server.strangers()).toBe(0);
  const records = (await ask({ kind: 'records' })) as readonly NetworkRecord[];
  const strangers = records.filter(({ purpose }) => purpose === null);
  expect(strangers.length).toBeGreaterThan(5);
  expect(strangers.every(({ result, sentBytes }) => result === 'refused' && sentBytes === 0)).toBe(true);
}

for (const functional of [false, true]) {
  for (const advertisement of [false, true]) {
    for (const optOutSignal of [false, true]) {
      const on = (name: string, is: boolean): string => `${name} ${is ? 'on' : 'off'}`;
      const name = [on('functional', functional), on('advertisement', advertisement), on('opt-out', optOutSignal)];
      test(`F3 F6: ${name.join(', ')}: the wire and the cookie store hold exactly what is allowed`, async () => {
        const state = { undecided: false, functional, advertisement, optOutSignal };
        await tryEverything(state);
        await tryEverything(state);
        await tryPages(state);
      });
    }
  }
}

test('F2 F3: before a choice only what signing in and deciding need is sent, and only the essential is kept', async () => {
  const state = { undecided: true, functional: true, advertisement: true, optOutSignal: false };
  await tryEverything(state);
  await tryPages(state);
});

test('F1 F3: after a withdrawal what was allowed is gone at once, is named, and does not go again', async () => {
  const all = { undecided: false, functional: true, advertisement: true, optOutSignal: false };
  await tryEverything(all);
  const nothing = { ...all, functional: false, advertisement: false };
  await ask({ kind: 'choose', state: nothing });
  expect(await ask({ kind: 'sweep' })).toEqual(['lr_interest', 'lr_preferences', 'lr_usage']);
  await tryEverything(nothing);
});

test('F3: cookies of an account outlive the app and no other account has them; those of one sitting do not, nor what was withdrawn meanwhile', async () => {
  const all = { undecided: false, functional: true, advertisement: true, optOutSignal: false };
  await tryEverything(all);
  const account = accounts.toString(16).padStart(32, '0');
  await ask({ kind: 'close' });
  expect(await ask({ kind: 'cookies' })).toEqual([]);
  await ask({ kind: 'become', account: 'f'.repeat(32) });
  await ask({ kind: 'sweep' });
  expect(await ask({ kind: 'cookies' })).toEqual([]);
  await ask({ kind: 'choose', state: { ...all, advertisement: false } });
  await ask({ kind: 'become', account });
  await ask({ kind: 'sweep' });
  expect(await ask({ kind: 'cookies' })).toEqual(['lr_preferences', 'lr_usage']);
});
