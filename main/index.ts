import { app, Menu, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from './compose.ts';
import { loadPolicy } from './load-policy.ts';
import type { App } from './app.ts';
import { configurationOf } from './configuration.ts';
import { createAppWindow } from './electron/app-window.ts';
import { startEmbeddedService } from './electron/embedded-service.ts';
import { createEmitter, serveRequests } from './electron/ipc.ts';
import { createFrameCamera } from './electron/frame-camera.ts';
import { createListener } from './electron/listener.ts';
import { collectLinks } from './electron/link-inbox.ts';
import type { LinkInbox } from './electron/link-inbox.ts';
import { applicationMenu } from './electron/menus.ts';
import { createPickFolder } from './electron/pick-folder.ts';
import { openExternal } from './electron/open-external.ts';
import { createPrintPage } from './electron/receipt-pdf.ts';
import { serveSchemes } from './electron/protocols.ts';
import { quitAfter } from './electron/quit-after.ts';
import { chooseArchiveToOpen, chooseFileToSave } from './electron/save-dialog.ts';
import { declareSchemes } from './electron/schemes.ts';
import { createStayAwake } from './electron/stay-awake.ts';
import { createNotify, showProgress } from './electron/system-signals.ts';
import { contentSecurityPolicy, createWindowSession, windowDataOf } from './electron/window-session.ts';
import { applyTheme, openWindow } from './electron/window.ts';
import { bothOf, createWireSessions } from './electron/wire-sessions.ts';

const platforms = { win32: 'windows', darwin: 'macos' } as const;

function builtInServiceUrl(): string | undefined {
  const manifest = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as {
    lectoroom?: { serviceUrl?: string };
  };
  return manifest.lectoroom?.serviceUrl;
}

async function run(links: LinkInbox): Promise<void> {
  const policy = await loadPolicy(process.env);
  const configuration = configurationOf({
    appFolder: app.getAppPath(),
    userDataFolder: app.getPath('userData'),
    appDataFolder: app.getPath('appData'),
    crashDumpsFolder: app.getPath('crashDumps'),
    localAppDataFolder: process.platform === 'win32' ? process.env['LOCALAPPDATA'] : undefined,
    environment: process.env,
    builtInServiceUrl: builtInServiceUrl(),
    policyService: policy.service,
  });
  const embedded =
    configuration.service.kind === 'embedded'
      ? startEmbeddedService({
          modulePath: configuration.serviceModulePath,
          dataFolder: configuration.serviceDataFolder,
          samplesFolder: configuration.samplesFolder,
        })
      : Promise.resolve(null);
  let window: BrowserWindow | null = null;
  const current = () => (window === null || window.isDestroyed() ? null : window);
  const contents = () => current()?.webContents ?? null;
  const appWindow = createAppWindow(current);
  const sessions = createWireSessions();
  const windowSession = createWindowSession();
  const lectoroom: App = compose({
    configuration,
    policy,
    embedded,
    sessions,
    facts: {
      version: app.getVersion(),
      electronVersion: process.versions.electron,
      platform: platforms[process.platform as keyof typeof platforms] ?? 'linux',
      systemLanguage: app.getPreferredSystemLanguages()[0] ?? 'en',
    },
    emit: createEmitter(contents),
    windowData: bothOf(windowDataOf(windowSession), sessions.data),
    openExternal,
    showProgress: (share) => showProgress(current(), share),
    notify: createNotify({
      window: current,
      bringUp() {
        bringUp();
        current()?.show();
      },
    }),
    keepAwake: createStayAwake('computer'),
    pickFolder: createPickFolder(current),
    findSilences: createListener(configuration.rendererFolder),
    notes: {
      chooseFile: (suggestedName) => chooseFileToSave(current(), suggestedName),
      camera: createFrameCamera({ media: (request) => lectoroom.media(request) }),
    },
    printPage: createPrintPage(),
    pickArchive: () => chooseArchiveToOpen(current()),
    appWindow,
    holdScreen: createStayAwake('screen'),
    onTheme: (theme) => applyTheme(theme, current()),
  });

  const { log } = lectoroom;
  process.on('uncaughtException', (error) => log.defect('process.uncaught', error));
  process.on('unhandledRejection', (error) => log.defect('process.unhandled', error));

  serveSchemes(windowSession, {
    rendererFolder: configuration.rendererFolder,
    contentSecurityPolicy,
    media: lectoroom.media,
  });
  serveRequests(lectoroom.routes, contents, log);
  Menu.setApplicationMenu(applicationMenu());
  const open = () => {
    window = openWindow({ session: windowSession, preloadPath: configuration.preloadPath, show: true });
    appWindow.attach(window);
    // With this window and no other: pictures for an export are taken in one that nobody sees.
    if (process.platform !== 'darwin') window.on('closed', () => app.quit());
  };
  /** To the front; one that does not show yet does so by itself. */
  const bringUp = () => {
    const shown = current();
    if (shown === null) return open();
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  };
  await lectoroom.finishErasing();
  open();
  links.open((text) => {
    lectoroom.followLink(text);
    bringUp();
  });

  app.on('second-instance', bringUp);
  app.on('activate', () => {
    if (current() === null) open();
  });
  powerMonitor.on('resume', () => lectoroom.wake());
  powerMonitor.on('unlock-screen', () => lectoroom.wake());
  quitAfter(() => lectoroom.stop(), log.defect);
  await lectoroom.start();
}

declareSchemes();
if (app.requestSingleInstanceLock()) {
  const links = collectLinks(process.argv);
  void app.whenReady().then(() => run(links));
} else app.quit();
