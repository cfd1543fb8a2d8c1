import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestNames } from '../../contract/ipc-names.ts';
import { createTestComputer, launchApp } from '../support/launch-app.ts';
import type { LaunchedApp, TestComputer } from '../support/launch-app.ts';

let computer: TestComputer;
let app: LaunchedApp;
const reached: string[] = [];
const stranger = createServer((request, response) => {
  reached.push(request.url ?? '');
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end('hello');
});
let strangerOrigin = '';

test.beforeAll(async () => {
  await new Promise<void>((done) => {
    stranger.listen(0, '127.0.0.1', done);
  });
  strangerOrigin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  computer = await createTestComputer();
  app = await launchApp({ computer, serviceUrl: strangerOrigin });
});
test.afterAll(async () => {
  await app.quit();
  await computer.remove();
  stranger.close();
});

test('the window has no Node, no Electron and no network, whatever it tries', async () => {
  reached.length = 0;
  const tried = await app.page.evaluate(async (origin) => {
    const outcome = async (work: () => unknown) => {
      try {
        await work();
        return 'went through';
      } catch {
        return 'refused';
      }
    };
    const element = (tag: 'img' | 'script' | 'iframe', src: string) =>
      new Promise((resolve, reject) => {
        const made = document.createElement(tag);
        made.addEventListener('load', resolve);
        made.addEventListener('error', reject);
        setTimeout(() => reject(new Error('nothing came')), 1500);
        made.src = src;
        document.body.append(made);
      });
    return {
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      module: await outcome(() => import(['node', 'fs'].join(':'))),
      fetch: await outcome(() => fetch(`${origin}/fetch`)),
      noCors: await outcome(() => fetch(`${origin}/no-cors`, { mode: 'no-cors' })),
      file: await outcome(() => fetch('file:///etc/hostname')),
      xhr: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.addEventListener('load', resolve);
            request.addEventListener('error', reject);
            request.open('GET', `${origin}/xhr`);
            request.send();
          }),
      ),
      socket: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`);
            socket.addEventListener('open', resolve);
            socket.addEventListener('error', reject);
          }),
      ),
      beacon: navigator.sendBeacon(`${origin}/beacon`) ? 'queued' : 'refused',
      image: await outcome(() => element('img', `${origin}/image.png`)),
      script: await outcome(() => element('script', `${origin}/script.js`)),
      inline: await outcome(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.inlineRan = true';
        document.body.append(script);
        if (Reflect.get(globalThis, 'inlineRan') !== true) throw new Error('did not run');
      }),
      eval: await outcome(() => Reflect.get(globalThis, 'eval')('1 + 1') as unknown),
      worker: await outcome(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
      lectureByFetch: await outcome(() => fetch('lecture://media/anything')),
      geolocation: await outcome(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
    };
  }, strangerOrigin);
  const { require, process, beacon, ...rest } = tried;
  expect([require, process]).toEqual(['undefined', 'undefined']);
  expect(beacon).toBeTruthy();
  expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((name) => [name, 'refused'])));
  await app.page.waitForTimeout(500);
  expect(reached.filter((path) => !path.startsWith('/v1/'))).toEqual([]);
});

test('the window neither opens others nor goes elsewhere', async () => {
  const { electron, page } = app;
  const before = page.url();
  for (const address of [
    strangerOrigin,
    'file:///etc/hostname',
    'javascript:document.title="x"',
    'data:text/html,x',
    'about:blank',
    'smb://host/share',
    'app://lectoroom/index.html',
  ]) {
    expect(await page.evaluate((target) => window.open(target) === null, address)).toBe(true);
  }
  for (const address of [strangerOrigin, 'file:///etc/hostname', 'data:text/html,x', 'app://other/index.html']) {
    await page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await page.waitForTimeout(150);
    expect(page.url()).toBe(before);
  }
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('main refuses names it does not know, arguments that are wrong, and every frame but its own', async () => {
  const { electron, page } = app;
  const answers = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as {
      bridge: {
        request(name: string, input: unknown): Promise<unknown>;
        on(name: string, listener: () => void): () => void;
      };
    };
    const attempt = (work: () => unknown) =>
      Promise.resolve()
        .then(work)
        .catch(() => 'rejected');
    return {
      unknown: await attempt(() => bridge.request('files.read', '/etc/hostname')),
      inherited: await attempt(() => bridge.request('constructor', null)),
      event: await attempt(() => bridge.on('files.changed', () => undefined)),
      wrongType: await attempt(() => bridge.request('settings.update', { volume: 'loud' })),
      extraKey: await attempt(() =>
        bridge.request('account.signIn', { email: 'a', password: 'b', remember: false, admin: true }),
      ),
      path: await attempt(() => bridge.request('playback.open', { lectureId: '../../etc/passwd' })),
      keys: Object.keys(bridge),
    };
  });
  const badRequest = { ok: false, error: { code: 'bad-request' } };
  expect(answers).toEqual({
    unknown: 'rejected',
    inherited: 'rejected',
    event: 'rejected',
    wrongType: badRequest,
    extraKey: badRequest,
    path: badRequest,
    keys: ['request', 'on'],
  });

  // A second window with our preload, of another origin: the sender check stands although the bridge is there.
  const fromOutside = await electron.evaluate(async ({ app: electronApp, BrowserWindow }, names) => {
    const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await other.loadURL('data:text/html,stranger');
    const script = `Promise.all(${JSON.stringify(names)}.map((name) => bridge.request(name, null)))`;
    const results = (await other.webContents.executeJavaScript(script)) as unknown[];
    other.destroy();
    return results;
  }, Object.keys(requestNames));
  expect(fromOutside).toHaveLength(Object.keys(requestNames).length);
  for (const result of fromOutside) expect(result).toEqual({ ok: false, error: { code: 'not-allowed' } });
});

test('C1 D4: pages of other origins and other sessions cannot read a lecture address', async () => {
  const outcomes = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const tried: string[] = [];
    for (const page of ['data:text/html,stranger', 'about:blank']) {
      const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, partition: 'stranger' } });
      await other.loadURL(page);
      const script = `Promise.all([
        fetch('lecture://media/x').then(() => 'read', () => 'refused'),
        fetch('lecture://media/x', { mode: 'no-cors' }).then(() => 'read', () => 'refused'),
        new Promise((done) => { const r = new XMLHttpRequest(); r.onload = () => done('read'); r.onerror = () => done('refused'); r.open('GET', 'lecture://media/x'); r.send(); }),
        new Promise((done) => { const i = new Image(); i.onload = () => done('read'); i.onerror = () => done('refused'); i.src = 'lecture://cover/x'; }),
      ])`;
      tried.push(...((await other.webContents.executeJavaScript(script)) as string[]));
      other.destroy();
    }
    return tried;
  });
  expect(outcomes).toEqual(Array.from({ length: 8 }, () => 'refused'));
});

test('the window is sandboxed, isolated, and keeps nothing on disk', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
      session: { isPersistent(): boolean };
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return {
      sandbox,
      contextIsolation,
      nodeIntegration,
      webSecurity,
      webviewTag,
      persistent: contents.session.isPersistent(),
    };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    persistent: false,
  });
});
