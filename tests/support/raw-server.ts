import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request, and what the test may do with its connection; bytes of body are counted when they are sent. */
export interface Exchange {
  /** How many requests are being answered, this one among them. */
  readonly atOnce: number;
  /** The first byte that was asked for; 0 without a Range. */
  readonly startByte: number;
  /** The bytes from there to the end of what was asked for. */
  readonly rest: Buffer;
  /** Sends a head: status 200 or 206 as it should be, and the right header fields, but for `change` (null leaves one out). */
  head(change?: Readonly<Record<string, string | null>>, status?: number): void;
  body(bytes: Uint8Array): Promise<void>;
  /** Bytes that are no body: heads, chunk sizes, rubbish. */
  raw(text: string): void;
  /** Waits until the other side has hung up, two seconds at most; says whether it has. */
  untilGone(): Promise<boolean>;
  isGone(): boolean;
  /** Ends the connection with a reset instead of an orderly end. */
  reset(): void;
}

/** What the server does with one request; when it is done, the connection ends. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** One request as it came. */
export interface SeenRequest {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  sentBodyBytes: number;
}

/** A file server made of a bare socket, so that it can say anything at all; one request a connection. */
export interface RawServer {
  readonly port: number;
  /** One fault for each coming request; the file as it should be when there is none left. */
  readonly script: Fault[];
  readonly seen: SeenRequest[];
  connections(): number;
  /** The most requests that were being answered at the same time. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

/** Serves `file` at every address, with the ETag `"v1"`; `usual` is what it does when the script has ended. */
export async function startRawServer(file: Buffer, usual: Fault = wholeFile): Promise<RawServer> {
  const script: Fault[] = [];
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let answering = 0;
  let mostAtOnce = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('end', () => socket.end());
    let text = '';
    const onData = (chunk: Buffer): void => {
      text += chunk.toString('latin1');
      if (!text.includes('\r\n\r\n')) return;
      socket.off('data', onData);
      socket.resume();
      const request = parse(text);
      seen.push(request);
      answering += 1;
      mostAtOnce = Math.max(mostAtOnce, answering);
      void answer(script.shift() ?? usual, exchangeOn(socket, request, file, answering)).finally(() => {
        answering -= 1;
        socket.end();
      });
    };
    socket.on('data', onData);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    script,
    seen,
    connections: () => sockets.size,
    mostAtOnce: () => mostAtOnce,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The answer that is right. */
export const wholeFile: Fault = async (exchange) => {
  exchange.head();
  await exchange.body(exchange.rest);
};

async function answer(fault: Fault, exchange: Exchange): Promise<void> {
  await fault(exchange);
}

function parse(text: string): SeenRequest {
  const [first = '', ...lines] = (text.split('\r\n\r\n', 1)[0] ?? '').split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { target: first.split(' ')[1] ?? '', headers: Object.fromEntries(headers), sentBodyBytes: 0 };
}

function exchangeOn(socket: Socket, request: SeenRequest, file: Buffer, atOnce: number): Exchange {
  const [, asked, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers['range'] ?? '') ?? [];
  const startByte = Number(asked ?? 0);
  const endByte = last === undefined || last === '' ? file.byteLength - 1 : Number(last);
  const rest = file.subarray(startByte, endByte + 1);
  const usual: Record<string, string> = {
    'Content-Type': 'video/mp4',
    'Content-Length': String(rest.byteLength),
    'Accept-Ranges': 'bytes',
    ETag: '"v1"',
    Connection: 'close',
    ...(asked === undefined ? {} : { 'Content-Range': `bytes ${startByte}-${endByte}/${file.byteLength}` }),
  };
  const isGone = (): boolean => socket.destroyed || socket.readableEnded;
  return {
    atOnce,
    startByte,
    rest,
    head(change = {}, status = asked === undefined ? 200 : 206) {
      const fields = Object.entries({ ...usual, ...change }).flatMap(([name, value]) =>
        value === null ? [] : [`${name}: ${value}\r\n`],
      );
      socket.write(`HTTP/1.1 ${status} Said\r\n${fields.join('')}\r\n`);
    },
    async body(bytes) {
      if (isGone()) return;
      request.sentBodyBytes += bytes.byteLength;
      if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => null);
    },
    raw: (text) => void socket.write(text, 'latin1'),
    async untilGone() {
      for (let waited = 0; waited < 200 && !isGone(); waited += 1) await sleep(10);
      return isGone();
    },
    isGone,
    reset: () => void socket.resetAndDestroy(),
  };
}
