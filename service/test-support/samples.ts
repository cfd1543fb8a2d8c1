import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest, ManifestCourse, ManifestFile } from '../catalogue/manifest.ts';

/** Bytes that differ everywhere and are the same each time. */
export function patternBytes(length: number, seed = 1): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7 + seed) & 0xff));
}

/** The lecture file of the small samples, and its id at the service. */
export const lectureBytes = patternBytes(1_300_000);
export const lectureAssetId = 'first.one-720p.mp4';

/** Writes two small courses as a samples folder; `change` may alter the manifest before it is written. */
export async function writeSamples(
  folder: string,
  change: (manifest: Manifest) => Manifest = (m) => m,
): Promise<Manifest> {
  const file = async (path: string, mediaType: string, bytes: Buffer): Promise<ManifestFile> => {
    await mkdir(dirname(join(folder, 'media', path)), { recursive: true });
    await writeFile(join(folder, 'media', path), bytes);
    return { file: path, mediaType, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const first = await course(file, 'first', 'How seeking works', 'en', lectureBytes);
  const second = await course(file, 'second', 'Начала теории вероятностей', 'ru', patternBytes(5000, 9));
  const manifest = change({ version: 1, courses: [first, second] });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

type WriteFile = (path: string, mediaType: string, bytes: Buffer) => Promise<ManifestFile>;

async function course(
  file: WriteFile,
  id: string,
  title: string,
  language: string,
  video: Buffer,
): Promise<ManifestCourse> {
  const captions = Buffer.from(`WEBVTT\n\n00:00.000 --> 00:02.000\n${title}\n`);
  return {
    id: id as ManifestCourse['id'],
    language,
    level: 'beginner',
    topics: ['video'],
    title,
    summary: 'A short course.',
    description: 'A course of the tests. '.repeat(40),
    lecturer: { id: 'l1', name: 'Vera Lind', about: 'Teaches.' },
    cover: await file(`${id}/cover.png`, 'image/png', patternBytes(700, 3)),
    publishedAt: '2026-03-01T08:00:00Z',
    sections: [{ id: 's1', title: 'Beginning' }],
    lectures: [
      {
        id: `${id}-one` as ManifestCourse['lectures'][number]['id'],
        sectionId: 's1',
        title: `${title}, 1`,
        summary: 'The first lecture.',
        durationMs: 60_000,
        cover: await file(`${id}/one.png`, 'image/png', patternBytes(800, 4)),
        chapters: [{ startMs: 0, title: 'Opening' }],
        captions: [{ ...(await file(`${id}/one.vtt`, 'text/vtt', captions)), language }],
        attachments: [
          {
            ...(await file(`${id}/one.pdf`, 'application/pdf', patternBytes(900, 5))),
            kind: 'slides',
            title: 'Slides',
          },
        ],
        assets: [
          { ...(await file(`${id}/one-720p.mp4`, 'video/mp4', video)), quality: '720p' },
          { ...(await file(`${id}/one-audio.m4a`, 'audio/mp4', patternBytes(1, 6))), quality: 'audio' },
        ],
      },
    ],
  };
}
