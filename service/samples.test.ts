import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Course } from '../contract/domain/course.ts';
import { lecturesOf, publish } from './catalogue/courses.ts';
import { readManifest } from './catalogue/manifest.ts';
import { startTestService } from './test-support/test-service.ts';

const samplesFolder = fileURLToPath(new URL('./samples', import.meta.url));
const megabyte = 1024 * 1024;

describe('the sample courses', () => {
  it('I6: are three, two in English and one in Russian, as the contract has courses', async () => {
    const { courses } = publish(await readManifest(samplesFolder));
    expect(courses.map((course) => course.language).toSorted()).toEqual(['en', 'en', 'ru']);
    for (const course of courses) {
      expect(Course.parse(course)).toEqual(course);
      expect(lecturesOf(course).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('D4 D10: every file is there with the size and digest the catalogue names', async () => {
    const { assets } = publish(await readManifest(samplesFolder));
    let total = 0;
    for (const { file, sizeBytes, sha256 } of assets.values()) {
      const path = join(samplesFolder, 'media', file);
      expect([file, (await stat(path)).size]).toEqual([file, sizeBytes]);
      const digest = createHash('sha256')
        .update(await readFile(path))
        .digest('hex');
      expect([file, digest]).toEqual([file, sha256]);
      total += sizeBytes;
    }
    expect(total).toBeLessThan(25 * megabyte);
  });

  it('I6 B1: are what the service serves', async () => {
    const service = await startTestService({ samplesFolder });
    const { assets } = publish(await readManifest(samplesFolder));
    const [video] = [...assets.values()].filter((asset) => asset.mediaType === 'video/mp4');
    const location = await service.locate(video?.id ?? '');
    const bytes = new Uint8Array(await (await fetch(location.url)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(video?.sha256);
  });
});
