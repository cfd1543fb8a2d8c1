import type { z } from 'zod';
import { Course, Lecture } from '../../../../../contract/domain/course.ts';
import { StoreFault } from '../store-fault.ts';

const Head = Course.omit({ sections: true });

/**
 * JSON of our own hand, authenticated by the cipher, is parsed all the same: an app may read what an older one wrote. A shape that does
 * not fit throws `library-damaged`.
 */
function parseStored<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
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
