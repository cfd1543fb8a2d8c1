import { z } from 'zod';
import { Marketing, Processing, requestKinds, UpdateProfileRequest } from './api/personal-data.ts';
import { externalPages, passwordLength, profileColours, profileLabelLength } from './domain/account.ts';
import { BrowsePlace, ListThing } from './domain/browse.ts';
import { computerUses, idleChoicesMinutes } from './domain/computer.ts';
import { entryKinds } from './domain/erase-plan.ts';
import { qualities, Quality } from './domain/course.ts';
import { dataKinds, type DataKindName } from './domain/data-kinds.ts';
import { queueMoves } from './domain/download.ts';
import { SampledKind } from './domain/held-data.ts';
import { ExportWords, passphraseLength } from './domain/export.ts';
import { historyBounds, HistoryEntryId } from './domain/history.ts';
import { CourseId, LectureId, SessionId, NoteId } from './domain/ids.ts';
import { dayAfter, LocalDay } from './domain/local-day.ts';
import { networkBounds, NetworkFilter, networkSources } from './domain/network.ts';
import { noteLength } from './domain/note.ts';
import { SearchFilter, searchLength } from './domain/search.ts';
import { statisticsBounds } from './domain/statistics.ts';
import { RatingSubject, Stars } from './domain/rating.ts';
import { requestTextLength } from './domain/rights.ts';
import { Settings } from './domain/settings.ts';
import type { RequestName, Requests } from './ipc.ts';

type RequestSchemas = { readonly [N in RequestName]: z.ZodType<Requests[N]['in']> };

const nothing = z.null();
const DataKind = z.enum(Object.keys(dataKinds) as [DataKindName, ...DataKindName[]]);
const email = z.string().min(1).max(320);
const password = z.string().min(1).max(1024);
const newPassword = z.string().min(passwordLength).max(1024);
const profileNumber = z.int().min(1);
const someLectures = z.array(LectureId).min(1).max(500);
const placeMs = z.int().min(0).max(1e9);
const watched = z.array(z.strictObject({ startMs: placeMs, endMs: placeMs })).max(5000);
const oneNote = z.strictObject({ id: NoteId });
const onePlayback = z.strictObject({
  lectureId: LectureId,
  from: z.literal('network').optional(),
  except: z.array(Quality).max(qualities.length).optional(),
}) as z.ZodType<Requests['playback.open']['in']>;
const searched = z.string().max(searchLength);
const oneLecture = z.strictObject({ lectureId: LectureId });
const someDays = z
  .strictObject({ fromDay: LocalDay, toDay: LocalDay })
  .refine(({ fromDay, toDay }) => fromDay <= toDay && toDay < dayAfter(fromDay, statisticsBounds.periodDays));
const shownLanguage = z.enum(['en', 'ru']);
const passphrase = z.string().max(passphraseLength.most);
const source = z.enum(networkSources);
const networkId = z.int().min(0);
const heading = z.string().min(1).max(60);
const receiptWords = z.string().max(2000);
const receiptRow = z.strictObject({ label: receiptWords, value: receiptWords });

/** The check of every request's argument, made at main's door; extra keys are refused. */
export const requestSchemas: RequestSchemas = {
  'app.about': nothing,
  'settings.read': nothing,
  'settings.update': z.strictObject(Settings.shape).partial() as z.ZodType<Partial<Settings>>,
  'account.read': nothing,
  'account.signIn': z.strictObject({ email, password, remember: z.boolean() }),
  'account.create': z.strictObject({
    name: z.string().trim().min(1).max(200),
    email,
    password: newPassword,
    birthDate: z.iso.date(),
    guardianConfirmed: z.boolean(),
    acceptedTermsVersion: z.string().min(1).max(40),
    remember: z.boolean(),
  }),
  'account.chooseProfile': z.strictObject({ number: profileNumber.nullable() }),
  'account.unlock': z.strictObject({ password, remember: z.boolean() }),
  'account.lock': nothing,
  'account.switchProfile': nothing,
  'account.updateProfile': z.strictObject({
    label: z.string().trim().min(1).max(profileLabelLength).nullable().optional(),
    colour: z.enum(profileColours).optional(),
  }) as z.ZodType<Requests['account.updateProfile']['in']>,
  'account.setRemembered': z.strictObject({ remember: z.boolean() }),
  'account.eraseProfile': z.strictObject({ number: profileNumber }),
  'account.changePassword': z.strictObject({ currentPassword: password, newPassword }),
  'account.changeEmail': z.strictObject({ email, password }),
  'account.terms': nothing,
  'account.region': nothing,
  'account.setRegion': z.strictObject({
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
  }),
  'account.signOutPreview': nothing,
  'account.signOut': z.strictObject({ erase: z.boolean() }),
  'account.retry': nothing,
  'account.setAside': nothing,
  'computer.read': nothing,
  'computer.update': z.strictObject({
    use: z.enum(computerUses).optional(),
    idleMinutes: z.literal(idleChoicesMinutes).nullable().optional(),
  }) as z.ZodType<Requests['computer.update']['in']>,
  'computer.active': nothing,
  'computer.stay': nothing,
  'external.open': z.strictObject({ page: z.enum(externalPages) }),
  'system.notify': z.strictObject({ title: z.string().min(1).max(100), body: z.string().max(300) }),
  'devices.list': nothing,
  'devices.rename': z.strictObject({ id: SessionId, name: z.string().trim().min(1).max(100) }),
  'devices.signOut': z.strictObject({ id: SessionId }),
  'devices.signOutOthers': nothing,
  'catalogue.home': nothing,
  'catalogue.course': z.strictObject({ courseId: CourseId }),
  'catalogue.refresh': nothing,
  'catalogue.courses': z.strictObject({ after: BrowsePlace.nullable() }),
  'catalogue.nextUp': nothing,
  'catalogue.lecturer': z.strictObject({ lecturerId: z.string().min(1).max(64) }),
  'list.read': nothing,
  'list.add': z.strictObject({ thing: ListThing, addedAtMs: z.int().min(0).max(8.64e15).nullable() }),
  'list.remove': z.strictObject({ thing: ListThing }),
  'downloads.list': nothing,
  'downloads.start': z.strictObject({ lectureIds: someLectures, quality: Quality }),
  'downloads.pause': oneLecture,
  'downloads.resume': oneLecture,
  'downloads.remove': oneLecture,
  'downloads.move': z.strictObject({ lectureId: LectureId, to: z.enum(queueMoves) }),
  'downloads.placeBefore': z.strictObject({ lectureId: LectureId, beforeId: LectureId.nullable() }),
  'downloads.keepReady': z.strictObject({ courseId: CourseId, count: z.int().min(0).max(20) }),
  'downloads.allowMetered': nothing,
  'downloads.pauseAll': nothing,
  'downloads.resumeAll': nothing,
  // A whole course is estimated at once; it is added in pieces.
  'downloads.estimate': z.strictObject({ lectureIds: z.array(LectureId).min(1).max(5000), quality: Quality }),
  'downloads.verify': oneLecture,
  'downloads.repair': oneLecture,
  'downloads.stopCheck': oneLecture,
  'licences.renew': oneLecture,
  'playback.open': onePlayback,
  'playback.plan': onePlayback,
  'playback.savePosition': z.strictObject({
    lectureId: LectureId,
    positionMs: placeMs,
    watched,
  }),
  'playback.setCompleted': z.strictObject({ lectureId: LectureId, completed: z.boolean(), watched }),
  'study.read': oneLecture,
  'study.setRate': z.strictObject({
    courseId: CourseId,
    rate: Settings.shape.playbackRate.nullable(),
  }),
  'playback.close': oneLecture,
  'storage.read': nothing,
  'space.preview': z.strictObject({ courseId: CourseId.nullable() }),
  'space.remove': z.strictObject({ lectureIds: someLectures }),
  'bin.list': nothing,
  'bin.restore': z.strictObject({ lectureIds: someLectures }),
  'bin.empty': z.strictObject({ lectureIds: someLectures.nullable() }),
  'folder.read': nothing,
  'folder.pick': z.strictObject({ usual: z.boolean() }),
  'folder.move': nothing,
  'folder.stopMove': nothing,
  'notes.ofLecture': oneLecture,
  'notes.ofCourse': z.strictObject({ courseId: CourseId }),
  'notes.save': z.strictObject({
    id: NoteId,
    lectureId: LectureId,
    positionMs: placeMs,
    text: z.string().max(noteLength),
  }),
  'notes.remove': oneNote,
  'notes.restore': oneNote,
  'notes.export': z.strictObject({
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('lecture'), lectureId: LectureId }),
      z.strictObject({ kind: z.literal('course'), courseId: CourseId }),
    ]),
    pictures: z.boolean(),
    words: z.strictObject({ notes: z.string().min(1).max(40), bookmark: z.string().min(1).max(40) }),
  }),
  'notes.stopExport': nothing,
  'search.find': z.strictObject({
    text: searched,
    limit: z.int().min(1).max(50),
    filter: SearchFilter.optional(),
  }) as z.ZodType<Requests['search.find']['in']>,
  'search.languages': nothing,
  'search.history': nothing,
  'search.remember': z.strictObject({ text: searched }),
  'search.forget': z.strictObject({ text: searched.nullable() }),
  'history.list': z.strictObject({
    before: z.strictObject({ day: LocalDay, endedAtMs: z.int().min(0), id: HistoryEntryId }).nullable(),
    limit: z.int().min(1).max(historyBounds.entries),
    text: z.string().max(historyBounds.text),
  }),
  'history.remove': z.union([
    z.strictObject({ entryIds: z.array(HistoryEntryId).min(1).max(500) }),
    z.strictObject({ day: LocalDay }),
    z.strictObject({ courseId: CourseId }),
    z.strictObject({ all: z.literal(true) }),
  ]),
  'history.undo': z.strictObject({ removalId: z.int().min(1) }),
  'history.state': nothing,
  'statistics.read': someDays,
  'statistics.export': z.strictObject({
    days: someDays.nullable(),
    words: z.strictObject({ title: heading, day: heading, course: heading, minutes: heading, sittings: heading }),
  }),
  'data.overview': nothing,
  'data.samples': z.strictObject({ kind: SampledKind }),
  'data.size': z.strictObject({ kind: DataKind }),
  'data.service': nothing,
  'data.retention': nothing,
  'session.read': nothing,
  'session.private': z.strictObject({ on: z.boolean() }),
  'sync.read': nothing,
  'sync.set': z.strictObject({ on: z.boolean() }),
  'sync.deleteCopy': nothing,
  'ratings.read': z.strictObject({ subject: RatingSubject }),
  'ratings.rate': z.strictObject({ subject: RatingSubject, stars: Stars.nullable() }),
  'rights.read': nothing,
  'rights.refresh': nothing,
  'rights.setProcessing': z.strictObject({
    what: Processing.keyof(),
    on: z.boolean(),
    words: z.string().min(1).max(requestTextLength),
  }),
  'rights.setMarketing': z.strictObject(Marketing.shape).partial() as z.ZodType<Requests['rights.setMarketing']['in']>,
  'rights.ask': z.strictObject({
    id: z.uuid(),
    kind: z.enum(requestKinds),
    text: z.string().max(requestTextLength),
  }),
  'rights.profile': nothing,
  'rights.updateProfile': z.strictObject(UpdateProfileRequest.shape),
  'links.take': nothing,
  'recommendations.read': nothing,
  'recommendations.dismiss': z.strictObject({ courseId: CourseId }),
  'recommendations.restore': z.strictObject({ courseId: CourseId }),
  'recommendations.reset': nothing,
  'window.read': nothing,
  'window.mini': z.strictObject({ on: z.boolean() }),
  'stage.playing': z.strictObject({ playing: z.boolean(), audible: z.boolean() }),
  'stage.artwork': oneLecture,
  'erase.preview': nothing,
  'erase.keptByLaw': nothing,
  'erase.entries': z.strictObject({ kinds: z.array(z.enum(entryKinds)).min(1).max(entryKinds.length) }),
  'erase.computer': nothing,
  'erase.service': z.strictObject({ email, password }),
  'erase.receipt': nothing,
  'erase.putAway': nothing,
  'erase.saveReceipt': z.strictObject({
    document: z.strictObject({
      language: z.enum(['en', 'ru']),
      title: receiptWords,
      lead: receiptWords,
      sections: z
        .array(
          z.strictObject({
            title: receiptWords,
            rows: z.array(receiptRow).max(100),
            notes: z.array(receiptWords).max(20),
          }),
        )
        .max(20),
    }),
    fileName: z.string().min(1).max(120),
    format: z.enum(['html', 'pdf']),
  }),
  'consent.read': nothing,
  'consent.decide': z.strictObject({
    action: z.enum(['accept-all', 'reject-all', 'choose', 'dismiss']),
    functional: z.boolean(),
    advertisement: z.boolean(),
    place: z.enum(['sheet', 'categories']),
    language: shownLanguage,
  }),
  'consent.signal': z.strictObject({ on: z.boolean(), language: shownLanguage }),
  'consent.told': nothing,
  'consent.history': nothing,
  'consent.export': z.strictObject({ title: heading }),
  'export.preview': nothing,
  'export.run': z.strictObject({ passphrase: passphrase.min(passphraseLength.least).nullable(), words: ExportWords }),
  'export.stop': nothing,
  'import.pick': nothing,
  'import.look': z.strictObject({ passphrase: passphrase.min(1).nullable() }),
  'import.run': z.strictObject({ settings: z.boolean() }),
  'import.stop': nothing,
  'network.summary': z.strictObject({ source }),
  'network.list': z.strictObject({
    source,
    filter: NetworkFilter,
    beforeId: networkId.nullable(),
    limit: z.int().min(1).max(networkBounds.page),
  }),
  'network.count': z.strictObject({ source, filter: NetworkFilter, afterId: networkId.nullable() }),
  'network.export': z.strictObject({ source, filter: NetworkFilter, format: z.enum(['csv', 'json']), title: heading }),
  'network.clear': z.strictObject({ source }),
  'cookies.read': nothing,
  'cookies.remove': z.strictObject({ ids: z.array(z.string().min(1).max(2000)).min(1).max(5000).nullable() }),
  'processors.read': nothing,
};
