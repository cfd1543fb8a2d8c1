import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHttpServiceApi } from './http-service-api.ts';

const list = { courses: [{ courseId: 'c', viewerCount: 40, rating: null }] };

async function serviceThat(body: string) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { 'content-type': 'application/json', etag: '"1"' });
    response.end(isKnown ? undefined : body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, api: createHttpServiceApi({ origin: () => Promise.resolve(origin), fetch, timeoutMs: 500 }) };
}

it('B1: what is popular is asked for without saying who asks, and only when it is another list', async () => {
  const { api, asked } = await serviceThat(JSON.stringify(list));
  expect(await api.popular(null)).toEqual({ ok: true, value: { list, etag: '"1"' } });
  expect(await api.popular('"1"')).toEqual({ ok: true, value: 'unchanged' });
  expect(asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/v1/popular', undefined],
    ['/v1/popular', undefined],
  ]);
});

it('B1: a list with an impossible rating is nonsense', async () => {
  const { api } = await serviceThat(
    JSON.stringify({ courses: [{ courseId: 'c', viewerCount: 40, rating: { average: 7, count: 9 } }] }),
  );
  expect(await api.popular(null)).toMatchObject({ error: { code: 'service-nonsense' } });
});
