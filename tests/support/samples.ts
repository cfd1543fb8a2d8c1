import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the tests need to know of a sample lecture. */
export interface SampleLecture {
  readonly id: string;
  readonly title: string;
  readonly durationMs: number;
  readonly captionFile: string;
  readonly mediaFiles: Readonly<Record<'720p' | '360p' | 'audio', string>>;
}

/** What the tests need to know of a sample course. */
export interface SampleCourse {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly lectures: readonly SampleLecture[];
}

interface Manifest {
  readonly courses: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly lectures: readonly {
      readonly id: string;
      readonly title: string;
      readonly durationMs: number;
      readonly captions: readonly { readonly file: string }[];
      readonly assets: readonly { readonly quality: '720p' | '360p' | 'audio'; readonly file: string }[];
    }[];
  }[];
}

const samplesFolder = resolve(import.meta.dirname, '..', '..', 'service', 'samples');

/** The sample courses as their manifest has them. */
export function sampleCourses(): readonly SampleCourse[] {
  const manifest = JSON.parse(readFileSync(join(samplesFolder, 'manifest.json'), 'utf8')) as Manifest;
  return manifest.courses.map(({ id, title, language, lectures }) => ({
    id,
    title,
    language,
    lectures: lectures.map((lecture) => {
      const file = (quality: string) => lecture.assets.find((asset) => asset.quality === quality)?.file ?? '';
      return {
        id: lecture.id,
        title: lecture.title,
        durationMs: lecture.durationMs,
        captionFile: lecture.captions[0]?.file ?? '',
        mediaFiles: { '720p': file('720p'), '360p': file('360p'), audio: file('audio') },
      };
    }),
  }));
}

/** The bytes of a sample file. */
export function sampleFile(file: string): Buffer {
  return readFileSync(join(samplesFolder, 'media', file));
}
