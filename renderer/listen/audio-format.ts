import { boxesIn, findBox, UnreadableFile, viewFrom } from './boxes.ts';

/** How a track of sound is coded, as a decoder wants to know it. */
export interface AudioFormat {
  /** RFC 6381, such as `mp4a.40.2`. */
  readonly codec: string;
  readonly sampleRate: number;
  readonly channelCount: number;
  /** The AudioSpecificConfig (ISO/IEC 14496-3 §1.6.2.1). */
  readonly description: Uint8Array<ArrayBuffer>;
}

/** Reads the description of AAC sound out of the sample tables; undefined for anything else. */
export function readAudioEntry(tables: DataView): AudioFormat | undefined {
  const list = findBox(tables, 'stsd');
  const entry = list && boxesIn(viewFrom(list, 8)).find(({ type }) => type === 'mp4a')?.body;
  if (!entry) return undefined;
  // Version 1 and 2 are QuickTime's, with more in front of the boxes.
  const more = { 0: 0, 1: 16, 2: 36 }[entry.getUint16(8)] ?? 0;
  const descriptors = findBox(viewFrom(entry, 28 + more), 'esds');
  const description = descriptors && readDecoderConfig(viewFrom(descriptors, 4));
  if (!description) return undefined;
  return {
    codec: `mp4a.40.${String(objectTypeOf(description))}`,
    channelCount: channelsOf(description) ?? entry.getUint16(16),
    sampleRate: entry.getUint32(24) >>> 16,
    description,
  };
}

/** The first five bits, or, if all are set, 32 and the six behind them. */
function objectTypeOf(description: Uint8Array): number {
  const first = description[0] ?? 0;
  const type = first >> 3;
  return type === 31 ? 32 + ((first & 7) << 3) + ((description[1] ?? 0) >> 5) : type;
}

/** The channels by the sound's own word: the box around it often says two of a single one. */
function channelsOf(description: Uint8Array): number | undefined {
  const configuration = ((description[1] ?? 0) >> 3) & 0x0f;
  if (configuration === 0 || configuration > 7 || objectTypeOf(description) > 31) return undefined;
  return configuration === 7 ? 8 : configuration;
}

const esTag = 3;
const decoderTag = 4;
const specificTag = 5;
const aac = 0x40;

/** Goes down through the descriptors (ISO/IEC 14496-1 §7.2.6) to the decoder's own. */
function readDecoderConfig(view: DataView): Uint8Array<ArrayBuffer> | undefined {
  const es = descriptorIn(view, esTag);
  if (!es) return undefined;
  const flags = es.getUint8(2);
  let at = 3;
  if (flags & 0x80) at += 2;
  if (flags & 0x40) at += 1 + es.getUint8(at);
  if (flags & 0x20) at += 2;
  const decoder = descriptorIn(viewFrom(es, at), decoderTag);
  if (!decoder || decoder.getUint8(0) !== aac) return undefined;
  const specific = descriptorIn(viewFrom(decoder, 13), specificTag);
  if (!specific || specific.byteLength < 2) return undefined;
  return new Uint8Array(specific.byteLength).map((_, index) => specific.getUint8(index));
}

function descriptorIn(view: DataView, tag: number): DataView | undefined {
  for (let at = 0; at + 2 <= view.byteLength;) {
    const found = view.getUint8(at);
    let lengthBytes = 0;
    let head = 1;
    for (let more = true; more; head += 1) {
      if (head > 4 || at + head >= view.byteLength) throw new UnreadableFile('a descriptor without end');
      const byte = view.getUint8(at + head);
      lengthBytes = lengthBytes * 128 + (byte & 0x7f);
      more = byte >= 0x80;
    }
    if (found === tag) return viewFrom(view, at + head, lengthBytes);
    at += head + lengthBytes;
  }
  return undefined;
}
