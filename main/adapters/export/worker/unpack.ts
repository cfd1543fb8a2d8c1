import type { FileEntry } from '@zip.js/zip.js';

/** So many pieces wait at most until they are taken. */
const mostWaiting = 4;

/** Unpacks a file of a ZIP piece by piece, as fast as the pieces are taken; whoever takes no more ends it. */
export function unpack(entry: FileEntry, passphrase: string | null): AsyncIterable<Uint8Array> {
  let goOn: () => void = () => undefined;
  let isOver = false;
  const pieces = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const taking = new WritableStream<Uint8Array>({
          async write(piece) {
            if (isOver) throw new Error('nobody takes it');
            controller.enqueue(piece);
            if ((controller.desiredSize ?? 0) > 0) return;
            await new Promise<void>((resolve) => {
              goOn = resolve;
            });
          },
        });
        const options = passphrase === null ? {} : { password: passphrase };
        entry.getData(taking, options).then(
          () => {
            if (!isOver) controller.close();
          },
          (error: unknown) => {
            if (!isOver) controller.error(error);
          },
        );
      },
      pull: () => goOn(),
      cancel() {
        isOver = true;
        goOn();
      },
    },
    { highWaterMark: mostWaiting },
  );
  return pieces;
}
