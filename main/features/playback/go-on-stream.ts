/** What a stream from the network needs to go on from the disk. */
export interface GoOnDeps {
  /** Its first byte's place in the file. */
  readonly start: number;
  /** The rest of the same bytes from this place on, from the disk; null when the file is not whole there. */
  readonly restFromDisk: (start: number) => Promise<ReadableStream<Uint8Array> | null>;
  /** Runs the callback whenever it is worth looking at the disk; returns what ends that. */
  readonly whenToLook: (look: () => void) => () => void;
  /** Runs the callback after so many milliseconds; returns what calls it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
  /** Neither the network nor the disk had the next byte. */
  readonly onBroken: () => void;
}

/** A line that brings nothing for so long, while bytes are wanted, is as good as gone. */
const silentMs = 20_000;

type Next =
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'done' }
  | { readonly kind: 'look' }
  | { readonly kind: 'broken'; readonly error: unknown };

/**
 * The bytes of `network`, and from the moment the file is whole on the disk, or the network fails, those of the disk: who reads sees one unbroken stream.
 * Reads only what is asked of it.
 */
export function goOnFromDisk(network: ReadableStream<Uint8Array>, deps: GoOnDeps): ReadableStream<Uint8Array> {
  let reader = network.getReader();
  let place = deps.start;
  let here = false;
  let isUnwanted = false;
  let isDue = false;
  let wake: (() => void) | null = null;
  let reading: Promise<Next> | null = null;
  const stopLooking = deps.whenToLook(() => {
    isDue = true;
    wake?.();
  });

  function read(): Promise<Next> {
    reading ??= reader.read().then(
      (next): Next => (next.done ? { kind: 'done' } : { kind: 'bytes', value: next.value }),
      (error: unknown): Next => ({ kind: 'broken', error }),
    );
    return reading;
  }

  async function next(): Promise<Next> {
    if (here) return read();
    if (isDue) return { kind: 'look' };
    let callOff = (): void => undefined;
    const looked = new Promise<Next>((resolve) => {
      wake = () => resolve({ kind: 'look' });
      callOff = deps.after(silentMs, () => resolve({ kind: 'broken', error: new Error('the line is silent') }));
    });
    const first = await Promise.race([read(), looked]);
    wake = null;
    callOff();
    return first;
  }

  async function goOn(): Promise<boolean> {
    const rest = await deps.restFromDisk(place);
    if (rest === null) return false;
    if (isUnwanted) {
      // Called off while the file was being opened: nobody else lets go of it.
      await rest.cancel().catch(() => undefined);
      return false;
    }
    const before = reader;
    here = true;
    reading = null;
    reader = rest.getReader();
    stopLooking();
    void before.cancel().catch(() => undefined);
    return true;
  }

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    for (;;) {
      const found = await next();
      if (isUnwanted) return;
      switch (found.kind) {
        case 'look':
          isDue = false;
          await goOn();
          break;
        case 'bytes':
          reading = null;
          place += found.value.byteLength;
          controller.enqueue(found.value);
          return;
        case 'done':
          stopLooking();
          controller.close();
          return;
        case 'broken':
          if (!here && (await goOn())) break;
          if (isUnwanted) return;
          stopLooking();
          if (!here) {
            deps.onBroken();
            void reader.cancel().catch(() => undefined);
          }
          controller.error(found.error);
          return;
      }
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      pull,
      async cancel(reason) {
        isUnwanted = true;
        stopLooking();
        await reader.cancel(reason).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
