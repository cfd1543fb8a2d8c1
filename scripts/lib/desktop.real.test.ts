import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withDesktop } from './desktop.mjs';
import { startDisplay } from './display.mjs';
import { isAlive } from './lock.mjs';
import { hasSecretService, startSecretService } from './secret-service.mjs';

const onLinux = process.platform === 'linux';
const execute = promisify(execFile);

test.runIf(onLinux)('gives a display and a secret service of its own, and nothing of them is left', async () => {
  const display = await startDisplay();
  const secrets = await startSecretService();
  const socket = `/tmp/.X11-unix/X${display.name.slice(1)}`;
  expect(existsSync(socket)).toBe(true);
  expect(await hasSecretService({ ...process.env, DBUS_SESSION_BUS_ADDRESS: secrets.address })).toBe(true);
  const processIds = [display.processId, ...secrets.processIds];
  expect(processIds.every(isAlive)).toBe(true);

  await secrets.end();
  await display.end();
  expect(processIds.some(isAlive)).toBe(false);
  expect(existsSync(secrets.folder)).toBe(false);
  expect(existsSync(socket)).toBe(false);
});

test.runIf(onLinux)('a body that throws leaves nothing either, and its error comes through', async () => {
  const bare = { PATH: process.env['PATH'] };
  let seen: NodeJS.ProcessEnv = {};
  const body = async (environment: NodeJS.ProcessEnv) => {
    seen = environment;
    throw new Error('inside');
  };
  await expect(withDesktop(body, { environment: bare })).rejects.toThrow('inside');
  expect(seen['DISPLAY']).toMatch(/^:\d+$/);
  expect(await hasSecretService(seen)).toBe(false);
});

test.runIf(onLinux)('a display that is there is used; a keyring of our own is used all the same', async () => {
  const environment = { PATH: process.env['PATH'], DISPLAY: ':4711', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
  await withDesktop(
    (given) => {
      expect(given['DISPLAY']).toBe(':4711');
      expect(given['DBUS_SESSION_BUS_ADDRESS']).not.toBe(environment.DBUS_SESSION_BUS_ADDRESS);
      return Promise.resolve();
    },
    { environment },
  );
});

test.runIf(onLinux)('the keychain keeps, finds and forgets a secret there', async () => {
  const program = `const keytar = require('keytar');
    keytar.setPassword('lectoroom-test', 'me', 'кот').then(() => keytar.getPassword('lectoroom-test', 'me'))
      .then(async (got) => console.log(got, await keytar.deletePassword('lectoroom-test', 'me'), await keytar.getPassword('lectoroom-test', 'me')));`;
  await withDesktop(async (env) => {
    const { stdout } = await execute(process.execPath, ['-e', program], { env });
    expect(stdout.trim()).toBe('кот true null');
  });
});
