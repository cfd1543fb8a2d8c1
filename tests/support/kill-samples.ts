import { createCipheriv, createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSamples } from '../../service/test-support/samples.ts';

/** The lecture that is downloaded while the app is killed: its id, its file's id at the service, and its plaintext. */
export interface KillSamples {
  readonly lectureId: string;
  readonly assetId: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** Bytes without a pattern, the same for the same seed (AES-256 in counter mode over zeros). */
function seededBytes(seed: number, length: number): Buffer {
  const key = createHash('sha256').update(`lectoroom soak ${seed}`).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Writes a samples folder whose first lecture is `sizeBytes` long. */
export async function writeKillSamples(folder: string, seed: number, sizeBytes: number): Promise<KillSamples> {
  const bytes = seededBytes(seed, sizeBytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const manifest = await writeSamples(folder, (made) => ({
    ...made,
    courses: made.courses.map((course, courseIndex) => ({
      ...course,
      lectures: course.lectures.map((lecture) => ({
        ...lecture,
        assets: lecture.assets.map((asset) =>
          courseIndex === 0 && asset.quality === '720p' ? { ...asset, sizeBytes, sha256 } : asset,
        ),
      })),
    })),
  }));
  const lecture = manifest.courses[0]?.lectures[0];
  const asset = lecture?.assets.find(({ quality }) => quality === '720p');
  if (lecture === undefined || asset === undefined) throw new Error('the samples have no lecture to download');
  await writeFile(join(folder, 'media', asset.file), bytes);
  return { lectureId: lecture.id, assetId: asset.file.replaceAll('/', '.'), bytes, sha256 };
}
