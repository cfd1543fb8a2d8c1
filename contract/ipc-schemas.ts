import { z } from 'zod';
import { Quality } from './domain/course.ts';
import { CourseId, LectureId, SessionId } from './domain/ids.ts';
import { Settings } from './domain/settings.ts';
import type { RequestName, Requests } from './ipc.ts';

type RequestSchemas = { readonly [N in RequestName]: z.ZodType<Requests[N]['in']> };

const nothing = z.null();
const oneLecture = z.strictObject({ lectureId: LectureId });

/** The check of every request's argument, made at main's door; extra keys are refused. */
export const requestSchemas: RequestSchemas = {
  'app.about': nothing,
  'settings.read': nothing,
  'settings.update': z.strictObject(Settings.shape).partial() as z.ZodType<Partial<Settings>>,
  'account.read': nothing,
  'account.signIn': z.strictObject({
    email: z.string().min(1).max(320),
    password: z.string().min(1).max(1024),
    remember: z.boolean(),
  }),
  'account.signOutPreview': nothing,
  'account.signOut': z.strictObject({ erase: z.boolean() }),
  'account.retry': nothing,
  'account.setAside': nothing,
  'devices.list': nothing,
  'devices.rename': z.strictObject({ id: SessionId, name: z.string().trim().min(1).max(100) }),
  'devices.signOut': z.strictObject({ id: SessionId }),
  'devices.signOutOthers': nothing,
  'catalogue.home': nothing,
  'catalogue.course': z.strictObject({ courseId: CourseId }),
  'catalogue.refresh': nothing,
  'downloads.list': nothing,
  'downloads.start': z.strictObject({ lectureIds: z.array(LectureId).min(1).max(500), quality: Quality }),
  'downloads.pause': oneLecture,
  'downloads.resume': oneLecture,
  'downloads.remove': oneLecture,
  'playback.open': oneLecture,
  'playback.savePosition': z.strictObject({
    lectureId: LectureId,
    positionMs: z.int().min(0).max(1e9),
    completed: z.boolean(),
  }),
  'storage.read': nothing,
};
