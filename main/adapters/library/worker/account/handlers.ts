import type { AccountCalls, Handlers } from '../../messages.ts';
import { knownState } from './apply-delta.ts';
import { applySome, stagePage } from './apply-pages.ts';
import { browseCourses, lecturerById, nextLectures } from './browse.ts';
import { visitHome } from './home-visit.ts';
import { consentHandlers } from './consent.ts';
import { addToMyList, readMyList, removeFromMyList } from './my-list.ts';
import { countEntries, eraseEntries } from './erase-entries.ts';
import { lookForErased, rememberErased } from './erase-traces.ts';
import { readCookies, replaceCookies } from './cookies.ts';
import { contentOfAsset, putContent, removeContent } from './content.ts';
import { binItemOfLecture, listBin, moveFromBin, moveToBin, stampBin } from './bin.ts';
import { adoptDownloads, mediaOfCatalogue } from './adopt.ts';
import { completeDownloadOfAsset, downloadOfLecture, listDownloads, putDownload } from './downloads.ts';
import { countHistory, listHistory, recordHistory } from './history.ts';
import { heldDataHandlers } from './held-data.ts';
import { forgetRemoved, purgeHistory, removeHistory, restoreHistory } from './history-removal.ts';
import { endGrace, licenceOfLecture, noteMoment, putKeys, putLicence, readLicences } from './licences.ts';
import { notesOfCourse, notesOfLecture, putNote, removeNote } from './notes.ts';
import { progressOfCourse, progressOfLecture, recentLectures, saveProgress, summarizeProgress } from './progress.ts';
import { keepReadyCount, keepReadyCourses, putKeepReadyCount } from './keep-ready.ts';
import { changeRating, ratingOf, ratingSent, takeRatings, unsentRatings } from './ratings.ts';
import { rightsHandlers } from './rights.ts';
import { popularityEtag, replacePopularity } from './popularity.ts';
import { keepQuality, qualityOfCourse, reorderDownloads } from './queue.ts';
import {
  dismissRecommendation,
  forgetRecommendations,
  readRecommendations,
  resetRecommendations,
  restoreRecommendation,
} from './recommendations.ts';
import { assetById, courseById, courseHeads, lectureById } from './read-catalogue.ts';
import { removeDownload, removeFromBin } from './remove-download.ts';
import { usageByCourse, watchedDownloads } from './space.ts';
import { find } from './search/find.ts';
import { languagesOfCourses } from './search/languages.ts';
import { forgetSearch, purgeSearches, rememberSearch, searchHistory } from './search/history.ts';
import { readStatistics, statisticsCsv } from './statistics.ts';
import {
  addWatched,
  keepRate,
  keepSilences,
  markLecture,
  nextWithoutSilences,
  rateOfCourse,
  silencesOfAsset,
} from './study.ts';
import { exportPage, exportTables } from '../export/export-tables.ts';
import { takeRows } from './import/take.ts';
import { networkHandlers } from '../network/handlers.ts';
import { applyPart } from './sync/apply.ts';
import { fillOutbox, noteSent, outgoingEvents } from './sync/outgoing.ts';
import { beginSync, changeSync, noteCopyGone, syncFacts, turnSync } from './sync/sync-state.ts';
import type { LibraryStatements } from './tables.ts';
import { forgetUsage, noteUsage, usageBefore } from './usage.ts';

/** What each call does with the open library, inside the call's transaction. */
export const accountHandlers: Handlers<AccountCalls, LibraryStatements> = {
  ...heldDataHandlers,
  'catalogue.known': knownState,
  'cookies.read': readCookies,
  'cookies.replace': replaceCookies,
  'catalogue.stage': stagePage,
  'catalogue.apply-some': applySome,
  'catalogue.heads': courseHeads,
  'catalogue.course': courseById,
  'catalogue.lecture': lectureById,
  'catalogue.asset': assetById,
  'catalogue.media': mediaOfCatalogue,
  'progress.of-lecture': progressOfLecture,
  'progress.of-course': progressOfCourse,
  'progress.save': (store, { lectureId, progress }) => saveProgress(store, lectureId, progress),
  'progress.summary': summarizeProgress,
  'progress.recent': recentLectures,
  'downloads.list': listDownloads,
  'downloads.get': downloadOfLecture,
  'downloads.complete-of-asset': completeDownloadOfAsset,
  'downloads.put': putDownload,
  'downloads.adopt': adoptDownloads,
  'downloads.remove': removeDownload,
  'bin.list': listBin,
  'bin.get': binItemOfLecture,
  'bin.put': (store, { lectureId, removedAtMs }) => moveToBin(store, lectureId, removedAtMs),
  'bin.restore': moveFromBin,
  'bin.stamp': stampBin,
  'bin.remove': removeFromBin,
  'space.usage-by-course': usageByCourse,
  'space.watched': watchedDownloads,
  'licences.read': readLicences,
  'licences.get': licenceOfLecture,
  'licences.put': putLicence,
  'licences.put-keys': putKeys,
  'licences.note-moment': noteMoment,
  'licences.end-grace': endGrace,
  'downloads.reorder': reorderDownloads,
  'downloads.quality-of-course': qualityOfCourse,
  'downloads.keep-quality': (store, { courseId, quality }) => keepQuality(store, courseId, quality),
  'keep-ready.courses': keepReadyCourses,
  'keep-ready.count-of-course': keepReadyCount,
  'keep-ready.keep-count': (store, { courseId, count }) => putKeepReadyCount(store, courseId, count),
  'study.add-watched': addWatched,
  'study.mark': markLecture,
  'study.rate-of-course': rateOfCourse,
  'study.keep-rate': keepRate,
  'study.silences-of-asset': silencesOfAsset,
  'study.keep-silences': keepSilences,
  'study.next-without-silences': nextWithoutSilences,
  'notes.of-lecture': notesOfLecture,
  'notes.of-course': notesOfCourse,
  'notes.put': putNote,
  'notes.remove': removeNote,
  'search.find': find,
  'search.languages': languagesOfCourses,
  'search.history': searchHistory,
  'search.remember': rememberSearch,
  'search.forget': forgetSearch,
  'search.purge': purgeSearches,
  'history.record': recordHistory,
  'history.list': listHistory,
  'history.count': countHistory,
  'history.remove': removeHistory,
  'history.restore': restoreHistory,
  'history.forget': forgetRemoved,
  'history.purge': purgeHistory,
  'statistics.read': readStatistics,
  'statistics.csv': statisticsCsv,
  'recommendations.read': readRecommendations,
  'recommendations.dismiss': dismissRecommendation,
  'recommendations.restore': restoreRecommendation,
  'recommendations.reset': resetRecommendations,
  'recommendations.forget': forgetRecommendations,
  'browse.courses': browseCourses,
  'browse.visit-home': visitHome,
  'browse.next-up': nextLectures,
  'browse.lecturer': lecturerById,
  'my-list.read': readMyList,
  'my-list.add': addToMyList,
  'my-list.remove': removeFromMyList,
  ...rightsHandlers,
  'ratings.of': ratingOf,
  'ratings.change': changeRating,
  'ratings.unsent': unsentRatings,
  'ratings.sent': ratingSent,
  'ratings.take-all': takeRatings,
  'popularity.etag': popularityEtag,
  'popularity.replace': replacePopularity,
  'sync.begin': beginSync,
  'sync.facts': syncFacts,
  'sync.turn': turnSync,
  'sync.fill': fillOutbox,
  'sync.outgoing': outgoingEvents,
  'sync.sent': noteSent,
  'sync.apply': applyPart,
  'sync.copy-gone': noteCopyGone,
  'sync.copy-deleted': (store) => changeSync(store, { deleting: 0, deleting_epoch: null }),
  'sync.done': (store, nowMs) => changeSync(store, { last_at_ms: nowMs }),
  'usage.note': noteUsage,
  'usage.before': usageBefore,
  'usage.forget': forgetUsage,
  'erase.count': countEntries,
  'erase.remember': rememberErased,
  'erase.entries': eraseEntries,
  'erase.look': lookForErased,
  'export.tables': exportTables,
  'export.page': exportPage,
  'import.take': takeRows,
  ...networkHandlers,
  'content.get': contentOfAsset,
  'content.put': (store, { assetId, content }) => putContent(store, assetId, content),
  'content.remove': removeContent,
  ...consentHandlers,
};
