import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import type { ConsentView } from '../../contract/domain/consent.ts';
import type { Result } from '../../contract/result.ts';
import { askMain } from './ask-main.ts';

/** The folders of one imaginary computer; they outlive the app, so that it can be started again. */
export interface TestComputer {
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly serviceDataFolder: string;
  remove(): Promise<void>;
}

/** Makes an empty computer in the temporary folder. */
export async function createTestComputer(): Promise<TestComputer> {
  const folder = await mkdtemp(join(tmpdir(), 'lectoroom-computer-'));
  return {
    userDataFolder: join(folder, 'user-data'),
    downloadFolder: join(folder, 'downloads'),
    serviceDataFolder: join(folder, 'service-data'),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** How the app is started. */
export interface LaunchOptions {
  readonly computer: TestComputer;
  /** A service's address; the embedded one when left out. */
  readonly serviceUrl?: string;
  readonly language?: 'en' | 'ru';
  /** Behind everything else on the command line, as the system hands over a link. */
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
  /** What is asked about privacy waits for the test; otherwise it is refused whenever it is asked. */
  readonly asksConsent?: boolean;
}

/** A running app and its window. */
export interface LaunchedApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Quits as a person would, and waits until the process is gone. */
  quit(): Promise<void>;
}

const appFolder = resolve(import.meta.dirname, '..', '..');

/** Starts the real app in the real Electron that `scripts/` provided. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const executablePath = process.env['LECTOROOM_ELECTRON'];
  if (executablePath === undefined)
    throw new Error('Run this through npm run e2e or npm run tour: they provide Electron.');
  const electron = await _electron.launch({
    executablePath,
    args: argumentsOf(options),
    env: environmentOf(options),
    timeout: 60_000,
  });
  const page = await windowOf(electron);
  if (options.asksConsent !== true) await refuseWhenAsked(page);
  if (options.size !== undefined) await resize(electron, options.size);
  // Kept here: once the process is gone, Playwright does not give it any more.
  const child = electron.process();
  return { electron, page, quit: () => quit(electron, child) };
}

/** Somebody who refuses whatever they are asked about privacy: at the first start, and when another account comes in. */
async function refuseWhenAsked(page: Page): Promise<void> {
  const refuse = page.locator('[data-answer="reject-all"]');
  const view = (await askMain(page, 'consent.read', null)) as Result<ConsentView>;
  if (view.ok && view.value.question !== null) {
    await refuse.click();
    await refuse.waitFor({ state: 'detached' });
  }
  await page.addLocatorHandler(refuse, () => refuse.click());
}

/** The app's own window. Playwright's first one may be a page that nobody sees: at its start the app may listen to a lecture for silences. */
async function windowOf(electron: ElectronApplication): Promise<Page> {
  const endAtMs = Date.now() + 60_000;
  while (Date.now() < endAtMs) {
    const page = electron.windows().find((each) => /^app:\/\/lectoroom\/(?!listen\/)/u.test(each.url()));
    if (page !== undefined) return page;
    await sleep(20);
  }
  throw new Error('the app opened no window');
}

function argumentsOf({ computer, language, args }: LaunchOptions): string[] {
  return [
    ...(process.env['LECTOROOM_ELECTRON_ARGS'] ?? '').split(' ').filter((argument) => argument !== ''),
    `--user-data-dir=${computer.userDataFolder}`,
    `--lang=${language ?? 'en'}`,
    appFolder,
    ...(args ?? []),
  ];
}

function environmentOf({ computer, serviceUrl, language, environment }: LaunchOptions): Record<string, string> {
  return {
    ...definedOf(process.env),
    LANGUAGE: language ?? 'en',
    LANG: language === 'ru' ? 'ru_RU.UTF-8' : 'en_US.UTF-8',
    LECTOROOM_DOWNLOAD_FOLDER: computer.downloadFolder,
    LECTOROOM_SERVICE_DATA: computer.serviceDataFolder,
    ...(serviceUrl === undefined ? {} : { LECTOROOM_SERVICE_URL: serviceUrl }),
    ...environment,
  };
}

/** Starts the app once more while it runs, as the system does with a link, and waits until that start has ended. */
export async function startAgain(options: LaunchOptions): Promise<void> {
  const executablePath = process.env['LECTOROOM_ELECTRON'];
  if (executablePath === undefined)
    throw new Error('Run this through npm run e2e or npm run tour: they provide Electron.');
  const second = spawn(executablePath, argumentsOf(options), { env: environmentOf(options), stdio: 'ignore' });
  await once(second, 'exit');
}

/** Gives the window an inner size. */
export async function resize(electron: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

async function quit(electron: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await gone;
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
