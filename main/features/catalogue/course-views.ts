import type { Attachment, Course, Lecture } from '../../../contract/domain/course.ts';
import type { AssetId, LectureId } from '../../../contract/domain/ids.ts';
import type {
  ContinueItem,
  CourseCard,
  CourseDetail,
  LectureProgress,
  LectureRow,
} from '../../../contract/domain/views.ts';
import type { CourseHead, RecentLecture } from '../../ports.ts';

/** The address under which the window shows a small picture. */
export function coverUrl(assetId: AssetId): string {
  return `lecture://cover/${assetId}`;
}

/** A course as a card. */
export function cardOf(head: CourseHead): CourseCard {
  const { id, title, summary, language, level, topics, lectureCount, completedCount, durationMs, popularity } = head;
  return {
    id,
    title,
    summary,
    language,
    level,
    topics,
    lectureCount,
    completedCount,
    durationMs,
    lecturerName: head.lecturer.name,
    coverUrl: coverUrl(head.cover.id),
    ...(popularity === undefined ? {} : { popularity }),
  };
}

function attachmentOf({ id, kind, title, sizeBytes }: Attachment) {
  return { id, kind, title, sizeBytes };
}

function rowOf(lecture: Lecture, progress: LectureProgress | null): LectureRow {
  return {
    id: lecture.id,
    title: lecture.title,
    summary: lecture.summary,
    durationMs: lecture.durationMs,
    coverUrl: coverUrl(lecture.cover.id),
    qualities: lecture.media.map(({ quality, sizeBytes }) => ({ quality, sizeBytes })),
    captionLanguages: lecture.captions.map(({ language }) => language),
    attachments: lecture.attachments.map(attachmentOf),
    progress,
  };
}

/** A course page, with how far the person is in each lecture and what they chose for the course. */
export function detailOf(
  head: CourseHead,
  course: Course,
  progress: ReadonlyMap<LectureId, LectureProgress>,
  chosen: Pick<CourseDetail, 'chosenQuality' | 'keepReadyCount'>,
): CourseDetail {
  return {
    ...cardOf(head),
    description: head.description,
    lecturer: head.lecturer,
    publishedAt: head.publishedAt,
    available: head.available ?? true,
    ...chosen,
    sections: course.sections.map(({ id, title, lectures }) => ({
      id,
      title,
      lectures: lectures.map((lecture) => rowOf(lecture, progress.get(lecture.id) ?? null)),
    })),
  };
}

/** Something begun, as a card. */
export function continueOf({ coverAssetId, ...recent }: RecentLecture): ContinueItem {
  return { ...recent, coverUrl: coverUrl(coverAssetId) };
}
