import type { CaptionAsset } from '../../../contract/domain/course.ts';
import type { Quality } from '../../../contract/domain/course.ts';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type { Settings } from '../../../contract/domain/settings.ts';
import type { Span } from '../../../contract/domain/span.ts';
import { coverageOf } from '../../../contract/domain/span.ts';
import type { CaptionTrack, PlaybackChoice, PlaybackPlan } from '../../../contract/domain/views.ts';
import { done, fail, ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Clock, DownloadRow, LectureInCourse, Library, StoredContent } from '../../ports.ts';
import { isCompleted, reachesEnd } from './completed.ts';
import type { MediaSource } from './media-source.ts';
import { parseCaptions } from '../../captions/parse-captions.ts';

/** A file of a lecture, as far as playing goes. */
interface PlayableMedia {
  readonly id: AssetId;
  readonly mediaType: string;
  readonly quality: Quality;
}

/** What the playback feature needs. */
export interface PlaybackDeps {
  readonly library: Library;
  /** Where places and what was watched are kept now. */
  readonly places: () => {
    readonly progress: Pick<Library['progress'], 'ofLecture' | 'save'>;
    readonly study: Pick<Library['study'], 'addWatched'>;
  };
  readonly clock: Clock;
  readonly openMedia: (id: AssetId) => Promise<Result<MediaSource>>;
  readonly smallFile: (id: AssetId) => Promise<Result<StoredContent>>;
  readonly streamedMedia: (lecture: LectureInCourse['lecture']) => PlayableMedia;
  /** The asset comes from the service though it is downloaded, or not any more. */
  readonly setStreamed: (id: AssetId, streamed: boolean) => void;
  readonly coverUrl: (id: AssetId) => string;
  readonly isOnline: () => boolean;
  /** A lecture was let go of, or watched to its end. */
  readonly onWatched: () => void;
  readonly settings: () => Pick<Settings, 'completedShare'>;
  /** Somebody is watching just now. */
  readonly onWatching: () => void;
  /** Lets others have their turn on this thread. */
  readonly breathe: () => Promise<void>;
}

/** Opening a lecture, and where a person is in it. */
export interface Playback {
  /** How a lecture would play, for whoever only wants to look at it. */
  plan(id: LectureId, choice?: PlaybackChoice): Promise<Result<PlaybackPlan>>;
  /** The window takes a lecture before it, until `close`. */
  open(id: LectureId, choice?: PlaybackChoice): Promise<Result<PlaybackPlan>>;
  /** The window has let go of it. */
  close(id: LectureId): Promise<Result<null>>;
  /** Whether the window has it before it, playing or not. */
  isOpen(id: LectureId): boolean;
  /** The window has nothing before it any more: the account closes, or the page is gone and cannot say so. */
  forget(): void;
  /** Keeps the place and what was watched; a lecture is completed by what was watched, and stays so. */
  savePosition(input: {
    readonly lectureId: LectureId;
    readonly positionMs: number;
    readonly watched: readonly Span[];
  }): Promise<Result<{ coverage: number; completed: boolean }>>;
}

/** The address under which the window plays a lecture. */
export function mediaUrl(assetId: AssetId): string {
  return `lecture://media/${assetId}`;
}

/** Begun anew when this near the end: nobody wants to resume on the last words. */
const endingMs = 5000;

/** Makes the playback feature. */
export function createPlayback(deps: PlaybackDeps): Playback {
  const open = new Set<LectureId>();
  const streamed = new Map<LectureId, AssetId>();

  async function caption(asset: CaptionAsset): Promise<CaptionTrack | null> {
    const file = await deps.smallFile(asset.id);
    const cues = file.ok ? await parseCaptions(file.value.bytes, deps.breathe) : null;
    return cues === null ? null : { language: asset.language, cues };
  }

  async function find(
    id: LectureId,
  ): Promise<Result<{ readonly found: LectureInCourse; readonly row: DownloadRow | null }>> {
    const [found, row] = await Promise.all([deps.library.catalogue.lecture(id), deps.library.downloads.get(id)]);
    if (!found.ok) return found;
    if (!row.ok) return row;
    return found.value === null ? fail('not-found') : ok({ found: found.value, row: row.value });
  }

  /** The file that is here: while another quality comes, the one before. The service may have put another in its place, and it plays all the same. */
  async function heldMedia(row: DownloadRow | null): Promise<Result<PlayableMedia | null>> {
    const held = row?.state === 'complete' ? row : row?.previous;
    if (!held) return ok(null);
    const asset = await deps.library.catalogue.asset(held.assetId);
    if (!asset.ok) return asset;
    const { assetId: id, quality } = held;
    return ok(asset.value === null ? null : { id, quality, mediaType: asset.value.mediaType });
  }

  /** Null when the computer can play none of its qualities. */
  function chosenMedia({ lecture }: LectureInCourse, here: PlayableMedia | null, choice: PlaybackChoice) {
    const { except = [], from } = choice;
    const left = lecture.media.filter(({ quality }) => !except.includes(quality));
    const held = here === null || except.includes(here.quality) ? null : here;
    if (held !== null && from !== 'network') return { media: held, downloaded: true, streamedAnyway: false };
    if (left.length === 0) return null;
    const same = left.find(({ id }) => id === held?.id);
    const media = same ?? deps.streamedMedia({ ...lecture, media: left });
    return { media, downloaded: false, streamedAnyway: same !== undefined };
  }

  function letGo(id: LectureId): void {
    const assetId = streamed.get(id);
    if (assetId !== undefined) deps.setStreamed(assetId, false);
    streamed.delete(id);
  }

  async function plan(id: LectureId, choice: PlaybackChoice = {}, takes = false): Promise<Result<PlaybackPlan>> {
    const known = await find(id);
    if (!known.ok) return known;
    const { found, row } = known.value;
    const here = await heldMedia(row);
    if (!here.ok) return here;
    const chosen = chosenMedia(found, here.value, choice);
    if (chosen === null) return fail('codec-unsupported');
    const { media, downloaded, streamedAnyway } = chosen;
    const unreachable = row?.state === 'complete' ? 'service-unreachable' : 'not-downloaded';
    if (!downloaded && !deps.isOnline()) return fail(unreachable);
    if (takes) letGo(id);
    if (takes && streamedAnyway) {
      streamed.set(id, media.id);
      deps.setStreamed(media.id, true);
    }
    const source = await deps.openMedia(media.id);
    if (!source.ok) return source.error.code === 'service-unreachable' ? fail(unreachable) : source;
    await source.value.close();
    const [progress, captions] = await Promise.all([
      deps.places().progress.ofLecture(id),
      Promise.all(found.lecture.captions.map(caption)),
    ]);
    const positionMs = progress.ok && progress.value !== null ? progress.value.positionMs : 0;
    return ok({
      lectureId: id,
      courseId: found.course.id,
      title: found.lecture.title,
      courseTitle: found.course.title,
      lecturerName: found.course.lecturer.name,
      mediaUrl: mediaUrl(media.id),
      mediaType: media.mediaType,
      quality: media.quality,
      source: downloaded ? 'downloaded' : 'network',
      posterUrl: deps.coverUrl(found.lecture.cover.id),
      durationMs: found.lecture.durationMs,
      positionMs: positionMs > found.lecture.durationMs - endingMs ? 0 : positionMs,
      chapters: found.lecture.chapters,
      captions: captions.filter((track) => track !== null),
      previousLectureId: found.previousLectureId,
      nextLectureId: found.nextLectureId,
    });
  }

  return {
    close(id) {
      open.delete(id);
      letGo(id);
      deps.onWatched();
      return Promise.resolve(done);
    },
    isOpen: (id) => open.has(id),
    forget() {
      for (const id of open) letGo(id);
      open.clear();
    },
    plan: (id, choice) => plan(id, choice),
    open(id, choice) {
      open.add(id);
      return plan(id, choice, true);
    },
    async savePosition({ lectureId, positionMs, watched }) {
      deps.onWatching();
      const { progress, study } = deps.places();
      const added = await study.addWatched(lectureId, watched);
      if (!added.ok) return added;
      const { grew, durationMs } = added.value;
      // By watching more, or the end once more; a lecture that was counted as not watched by hand does not come back by a look at it.
      const counts = grew || (durationMs !== null && reachesEnd(watched, durationMs));
      const completed =
        counts && durationMs !== null && isCompleted(added.value.watched, durationMs, deps.settings().completedShare);
      const saved = await progress.save(lectureId, { positionMs, completed, watchedAtMs: deps.clock.nowMs() });
      if (!saved.ok) return saved;
      if (completed) deps.onWatched();
      const now = await progress.ofLecture(lectureId);
      if (!now.ok) return now;
      const coverage = durationMs === null ? 0 : coverageOf(added.value.watched, durationMs);
      return ok({ coverage, completed: now.value?.completed ?? false });
    },
  };
}
