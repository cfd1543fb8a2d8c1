import { join } from 'node:path';

/** Where everything lives and which service is spoken to; read once at start. */
export interface Configuration {
  readonly userDataFolder: string;
  readonly downloadFolder: string;
  readonly serviceDataFolder: string;
  readonly samplesFolder: string;
  /** Where Chromium would put a memory dump of a crash. */
  readonly crashDumpsFolder: string | null;
  readonly rendererFolder: string;
  readonly preloadPath: string;
  readonly libraryWorkerPath: string;
  readonly transferWorkerPath: string;
  readonly serviceModulePath: string;
  /** Address of a real service, or null for the embedded one. */
  readonly serviceOrigin: string | null;
}

/** What the configuration is made from. */
export interface ConfigurationInput {
  readonly appFolder: string;
  readonly userDataFolder: string;
  readonly appDataFolder: string;
  readonly localAppDataFolder: string | undefined;
  readonly crashDumpsFolder: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `lectoroom.serviceUrl` of package.json: set at build time to ship for a real service. */
  readonly builtInServiceUrl: string | undefined;
}

/** The origin of a service address; https, or http to this very computer. Null when it is neither. */
export function serviceOriginOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const loopback = url.hostname === '127.0.0.1' || url.hostname === '[::1]' || url.hostname === 'localhost';
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback) ? url.origin : null;
}

/**
 * Works out the configuration. `LECTOROOM_SERVICE_URL` outranks what was built in; `LECTOROOM_DOWNLOAD_FOLDER` and
 * `LECTOROOM_SERVICE_DATA` move the two folders. Throws a plain sentence on an address that is neither https nor loopback.
 */
export function configurationOf(input: ConfigurationInput): Configuration {
  const { appFolder, environment } = input;
  const address = environment['LECTOROOM_SERVICE_URL'] ?? input.builtInServiceUrl ?? '';
  const serviceOrigin = address === '' ? null : serviceOriginOf(address);
  if (address !== '' && serviceOrigin === null) {
    throw new Error('LECTOROOM_SERVICE_URL must be an https:// address (http:// only for this computer).');
  }
  const out = join(appFolder, 'out');
  // Windows carries %APPDATA% along to other computers of a domain: lectures do not belong there.
  const largeFilesFolder =
    input.localAppDataFolder === undefined ? input.userDataFolder : join(input.localAppDataFolder, 'LECTOROOM');
  return {
    userDataFolder: input.userDataFolder,
    downloadFolder: environment['LECTOROOM_DOWNLOAD_FOLDER'] ?? join(largeFilesFolder, 'downloads'),
    // Beside the app's own data, not in it: the sample service is not part of what the app keeps of a person.
    serviceDataFolder: environment['LECTOROOM_SERVICE_DATA'] ?? join(input.appDataFolder, 'lectoroom-sample-service'),
    samplesFolder: join(appFolder, 'service', 'samples'),
    crashDumpsFolder: input.crashDumpsFolder,
    rendererFolder: join(out, 'renderer'),
    preloadPath: join(out, 'preload', 'index.cjs'),
    libraryWorkerPath: join(out, 'main', 'library-worker.cjs'),
    transferWorkerPath: join(out, 'main', 'transfer-worker.cjs'),
    serviceModulePath: join(out, 'main', 'service.cjs'),
    serviceOrigin,
  };
}
