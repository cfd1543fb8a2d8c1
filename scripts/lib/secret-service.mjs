import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endBackground, firstLine, startBackground } from './children.mjs';
import { isAlive } from './lock.mjs';
import { capture, which } from './run.mjs';
import { SetupError } from './say.mjs';

/** A session bus that starts nothing by itself, so that nothing is left running after it. */
const busConfiguration = (
  /** @type {string} */ folder,
) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="false"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * Whether a Secret Service answers on the session bus.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export async function hasSecretService(environment = process.env) {
  if (process.platform !== 'linux') return true;
  if (!environment['DBUS_SESSION_BUS_ADDRESS'] || which('dbus-send') === undefined) return false;
  const ping = [
    '--session',
    '--print-reply',
    '--reply-timeout=3000',
    '--dest=org.freedesktop.secrets',
    '/org/freedesktop/secrets',
    'org.freedesktop.DBus.Peer.Ping',
  ];
  return (await capture('dbus-send', ping, { env: environment, timeoutMs: 5000 })).code === 0;
}

/** Removes the folders of commands that were killed and could not tidy up. */
async function removeLeftFolders() {
  for (const name of await readdir(tmpdir())) {
    const owner = /^lectoroom-bus-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Starts a session bus with an unlocked keyring of its own in a fresh folder (an old one may be locked); `end` removes all of it.
 * @returns {Promise<{ address: string, folder: string, processIds: number[], end: () => Promise<void> }>}
 */
export async function startSecretService() {
  await removeLeftFolders();
  const folder = await mkdtemp(join(tmpdir(), `lectoroom-bus-${String(process.pid)}-`));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const end = async () => {
    for (const child of children.toReversed()) await endBackground(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const configuration = join(folder, 'bus.conf');
    await writeFile(configuration, busConfiguration(folder));
    const bus = startBackground(
      'dbus-daemon',
      [`--config-file=${configuration}`, '--nofork', '--nopidfile', '--print-address=1'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    children.push(bus);
    const address = bus.stdout === null ? undefined : await firstLine(bus.stdout, 10_000);
    if (!address) throw new SetupError('The D-Bus daemon did not start (package dbus-daemon).');

    const home = join(folder, 'home');
    for (const name of ['data', 'config', 'cache', 'run'])
      await mkdir(join(home, name), { recursive: true, mode: 0o700 });
    const environment = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
    const keyring = startBackground(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets', `--control-directory=${join(home, 'run')}`],
      {
        env: {
          ...environment,
          HOME: home,
          XDG_DATA_HOME: join(home, 'data'),
          XDG_CONFIG_HOME: join(home, 'config'),
          XDG_CACHE_HOME: join(home, 'cache'),
          XDG_RUNTIME_DIR: join(home, 'run'),
        },
        stdio: ['pipe', 'ignore', 'ignore'],
      },
    );
    children.push(keyring);
    // The keyring's password: an empty line. It lives as long as this folder.
    keyring.stdin?.on('error', () => undefined).end('\n');

    for (const startedAt = Date.now(); Date.now() - startedAt < 10_000; await wait(40)) {
      if (await hasSecretService(environment)) {
        const processIds = children.flatMap(({ pid }) => pid ?? []);
        return { address, folder, processIds, end };
      }
      if (keyring.exitCode !== null) break;
    }
    throw new SetupError(
      'The keyring (gnome-keyring-daemon) did not come up on its own session bus. Try "gnome-keyring-daemon --foreground" by hand to see what it says.',
    );
  } catch (error) {
    await end();
    throw error;
  }
}
