import { hasDisplay, startDisplay } from './display.mjs';
import { say } from './say.mjs';
import { hasSecretService, startSecretService } from './secret-service.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * @typedef {object} DesktopOptions
 * @property {NodeJS.ProcessEnv} [environment] default: ours
 * @property {boolean} [ownSecrets] true (default): always a fresh keyring of its own, so that tests never write into a person's; false: the
 *   person's own where there is one
 */

/**
 * Gives `body` an environment with a display and a secret service, starting virtual ones where there are none, and ends by their
 * id whatever it started. Every command that opens the app goes through here. On Windows and macOS: the environment as it is.
 * @template T
 * @param {(environment: NodeJS.ProcessEnv) => Promise<T>} body
 * @param {DesktopOptions} [options]
 * @returns {Promise<T>}
 */
export async function withDesktop(body, options = {}) {
  const environment = { ...(options.environment ?? process.env) };
  delete environment['ELECTRON_RUN_AS_NODE'];
  if (process.platform !== 'linux') return await body(environment);

  const ownDisplay = !hasDisplay(environment);
  const ownSecrets = (options.ownSecrets ?? true) || !(await hasSecretService(environment));
  await ensureSystemPackages([
    ...(ownDisplay ? /** @type {const} */ (['display']) : []),
    ...(ownSecrets ? /** @type {const} */ (['secrets']) : []),
  ]);

  /** @type {(() => Promise<void>)[]} */
  const endings = [];
  let interrupted = 0;
  const hold = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = signal === 'SIGINT' ? 130 : 143;
  };
  process.on('SIGINT', hold).on('SIGTERM', hold);
  try {
    if (ownDisplay) {
      const display = await startDisplay();
      endings.push(display.end);
      environment['DISPLAY'] = display.name;
      environment['XDG_SESSION_TYPE'] = 'x11';
      // Nothing of the virtual desktop may start services of its own.
      environment['NO_AT_BRIDGE'] = '1';
      environment['GSETTINGS_BACKEND'] = 'memory';
      say(`Virtual display ${display.name} (1440 × 1000).`);
    }
    if (ownSecrets) {
      const secrets = await startSecretService();
      endings.push(secrets.end);
      environment['DBUS_SESSION_BUS_ADDRESS'] = secrets.address;
      say('A secret service of its own, gone when this command ends.');
    }
    return await body(environment);
  } finally {
    for (const end of endings.toReversed()) await end();
    process.off('SIGINT', hold).off('SIGTERM', hold);
    if (interrupted !== 0) process.exit(interrupted);
  }
}
