import { join } from 'node:path';
import { serviceOriginOf } from './service-origin.ts';

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
  readonly archiveWorkerPath: string;
  readonly libraryWorkerPath: string;
  readonly transferWorkerPath: string;
  readonly lineWorkerPath: string;
  readonly serviceModulePath: string;
  /** The service to speak to: a real one by its origin, the embedded one, or none where a wrong policy file lets nobody know which. */
  readonly service: { readonly kind: 'remote'; readonly origin: string } | { readonly kind: 'embedded' | 'none' };
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
  /** What the machine-wide policy file says; it outranks everything else. */
  readonly policyService: { readonly kind: 'unset' | 'none' } | { readonly kind: 'origin'; readonly origin: string };
}

/**
 * Works out the configuration. `LECTOROOM_SERVICE_URL` outranks what was built in; `LECTOROOM_DOWNLOAD_FOLDER` and
 * `LECTOROOM_SERVICE_DATA` move the two folders. Throws a plain sentence on an address that is neither https nor loopback.
 */
export function configurationOf(input: ConfigurationInput): Configuration {
  const { appFolder, environment } = input;
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
    archiveWorkerPath: join(out, 'main', 'archive-worker.cjs'),
    libraryWorkerPath: join(out, 'main', 'library-worker.cjs'),
    transferWorkerPath: join(out, 'main', 'transfer-worker.cjs'),
    lineWorkerPath: join(out, 'main', 'line-worker.cjs'),
    serviceModulePath: join(out, 'main', 'service.cjs'),
    service: serviceOf(input),
  };
}

function serviceOf({ policyService, environment, builtInServiceUrl }: ConfigurationInput): Configuration['service'] {
  if (policyService.kind === 'none') return { kind: 'none' };
  if (policyService.kind === 'origin') return { kind: 'remote', origin: policyService.origin };
  const address = environment['LECTOROOM_SERVICE_URL'] ?? builtInServiceUrl ?? '';
  if (address === '') return { kind: 'embedded' };
  const origin = serviceOriginOf(address);
  if (origin === null)
    throw new Error('LECTOROOM_SERVICE_URL must be an https:// address (http:// only for this computer).');
  return { kind: 'remote', origin };
}
