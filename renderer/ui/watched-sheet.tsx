import { useLocation, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseId, LectureId } from '../../contract/domain/ids.ts';
import type { SpacePreview } from '../../contract/domain/space.ts';
import { useErrorWords } from '../lib/error-words.ts';
import { useFormat } from '../lib/format.ts';
import { useRemoving } from '../lib/removing.ts';
import { toAppError } from '../lib/request-failed.ts';
import { useRequest } from '../lib/requests.ts';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { Sheet } from './sheet.tsx';
import { SheetButtons, SheetWords } from './sheet-parts.tsx';
import { Loading, Skeleton } from './skeleton.tsx';
import css from './watched-sheet.module.css';

const there = '/downloads/space';

interface WatchedSheetProps {
  /** Null: of all courses. */
  readonly courseId: CourseId | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What was watched to its end, to be removed but for what the person leaves. */
export function WatchedSheet({ courseId, open, onClose }: WatchedSheetProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Sheet open={open} title={t('space.sheet.title')} onClose={onClose}>
      <Content courseId={courseId} onClose={onClose} />
    </Sheet>
  );
}

function Content({ courseId, onClose }: Pick<WatchedSheetProps, 'courseId' | 'onClose'>): ReactNode {
  const { t } = useTranslation();
  const preview = useRequest('space.preview', { courseId });
  const error = useErrorWords(preview.error ? toAppError(preview.error) : null);
  if (error) return <ErrorNotice words={error} onAction={() => void preview.refetch()} />;
  if (!preview.data) {
    return (
      <Loading label={t('common.loading')}>
        <Skeleton height="132px" />
      </Loading>
    );
  }
  return <Lectures preview={preview.data} onClose={onClose} />;
}

function Lectures(props: { readonly preview: SpacePreview; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { remove } = useRemoving();
  const [left, setLeft] = useState<ReadonlySet<LectureId>>(new Set());
  const router = useRouter();
  const isThere = useLocation({ select: ({ pathname }) => pathname === there });
  const { lectures } = props.preview;
  const chosen = lectures.filter(({ lectureId }) => !left.has(lectureId));
  const size = format.bytes(chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const leave = (lectureId: LectureId, goes: boolean): void => {
    const others = [...left].filter((id) => id !== lectureId);
    setLeft(new Set(goes ? others : [...others, lectureId]));
  };
  if (lectures.length === 0) {
    return (
      <>
        <SheetWords>
          <p>{t('space.sheet.nothing')}</p>
        </SheetWords>
        <SheetButtons>
          <Button onPress={props.onClose}>{t('common.close')}</Button>
          {!isThere && (
            <Button
              look="primary"
              onPress={() => {
                props.onClose();
                void router.navigate({ to: there });
              }}
            >
              {t('space.sheet.toSpace')}
            </Button>
          )}
        </SheetButtons>
      </>
    );
  }
  return (
    <>
      <SheetWords>
        <p>{t('space.sheet.body')}</p>
      </SheetWords>
      <ul className={css.lectures}>
        {lectures.map((lecture) => (
          <li key={lecture.lectureId} className={css.lecture}>
            <Checkbox
              label={lecture.lectureTitle}
              hint={lecture.courseTitle}
              checked={!left.has(lecture.lectureId)}
              onChange={(goes) => {
                leave(lecture.lectureId, goes);
              }}
            />
            <span className={css.size}>{format.bytes(lecture.sizeBytes)}</span>
          </li>
        ))}
      </ul>
      <SheetButtons>
        <Button onPress={props.onClose}>{t('space.sheet.cancel')}</Button>
        <Button
          look="primary"
          isDisabled={chosen.length === 0}
          onPress={() => {
            props.onClose();
            void remove(chosen);
          }}
        >
          {t('space.sheet.confirm', { count: chosen.length, size })}
        </Button>
      </SheetButtons>
    </>
  );
}
