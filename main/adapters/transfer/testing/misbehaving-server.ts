import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AssetLocation } from '../../../../contract/api/assets.ts';

/** What the server does wrong with one request; bytes are counted in the body of that answer. */
export type Behaviour =
  | { readonly kind: 'normal' }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'headers'; readonly change: Readonly<Record<string, string | null>> }
  | { readonly kind: 'ignore-range'; readonly cutAfterBytes?: number }
  | {
      readonly kind: 'answer';
      readonly statusCode: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'raw'; readonly bytes: string }
  | { readonly kind: 'other-length'; readonly differenceBytes: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'stall'; readonly afterBytes: number }
  | { readonly kind: 'slow'; readonly pieceBytes: number; readonly everyMs: number; readonly onPiece?: () => void }
  | { readonly kind: 'flip'; readonly atByte: number };

/** One request as the server saw it. */
interface SeenRequest {
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  readonly acceptEncoding: string | undefined;
  sentBodyBytes: number;
}

/** A file server on loopback that follows a script: one behaviour a request, normal when the script has ended. */
export interface MisbehavingServer {
  readonly location: AssetLocation;
  readonly script: Behaviour[];
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

/** Serves `payload` at a loopback address. */
export async function startMisbehavingServer(payload: Uint8Array): Promise<MisbehavingServer> {
  const etag = '"v1"';
  const script: Behaviour[] = [];
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const entry: SeenRequest = {
      range: request.headers.range,
      ifRange: header(request, 'if-range'),
      acceptEncoding: header(request, 'accept-encoding'),
      sentBodyBytes: 0,
    };
    seen.push(entry);
    answer(script.shift() ?? { kind: 'normal' }, entry, response, payload, etag);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    script,
    seen,
    location: {
      id: 'asset-1' as AssetLocation['id'],
      url: `http://127.0.0.1:${port}/file`,
      expiresAt: '2099-01-01T00:00:00Z',
      mediaType: 'video/mp4',
      sizeBytes: payload.byteLength,
      etag,
      sha256: createHash('sha256').update(payload).digest('hex'),
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function answer(
  behaviour: Behaviour,
  entry: SeenRequest,
  response: ServerResponse,
  payload: Uint8Array,
  etag: string,
): void {
  const asked = behaviour.kind === 'ignore-range' || entry.ifRange !== etag ? undefined : entry.range;
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '') ?? [];
  const startByte = Number(first ?? 0);
  const endByteExclusive = last === undefined || last === '' ? payload.byteLength : Number(last) + 1;
  const body = Buffer.from(payload.subarray(startByte, endByteExclusive));
  const usual: Record<string, string> = {
    'Content-Type': 'video/mp4',
    'Content-Length': String(body.byteLength),
    'Accept-Ranges': 'bytes',
    ETag: etag,
  };
  if (asked !== undefined) usual['Content-Range'] = `bytes ${startByte}-${endByteExclusive - 1}/${payload.byteLength}`;
  const begin = (headers = usual): void => void response.writeHead(asked === undefined ? 200 : 206, headers);
  const send = (bytes: Uint8Array, then: () => void): void => {
    entry.sentBodyBytes += bytes.byteLength;
    response.write(bytes, then);
  };
  const sendAll = (bytes: Uint8Array): void => send(bytes, () => response.end());
  const cut = (): void => void response.socket?.end();

  switch (behaviour.kind) {
    case 'normal':
      begin();
      return sendAll(body);
    case 'ignore-range':
      begin();
      if (behaviour.cutAfterBytes === undefined) return sendAll(body);
      return send(body.subarray(0, behaviour.cutAfterBytes), cut);
    case 'cut':
      begin();
      response.flushHeaders();
      if (behaviour.afterBytes === 0) return cut();
      return send(body.subarray(0, behaviour.afterBytes), cut);
    case 'headers': {
      const changed = Object.entries({ ...usual, ...behaviour.change }).filter((pair) => pair[1] !== null);
      begin(Object.fromEntries(changed) as Record<string, string>);
      return sendAll(body);
    }
    case 'answer':
      response.writeHead(behaviour.statusCode, behaviour.headers);
      response.end(behaviour.body);
      return;
    case 'raw':
      response.socket?.end(behaviour.bytes);
      return;
    case 'other-length': {
      // Without Content-Length, so that only the bytes themselves tell.
      const { 'Content-Length': _length, ...rest } = usual;
      begin(rest);
      if (behaviour.differenceBytes < 0) return sendAll(body.subarray(0, behaviour.differenceBytes));
      return sendAll(Buffer.concat([body, Buffer.alloc(behaviour.differenceBytes)]));
    }
    case 'silent':
      return;
    case 'drop':
      response.socket?.destroy();
      return;
    case 'stall':
      begin();
      return send(body.subarray(0, behaviour.afterBytes), () => undefined);
    case 'slow':
      begin();
      return sendSlowly(body, behaviour, send, response);
    case 'flip':
      begin();
      body[behaviour.atByte - startByte] = (body[behaviour.atByte - startByte] ?? 0) ^ 1;
      return sendAll(body);
  }
}

function sendSlowly(
  body: Uint8Array,
  slow: Extract<Behaviour, { kind: 'slow' }>,
  send: (bytes: Uint8Array, then: () => void) => void,
  response: ServerResponse,
): void {
  let sentBytes = 0;
  const timer = setInterval(() => {
    if (response.destroyed || sentBytes >= body.byteLength) {
      clearInterval(timer);
      response.end();
      return;
    }
    send(body.subarray(sentBytes, sentBytes + slow.pieceBytes), () => undefined);
    sentBytes += slow.pieceBytes;
    slow.onPiece?.();
  }, slow.everyMs);
}
