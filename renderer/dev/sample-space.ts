import type { DownloadItem } from '../../contract/domain/download.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import type { BinItem, CourseUsage, RemovableLecture } from '../../contract/domain/space.ts';
import type { Result } from '../../contract/result.ts';
import type { Answers } from '../lib/testing/fake-bridge.ts';
import { courses, findLecture } from './sample-data.ts';
import { placed, sampleDownload } from './sample-downloads.ts';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });
const dayMs = 86_400_000;
/** The sample lectures are small; the picture is of larger ones. */
const scale = 60;

interface Removed {
  readonly item: DownloadItem;
  readonly removedAtMs: number;
}

/** What main answers about space and the bin; ?bin=many: some were removed before. */
export function spaceAnswers(
  asked: URLSearchParams,
  page: {
    readonly downloads: () => readonly DownloadItem[];
    readonly tell: (next: readonly DownloadItem[]) => void;
    readonly binChanged: () => void;
  },
): Answers {
  const long = ['maps-1', 'choir-0'].flatMap((id) => sampleDownload(id, 'complete', 1));
  const half = sampleDownload('chance-2', 'paused', 0.4);
  let bin: readonly Removed[] =
    asked.get('bin') === 'many'
      ? [...long, ...half].map((item, index) => ({ item, removedAtMs: Date.now() - (1 + index * 2.6) * dayMs }))
      : [];

  const remove = (ids: readonly LectureId[]): Result<null> => {
    const going = page.downloads().filter(({ lectureId }) => ids.includes(lectureId));
    bin = [...going.map((item) => ({ item, removedAtMs: Date.now() })), ...bin];
    page.tell(placed(page.downloads().filter((item) => !going.includes(item))));
    page.binChanged();
    return ok(null);
  };
  const take = (ids: readonly LectureId[] | null): readonly Removed[] => {
    const taken = bin.filter(({ item }) => ids === null || ids.includes(item.lectureId));
    bin = bin.filter((each) => !taken.includes(each));
    page.binChanged();
    return taken;
  };
  const watched = (): readonly DownloadItem[] =>
    page
      .downloads()
      .filter(({ state, lectureId }) => state === 'complete' && findLecture(lectureId)?.lecture.progress !== null);

  return {
    'downloads.remove': ({ lectureId }) => remove([lectureId]),
    'space.remove': ({ lectureIds }) => remove(lectureIds),
    'bin.restore': ({ lectureIds }) => {
      page.tell(placed([...page.downloads(), ...take(lectureIds).map(({ item }) => item)]));
      return ok(null);
    },
    'bin.empty': ({ lectureIds }) => {
      take(lectureIds);
      return ok(null);
    },
    'bin.list': () =>
      ok(
        bin.map(({ item, removedAtMs }): BinItem => ({
          ...removable(item),
          removedAtMs,
          goesAtMs: removedAtMs + 7 * dayMs,
          isWhole: item.state === 'complete',
        })),
      ),
    'space.preview': ({ courseId }) => {
      const lectures = watched()
        .filter((item) => courseId === null || item.courseId === courseId)
        .map(removable);
      return ok({ lectures, sizeBytes: lectures.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) });
    },
    'playback.close': () => ok(null),
    'storage.read': () => {
      const usage = usageOf(page.downloads(), watched());
      const binBytes = bin.reduce((sum, { item }) => sum + removable(item).sizeBytes, 0);
      const downloadedBytes = usage.reduce((sum, { sizeBytes }) => sum + sizeBytes, binBytes);
      const freeBytes = 41_300_000_000 - downloadedBytes;
      return ok({ downloadedBytes, freeBytes, totalBytes: 64_000_000_000, courses: usage, binBytes });
    },
  };
}

function removable({ lectureId, lectureTitle, courseTitle, receivedBytes }: DownloadItem): RemovableLecture {
  return { lectureId, lectureTitle, courseTitle, sizeBytes: receivedBytes * scale };
}

function usageOf(items: readonly DownloadItem[], watched: readonly DownloadItem[]): readonly CourseUsage[] {
  const sum = (some: readonly DownloadItem[]) => some.reduce((total, item) => total + removable(item).sizeBytes, 0);
  return courses
    .map((course) => {
      const own = items.filter(({ courseId }) => courseId === course.id);
      const seen = own.filter((item) => watched.includes(item));
      return {
        courseId: course.id,
        courseTitle: course.title,
        coverUrl: course.coverUrl,
        lectureCount: own.length,
        sizeBytes: sum(own),
        watchedBytes: sum(seen),
        watchedCount: seen.length,
      };
    })
    .filter(({ lectureCount }) => lectureCount > 0)
    .toSorted((one, other) => other.sizeBytes - one.sizeBytes);
}
