import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createListLog } from '../../../tests/fakes/silent-log.ts';
import { createKeytarSecretStore } from './keytar-secret-store.ts';

describe('A3: the real credential store of this machine', () => {
  it('A3: keeps, gives back, replaces and deletes a secret', async () => {
    const service = `LECTOROOM test ${randomUUID()}`;
    const store = createKeytarSecretStore({
      load: async () => (await import('keytar')).default,
      service,
      log: createListLog(),
    });
    expect(await store.get('account')).toEqual({ ok: true, value: null });
    expect(await store.set('account', 'первый')).toEqual({ ok: true, value: null });
    expect(await store.set('account', 'second')).toEqual({ ok: true, value: null });
    expect(await store.get('account')).toEqual({ ok: true, value: 'second' });
    expect(await store.delete('account')).toEqual({ ok: true, value: null });
    expect(await store.get('account')).toEqual({ ok: true, value: null });
  });
});
