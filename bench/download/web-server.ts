import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** nginx over TLS on loopback; one port for each speed of a connection. */
export interface WebServer {
  readonly certificatePath: string;
  readonly keyPath: string;
  /** Where a file below the folder is. */
  address(line: Line, file: string): string;
  stop(): Promise<void>;
}

/** How fast one connection may be: 1 Gbit/s, as fast as it goes, or 5 MB/s. */
export type Line = keyof typeof lines;

const lines = {
  gigabit: { port: 28_443, limit: '119m' },
  unlimited: { port: 28_444, limit: '0' },
  slow: { port: 28_445, limit: '5000000' },
} as const;

/** Makes a certificate of this run and serves `folder`. */
export async function startWebServer(folder: string, work: string): Promise<WebServer> {
  await mkdir(work, { recursive: true });
  const [keyPath, certificatePath] = [join(work, 'key.pem'), join(work, 'certificate.pem')];
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...kind, '-keyout', keyPath, '-out', certificatePath, ...names], { stdio: 'ignore' });
  const { gigabit, ...others } = lines;
  const common = { folder, work, keyPath, certificatePath };
  // A gigabit of line comes from elsewhere: its pace must not wait for a processor that its client is using. `nice` goes on without where it may not.
  const stops = [
    await startNginx({ ...common, name: 'gigabit', lines: [gigabit], program: ['nice', '-n', '-15', 'nginx'] }),
    await startNginx({ ...common, name: 'others', lines: Object.values(others), program: ['nginx'] }),
  ];
  for (const { port } of Object.values(lines)) await untilItListens(port);
  return {
    certificatePath,
    keyPath,
    address: (line, file) => `https://127.0.0.1:${lines[line].port}/${file}`,
    stop: async () => {
      for (const stop of stops) await stop();
    },
  };
}

interface NginxOptions {
  readonly name: string;
  readonly lines: readonly { readonly port: number; readonly limit: string }[];
  readonly program: readonly [string, ...string[]];
  readonly folder: string;
  readonly work: string;
  readonly keyPath: string;
  readonly certificatePath: string;
}

/** Starts one nginx; answers how to end it. */
async function startNginx(options: NginxOptions): Promise<() => Promise<void>> {
  const { name, folder, work, keyPath, certificatePath } = options;
  const servers = options.lines.map(
    ({ port, limit }) => `server { listen 127.0.0.1:${port} ssl; limit_rate ${limit}; root ${folder};
      ssl_certificate ${certificatePath}; ssl_certificate_key ${keyPath}; }`,
  );
  const configuration = join(work, `${name}.conf`);
  await writeFile(
    configuration,
    `${process.getuid?.() === 0 ? 'user root;' : ''} worker_processes 2; daemon off; pid ${join(work, `${name}.pid`)}; error_log ${join(work, 'error.log')};
    events { worker_connections 256; }
    http { access_log off; sendfile off; output_buffers 2 128k; keepalive_requests 100000; default_type video/mp4;
      client_body_temp_path ${work}; proxy_temp_path ${work}; fastcgi_temp_path ${work}; uwsgi_temp_path ${work}; scgi_temp_path ${work};
      ${servers.join('\n')} }`,
  );
  const [program, ...before] = options.program;
  const child = spawn(program, [...before, '-c', configuration, '-p', work], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  return async () => {
    child.kill('SIGTERM');
    await exited;
  };
}

async function untilItListens(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isThere) return;
    await sleep(50);
  }
  throw new Error('nginx did not start');
}
