import { describe, expect, it } from 'vitest';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { createKeytarSecretStore } from './keytar-secret-store.ts';
import type { Keytar } from './keytar-secret-store.ts';

const refused = { ok: false, error: { code: 'keychain-unavailable' } };
const forgetful: Keytar = {
  getPassword: () => Promise.resolve(null),
  setPassword: () => Promise.resolve(),
  deletePassword: () => Promise.resolve(false),
};

describe('A3: a credential store that refuses', () => {
  it.each<[string, () => Promise<Keytar>]>([
    ['whose library is missing', () => Promise.reject(new Error('libsecret-1.so.0: cannot open /home/anna/lib'))],
    [
      'that throws',
      () => Promise.resolve({ ...forgetful, setPassword: () => Promise.reject(new Error('entry LECTOROOM/anna')) }),
    ],
    ['that accepts and forgets', () => Promise.resolve(forgetful)],
    [
      'that never answers',
      () => Promise.resolve({ ...forgetful, setPassword: () => new Promise<void>(() => undefined) }),
    ],
  ])('A3: %s is said to be unavailable, and nothing of it is logged', async (_name, load) => {
    const log = createListLog();
    const store = createKeytarSecretStore({ load, service: 'test', log, timeoutMs: 50 });
    expect(await store.set('name', 'secret value')).toEqual(refused);
    expect(log.lines.join('\n')).not.toMatch(/secret value|anna|home/);
  });
  it('A3: is tried again at the next call, it may have been unlocked meanwhile', async () => {
    let tries = 0;
    const load = () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('locked')) : Promise.resolve(forgetful);
    };
    const store = createKeytarSecretStore({ load, service: 'test', log: createListLog() });
    expect(await store.get('name')).toEqual(refused);
    expect(await store.get('name')).toEqual({ ok: true, value: null });
  });

  it('A7: calls are taken one after the other: what is deleted last is gone, however slow the store is at keeping', async () => {
    let kept: string | null = null;
    const slow: Keytar = {
      getPassword: () => Promise.resolve(kept),
      setPassword: async (_service, _account, secret) => {
        await new Promise((later) => setTimeout(later, 40));
        kept = secret;
      },
      deletePassword: () => {
        kept = null;
        return Promise.resolve(true);
      },
    };
    const store = createKeytarSecretStore({ load: () => Promise.resolve(slow), service: 'test', log: createListLog() });
    await Promise.all([store.set('name', 'secret'), store.delete('name')]);
    expect(await store.get('name')).toEqual({ ok: true, value: null });
  });
});
