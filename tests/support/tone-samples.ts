import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const shippedSamples = resolve(import.meta.dirname, '..', '..', 'service', 'samples');

/** The seconds in which the made lecture is silent; between them there is a tone. */
export const silentSeconds = [
  [4, 10],
  [14, 20],
] as const;
/** The made lecture's length in milliseconds. */
export const toneLectureMs = 40_000;

/** Makes a real H.264/AAC lecture of tones and gaps with ffmpeg. */
export async function makeToneLecture(path: string, placeIndex: 'front' | 'end' = 'front'): Promise<void> {
  const silent = silentSeconds.map(([from, to]) => `between(t,${from},${to})`).join('+');
  const seconds = String(toneLectureMs / 1000);
  const picture = ['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=10:duration=${seconds}`];
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=44100:duration=${seconds}`];
  const gaps = ['-af', `volume=enable='${silent}':volume=0.0005`];
  const coded = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-g',
    '10',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-b:a',
    '64k',
  ];
  const index = placeIndex === 'front' ? ['-movflags', '+faststart'] : [];
  await run('ffmpeg', [
    '-hide_banner',
    '-loglevel',
    'error',
    '-y',
    ...picture,
    ...tone,
    ...gaps,
    ...coded,
    ...index,
    path,
  ]);
}

interface Manifest {
  courses: {
    lectures: { durationMs: number; assets: { file: string; quality: string; sizeBytes: number; sha256: string }[] }[];
  }[];
}

/** A copy of the sample courses in which the first lecture is the one of tones and gaps, in every quality. */
export async function makeToneSamples(folder: string): Promise<void> {
  await cp(shippedSamples, folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest;
  const lecture = manifest.courses[0]?.lectures[0];
  if (lecture === undefined) throw new Error('no sample lecture');
  lecture.durationMs = toneLectureMs;
  const made = join(folder, 'media', lecture.assets[0]?.file ?? '');
  await makeToneLecture(made);
  const sha256 = createHash('sha256')
    .update(await readFile(made))
    .digest('hex');
  const sizeBytes = (await stat(made)).size;
  for (const asset of lecture.assets) {
    const path = join(folder, 'media', asset.file);
    if (path !== made) await cp(made, path);
    asset.sizeBytes = sizeBytes;
    asset.sha256 = sha256;
  }
  await writeFile(manifestFile, JSON.stringify(manifest));
}
