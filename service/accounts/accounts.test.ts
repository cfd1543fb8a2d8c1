import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AccountRecord, Terms } from '../../contract/api/accounts.ts';
import { sampleAccounts } from '../sample-accounts.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';
import { anythingHolds } from '../test-support/traces.ts';
import { createPasswords } from './passwords.ts';
import { termsInForce } from './terms.ts';

const device = { id: 'device-1', name: 'Laptop', platform: 'linux' };
const adult = {
  name: 'Zoë Marchetti',
  email: 'zoe.marchetti@example.com',
  password: 'a-long-password-1',
  birthDate: '1999-02-28',
  guardianConfirmed: false,
  acceptedTermsVersion: termsInForce.version,
};
/** The clock of the tests stands on 2026-11-23. */
const child = { ...adult, birthDate: '2008-11-24' };

const create = (service: Awaited<ReturnType<typeof startTestService>>, body: unknown) =>
  service.ask('POST', '/v1/accounts', { body });

describe('creating an account', () => {
  it('A10: an adult gets one and can sign in', async () => {
    const service = await startTestService();
    const made = await create(service, adult);
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ name: adult.name, email: adult.email });
    const { email, password } = adult;
    expect(
      (await service.ask('POST', '/v1/sessions', { body: { email, password, device, remember: true } })).status,
    ).toBe(201);
  });

  it('A10: under 18 without a guardian is refused and nothing of it is stored', async () => {
    const service = await startTestService();
    const refused = await create(service, child);
    expect([refused.status, await problemOf(refused)]).toEqual([403, 'guardian-required']);
    await service.service.close();
    for (const trace of [child.email, child.name, child.birthDate])
      expect(anythingHolds(service.dataFolder, trace)).toBe(false);
  });

  it('A10: a guardian’s word, or the eighteenth birthday, opens the door', async () => {
    const service = await startTestService();
    expect((await create(service, { ...child, guardianConfirmed: true })).status).toBe(201);
    expect((await create(service, { ...child, email: 'b@example.com', birthDate: '2008-11-23' })).status).toBe(201);
  });

  it('A10: the Terms in force can be read before; accepting others is refused and nothing of it is stored', async () => {
    const service = await startTestService();
    const terms = Terms.parse(await (await service.ask('GET', '/v1/terms')).json());
    expect(terms).toEqual({ version: '2026-01', publishedOn: '2026-01-12' });
    for (const acceptedTermsVersion of ['2025-07', '2026-01 ', 'sample']) {
      const refused = await create(service, { ...adult, acceptedTermsVersion });
      expect([refused.status, await problemOf(refused)]).toEqual([409, 'terms-outdated']);
    }
    for (const trace of [adult.email, adult.name, adult.birthDate])
      expect(anythingHolds(service.dataFolder, trace)).toBe(false);
    expect((await create(service, { ...adult, acceptedTermsVersion: terms.version })).status).toBe(201);
  });

  it('A10: what was said is kept as it was said, with the version of the Terms and when they were accepted', async () => {
    const service = await startTestService();
    const acceptedAt = new Date(service.clock.nowMs()).toISOString();
    await create(service, { ...child, name: `  ${child.name} `, guardianConfirmed: true });
    service.clock.advance(86_400_000);
    const { accessToken: token } = await service.signIn('device-1', child);
    const { id, ...record } = AccountRecord.parse(await (await service.ask('GET', '/v1/account', { token })).json());
    expect(id).toMatch(/^a-/);
    expect(record).toEqual({
      name: child.name,
      email: child.email,
      region: null,
      birthDate: child.birthDate,
      guardianConfirmed: true,
      acceptedTerms: { version: '2026-01', acceptedAt },
    });
  });

  it('A10: an e-mail can be used once, however it is typed', async () => {
    const service = await startTestService();
    await create(service, adult);
    const again = await create(service, { ...adult, email: 'ZOE.Marchetti@example.com' });
    expect([again.status, await problemOf(again)]).toEqual([409, 'email-taken']);
  });

  it.each([
    { ...adult, password: 'short' },
    { ...adult, birthDate: '1999-02-30' },
    { ...adult, birthDate: '2030-01-01' },
    { ...adult, birthDate: '1850-01-01' },
    { ...adult, email: 'not an e-mail' },
    { ...adult, name: '' },
    { ...adult, name: '   ' },
    { ...adult, acceptedTermsVersion: undefined },
    { ...adult, guardianConfirmed: 'no' },
    [],
  ])('A10: refuses what is not an application: %#', async (body) => {
    expect(await problemOf(await create(await startTestService(), body))).toBe('bad-request');
  });
});

describe('the own account', () => {
  it('the name is corrected, the old one is not kept; the e-mail stays', async () => {
    const service = await startTestService();
    const { accessToken: token, account } = await service.signIn();
    const [anna] = sampleAccounts;
    const body = { name: ' Anna K. ', email: 'anna.k@example.com' };
    const changed = await service.ask('PATCH', '/v1/account', { token, body });
    expect(await changed.json()).toEqual({ id: account.id, name: 'Anna K.', email: anna?.email });
    for (const wrong of [{}, { name: '' }, { name: '  ' }, { name: 7 }]) {
      const refused = await service.ask('PATCH', '/v1/account', { token, body: wrong });
      expect(await problemOf(refused)).toBe('bad-request');
    }
    expect(anythingHolds(service.dataFolder, anna?.name ?? '')).toBe(false);
  });

  it('is erased with the password only, and then no byte of it is left', async () => {
    const service = await startTestService();
    const { accessToken: token, refreshToken } = await service.signIn();
    const [anna] = sampleAccounts;
    const wrong = await service.ask('DELETE', '/v1/account', { token, body: { password: 'not-it' } });
    expect(await problemOf(wrong)).toBe('wrong-credentials');
    const erased = await service.ask('DELETE', '/v1/account', { token, body: { password: anna?.password } });
    expect(erased.status).toBe(200);
    for (const trace of [anna?.email ?? '', anna?.name ?? '', 'Test computer']) {
      expect(anythingHolds(service.dataFolder, trace)).toBe(false);
    }
    const refresh = await service.ask('POST', '/v1/sessions/refresh', { body: { refreshToken, deviceId: 'device-1' } });
    expect(await problemOf(refresh)).toBe('session-ended');
    await service.service.close();
    const { dataFolder, samplesFolder } = service;
    const again = await startTestService({ dataFolder, samplesFolder });
    await expect(again.signIn(), 'an erased sample account does not come back').rejects.toThrow('401');
  });
});

describe('guessing', () => {
  const attempt = (service: Awaited<ReturnType<typeof startTestService>>, email: string, password = 'wrong-password') =>
    service.ask('POST', '/v1/sessions', { body: { email, password, device, remember: false } });
  const [anna] = sampleAccounts;

  it('A1: five wrong passwords for an e-mail, then even the right one waits; Retry-After says how long', async () => {
    const service = await startTestService();
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt(service, anna?.email ?? '')));
    const refused = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([refused(401), refused(429)]).toEqual([5, 3]);
    service.clock.advance(5 * 60_000);
    const early = await attempt(service, anna?.email ?? '', anna?.password);
    expect(early.headers.get('retry-after')).toBe('600');
    expect(await problemOf(early)).toBe('too-many-attempts');
    service.clock.advance(10 * 60_000);
    expect((await attempt(service, anna?.email ?? '', anna?.password)).status).toBe(201);
  });

  it('A1: a right password forgets the wrong ones before it', async () => {
    const service = await startTestService();
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) await attempt(service, anna?.email ?? '');
      expect((await attempt(service, anna?.email ?? '', anna?.password)).status).toBe(201);
    }
  });

  it('A1: twenty wrong ones from one address, whatever the e-mails', async () => {
    const service = await startTestService();
    for (let index = 0; index < 20; index += 1)
      expect((await attempt(service, `p${index}@example.com`)).status).toBe(401);
    expect((await attempt(service, anna?.email ?? '', anna?.password)).status).toBe(429);
  });

  it('A1: no e-mail that was tried is kept', async () => {
    const service = await startTestService();
    await attempt(service, 'stranger@example.com');
    await service.service.close();
    expect(anythingHolds(service.dataFolder, 'stranger')).toBe(false);
  });
});

describe('passwords', () => {
  it('A1: are kept as scrypt with N = 2^15 and their own salt, and match in any Unicode composition', async () => {
    const passwords = createPasswords();
    const [one, two] = await Promise.all([passwords.hash('тёмный лес'), passwords.hash('тёмный лес')]);
    expect(one).toMatchObject({ n: 32_768, r: 8, p: 1 });
    expect(one.hash.equals(two.hash)).toBe(false);
    expect(await passwords.matches('тёмный лес'.normalize('NFD'), one)).toBe(true);
    expect(await passwords.matches('тёмный лес ', one)).toBe(false);
    expect(await passwords.matches('тёмный лес', null)).toBe(false);
  });

  it('A1: one hashed at a lower cost is hashed anew at the next sign-in', async () => {
    const cheap = await startTestService();
    await cheap.service.close();
    const { dataFolder, samplesFolder } = cheap;
    const dear = await startTestService({ dataFolder, samplesFolder, passwordCost: 2 ** 12 });
    await dear.signIn();
    await dear.service.close();
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(join(dataFolder, 'service.db'), { readonly: true });
    const costs = database.prepare('SELECT scrypt_n AS n FROM accounts ORDER BY email').pluck().all();
    database.close();
    expect(costs).toEqual([4096, 1024]);
  });
});
