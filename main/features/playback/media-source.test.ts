import { describe, expect, it } from 'vitest';
import type { AssetId, LectureId, LocalAccountId } from '../../../contract/domain/ids.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import { createFakeClock } from '../../../tests/fakes/fake-clock.ts';
import type { LectureFiles, Library } from '../../ports.ts';
import { createMediaSources } from './media-source.ts';

const mebibyte = 2 ** 20;
const sizeBytes = 100 * mebibyte;
const assetId = 'a' as AssetId;

/** A downloaded lecture that gives a mebibyte at a time; counts what was read and who has it open. */
function scene() {
  const clock = createFakeClock();
  let readMebibytes = 0;
  let openCount = 0;
  const files = {
    open() {
      openCount += 1;
      return Promise.resolve(
        ok({
          sizeBytes,
          stream: () =>
            new ReadableStream<Uint8Array>(
              {
                pull(controller) {
                  readMebibytes += 1;
                  controller.enqueue(new Uint8Array(mebibyte));
                },
              },
              { highWaterMark: 0 },
            ),
          close() {
            openCount -= 1;
            return Promise.resolve();
          },
        }),
      );
    },
  } as unknown as LectureFiles;
  const library = {
    catalogue: { asset: () => Promise.resolve(ok({ id: assetId, mediaType: 'video/mp4' })) },
    downloads: { completeOfAsset: () => Promise.resolve(ok({ lectureId: 'l' as LectureId })) },
  } as unknown as Library;
  const keys = { dataKey: new Uint8Array(32), libraryKey: new Uint8Array(32), mediaKey: new Uint8Array(32) };
  const sources = createMediaSources({
    library,
    files,
    clock,
    service: { streamAsset: () => Promise.resolve(fail('service-unreachable')) },
    opened: () => ok({ id: 'b'.repeat(32) as LocalAccountId, keys }),
    locate: () => Promise.resolve(fail('service-unreachable')),
    mayPlay: () => Promise.resolve(done),
    onFault: () => undefined,
  });
  async function readerAt(start: number): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const source = await sources.open(assetId);
    if (!source.ok) throw new Error(source.error.code);
    const bytes = await source.value.stream({ start, endExclusive: sizeBytes }, new AbortController().signal);
    if (!bytes.ok) throw new Error(bytes.error.code);
    return bytes.value.getReader();
  }
  return { clock, readerAt, readMebibytes: () => readMebibytes, openCount: () => openCount };
}

const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A seek whose burst was taken, and the next piece asked for. */
async function inThePause() {
  const { readerAt, ...rest } = scene();
  const reader = await readerAt(10 * mebibyte);
  await reader.read();
  await reader.read();
  const third = reader.read();
  await aMoment();
  return { ...rest, reader, third };
}

describe('C1: a downloaded lecture after a seek', () => {
  it('gives a burst, reads nothing in the pause, and goes on after it', async () => {
    const { clock, third, readMebibytes } = await inThePause();
    expect(readMebibytes()).toBe(2);
    clock.advance(80);
    expect((await third).value?.byteLength).toBe(mebibyte);
    expect(readMebibytes()).toBe(3);
  });

  it('called off in the pause, is closed at once and reads no more', async () => {
    const { clock, reader, third, readMebibytes, openCount } = await inThePause();
    expect(openCount()).toBe(1);
    await reader.cancel();
    expect(openCount()).toBe(0);
    expect((await third).done).toBe(true);
    clock.advance(80);
    await aMoment();
    expect(readMebibytes()).toBe(2);
  });

  it('is opened without a pause', async () => {
    const { readerAt, readMebibytes } = scene();
    const reader = await readerAt(0);
    for (let piece = 0; piece < 12; piece += 1) await reader.read();
    expect(readMebibytes()).toBe(12);
  });
});
