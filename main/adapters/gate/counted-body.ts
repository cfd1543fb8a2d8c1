/** How a body ended: read to its end, called off by whoever read it, or broken. */
export type CountedEnd = 'complete' | 'cancelled' | 'broken';

/** The same bytes, counted as they flow; `onEnd` is told once how many there were. Nothing is read before somebody asks. */
export function countedBody(
  body: ReadableStream<Uint8Array>,
  onEnd: (end: CountedEnd, sizeBytes: number) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let sizeBytes = 0;
  let isOver = false;

  function end(how: CountedEnd): void {
    if (isOver) return;
    isOver = true;
    onEnd(how, sizeBytes);
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await reader.read();
          if (next.done) {
            end('complete');
            controller.close();
            return;
          }
          sizeBytes += next.value.byteLength;
          controller.enqueue(next.value);
        } catch (error) {
          end('broken');
          controller.error(error);
        }
      },
      async cancel(reason) {
        end('cancelled');
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
