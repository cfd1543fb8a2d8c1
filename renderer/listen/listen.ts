import type { Span } from '../../contract/domain/span.ts';
import { type AudioTrack, readAudioTrack, type ReadBytes } from './audio-track.ts';
import { UnreadableFile } from './boxes.ts';
import { createLevelMeter, type LevelMeter } from './level-meter.ts';
import { silencesIn } from './silences.ts';

declare global {
  /** What main runs in this page: the silences of the lecture behind `sound`. */
  var findSilences: () => Promise<readonly Span[] | 'unreadable'>;
}

/** What is fetched at once at the most; two pieces of sound further apart than `gapBytes` are fetched apart. */
const fetchBytes = 4 * 1024 * 1024;
const gapBytes = 512 * 1024;
const mostQueued = 128;

/** This page has no network either: its session answers this address with bytes of the one lecture. */
async function readSound(start: number, endExclusive: number) {
  // oxlint-disable-next-line no-restricted-globals
  const answer = await fetch('sound', { headers: { range: `bytes=${String(start)}-${String(endExclusive - 1)}` } });
  if (answer.status !== 206) throw new Error('bytes cannot be read');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const total = Number(answer.headers.get('content-range')?.split('/')[1]);
  return { bytes, total };
}

const readBytes: ReadBytes = async (start, endExclusive) => (await readSound(start, endExclusive)).bytes;

/** The index of the sample behind the last that one fetch takes along. */
function windowEnd(track: AudioTrack, first: number): number {
  const start = track.offsets[first] ?? 0;
  let behind = start;
  let index = first;
  for (; index < track.count; index += 1) {
    const offset = track.offsets[index] ?? 0;
    const end = offset + (track.sizes[index] ?? 0);
    const fits = offset >= start && end - start <= fetchBytes && offset - behind <= gapBytes;
    if (!fits && index > first) break;
    behind = end;
  }
  return index;
}

async function decodeAll(track: AudioTrack, meter: LevelMeter): Promise<void> {
  let failure: Error | null = null;
  const decoder = new AudioDecoder({
    output: (data) => {
      const samples = new Float32Array(data.numberOfFrames);
      for (let planeIndex = 0; planeIndex < data.numberOfChannels; planeIndex += 1) {
        data.copyTo(samples, { planeIndex, format: 'f32-planar' });
        meter.add(samples, data.timestamp / 1e6, data.sampleRate);
      }
      data.close();
    },
    error: (error) => {
      failure = error;
    },
  });
  const { codec, sampleRate, channelCount, description } = track;
  decoder.configure({ codec, sampleRate, numberOfChannels: channelCount, description });
  for (let first = 0; first < track.count;) {
    const end = windowEnd(track, first);
    const from = track.offsets[first] ?? 0;
    const last = end - 1;
    const bytes = await readBytes(from, (track.offsets[last] ?? 0) + (track.sizes[last] ?? 0));
    for (let index = first; index < end; index += 1) {
      const at = (track.offsets[index] ?? 0) - from;
      const data = bytes.subarray(at, at + (track.sizes[index] ?? 0));
      const timestamp = Math.round((track.startsSeconds[index] ?? 0) * 1e6);
      if (failure !== null) throw new UnreadableFile('sound that cannot be decoded');
      decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data }));
      if (decoder.decodeQueueSize > mostQueued) {
        await new Promise((resolve) => {
          decoder.addEventListener('dequeue', resolve, { once: true });
        });
      }
    }
    first = end;
  }
  await decoder.flush().catch(() => {
    throw new UnreadableFile('sound that cannot be decoded');
  });
  decoder.close();
}

globalThis.findSilences = async () => {
  try {
    const { total } = await readSound(0, 1);
    const track = await readAudioTrack(readBytes, total);
    if (!track || track.count === 0) return 'unreadable';
    const { codec, sampleRate, channelCount, description } = track;
    const config = { codec, sampleRate, numberOfChannels: channelCount, description };
    if (!(await AudioDecoder.isConfigSupported(config)).supported) return 'unreadable';
    // The last piece of sound is as long as the one before it.
    const [before = 0, last = 0] = track.startsSeconds.slice(-2);
    const meter = createLevelMeter(last + Math.max(0, last - before));
    await decodeAll(track, meter);
    return silencesIn(meter.levels());
  } catch (error) {
    // A view that is read beyond its end throws a RangeError: a damaged index.
    if (error instanceof UnreadableFile || error instanceof RangeError) return 'unreadable';
    throw error;
  }
};
