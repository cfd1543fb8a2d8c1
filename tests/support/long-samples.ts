import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const shippedSamples = resolve(import.meta.dirname, '..', '..', 'service', 'samples');

/** The made lectures' length in seconds. */
export const longSeconds = 60;

interface Asset {
  file: string;
  readonly quality: string;
  sizeBytes: number;
  sha256: string;
}
interface Manifest {
  courses: { lectures: { durationMs: number; assets: Asset[] }[] }[];
}

/** Makes a file with ffmpeg that is too large to be loaded at once. */
async function makeFile(path: string, size: string, coding: string): Promise<void> {
  const picture = `-f lavfi -i testsrc2=size=${size}:rate=25:duration=${longSeconds}`;
  const tone = `-f lavfi -i sine=frequency=440:sample_rate=44100:duration=${longSeconds}`;
  const command = `-loglevel error -y ${picture} ${tone} ${coding} -pix_fmt yuv420p -c:a aac -b:a 64k -movflags +faststart`;
  await run('ffmpeg', [...command.split(' '), path]);
}

const h264 = (rate: string): string =>
  `-c:v libx264 -preset ultrafast -g 25 -nal-hrd cbr -b:v ${rate} -minrate ${rate} -maxrate ${rate} -bufsize ${rate}`;

/**
 * A copy of the sample courses: the first two lectures of the first course are long files of a constant rate (about 45 MB in 720p, 15 MB in 360p), and the
 * third one's 720p is MPEG-4 part 2, which Chromium does not play.
 */
export async function makeLongSamples(folder: string): Promise<void> {
  await cp(shippedSamples, folder, { recursive: true });
  const media = join(folder, 'media');
  const made = {
    '720p': join(media, 'long-720p.mp4'),
    '360p': join(media, 'long-360p.mp4'),
    odd: join(media, 'odd.mp4'),
  };
  await makeFile(made['720p'], '1280x720', h264('6M'));
  await makeFile(made['360p'], '640x360', h264('2M'));
  await makeFile(made.odd, '640x360', '-c:v mpeg4 -q:v 6');
  const manifestFile = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest;
  for (const [index, lecture] of (manifest.courses[0]?.lectures ?? []).slice(0, 3).entries()) {
    lecture.durationMs = longSeconds * 1000;
    for (const asset of lecture.assets) {
      const wanted = asset.quality === '720p' && index === 2 ? made.odd : made[asset.quality as '720p' | '360p'];
      if (wanted === undefined) continue;
      const path = join(media, asset.file);
      await rm(path);
      await cp(wanted, path);
      asset.sizeBytes = (await stat(path)).size;
      asset.sha256 = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
    }
  }
  await writeFile(manifestFile, JSON.stringify(manifest));
}
