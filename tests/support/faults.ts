import { setTimeout as sleep } from 'node:timers/promises';
import { segment } from './fault-scene.ts';
import type { Exchange, Fault } from './raw-server.ts';

/** Sends a segment of a body that should be refused, and the rest only to somebody who stays. */
async function bodyForWhoStays(exchange: Exchange, bytes: Buffer): Promise<void> {
  await exchange.body(bytes.subarray(0, segment));
  if (!(await exchange.untilGone())) await exchange.body(bytes.subarray(segment));
}

/** A right head, `bytes` of the body, and the end of the connection. */
export const cutAt =
  (bytes: number): Fault =>
  async (exchange) => {
    exchange.head();
    await exchange.body(exchange.rest.subarray(0, bytes));
  };

/** A right head, `bytes` of the body, and silence. */
export const stallAt =
  (bytes: number): Fault =>
  async (exchange) => {
    exchange.head();
    await exchange.body(exchange.rest.subarray(0, bytes));
    await untilGoneForGood(exchange);
  };

/** Other header fields around the right body; refused before a second segment is sent. */
export const headers =
  (change: Readonly<Record<string, string | null>>, status?: number): Fault =>
  async (exchange) => {
    exchange.head(change, status);
    await bodyForWhoStays(exchange, exchange.rest);
  };

/** Other header fields around the right body, all of it sent at once. */
export const toleratedHeaders =
  (change: Readonly<Record<string, string | null>>): Fault =>
  async (exchange) => {
    exchange.head(change);
    await exchange.body(exchange.rest);
  };

/** A whole answer of another kind. */
export const status =
  (code: number, change: Readonly<Record<string, string>> = {}, text = ''): Fault =>
  (exchange) => {
    const length = String(Buffer.byteLength(text));
    const bare = { 'Content-Type': null, 'Content-Range': null, 'Accept-Ranges': null, ETag: null };
    exchange.head({ ...bare, 'Content-Length': length, ...change }, code);
    exchange.raw(text);
  };

/** Bytes instead of an answer. */
export const rubbish =
  (text: string): Fault =>
  (exchange) =>
    exchange.raw(text);

/** A head that never ends: a field every fifty milliseconds. */
export const dripHead: Fault = async (exchange) => {
  exchange.raw('HTTP/1.1 200 OK\r\n');
  while (!exchange.isGone()) {
    exchange.raw('X: y\r\n');
    await sleep(50);
  }
};

/** A body that drips a byte at a time. */
export const dripBody: Fault = async (exchange) => {
  exchange.head();
  for (let at = 0; at < exchange.rest.byteLength && !exchange.isGone(); at += 1) {
    await exchange.body(exchange.rest.subarray(at, at + 1));
    await sleep(20);
  }
};

/** The whole file for whoever asked for a part. */
export const ignoreRange =
  (file: Buffer, change: Readonly<Record<string, string | null>> = {}): Fault =>
  async (exchange) => {
    exchange.head({ 'Content-Range': null, 'Content-Length': String(file.byteLength), ...change }, 200);
    await exchange.body(file);
  };

/** A body without a length that does not end: another segment for as long as somebody listens. */
export const endless: Fault = async (exchange) => {
  exchange.head({ 'Content-Length': null });
  await exchange.body(exchange.rest);
  do await exchange.body(Buffer.alloc(segment, 1));
  while (!(await exchange.untilGone()));
};

/** The body with one bit changed. */
export const flipAt =
  (byte: number, thenCutAt?: number): Fault =>
  async (exchange) => {
    exchange.head();
    const bytes = Buffer.from(exchange.rest);
    bytes[byte] = (bytes[byte] ?? 0) ^ 1;
    await exchange.body(bytes.subarray(0, thenCutAt));
  };

/** A chunked body of which `bytes` come, and then `end` instead of the last chunk. */
export const chunked =
  (bytes: number, end: string): Fault =>
  async (exchange) => {
    exchange.head({ 'Content-Length': null, 'Transfer-Encoding': 'chunked' });
    exchange.raw(`${bytes.toString(16)}\r\n`);
    await exchange.body(exchange.rest.subarray(0, bytes));
    exchange.raw(end);
  };

/** Accepts and says nothing. */
export const silence: Fault = (exchange) => untilGoneForGood(exchange);

/** Ends the connection with a reset after `bytes` of the body. */
export const resetAt =
  (bytes: number): Fault =>
  async (exchange) => {
    exchange.head();
    await exchange.body(exchange.rest.subarray(0, bytes));
    // What is on its way arrives first; a reset throws away what the other side has not read.
    await sleep(100);
    exchange.reset();
  };

async function untilGoneForGood(exchange: Exchange): Promise<void> {
  for (let waits = 0; waits < 10; waits += 1) if (await exchange.untilGone()) return;
}
