import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Serves one file over TLS at 1 MB/s a connection, so that next to nothing is under way, and counts every byte it hands out. */
export interface CountingServer {
  readonly url: string;
  readonly etag: string;
  sentBytes(): number;
  clear(): void;
  stop(): Promise<void>;
}

const bytesPerSecond = 1_000_000;
const pieceBytes = 16_384;

/** Starts it with the certificate of this run. */
export async function startCountingServer(
  file: Buffer,
  certificatePath: string,
  keyPath: string,
): Promise<CountingServer> {
  const etag = '"counted"';
  let sentBytes = 0;
  const options = { key: await readFile(keyPath), cert: await readFile(certificatePath) };
  const server = createServer(options, (request, response) => {
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const startByte = Number(first ?? 0);
    const endByte = last === undefined || last === '' ? file.byteLength - 1 : Number(last);
    response.writeHead(first === undefined ? 200 : 206, {
      'Content-Type': 'video/mp4',
      'Content-Length': endByte + 1 - startByte,
      'Accept-Ranges': 'bytes',
      ETag: etag,
      ...(first === undefined ? {} : { 'Content-Range': `bytes ${startByte}-${endByte}/${file.byteLength}` }),
    });
    void sendPaced(response, file.subarray(startByte, endByte + 1), (bytes) => {
      sentBytes += bytes;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/file`,
    etag,
    sentBytes: () => sentBytes,
    clear: () => {
      sentBytes = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function sendPaced(response: ServerResponse, body: Buffer, onSent: (bytes: number) => void): Promise<void> {
  for (let at = 0; at < body.byteLength && !response.destroyed; at += pieceBytes) {
    const piece = body.subarray(at, at + pieceBytes);
    onSent(piece.byteLength);
    await Promise.all([
      sleep((piece.byteLength * 1000) / bytesPerSecond),
      new Promise<unknown>((sent) => response.write(piece, sent)),
    ]);
  }
  response.end();
}
