import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpServiceApi } from './http-service-api.ts';

interface Heard {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A service that gives one answer to everything and tells what it was asked. */
async function serviceThat(answer: (response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      heard.push({ line: `${request.method} ${request.url}`, authorization: request.headers.authorization, body });
      answer(response);
    });
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { heard, api: createHttpServiceApi({ origin: () => Promise.resolve(origin), fetch, timeoutMs: 500 }) };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? null : (JSON.parse(Buffer.concat(parts).toString()) as unknown);
}

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const problem = (status: number, kind: string) => (response: ServerResponse) =>
  void response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ type: `urn:lectoroom:problem:${kind}`, title: kind, status }));
const noContent = (response: ServerResponse) => void response.writeHead(204).end();
const hotel = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome to our hotel</html>');

const newAccount = {
  name: 'Zoë',
  email: 'zoe@example.com',
  password: 'a-long-password-1',
  birthDate: '1999-02-28',
  guardianConfirmed: false,
  acceptedTermsVersion: '2026-01',
};
const account = { id: 'a-1', name: 'Zoë', email: 'zoe@example.com' };
const passwords = { currentPassword: 'old-password-1', newPassword: 'new-password-1' };
const newEmail = { email: 'zoe@example.com', password: 'a-long-password-1' };
const terms = { version: '2026-01', publishedOn: '2026-01-12' };
type Api = Awaited<ReturnType<typeof serviceThat>>['api'];

describe('calls about the account', () => {
  it('A10: an account is asked for, without a token, and taken as the service knows it', async () => {
    const { api, heard } = await serviceThat(json(201, { ...account, extra: 1 }));
    expect(await api.createAccount(newAccount)).toEqual({ ok: true, value: account });
    expect(heard).toEqual([{ line: 'POST /v1/accounts', authorization: undefined, body: newAccount }]);
  });

  it('A10: the Terms in force are asked for without a token', async () => {
    const { api, heard } = await serviceThat(json(200, terms));
    expect(await api.terms()).toEqual({ ok: true, value: terms });
    expect(heard).toEqual([{ line: 'GET /v1/terms', authorization: undefined, body: null }]);
  });

  it('A1: a changed password and a changed e-mail carry the token and the password, and nothing else', async () => {
    const first = await serviceThat(noContent);
    expect(await first.api.changePassword(passwords, 'token')).toEqual({ ok: true, value: null });
    expect(first.heard).toEqual([
      { line: 'POST /v1/account/password', authorization: 'Bearer token', body: passwords },
    ]);
    const second = await serviceThat(json(200, account));
    expect(await second.api.changeEmail(newEmail, 'token')).toEqual({ ok: true, value: account });
    expect(second.heard).toEqual([{ line: 'PUT /v1/account/email', authorization: 'Bearer token', body: newEmail }]);
  });

  it.each<[string, (api: Api) => Promise<unknown>, number, string]>([
    ['A10: email-taken', (api) => api.createAccount(newAccount), 409, 'email-taken'],
    ['A10: guardian-required', (api) => api.createAccount(newAccount), 403, 'guardian-required'],
    ['A10: terms-outdated', (api) => api.createAccount(newAccount), 409, 'terms-outdated'],
    ['A10: too-many-attempts', (api) => api.createAccount(newAccount), 429, 'too-many-attempts'],
    ['A1: email-taken', (api) => api.changeEmail(newEmail, 'token'), 409, 'email-taken'],
    ['A1: wrong-credentials', (api) => api.changeEmail(newEmail, 'token'), 401, 'wrong-credentials'],
    ['A1: wrong-credentials', (api) => api.changePassword(passwords, 'token'), 401, 'wrong-credentials'],
    ['A1: session-ended', (api) => api.changePassword(passwords, 'token'), 401, 'session-ended'],
  ])('%s is what it is called', async (_title, call, status, kind) => {
    const { api } = await serviceThat(problem(status, kind));
    expect(await call(api)).toMatchObject({ ok: false, error: { code: kind } });
  });

  it.each<[string, (api: Api) => Promise<unknown>]>([
    ['A10: no account', (api) => api.createAccount(newAccount)],
    ['A10: no Terms', (api) => api.terms()],
    ['A1: no changed e-mail', (api) => api.changeEmail(newEmail, 'token')],
    ['A1: no changed password', (api) => api.changePassword(passwords, 'token')],
  ])('%s is taken from a hotel’s login page', async (_title, call) => {
    const { api } = await serviceThat(hotel);
    expect(await call(api)).toEqual({ ok: false, error: { code: 'service-nonsense' } });
  });
});
