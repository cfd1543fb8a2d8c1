import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One request as it went over the wire. */
export interface WireRequest {
  readonly line: string;
  /** Names of the cookies, in their order. */
  readonly cookies: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** A service that tries everything, behind a proxy that keeps every byte it is sent. */
export interface HostileServer {
  readonly origin: string;
  /** Of another company. */
  readonly strangerOrigin: string;
  /** What came since the last look, read from the bytes. */
  look(): { readonly requests: readonly WireRequest[]; readonly bytes: string };
  /** Connections that the other company got. */
  strangers(): number;
  close(): Promise<void>;
}

/** Which category the registry gives to what it names. */
export const hostileRegistry = {
  lr_session_hint: 'essential',
  lr_preferences: 'functional',
  lr_usage: 'functional',
  lr_interest: 'advertisement',
} as const;

const everything: readonly string[] = [
  'lr_session_hint=1; HttpOnly; Path=/',
  'lr_preferences=2; Max-Age=31536000; Path=/',
  'lr_usage=3; Max-Age=2592000; Path=/',
  'lr_interest=4; Max-Age=7776000; Path=/; SameSite=Lax',
  '_track=5; Max-Age=31536000; Path=/',
  'LR_SESSION_HINT=6; Path=/',
  '__Host-lr=7; Path=/; Secure',
  '=nameless; Path=/',
  'lr_session_hint%20=8; Path=/',
];
/** Would be allowed by their names, but not as they are: for other hosts, or whole domains. */
const tricks: readonly string[] = [
  'lr_session_hint=x; Domain=example.org; Path=/tricks',
  'lr_session_hint=x; Domain=.0.0.1; Path=/tricks',
  'lr_preferences=x; Domain=localhost; Path=/tricks',
];

/** Starts all of it on free ports. */
export async function startHostileServer(): Promise<HostileServer> {
  let strangerConnections = 0;
  const stranger = createServer((socket) => {
    strangerConnections += 1;
    socket.destroy();
  });
  const strangerOrigin = `http://localhost:${await listen(stranger)}`;
  const service = createHttpServer((request, response) => {
    const path = request.url ?? '';
    response.setHeader('set-cookie', [...everything, ...tricks]);
    response.setHeader('etag', '"you"');
    response.setHeader('report-to', `{"group":"g","max_age":1000,"endpoints":[{"url":"${strangerOrigin}/report"}]}`);
    response.setHeader('nel', '{"report_to":"g","max_age":1000,"success_fraction":1}');
    if (path === '/redirect') response.setHeader('location', `${strangerOrigin}/there`);
    response.writeHead(path === '/redirect' ? 302 : path === '/error' ? 500 : 200, { 'content-type': 'text/html' });
    response.end('<script>fetch("/from-a-page")</script>');
  });
  const servicePort = await listen(service);
  let kept: Buffer[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((socket) => {
    const behind = connect(servicePort, '127.0.0.1');
    for (const each of [socket, behind]) {
      sockets.add(each);
      each.on('error', () => undefined);
    }
    socket.on('data', (bytes: Buffer) => void kept.push(bytes));
    socket.pipe(behind).pipe(socket);
  });
  const origin = `http://127.0.0.1:${await listen(proxy)}`;
  return {
    origin,
    strangerOrigin,
    look() {
      const bytes = Buffer.concat(kept).toString('latin1');
      kept = [];
      return {
        bytes,
        requests: bytes
          .split('\r\n\r\n')
          .filter((head) => head !== '')
          .map(requestOf),
      };
    },
    strangers: () => strangerConnections,
    async close() {
      for (const socket of sockets) socket.destroy();
      service.closeAllConnections();
      await Promise.all([proxy, service, stranger].map((server) => new Promise((done) => void server.close(done))));
    },
  };
}

async function listen(server: Pick<Server, 'listen' | 'address'>): Promise<number> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}

function requestOf(head: string): WireRequest {
  const [line = '', ...rest] = head.split('\r\n');
  const fields = Object.fromEntries(
    rest.map((field) => [field.slice(0, field.indexOf(':')).toLowerCase(), field.slice(field.indexOf(':') + 1).trim()]),
  );
  const cookies = (fields['cookie'] ?? '').split('; ').filter((each) => each !== '');
  return { line: line.replace(' HTTP/1.1', ''), cookies: cookies.map((each) => each.split('=', 1)[0] ?? ''), fields };
}
