import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../contract/api/problem.ts';
import { createService } from '../start-service.ts';
import { describeDefect } from '../log.ts';
import { sendRaw } from '../test-support/raw-socket.ts';
import { writeSamples } from '../test-support/samples.ts';
import { problemOf, startTestService, temporaryFolder } from '../test-support/test-service.ts';
import { acceptsGzip } from './json-answers.ts';
import { createServiceApp } from './service-app.ts';

const routes = [
  ['POST', '/v1/accounts', 400],
  ['GET', '/v1/account', 401],
  ['PATCH', '/v1/account', 401],
  ['DELETE', '/v1/account', 401],
  ['PUT', '/v1/account/email', 401],
  ['POST', '/v1/account/password', 401],
  ['POST', '/v1/terms', 404],
  ['GET', '/pages/unknown', 404],
  ['POST', '/v1/sessions', 400],
  ['POST', '/v1/sessions/refresh', 400],
  ['GET', '/v1/sessions', 401],
  ['DELETE', '/v1/sessions', 401],
  ['PATCH', '/v1/sessions/s-1', 401],
  ['DELETE', '/v1/sessions/s-1', 401],
  ['GET', '/v1/catalogue', 401],
  ['GET', '/v1/assets/a', 401],
  ['GET', '/v1/media/a', 400],
  ['POST', '/v1/licences', 401],
  ['POST', '/v1/consents', 401],
  ['GET', '/pages/privacy?version=none', 404],
  ['GET', '/pages/privacy?language=xx', 400],
  ['GET', '/v1/unknown', 404],
  ['POST', '/v1/keys', 404],
  ['POST', '/_faults', 404],
  ['GET', '/_stats', 404],
] as const;

describe('errors', () => {
  it('of every route are problem documents (RFC 9457)', async () => {
    const folder = await temporaryFolder();
    await writeSamples(join(folder, 'samples'));
    const options = { dataFolder: join(folder, 'data'), samplesFolder: join(folder, 'samples'), passwordCost: 2 ** 10 };
    const { app } = await createService(options);
    for (const [method, url, status] of routes) {
      const answer = await app.inject({ method, url, ...(method === 'GET' ? {} : { payload: {} }) });
      expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([
        url,
        status,
        'application/problem+json',
      ]);
      expect(Problem.parse(answer.json()).type).toMatch(/^urn:lectoroom:problem:/);
    }
    for (const url of ['/v1/keys', '/v1/terms', '/pages/terms']) {
      expect([url, (await app.inject({ method: 'GET', url })).statusCode]).toEqual([url, 200]);
    }
    await app.close();
  });

  it.each([
    ['{"email":', 'application/json', 400],
    ['<a/>', 'application/xml', 415],
    [`{"email":"${'x'.repeat(300_000)}"}`, 'application/json', 413],
    ['', 'application/json', 400],
    ['null', 'application/json', 400],
    ['{"__proto__":{}}', 'application/json', 400],
  ])('a body that is %.20s of %s is refused', async (body, type, status) => {
    const { origin } = await startTestService();
    const answer = await fetch(`${origin}/v1/sessions`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.status).toBe(status);
    expect(await problemOf(answer)).toBe('bad-request');
  });

  it('bytes that are not HTTP, and addresses that are not addresses, get a problem document too', async () => {
    const { origin } = await startTestService();
    expect(await sendRaw(origin, 'hello\r\n\r\n')).toContain('urn:lectoroom:problem:bad-request');
    const bad = await sendRaw(origin, 'GET /v1/assets/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(bad).toContain('application/problem+json');
  });

  it('a defect says nothing of itself to the caller, and to the log neither message nor folder', async () => {
    const logged: unknown[] = [];
    const app = createServiceApp((entry) => logged.push(entry));
    app.get('/boom', () => {
      throw new TypeError('secret of /home/anna');
    });
    const answer = await app.inject('/boom');
    expect([answer.statusCode, answer.json<Problem>().type]).toEqual([500, 'urn:lectoroom:problem:unexpected']);
    const text = `${answer.body}${JSON.stringify(logged)}`;
    expect(text).not.toMatch(/secret|anna|\/work|node_modules/);
    expect(logged).toMatchObject([{ event: 'defect', route: 'GET /boom', error: 'TypeError' }]);
    expect(describeDefect('defect', 'GET /', 'text')).toEqual({
      event: 'defect',
      route: 'GET /',
      error: 'string',
      frames: [],
    });
    await app.close();
  });
});

describe('who is answered', () => {
  it('a page whose name was rebound to this computer gets nothing, and no page may read an answer', async () => {
    const { origin } = await startTestService();
    const host = `evil.example:${new URL(origin).port}`;
    const rebound = await sendRaw(origin, `GET /v1/keys HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(rebound).toContain('421');
    const answer = await fetch(`${origin}/v1/keys`, { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    [undefined, false],
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['gzip;q=0', false],
    ['*', true],
    ['*;q=0, gzip', true],
    ['identity', false],
    ['GZIP', true],
    ['gzip;q=nonsense', false],
  ])('Accept-Encoding %s wants gzip: %s', (header, wants) => {
    expect(acceptsGzip(header)).toBe(wants);
  });
});
