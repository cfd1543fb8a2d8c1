import { HardDrive } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageView } from '../../../contract/domain/space.ts';
import { cx } from '../../lib/cx.ts';
import { useErrorWords } from '../../lib/error-words.ts';
import { useFormat } from '../../lib/format.ts';
import { toAppError } from '../../lib/request-failed.ts';
import { useRequest } from '../../lib/requests.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Block, Page } from '../../ui/page.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { BinBlock } from './bin-block.tsx';
import { CourseLine } from './course-usage.tsx';
import { DownloadsNav } from '../../ui/downloads-nav.tsx';
import { DrivePicture } from './drive-picture.tsx';
import css from './space.module.css';
import { WatchedSheet } from '../../ui/watched-sheet.tsx';

/** What takes space on the drive, course by course, and what can be done about it. */
export function SpaceScreen(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useRequest('storage.read', null);
  const error = useErrorWords(read.error ? toAppError(read.error) : null);
  const storage = read.data;
  const lead = storage
    ? t('space.lead', { used: format.bytes(storage.downloadedBytes), free: format.bytes(storage.freeBytes) })
    : ' ';
  return (
    <Page title={t('space.title')} lead={lead} actions={<DownloadsNav />}>
      {error && <ErrorNotice words={error} onAction={() => void read.refetch()} />}
      {read.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton height="56px" />
        </Loading>
      )}
      {storage && (
        <>
          <Block title={t('space.drive')}>
            <DrivePicture storage={storage} />
          </Block>
          <Courses storage={storage} />
          <BinBlock />
        </>
      )}
    </Page>
  );
}

function Courses({ storage }: { readonly storage: StorageView }): ReactNode {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { courses } = storage;
  const number = courses.reduce((sum, { watchedCount }) => sum + watchedCount, 0);
  const largestBytes = courses.reduce((most, { sizeBytes }) => Math.max(most, sizeBytes), 0);
  if (courses.length === 0) {
    return (
      <EmptyState icon={<HardDrive size={24} />} title={t('space.emptyTitle')}>
        {t('space.emptyBody')}
      </EmptyState>
    );
  }
  return (
    <Block
      title={t('space.courses')}
      aside={
        number > 0 && (
          <Button
            size="small"
            onPress={() => {
              setAsking(true);
            }}
          >
            {t('space.removeAllWatched', { number })}
          </Button>
        )
      }
    >
      <ul className={cx(css.lines, css.usage)}>
        {courses.map((course) => (
          <CourseLine key={course.courseId} course={course} largestBytes={largestBytes} />
        ))}
      </ul>
      <WatchedSheet
        courseId={null}
        open={asking}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Block>
  );
}
