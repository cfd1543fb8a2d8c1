import { describe, expect, it } from 'vitest';
import { configurationOf, serviceOriginOf } from './configuration.ts';

const input = {
  appFolder: '/app',
  userDataFolder: '/data/LECTOROOM',
  appDataFolder: '/data',
  localAppDataFolder: undefined,
  crashDumpsFolder: null,
  environment: {},
  builtInServiceUrl: undefined,
};

describe('I6: which service is spoken to', () => {
  it.each([
    ['https://lectures.example/some/path', 'https://lectures.example'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:1', 'http://localhost:1'],
    ['http://lectures.example', null],
    ['file:///etc/passwd', null],
    ['not an address', null],
  ])('I6: %s → %s', (address, origin) => {
    expect(serviceOriginOf(address)).toBe(origin);
  });
  it('I6: the embedded service without a setting, one setting for a real one, the environment outranks the build', () => {
    expect(configurationOf(input).serviceOrigin).toBeNull();
    const built = { ...input, builtInServiceUrl: 'https://built.example' };
    expect(configurationOf(built).serviceOrigin).toBe('https://built.example');
    expect(
      configurationOf({ ...built, environment: { LECTOROOM_SERVICE_URL: 'https://set.example' } }).serviceOrigin,
    ).toBe('https://set.example');
    expect(() => configurationOf({ ...input, environment: { LECTOROOM_SERVICE_URL: 'ftp://x' } })).toThrow(/https/);
  });
  it('D6: on Windows lectures stay on this computer, not in the roaming profile', () => {
    expect(configurationOf({ ...input, localAppDataFolder: '/local' }).downloadFolder).toContain('local');
    expect(configurationOf(input).serviceDataFolder.startsWith(input.userDataFolder)).toBe(false);
  });
});
