import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sampleAccounts } from '../sample-accounts.ts';
import { problemOf, startTestService } from '../test-support/test-service.ts';
import { anythingHolds } from '../test-support/traces.ts';

const [anna, ilya] = [sampleAccounts[0]!, sampleAccounts[1]!];
const newPassword = 'a-new-password-8';
const renewed = { ...anna, password: newPassword };

/** Anna at `here`; what is changed is changed from there. */
async function annaHere() {
  const service = await startTestService();
  const { ask, signIn } = service;
  const here = await signIn('here');
  const outcome = async (answer: Response) => (answer.ok ? answer.status : problemOf(answer));
  const changePassword = async (body: object = {}, token = here.accessToken) =>
    outcome(
      await ask('POST', '/v1/account/password', {
        token,
        body: { currentPassword: anna.password, newPassword, ...body },
      }),
    );
  const changeEmail = async (email: unknown, password: string = anna.password, token = here.accessToken) =>
    outcome(await ask('PUT', '/v1/account/email', { token, body: { email, password } }));
  const told = async (refreshToken: string, deviceId: string) =>
    outcome(await ask('POST', '/v1/sessions/refresh', { body: { refreshToken, deviceId } }));
  const works = async (token: string) => outcome(await ask('GET', '/v1/account', { token }));
  const signInAs = async (person: { email: string; password: string }) => {
    const device = { id: 'other', name: 'Other', platform: 'linux' };
    const { email, password } = person;
    return outcome(await ask('POST', '/v1/sessions', { body: { email, password, device, remember: true } }));
  };
  return { ...service, here, changePassword, changeEmail, told, works, signInAs };
}

describe('changing the password', () => {
  it('A1: needs the current one; then only the new one opens the account', async () => {
    const { changePassword, signInAs } = await annaHere();
    expect(await changePassword({ currentPassword: 'not-the-password' })).toBe('wrong-credentials');
    expect(await signInAs(anna)).toBe(201);
    expect(await changePassword()).toBe(204);
    expect([await signInAs(anna), await signInAs(renewed)]).toEqual(['wrong-credentials', 201]);
  });

  it('A8: ends every other session of the account, and of nobody else; the asking one goes on', async () => {
    const { signIn, here, changePassword, works, told } = await annaHere();
    const [home, work, stranger] = [await signIn('home'), await signIn('work'), await signIn('home', ilya)];
    expect(await changePassword()).toBe(204);
    for (const [session, deviceId] of [
      [home, 'home'],
      [work, 'work'],
    ] as const) {
      expect(await works(session.accessToken)).toBe('session-ended');
      expect(await told(session.refreshToken, deviceId)).toBe('session-ended');
    }
    expect([await works(here.accessToken), await told(here.refreshToken, 'here')]).toEqual([200, 200]);
    expect(await works(stranger.accessToken)).toBe(200);
  });

  it('A8: asks no other computer to erase, and keeps its device secret: downloads there open after the next sign-in', async () => {
    const { signIn, changePassword } = await annaHere();
    const home = await signIn('home');
    await changePassword();
    const again = await signIn('home', renewed);
    expect([again.eraseRequested, again.deviceSecret]).toEqual([false, home.deviceSecret]);
  });

  it('A8: leaves a request to erase as it is', async () => {
    const { signIn, ask, here, changePassword, told } = await annaHere();
    const lost = await signIn('lost');
    await ask('DELETE', `/v1/sessions/${lost.sessionId}`, { token: here.accessToken });
    expect(await changePassword()).toBe(204);
    expect(await told(lost.refreshToken, 'lost')).toBe('erase-requested');
    expect((await signIn('lost', renewed)).eraseRequested).toBe(true);
  });

  it('A1: wrong ones are counted together with those of the sign-in', async () => {
    const { changePassword, signInAs, clock } = await annaHere();
    for (let wrong = 0; wrong < 3; wrong += 1) await changePassword({ currentPassword: 'wrong' });
    for (let wrong = 0; wrong < 2; wrong += 1) await signInAs({ ...anna, password: 'wrong' });
    expect([await changePassword(), await signInAs(anna)]).toEqual(['too-many-attempts', 'too-many-attempts']);
    clock.advance(9 * 60_000);
    expect(await changePassword()).toBe('too-many-attempts');
  });

  it('A1: neither of the passwords nor the former hash is kept', async () => {
    const { changePassword, dataFolder, service } = await annaHere();
    const hashesAndSalts = () => {
      const database = new Database(join(dataFolder, 'service.db'), { readonly: true });
      const row = database
        .prepare('SELECT password_hash AS hash, password_salt AS salt FROM accounts WHERE email = ?')
        .get(anna.email) as { hash: Buffer; salt: Buffer };
      database.close();
      return [row.hash, row.salt];
    };
    const former = hashesAndSalts();
    for (const trace of former) expect(anythingHolds(dataFolder, trace)).toBe(true);
    await changePassword();
    for (const trace of [...former, newPassword, anna.password]) expect(anythingHolds(dataFolder, trace)).toBe(false);
    for (const trace of hashesAndSalts()) expect(anythingHolds(dataFolder, trace)).toBe(true);
    await service.close();
    for (const trace of former) expect(anythingHolds(dataFolder, trace)).toBe(false);
  });

  it.each([{ newPassword: 'too-short' }, { newPassword: 7 }, { currentPassword: '' }, { newPassword: undefined }])(
    'A1: %j is not a change of password',
    async (body) => {
      const { changePassword, signInAs } = await annaHere();
      expect(await changePassword(body)).toBe('bad-request');
      expect(await signInAs(anna)).toBe(201);
    },
  );

  it('A8: of two computers that change it at once, one does; the other is signed out', async () => {
    const { signIn, here, changePassword, works, signInAs } = await annaHere();
    const there = await signIn('there');
    const passwords = ['first-new-password', 'second-new-password'];
    const outcomes = await Promise.all([
      changePassword({ newPassword: passwords[0] }),
      changePassword({ newPassword: passwords[1] }, there.accessToken),
    ]);
    const winner = outcomes.indexOf(204);
    expect(outcomes.filter((outcome) => outcome === 204).length).toBe(1);
    expect(await works([here, there][winner]!.accessToken)).toBe(200);
    expect(await works([there, here][winner]!.accessToken)).toBe('session-ended');
    expect(await signInAs({ ...anna, password: passwords[winner]! })).toBe(201);
  });
});

describe('changing the e-mail', () => {
  it('A1: needs the password; then only the new one opens the account, and nobody is signed out', async () => {
    const { changeEmail, signInAs, signIn, works, ask, here } = await annaHere();
    const home = await signIn('home');
    expect(await changeEmail('anna.k@example.com', 'not-the-password')).toBe('wrong-credentials');
    expect(await changeEmail('anna.k@example.com')).toBe(200);
    expect(await signInAs(anna)).toBe('wrong-credentials');
    expect(await signInAs({ ...anna, email: 'Anna.K@example.com' })).toBe(201);
    expect(await works(home.accessToken)).toBe(200);
    const account: unknown = await (await ask('GET', '/v1/account', { token: here.accessToken })).json();
    expect(account).toMatchObject({ name: anna.name, email: 'anna.k@example.com' });
  });

  it('A1: the old one is kept nowhere, neither as it was typed nor as it is compared', async () => {
    const { changeEmail, dataFolder, service } = await annaHere();
    expect(await changeEmail('First.Address@Example.com')).toBe(200);
    expect(await changeEmail('second@example.com')).toBe(200);
    const traces = [anna.email, 'First.Address@Example.com', 'first.address@example.com'];
    for (const trace of traces) expect(anythingHolds(dataFolder, trace)).toBe(false);
    expect(anythingHolds(dataFolder, 'second@example.com')).toBe(true);
    await service.close();
    for (const trace of traces) expect(anythingHolds(dataFolder, trace)).toBe(false);
  });

  it('A10: that of another account is refused, however it is typed; the own one in other letters is not', async () => {
    const { changeEmail, ask, here } = await annaHere();
    expect(await changeEmail(ilya.email)).toBe('email-taken');
    const typed = anna.email.replace('anna', 'Anna');
    expect(await changeEmail(typed)).toBe(200);
    const account: unknown = await (await ask('GET', '/v1/account', { token: here.accessToken })).json();
    expect(account).toMatchObject({ email: typed });
  });

  it('A1: wrong passwords are counted', async () => {
    const { changeEmail, signInAs } = await annaHere();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await changeEmail('anna.k@example.com', 'wrong')).toBe('wrong-credentials');
    }
    expect([await changeEmail('anna.k@example.com'), await signInAs(anna)]).toEqual([
      'too-many-attempts',
      'too-many-attempts',
    ]);
  });

  it.each(['not an e-mail', '', 7, undefined])('A1: %j is not an e-mail', async (email) => {
    const { changeEmail } = await annaHere();
    expect(await changeEmail(email)).toBe('bad-request');
  });

  it('A1: neither is changed without a session', async () => {
    const { ask, signInAs } = await annaHere();
    const body = { email: 'anna.k@example.com', password: anna.password };
    expect(await problemOf(await ask('PUT', '/v1/account/email', { body }))).toBe('not-allowed');
    expect(await problemOf(await ask('POST', '/v1/account/password', { body, token: 'A'.repeat(43) }))).toBe(
      'token-expired',
    );
    expect(await signInAs(anna)).toBe(201);
  });
});
