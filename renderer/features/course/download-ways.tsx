import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { LectureRow } from '../../../contract/domain/views.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { useFormat } from '../../lib/format.ts';
import { totalBytes } from '../../lib/quality.ts';
import { useRequest } from '../../lib/requests.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import css from './course.module.css';
import { unseenOf } from './use-course-downloads.ts';

/** A menu of what of a course can be downloaded in one go, each with what it takes; what is here already does not count. */
export function DownloadWays(props: { readonly missing: readonly LectureRow[]; readonly quality: Quality }): ReactNode {
  const { t } = useTranslation();
  const actions = useDownloadActions();
  const [open, setOpen] = useState(false);
  const { missing, quality } = props;
  const unseen = unseenOf(missing);
  const courseDetail = useDetail(missing, quality, open);
  const unseenDetail = useDetail(unseen, quality, open && unseen.length > 0);
  const label = t('courseDownloads.ways');
  return (
    <Menu
      label={label}
      placement="bottom end"
      onOpenChange={setOpen}
      trigger={
        <IconButton label={label} className={css.ways ?? ''}>
          <ChevronDown size={18} aria-hidden />
        </IconButton>
      }
      entries={[
        { id: 'course', label: t('courseDownloads.course'), detail: courseDetail },
        ...(unseen.length > 0 ? [{ id: 'unseen', label: t('courseDownloads.unseen'), detail: unseenDetail }] : []),
      ]}
      onPick={(id) => {
        const chosen = id === 'unseen' ? unseen : missing;
        void actions.start(
          chosen.map((lecture) => lecture.id),
          quality,
        );
      }}
    />
  );
}

/** "12 lectures, 1.2 GB, about 16 min", or that there is no room for them. */
function useDetail(lectures: readonly LectureRow[], quality: Quality, wanted: boolean): string {
  const { t } = useTranslation();
  const format = useFormat();
  const lectureIds = lectures.map(({ id }) => id);
  const estimate = useRequest('downloads.estimate', { lectureIds, quality }, wanted).data;
  const size = format.bytes(totalBytes(lectures, quality));
  const count = lectures.length;
  if (estimate && !estimate.fits) return t('courseDownloads.noRoom', { count, size });
  const durationMs = estimate?.durationMs ?? null;
  return durationMs === null
    ? t('courseDownloads.takes', { count, size })
    : t('courseDownloads.takesTime', { count, size, time: format.duration(durationMs) });
}
