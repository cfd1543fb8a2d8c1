// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeToneLecture, silentSeconds, toneLectureMs } from '../../tests/support/tone-samples.ts';
import { type AudioTrack, readAudioTrack } from './audio-track.ts';
import { UnreadableFile } from './boxes.ts';
import { createLevelMeter } from './level-meter.ts';
import { silencesIn } from './silences.ts';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectoroom-sound-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const trackOf = (bytes: Buffer): Promise<AudioTrack | null> =>
  readAudioTrack((start, end) => Promise.resolve(new Uint8Array(bytes.subarray(start, end))), bytes.length);

/** The coded sound in ADTS, which ffmpeg decodes without the file that it came from. */
function adts(track: AudioTrack, bytes: Buffer): Buffer {
  const [first = 0, second = 0] = track.description;
  const rateIndex = ((first & 7) << 1) | (second >> 7);
  const pieces: Buffer[] = [];
  for (let index = 0; index < track.count; index += 1) {
    const at = track.offsets[index] ?? 0;
    const size = track.sizes[index] ?? 0;
    const full = size + 7;
    const head = [0xff, 0xf1, (((first >> 3) - 1) << 6) | (rateIndex << 2) | (track.channelCount >> 2)];
    const tail = [((track.channelCount & 3) << 6) | (full >> 11), (full >> 3) & 0xff, ((full & 7) << 5) | 0x1f, 0xfc];
    pieces.push(Buffer.from([...head, ...tail]), bytes.subarray(at, at + size));
  }
  return Buffer.concat(pieces);
}

for (const place of ['front', 'end'] as const) {
  test(`C3: the sound of a real file with its index at the ${place} is found, and its silences with it`, async () => {
    const path = join(folder, `${place}.mp4`);
    await makeToneLecture(path, place);
    const bytes = await readFile(path);
    const track = await trackOf(bytes);
    if (!track) throw new Error('no sound');
    expect([track.codec, track.sampleRate, track.channelCount]).toEqual(['mp4a.40.2', 44_100, 1]);
    expect(track.startsSeconds[0]).toBeLessThan(0);
    expect(Math.abs((track.startsSeconds.at(-1) ?? 0) * 1000 - toneLectureMs)).toBeLessThan(100);
    await writeFile(join(folder, 'sound.aac'), adts(track, bytes));
    const raw = ['-f', 'f32le', '-ac', '1', '-ar', '44100', '-'];
    const { stdout } = await run('ffmpeg', ['-loglevel', 'error', '-i', join(folder, 'sound.aac'), ...raw], {
      encoding: 'buffer',
      maxBuffer: 1e9,
    });
    const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
    const meter = createLevelMeter(toneLectureMs / 1000);
    meter.add(samples, track.startsSeconds[0] ?? 0, 44_100);
    const silences = silencesIn(meter.levels());
    expect(silences).toHaveLength(silentSeconds.length);
    silentSeconds.forEach(([from, to], index) => {
      expect(Math.abs((silences[index]?.startMs ?? 0) - from * 1000 - 150)).toBeLessThan(80);
      expect(Math.abs((silences[index]?.endMs ?? 0) - to * 1000 + 150)).toBeLessThan(80);
    });
  });
}

test('C3: cut or damaged files are unreadable, never an endless search', async () => {
  const bytes = await readFile(join(folder, 'front.mp4'));
  await expect(trackOf(bytes.subarray(0, 200))).rejects.toThrow(/./u);
  await expect(trackOf(Buffer.alloc(64))).rejects.toThrow(UnreadableFile);
  const tables = bytes.lastIndexOf('stsc');
  const broken = Buffer.from(bytes);
  broken.writeUInt32BE(0xff_ff_ff, tables + 12);
  await expect(trackOf(broken)).rejects.toThrow(/./u);
});
