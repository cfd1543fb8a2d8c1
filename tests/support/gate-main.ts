/** Electron's main process of `tests/e2e/gate.spec.ts`: the gate, the sessions and the guards of the app, and somebody who does everything with them. */
import { app, BrowserWindow, session } from 'electron';
import type { PrivacyCategory, PrivacyState, Purpose } from '../../contract/domain/privacy.ts';
import type { LocalAccountId } from '../../contract/domain/ids.ts';
import { fail, ok } from '../../contract/result.ts';
import { composeGate, type GateParts } from '../../main/compose-gate.ts';
import { createWireSessions } from '../../main/electron/wire-sessions.ts';
import type { KeptCookie } from '../../main/gate-ports.ts';
import type { NetworkRecord } from '../../main/privacy-ports.ts';
import { systemClock } from '../../main/adapters/system-clock.ts';

/** What a test asks of it; each answers what it is. */
export type GateJob =
  | { readonly kind: 'begin'; readonly origin: string; readonly registry: Readonly<Record<string, PrivacyCategory>> }
  | { readonly kind: 'become'; readonly account: string | null }
  | { readonly kind: 'choose'; readonly state: PrivacyState }
  | { readonly kind: 'ask'; readonly path: string; readonly purpose: Purpose; readonly named: boolean }
  | { readonly kind: 'cookies' | 'sweep' | 'records' | 'close' }
  /** Opens a page in the account's session, for a moment; answers what its script says at the end, or that it did not load. */
  | { readonly kind: 'page'; readonly url: string; readonly script: string }
  /** The same with a page that comes from nowhere, so that its script runs at the service's own origin. */
  | { readonly kind: 'smuggled'; readonly url: string; readonly script: string };

declare global {
  var gateJob: (job: GateJob) => Promise<unknown>;
}

const usual: PrivacyState = { undecided: false, functional: false, advertisement: false, optOutSignal: false };

async function run(): Promise<void> {
  await app.whenReady();
  const sessions = createWireSessions();
  const library = new Map<LocalAccountId, readonly KeptCookie[]>();
  let records: NetworkRecord[] = [];
  let account: LocalAccountId | null = null;
  let state = usual;
  let origin = '';
  let registry: Readonly<Record<string, PrivacyCategory>> = {};
  const silent = { info: () => undefined, warn: () => undefined, defect: () => undefined };
  const gate: GateParts = composeGate({
    sessions,
    service: { origin: () => Promise.resolve(origin) },
    clock: systemClock,
    opened: () => (account === null ? fail('signed-out') : ok({ id: account })),
    doors: () => ({
      log: silent,
      cookies: {
        read: () => Promise.resolve(account === null ? fail('signed-out') : ok(library.get(account) ?? [])),
        replace(cookies) {
          if (account !== null) library.set(account, cookies);
          return Promise.resolve(ok(null));
        },
      },
    }),
    privacyRules: { state: () => state, categoryOf: (name) => registry[name] ?? null },
    networkSink: { record: (entry) => void records.push(entry) },
  });
  const partition = () => session.fromPartition(`account-${account}`, { cache: false });

  async function page(url: string, script: string): Promise<unknown> {
    const window = new BrowserWindow({ show: false, webPreferences: { session: partition(), sandbox: true } });
    try {
      await window.loadURL(url);
      return (await window.webContents.executeJavaScript(script)) as unknown;
    } catch {
      return 'not loaded';
    } finally {
      window.destroy();
    }
  }

  globalThis.gateJob = async (job) => {
    switch (job.kind) {
      case 'begin':
        ({ origin, registry } = job);
        return null;
      case 'become':
        account = job.account as LocalAccountId | null;
        gate.accountChanged();
        return null;
      case 'choose':
        state = job.state;
        return null;
      case 'ask': {
        const headers: Record<string, string> = { 'if-none-match': '"you"' };
        if (job.named) headers['authorization'] = 'Bearer t';
        const credentials = job.named ? 'include' : 'omit';
        const asked = gate.fetch(`${origin}${job.path}`, { purpose: job.purpose, headers, credentials });
        return await asked.then(
          async (answer) => `${answer.status} ${(await answer.text()).length}`,
          (error: unknown) => (error instanceof Error ? error.name : 'odd'),
        );
      }
      case 'cookies':
        return (await partition().cookies.get({})).map(({ name }) => name).toSorted();
      case 'sweep': {
        const swept = await gate.items.sweep();
        return swept.ok ? swept.value.map(({ name }) => name).toSorted() : swept.error.code;
      }
      case 'records': {
        const told = records;
        records = [];
        return told;
      }
      case 'close':
        await gate.close();
        return null;
      case 'page':
        return await page(job.url, job.script);
      case 'smuggled': {
        const own = partition();
        own.protocol.handle('http', () => new Response('<p>here', { headers: { 'content-type': 'text/html' } }));
        const said = await page(job.url, job.script);
        own.protocol.unhandle('http');
        return said;
      }
    }
  };
}

app.on('window-all-closed', () => undefined);
void run();
