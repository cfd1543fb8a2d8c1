import type { IncomingMessage } from 'node:http';

/** A piece of a body, or how the body ended: `complete` as HTTP counts it, `broken` otherwise. */
type BodyItem =
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'complete' }
  | { readonly kind: 'broken'; readonly error: unknown };

/** A body that is collected from the moment its head arrived. */
export interface BodyQueue {
  /** The next item; after the last one the same again. One caller at a time. */
  next(): Promise<BodyItem>;
  /** Breaks the body off. */
  readonly destroy: () => void;
}

/** Bytes held ahead of the disk before the line is asked to wait. */
const holdAheadBytes = 1_048_576;

/**
 * Collects a body as it comes. Node's own iterator throws away what it holds when the connection breaks; here every byte that
 * arrived before that is still handed out, so a cut costs no whole segment.
 */
export function queueBody(body: IncomingMessage): BodyQueue {
  const chunks: Uint8Array[] = [];
  let heldBytes = 0;
  let end: BodyItem | null = null;
  let wake: (() => void) | null = null;

  function wakeUp(): void {
    wake?.();
    wake = null;
  }

  function endWith(item: BodyItem): void {
    end ??= item;
    wakeUp();
  }

  body.on('data', (bytes: Uint8Array) => {
    chunks.push(bytes);
    heldBytes += bytes.byteLength;
    if (heldBytes >= holdAheadBytes) body.pause();
    wakeUp();
  });
  body.on('end', () => endWith({ kind: 'complete' }));
  body.on('error', (error) => endWith({ kind: 'broken', error }));
  body.on('close', () => endWith({ kind: 'broken', error: null }));

  return {
    next: async () => {
      for (;;) {
        const bytes = chunks.shift();
        if (bytes !== undefined) {
          heldBytes -= bytes.byteLength;
          if (heldBytes < holdAheadBytes / 2 && body.isPaused()) body.resume();
          return { kind: 'chunk', bytes };
        }
        if (end !== null) return end;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    destroy: () => {
      body.destroy();
    },
  };
}
