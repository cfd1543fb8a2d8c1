import { open } from 'node:fs/promises';
import { openLrmReader } from '../../main/adapters/files/lrm/index.ts';
import type { MediaHandler } from '../../main/electron/media-handler.ts';

/** A file that can be read from a byte on, to its end. */
interface Readable {
  readonly sizeBytes: number;
  from(startByte: number): ReadableStream<Uint8Array>;
}

const pieceBytes = 262_144;

/** Answers `bytes=N-` with everything from there to the end, as Chromium's own loader of files does. */
export function serveToTheEnd(openFile: (url: string) => Promise<Readable>): MediaHandler {
  return async ({ url, range }) => {
    const { sizeBytes, from } = await openFile(url);
    const startByte = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    const headers = new Headers({
      'content-type': 'video/mp4',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      'content-length': String(sizeBytes - startByte),
    });
    if (range !== null) headers.set('content-range', `bytes ${startByte}-${sizeBytes - 1}/${sizeBytes}`);
    return new Response(from(startByte), { status: range === null ? 200 : 206, headers });
  };
}

/** A plain file through a protocol handler: what encryption is compared with. */
export async function readPlain(path: string): Promise<Readable> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    sizeBytes: size,
    from(startByte) {
      let at = startByte;
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const { bytesRead, buffer } = await file.read(new Uint8Array(pieceBytes), 0, pieceBytes, at);
            at += bytesRead;
            if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
            await file.close();
            controller.close();
          },
          cancel: () => file.close(),
        },
        { highWaterMark: 0 },
      );
    },
  };
}

/** Decrypts from the first byte up to the one that is asked for, at each request, as Signal does; the same file, segments and key as ours. */
export async function readFromTheStart(path: string, mediaKey: Uint8Array): Promise<Readable> {
  const opened = await openLrmReader({ path, mediaKey });
  if (!opened.ok) throw new Error(opened.fault);
  const { info, readRange, close } = opened.value;
  const sizeBytes = info.layout.plainSizeBytes;
  return {
    sizeBytes,
    from(startByte) {
      const pieces = readRange(0, sizeBytes)[Symbol.asyncIterator]();
      let at = 0;
      let isCancelled = false;
      const end = async (): Promise<void> => {
        isCancelled = true;
        await pieces.return?.();
        await close();
      };
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            for (;;) {
              if (isCancelled) return;
              const next = await pieces.next();
              if (next.done === true) {
                await end();
                return controller.close();
              }
              if (!next.value.ok) throw new Error(next.value.fault);
              const piece = next.value.value;
              at += piece.byteLength;
              if (at > startByte)
                return controller.enqueue(piece.subarray(Math.max(0, piece.byteLength - (at - startByte))));
            }
          },
          cancel: end,
        },
        { highWaterMark: 0 },
      );
    },
  };
}
