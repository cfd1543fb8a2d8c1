import { Download } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quality } from '../../../contract/domain/course.ts';
import type { CourseDetail } from '../../../contract/domain/views.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { useFormat } from '../../lib/format.ts';
import { totalBytes } from '../../lib/quality.ts';
import { Button } from '../../ui/button.tsx';
import css from './course.module.css';
import { DownloadEstimate } from './download-estimate.tsx';
import { useLecturesHere } from './use-course-downloads.ts';

/** The title of a section, how much of it is here, and the button that fetches the rest of it. */
export function SectionHead(props: {
  readonly section: CourseDetail['sections'][number];
  readonly language: string;
  readonly quality: Quality;
  /** The course has no other one, whose button is the course's own, or is not offered here: there is nothing to fetch. */
  readonly isOnly: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const actions = useDownloadActions();
  const estimateId = useId();
  const [starting, setStarting] = useState(false);
  const { section, quality } = props;
  const { missing, hereCount } = useLecturesHere(section.lectures);
  const offers = missing.length > 0 && !props.isOnly;
  const size = format.bytes(totalBytes(missing, quality));
  const lectureIds = missing.map(({ id }) => id);
  const start = async (): Promise<void> => {
    setStarting(true);
    await actions.start(lectureIds, quality);
    setStarting(false);
  };
  return (
    <div className={css.sectionHead}>
      <h2 className={css.sectionTitle} lang={props.language}>
        {section.title}
      </h2>
      {hereCount > 0 && !props.isOnly && (
        <p className={css.sectionHere}>
          {t('courseDownloads.here', { done: hereCount, total: section.lectures.length })}
        </p>
      )}
      {offers && (
        <Button
          size="small"
          look="quiet"
          icon={<Download size={16} aria-hidden />}
          isPending={starting}
          aria-label={t('courseDownloads.sectionNamed', { size, title: section.title })}
          aria-describedby={estimateId}
          onPress={() => void start()}
        >
          {t('courseDownloads.section', { size })}
        </Button>
      )}
      {offers && <DownloadEstimate id={estimateId} lectureIds={lectureIds} quality={quality} roomless />}
    </div>
  );
}
