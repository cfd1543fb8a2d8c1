import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  Attachment,
  Chapter,
  Course,
  Language,
  Lecture,
  Lecturer,
  Level,
  Quality,
  Section,
} from '../../contract/domain/course.ts';

/** A path inside the media folder: no way out of it, no hidden file. */
const file = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/);

const ManifestFile = z.object({
  file,
  mediaType: z.string().min(1).max(100),
  sizeBytes: z.int().min(0),
  sha256: z.string().regex(/^[a-f0-9]{64}$/),
});
/** One file of the samples. */
export type ManifestFile = z.infer<typeof ManifestFile>;

const ManifestLecture = z.object({
  id: Lecture.shape.id,
  sectionId: Section.shape.id,
  title: Lecture.shape.title,
  summary: Lecture.shape.summary,
  durationMs: Lecture.shape.durationMs,
  cover: ManifestFile,
  chapters: z.array(Chapter),
  captions: z.array(ManifestFile.extend({ language: Language })),
  attachments: z.array(ManifestFile.extend({ kind: Attachment.shape.kind, title: Attachment.shape.title })),
  assets: z.array(ManifestFile.extend({ quality: Quality })).min(1),
});

const ManifestCourse = z.object({
  id: Course.shape.id,
  language: Language,
  level: Level,
  topics: Course.shape.topics,
  title: Course.shape.title,
  summary: Course.shape.summary,
  description: Course.shape.description,
  lecturer: Lecturer,
  cover: ManifestFile,
  publishedAt: Course.shape.publishedAt,
  /** Where the course is offered (ISO 3166-1 alpha-2); absent: everywhere. */
  regions: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  sections: z.array(z.object({ id: Section.shape.id, title: Section.shape.title })),
  lectures: z.array(ManifestLecture),
});
/** A course as the samples describe it. */
export type ManifestCourse = z.infer<typeof ManifestCourse>;

/** `samples/manifest.json`. */
export const Manifest = z.object({ version: z.literal(1), courses: z.array(ManifestCourse) });
export type Manifest = z.infer<typeof Manifest>;

/** The samples cannot be used; the message names fields of the manifest, no folder. */
export class ManifestError extends Error {
  constructor(reason: string) {
    super(`The sample courses cannot be used: ${reason}`);
    this.name = 'ManifestError';
  }
}

/** Reads and checks the manifest of a samples folder; throws `ManifestError`. */
export async function readManifest(samplesFolder: string): Promise<Manifest> {
  const text = await readFile(join(samplesFolder, 'manifest.json'), 'utf8').catch(() => {
    throw new ManifestError('manifest.json is missing or cannot be read.');
  });
  const parsed = Manifest.safeParse(parseJson(text));
  if (!parsed.success) {
    const fields = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')} (${issue.code})`);
    throw new ManifestError(`manifest.json is not as expected at ${fields.join(', ')}.`);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ManifestError('manifest.json is not JSON.');
  }
}
