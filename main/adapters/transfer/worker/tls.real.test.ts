import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConnectionPool, type ConnectionPool } from './connection-pool.ts';
import { requestRange } from './http-range-request.ts';

let folder: string;
let server: Server;
let certificate: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tls-'));
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, '-keyout', key, '-out', cert, ...names], { stdio: 'ignore' });
  certificate = await readFile(cert, 'utf8');
  server = createServer({ key: await readFile(key), cert: certificate }, (_request, response) => response.end('bytes'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function codeWith(connections: ConnectionPool, host: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const { signal } = new AbortController();
  const url = `https://${host}:${port}/`;
  const answer = await requestRange({ url, startByte: 0, etag: '"v1"', connections, headTimeoutMs: 5000, signal });
  if (!answer.ok) return answer.error.code;
  answer.value.body.close();
  return String(answer.value.statusCode);
}

describe('TLS', () => {
  it('D3: a certificate that nobody vouches for is no service, and there is no way round it', async () => {
    expect(await codeWith(createConnectionPool(), '127.0.0.1')).toBe('service-unreachable');
  });

  it('D3: a good certificate of another host is no service either; the right host answers', async () => {
    const trusting = (): ConnectionPool => createConnectionPool(certificate);
    expect(await codeWith(trusting(), 'localhost')).toBe('service-unreachable');
    expect(await codeWith(trusting(), '127.0.0.1')).toBe('200');
  });
});
