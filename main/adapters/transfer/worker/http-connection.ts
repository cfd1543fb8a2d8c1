import * as net from 'node:net';
import * as tls from 'node:tls';
import { createBodyFrames, type BodyFrames } from './body-frames.ts';
import { parseHttpHead, type HttpHead } from './http-head.ts';

/** Where a connection leads, and whom it trusts: the system's authorities unless a test says otherwise. */
export interface ConnectionTarget {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: number;
  readonly certificateAuthority?: string;
}

/** How a body ended: `complete` as HTTP counts it, `broken` otherwise. */
export type BodyEnd = 'complete' | 'broken';

/** How the wait for a head ended without one: the line broke (perhaps before a single byte came), or it was no HTTP. */
type NoHead = 'broken' | 'broken-unheard' | 'nonsense';

/** Takes a piece of a body, which is only good during the call; a promise says when more may come. */
export type TakePiece = (piece: Uint8Array) => Promise<void> | null;

/** One connection that carries one request after the other. */
export interface HttpConnection {
  /** Sends a request and waits for its answer's head. */
  ask(requestText: string): Promise<HttpHead | NoHead>;
  /** Hands the body to `take`; whatever arrived before a break has been handed over when it ends. Once for each head. */
  receive(take: TakePiece): Promise<BodyEnd>;
  /** Bytes that came over it since it was opened, heads and framing among them. */
  receivedBytes(): number;
  /** Whether the last body ended so that another request may follow. */
  isReusable(): boolean;
  /** Holds the process open no more, until the next request; `onGone` hears when the other side hangs up meanwhile. */
  rest(onGone: () => void): void;
  readonly destroy: () => void;
}

/** One read of the socket; with TLS a record is all that comes at once (RFC 8446 §5.1), and fills the buffer exactly. */
const readBytes = 65_536;
const recordBytes = 16_384;
/** Node's own limit for a head. */
const longestHeadBytes = 16_384;

/**
 * Opens a connection that reads into ONE buffer for all its life (`onread` of `node:net`): in Electron, whose buffers live in V8's sandbox,
 * a new buffer for each piece, as `node:http` makes them, costs three quarters of the whole transfer (docs/decisions/0013).
 */
export function openHttpConnection(target: ConnectionTarget): HttpConnection {
  const buffer = Buffer.allocUnsafeSlow(target.isSecure ? recordBytes : readBytes);
  const onread = {
    buffer,
    // A view for each piece that needs none would be work for nothing, 65,000 times a GiB.
    callback: (sizeBytes: number, into: Uint8Array) =>
      hear(sizeBytes === into.byteLength ? into : into.subarray(0, sizeBytes)),
  };
  const { host, port } = target;
  const socket = target.isSecure ? connectSecurely(target, onread) : net.connect({ host, port, onread });
  socket.setNoDelay(true);

  let headBytes = Buffer.alloc(0);
  let answered: ((head: HttpHead | NoHead) => void) | null = null;
  let frames: BodyFrames | null = null;
  let take: TakePiece | null = null;
  let ended: ((end: BodyEnd) => void) | null = null;
  let bodyEnd: BodyEnd | null = null;
  let staysOpen = false;
  let receivedBytes = 0;
  let isGone = false;
  /** Came before anybody took it: copies, a few at most, because the socket pauses. */
  let early: Uint8Array[] = [];
  let waiting = 0;
  let onGoneAtRest: (() => void) | null = null;

  function hear(bytes: Uint8Array): boolean {
    receivedBytes += bytes.byteLength;
    if (answered !== null) return hearHead(bytes);
    if (frames === null) {
      // Nothing was asked: whoever speaks now is not to be asked again.
      socket.destroy();
      return false;
    }
    if (bodyEnd !== null) {
      staysOpen = false;
      socket.destroy();
      return false;
    }
    if (take === null || early.length > 0) {
      early.push(Uint8Array.prototype.slice.call(bytes));
      return false;
    }
    hearBody(bytes);
    return waiting === 0;
  }

  function hearHead(bytes: Uint8Array): boolean {
    headBytes = Buffer.concat([headBytes, bytes]);
    for (;;) {
      const end = headBytes.indexOf('\r\n\r\n');
      if (end < 0) {
        const looksWrong = !'HTTP/1.'.startsWith(headBytes.toString('latin1', 0, 7));
        if (looksWrong || headBytes.byteLength > longestHeadBytes) refuseHead('nonsense');
        return !socket.destroyed;
      }
      const head = end > longestHeadBytes ? null : parseHttpHead(headBytes.toString('latin1', 0, end));
      const rest = headBytes.subarray(end + 4);
      if (head === null) {
        refuseHead('nonsense');
        return false;
      }
      headBytes = rest;
      // Interim answers come before the answer (RFC 9110 §15.2).
      if (head.statusCode >= 100 && head.statusCode < 200 && head.statusCode !== 101) continue;
      frames = createBodyFrames(head.framing);
      staysOpen = head.staysOpen;
      early = [rest];
      headBytes = Buffer.alloc(0);
      answered?.(head);
      answered = null;
      return false;
    }
  }

  function refuseHead(why: NoHead): void {
    const tell = answered;
    answered = null;
    tell?.(why);
    socket.destroy();
  }

  function hearBody(bytes: Uint8Array): void {
    if (bodyEnd !== null || frames === null || take === null) return;
    const taker = take;
    const state = frames.feed(bytes, (piece) => {
      const turn = taker(piece);
      if (turn !== null) waitFor(turn);
    });
    if (state === 'nonsense') staysOpen = false;
    if (state !== 'more') endBody(state === 'complete' || frames.endsWithConnection() ? 'complete' : 'broken');
  }

  function waitFor(turn: Promise<void>): void {
    waiting += 1;
    const goOn = (): void => {
      waiting -= 1;
      if (waiting === 0) socket.resume();
    };
    void turn.then(goOn, goOn);
  }

  function endBody(end: BodyEnd): void {
    if (bodyEnd !== null) return;
    bodyEnd = end;
    if (end === 'broken') staysOpen = false;
    ended?.(end);
    ended = null;
  }

  function gone(isOrderly: boolean): void {
    isGone = true;
    const hadHead = answered === null;
    if (!hadHead) refuseHead(headBytes.byteLength === 0 ? 'broken-unheard' : 'broken');
    if (frames !== null && take !== null) endBody(isOrderly && frames.endsWithConnection() ? 'complete' : 'broken');
    onGoneAtRest?.();
  }

  let endedOrderly = false;
  socket.on('end', () => {
    endedOrderly = true;
    gone(true);
  });
  socket.on('error', () => gone(false));
  socket.on('close', () => gone(endedOrderly));

  return {
    ask: (requestText) =>
      new Promise((resolve) => {
        onGoneAtRest = null;
        if (isGone || socket.destroyed) {
          resolve('broken-unheard');
          return;
        }
        [headBytes, early, frames, take, bodyEnd, staysOpen] = [Buffer.alloc(0), [], null, null, null, false];
        answered = resolve;
        socket.ref();
        socket.write(requestText);
        socket.resume();
      }),
    receive: (taker) =>
      new Promise((resolve) => {
        ended = resolve;
        take = taker;
        const pieces = early;
        early = [];
        if (bodyEnd === null) for (const piece of pieces) hearBody(piece);
        if (isGone && bodyEnd === null)
          endBody(endedOrderly && frames?.endsWithConnection() === true ? 'complete' : 'broken');
        if (bodyEnd !== null) resolve(bodyEnd);
        else if (waiting === 0) socket.resume();
      }),
    receivedBytes: () => receivedBytes,
    isReusable: () => bodyEnd === 'complete' && staysOpen && !isGone && !socket.destroyed,
    rest: (onGone) => {
      [frames, take] = [null, null];
      onGoneAtRest = onGone;
      socket.unref();
      socket.resume();
    },
    destroy: () => void socket.destroy(),
  };
}

function connectSecurely(target: ConnectionTarget, onread: net.OnReadOpts): tls.TLSSocket {
  const { host, port, certificateAuthority } = target;
  const options = {
    host,
    port,
    onread,
    ALPNProtocols: ['http/1.1'],
    // An address of digits is checked against the certificate, but has no name to indicate (RFC 6066 §3).
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
  };
  return tls.connect(options);
}
