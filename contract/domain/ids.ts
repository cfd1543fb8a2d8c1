import { z } from 'zod';

/** Opaque ids of the service: letters, digits, dot, dash, underscore, at most 64 characters, safe in a file name and in a URL. */
const opaqueId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

/** Id of an account at the service. */
export const AccountId = opaqueId.brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** Id of a course. */
export const CourseId = opaqueId.brand<'CourseId'>();
export type CourseId = z.infer<typeof CourseId>;

/** Id of a lecture. */
export const LectureId = opaqueId.brand<'LectureId'>();
export type LectureId = z.infer<typeof LectureId>;

/** Id of one file of a lecture or course: a video, a sound track, a caption track, a cover, an attachment. */
export const AssetId = opaqueId.brand<'AssetId'>();
export type AssetId = z.infer<typeof AssetId>;

/** Id of a session (one signed-in computer) at the service. */
export const SessionId = opaqueId.brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

/** Id this computer made for itself; no hardware fact goes into it. */
export const DeviceId = opaqueId.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** Opaque name of an account's folder on this computer; says nothing about the person. */
export const LocalAccountId = z
  .string()
  .regex(/^[a-f0-9]{32}$/)
  .brand<'LocalAccountId'>();
export type LocalAccountId = z.infer<typeof LocalAccountId>;

/** Id of a note, made where it is begun, so that saving it twice keeps it once. */
export const NoteId = z
  .string()
  .regex(/^[a-f0-9-]{36}$/)
  .brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;
