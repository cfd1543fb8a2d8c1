import { z } from 'zod';
import { KeySet } from '../../../../../contract/api/licences.ts';
import { Course, Lecture, Quality } from '../../../../../contract/domain/course.ts';
import { AssetId } from '../../../../../contract/domain/ids.ts';
import type { PreviousFile } from '../../../../ports.ts';
import { StoreFault } from '../store-fault.ts';

const Head = Course.omit({ sections: true });
const Previous = z.object({
  assetId: AssetId,
  quality: Quality,
  sizeBytes: z.number(),
  sha256: z.string(),
  etag: z.string().nullable(),
  completedAtMs: z.number().nullable(),
});

/**
 * JSON of our own hand, authenticated by the cipher, is parsed all the same: an app may read what an older one wrote. A shape that does
 * not fit throws `library-damaged`.
 */
export function parseStored<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StoreFault('library-damaged');
  }
}

/** Reads `courses.head`. */
export function parseHead(text: string): Omit<Course, 'sections'> {
  return parseStored(Head, text);
}

/** Reads `lectures.lecture`. */
export function parseLecture(text: string): Lecture {
  return parseStored(Lecture, text);
}

/** Reads `licence_facts.keys`. */
export function parseKeySet(text: string): KeySet {
  return parseStored(KeySet, text);
}

/** Reads `downloads.previous`. */
export function parsePrevious(text: string): PreviousFile {
  return parseStored(Previous, text);
}
