import { z } from 'zod';
import { AssetId, CourseId, LectureId } from './ids.ts';

const sha256 = z.string().regex(/^[a-f0-9]{64}$/);
const text = (maxLength: number) => z.string().max(maxLength);
const sizeBytes = z.int().min(0).max(1e13);
const durationMs = z.int().min(0).max(1e9);

/** Language of a course or caption track (BCP 47 primary tag). */
export const Language = z.string().regex(/^[a-z]{2,3}$/);

/** The qualities a lecture may be had in, best first. */
export const qualities = ['1080p', '720p', '360p', 'audio'] as const;
export const Quality = z.enum(qualities);
export type Quality = z.infer<typeof Quality>;

/** A file the service can deliver: exact size in bytes and SHA-256 of its plaintext in lower-case hex. */
export const AssetReference = z.object({ id: AssetId, mediaType: text(100), sizeBytes, sha256 });
export type AssetReference = z.infer<typeof AssetReference>;

/** The lecture itself in one quality. */
export const MediaAsset = AssetReference.extend({ quality: Quality });
export type MediaAsset = z.infer<typeof MediaAsset>;

/** One caption track, WebVTT. */
export const CaptionAsset = AssetReference.extend({ language: Language });
export type CaptionAsset = z.infer<typeof CaptionAsset>;

/** A file that goes with a lecture, such as its slides. */
export const Attachment = AssetReference.extend({ kind: z.enum(['slides', 'other']), title: text(300) });
export type Attachment = z.infer<typeof Attachment>;

/** A named part of a lecture, from `startMs` to the next chapter. */
export const Chapter = z.object({ startMs: durationMs, title: text(300) });
export type Chapter = z.infer<typeof Chapter>;

export const Lecture = z.object({
  id: LectureId,
  title: text(300),
  summary: text(2000),
  durationMs,
  cover: AssetReference,
  chapters: z.array(Chapter).max(500),
  captions: z.array(CaptionAsset).max(40),
  attachments: z.array(Attachment).max(40),
  media: z.array(MediaAsset).min(1).max(8),
});
/** One lecture with everything that belongs to it. */
export type Lecture = z.infer<typeof Lecture>;

export const Section = z.object({ id: text(64), title: text(300), lectures: z.array(Lecture).max(500) });
/** A part of a course, lectures in their order. */
export type Section = z.infer<typeof Section>;

export const Lecturer = z.object({ id: text(64), name: text(200), about: text(2000) });
/** The person who teaches. */
export type Lecturer = z.infer<typeof Lecturer>;

export const Level = z.enum(['beginner', 'intermediate', 'advanced']);
export type Level = z.infer<typeof Level>;

export const Course = z.object({
  id: CourseId,
  language: Language,
  level: Level,
  topics: z.array(text(64)).max(30),
  title: text(300),
  summary: text(2000),
  description: text(20_000),
  lecturer: Lecturer,
  cover: AssetReference,
  publishedAt: z.iso.datetime(),
  /** False: not offered in the region of the account; its lectures are not delivered. Absent: offered. */
  available: z.boolean().optional(),
  sections: z.array(Section).max(200),
});
/** A course as the service publishes it. */
export type Course = z.infer<typeof Course>;
