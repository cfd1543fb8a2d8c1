import { Link, useRouter } from '@tanstack/react-router';
import { Check, Download, Play } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { CourseDetail, LectureRow } from '../../../contract/domain/views.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { useFormat } from '../../lib/format.ts';
import { qualityTotals, totalBytes } from '../../lib/quality.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Cover } from '../../ui/cover.tsx';
import { ListButton } from '../../ui/list-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Popularity } from '../../ui/popularity.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import css from './course.module.css';
import { CourseNotesLink } from './course-notes-link.tsx';
import { DownloadEstimate } from './download-estimate.tsx';
import { DownloadWays } from './download-ways.tsx';
import { useLecturesHere } from './use-course-downloads.ts';

/** The head of a course page: cover, title, and the two things a person comes for. */
export function CourseHead(props: {
  readonly course: CourseDetail;
  readonly quality: Quality;
  readonly onQuality: (quality: Quality) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { course } = props;
  return (
    <header className={css.head}>
      <Cover url={course.coverUrl} title={course.title} className={css.cover ?? ''} />
      <div className={css.headWords}>
        <h1 className={css.title} lang={course.language}>
          {course.title}
        </h1>
        <p className={css.meta}>
          <Link to="/lecturers/$lecturerId" params={{ lecturerId: course.lecturer.id }} className={css.inline ?? ''}>
            {course.lecturer.name}
          </Link>
          {` · ${[
            t('courses.lectures', { count: course.lectureCount }),
            format.duration(course.durationMs),
            t(`level.${course.level}`),
            t('course.inLanguage', { language: format.language(course.language) }),
          ].join(' · ')}`}
        </p>
        <Popularity popularity={course.popularity} />
        <p className={css.summary} lang={course.language}>
          {course.summary}
        </p>
        {course.completedCount > 0 && (
          <div className={css.headProgress}>
            <ProgressLine share={course.completedCount / course.lectureCount} />
            <p className={css.small}>
              {t('course.watched', { done: course.completedCount, count: course.lectureCount })}
            </p>
          </div>
        )}
        {!course.available && (
          <Notice className={css.unavailable ?? ''} title={t('courseState.unavailable')}>
            {t('courseState.unavailableBody')}
          </Notice>
        )}
        <Actions {...props} />
        <CourseNotesLink courseId={course.id} />
      </div>
    </header>
  );
}

function Actions({ course, quality, onQuality }: Parameters<typeof CourseHead>[0]): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const estimateId = useId();
  const downloads = useDownloadActions();
  const lectures = course.sections.flatMap((section) => section.lectures);
  const { missing, hereCount } = useLecturesHere(lectures);
  const next = nextLecture(lectures);
  const begun = lectures.some((lecture) => lecture.progress !== null);
  return (
    <div className={css.actions}>
      {next && (course.available || hereCount > 0) && (
        <Button
          look="primary"
          size="large"
          icon={<Play size={18} aria-hidden fill="currentColor" />}
          onPress={() => void router.navigate({ to: '/watch/$lectureId', params: { lectureId: next.id } })}
        >
          {begun ? t('course.resume') : t('course.begin')}
        </Button>
      )}
      <ListButton thing={{ kind: 'course', courseId: course.id }} title={course.title} words />
      {!course.available ? null : missing.length === 0 ? (
        <p className={css.allHere}>
          <Check size={18} aria-hidden />
          {hereCount === lectures.length ? t('course.allHere') : t('course.allComing')}
        </p>
      ) : (
        <div className={css.pair}>
          <Choice
            label={t('course.quality')}
            hideLabel
            className={css.quality ?? ''}
            value={quality}
            onChange={onQuality}
            options={qualityTotals(missing).map((option) => ({
              id: option.quality,
              label: t(`quality.${option.quality}`),
              detail: format.bytes(option.sizeBytes),
            }))}
          />
          <div className={css.split}>
            <Button
              size="large"
              aria-describedby={estimateId}
              icon={<Download size={18} aria-hidden />}
              onPress={() =>
                void downloads.start(
                  missing.map((lecture) => lecture.id),
                  quality,
                )
              }
            >
              {missing.length === lectures.length
                ? t('course.download', { size: format.bytes(totalBytes(missing, quality)) })
                : t('course.downloadRest', { count: missing.length, size: format.bytes(totalBytes(missing, quality)) })}
            </Button>
            <DownloadWays missing={missing} quality={quality} />
          </div>
          <DownloadEstimate id={estimateId} lectureIds={missing.map((lecture) => lecture.id)} quality={quality} />
        </div>
      )}
      {hereCount > 0 && hereCount < lectures.length && (
        <p className={css.hereOf}>{t('courseDownloads.here', { done: hereCount, total: lectures.length })}</p>
      )}
    </div>
  );
}

/** Where to go on: the lecture last watched and not finished, else the first not finished, else the first. */
function nextLecture(lectures: readonly LectureRow[]): LectureRow | null {
  const open = lectures
    .filter((lecture) => lecture.progress && !lecture.progress.completed)
    .toSorted((a, b) => (b.progress?.watchedAtMs ?? 0) - (a.progress?.watchedAtMs ?? 0));
  return open[0] ?? lectures.find((lecture) => !lecture.progress?.completed) ?? lectures[0] ?? null;
}
