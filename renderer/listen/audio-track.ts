import { boxesIn, findBox, mostHeadBytes, readHead, UnreadableFile, viewFrom } from './boxes.ts';
import { readAudioEntry, type AudioFormat } from './audio-format.ts';

/** Gives bytes of the file, exactly those asked for. */
export type ReadBytes = (start: number, endExclusive: number) => Promise<Uint8Array<ArrayBuffer>>;

/** The coded pieces of sound in their order: where each lies in the file, how many bytes, and when it is heard. */
export interface AudioTrack extends AudioFormat {
  readonly count: number;
  readonly offsets: Float64Array;
  readonly sizes: Uint32Array;
  /** Seconds from the lecture's start; the first may lie before it. */
  readonly startsSeconds: Float64Array;
}

/** An index larger than this is no lecture's, in bytes. */
const mostIndexBytes = 64 * 1024 * 1024;
const mostSamples = 20_000_000;

/** Finds the index of the file, wherever it lies. */
async function readIndex(read: ReadBytes, fileBytes: number): Promise<DataView> {
  for (let at = 0; at + 8 <= fileBytes;) {
    const bytes = await read(at, Math.min(at + mostHeadBytes, fileBytes));
    const head = readHead(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const sizeBytes = head.sizeBytes ?? fileBytes - at;
    if (head.type === 'moov') {
      if (sizeBytes > mostIndexBytes) throw new UnreadableFile('an index of no possible size');
      const body = await read(at + head.headBytes, at + sizeBytes);
      return new DataView(body.buffer, body.byteOffset, body.byteLength);
    }
    at += sizeBytes;
  }
  throw new UnreadableFile('no index');
}

/**
 * Reads the first track of sound of an MP4 file by its sample tables (ISO/IEC 14496-12 §8); null when it has none that we can decode.
 * Throws `UnreadableFile` for a file that is cut or damaged. Fragmented files have empty tables: their track has no samples.
 */
export async function readAudioTrack(read: ReadBytes, fileBytes: number): Promise<AudioTrack | null> {
  const index = await readIndex(read, fileBytes);
  for (const box of boxesIn(index)) {
    const handler = box.type === 'trak' ? findBox(box.body, 'mdia', 'hdlr') : undefined;
    if (handler === undefined || handler.getUint32(8) !== 0x73_6f_75_6e) continue;
    const tables = findBox(box.body, 'mdia', 'minf', 'stbl');
    const format = tables && readAudioEntry(tables);
    if (!tables || !format) continue;
    const timescale = timescaleOf(box.body);
    return { ...format, ...readSamples(tables, timescale, editStart(box.body)) };
  }
  return null;
}

function timescaleOf(track: DataView): number {
  const header = findBox(track, 'mdia', 'mdhd');
  const timescale = header?.getUint32(header.getUint8(0) === 1 ? 20 : 12) ?? 0;
  if (timescale === 0) throw new UnreadableFile('a track without time');
  return timescale;
}

/** Where in the track the lecture begins: encoders put some silence in front and take it away by an edit list (§8.6.6). */
function editStart(track: DataView): number {
  const list = findBox(track, 'edts', 'elst');
  if (list === undefined || list.getUint32(4) !== 1) return 0;
  const wide = list.getUint8(0) === 1;
  const startsAt = wide ? Number(list.getBigInt64(16)) : list.getInt32(12);
  return Math.max(0, startsAt);
}

function readSamples(tables: DataView, timescale: number, startsAt: number) {
  const sizes = readSizes(required(tables, 'stsz'));
  const count = sizes.length;
  const offsets = new Float64Array(count);
  const chunks = readChunkOffsets(tables);
  const runs = required(tables, 'stsc');
  const runCount = runs.getUint32(4);
  let sample = 0;
  for (let run = 0; run < runCount; run += 1) {
    const firstChunk = runs.getUint32(8 + run * 12);
    const perChunk = runs.getUint32(12 + run * 12);
    const behind = run + 1 < runCount ? runs.getUint32(20 + run * 12) : chunks.length + 1;
    for (let chunk = firstChunk; chunk < behind; chunk += 1) {
      let at = chunks[chunk - 1];
      if (at === undefined) throw new UnreadableFile('a chunk that is nowhere');
      for (let inChunk = 0; inChunk < perChunk && sample < count; inChunk += 1, sample += 1) {
        offsets[sample] = at;
        at += sizes[sample] ?? 0;
      }
    }
  }
  if (sample < count) throw new UnreadableFile('samples that are nowhere');
  return { count, offsets, sizes, startsSeconds: readStarts(required(tables, 'stts'), count, timescale, startsAt) };
}

function readSizes(box: DataView): Uint32Array {
  const same = box.getUint32(4);
  const count = box.getUint32(8);
  if (count > mostSamples) throw new UnreadableFile('more samples than there can be');
  if (same !== 0) return new Uint32Array(count).fill(same);
  return Uint32Array.from({ length: count }, (_, index) => box.getUint32(12 + index * 4));
}

function readChunkOffsets(tables: DataView): Float64Array {
  const narrow = findBox(tables, 'stco');
  const box = narrow ?? required(tables, 'co64');
  const count = box.getUint32(4);
  if (count > mostSamples) throw new UnreadableFile('more chunks than there can be');
  return Float64Array.from({ length: count }, (_, index) =>
    narrow ? box.getUint32(8 + index * 4) : Number(box.getBigUint64(8 + index * 8)),
  );
}

function readStarts(box: DataView, count: number, timescale: number, startsAt: number): Float64Array {
  const starts = new Float64Array(count);
  const runCount = box.getUint32(4);
  let sample = 0;
  let at = -startsAt;
  for (let run = 0; run < runCount; run += 1) {
    const length = box.getUint32(8 + run * 8);
    const step = box.getUint32(12 + run * 8);
    for (let index = 0; index < length && sample < count; index += 1, sample += 1) {
      starts[sample] = at / timescale;
      at += step;
    }
  }
  return starts;
}

function required(tables: DataView, type: string): DataView {
  const box = findBox(tables, type);
  if (box === undefined) throw new UnreadableFile(`no ${type}`);
  return viewFrom(box, 0);
}
