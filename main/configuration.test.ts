import { describe, expect, it } from 'vitest';
import { configurationOf } from './configuration.ts';
import { serviceOriginOf } from './service-origin.ts';

const input = {
  appFolder: '/app',
  userDataFolder: '/data/LECTOROOM',
  appDataFolder: '/data',
  localAppDataFolder: undefined,
  crashDumpsFolder: null,
  environment: {},
  builtInServiceUrl: undefined,
  policyService: { kind: 'unset' },
} as const;

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
    expect(configurationOf(input).service).toEqual({ kind: 'embedded' });
    const built = { ...input, builtInServiceUrl: 'https://built.example' };
    expect(configurationOf(built).service).toEqual({ kind: 'remote', origin: 'https://built.example' });
    const set = { ...built, environment: { LECTOROOM_SERVICE_URL: 'https://set.example' } };
    expect(configurationOf(set).service).toEqual({ kind: 'remote', origin: 'https://set.example' });
    const policyService = { kind: 'origin', origin: 'https://policy.example' } as const;
    expect(configurationOf({ ...set, policyService }).service).toEqual({
      kind: 'remote',
      origin: policyService.origin,
    });
    expect(configurationOf({ ...set, policyService: { kind: 'none' } }).service).toEqual({ kind: 'none' });
    expect(() => configurationOf({ ...input, environment: { LECTOROOM_SERVICE_URL: 'ftp://x' } })).toThrow(/https/);
  });
  it('D6: on Windows lectures stay on this computer, not in the roaming profile', () => {
    expect(configurationOf({ ...input, localAppDataFolder: '/local' }).downloadFolder).toContain('local');
    expect(configurationOf(input).serviceDataFolder.startsWith(input.userDataFolder)).toBe(false);
  });
});
