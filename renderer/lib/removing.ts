import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../contract/domain/download.ts';
import type { LectureId } from '../../contract/domain/ids.ts';
import { ask } from './api.ts';
import { useAttempt } from './attempt.ts';
import { useFormat } from './format.ts';
import { inPieces } from './in-pieces.ts';
import { useToasts } from './toasts.ts';

/** What is to be removed, as the notice names it. */
export interface Removable {
  readonly lectureId: LectureId;
  readonly lectureTitle: string;
  /** Bytes on this disk. */
  readonly sizeBytes: number;
}

/** Putting downloads into the bin and out of it, each with a notice; a failure is told as one too. */
export interface Removing {
  /** The notice offers to undo it. `cancels`: it had not come whole. */
  remove(lectures: readonly Removable[], cancels?: boolean): Promise<boolean>;
  restore(lectureIds: readonly LectureId[]): Promise<boolean>;
  /** For good; null: everything in the bin. */
  destroy(lectureIds: readonly LectureId[] | null): Promise<boolean>;
}

/** The actions around the bin. */
export function useRemoving(): Removing {
  const { t } = useTranslation();
  const format = useFormat();
  const show = useToasts((state) => state.show);
  const attempt = useAttempt();
  const restore = (lectureIds: readonly LectureId[]): Promise<boolean> =>
    attempt(async () => {
      await inPieces(lectureIds, (piece) => ask('bin.restore', { lectureIds: piece }));
      const back = await downloadsOf(lectureIds);
      // A download may have needed the space, however long the notice was held.
      if (back.length < lectureIds.length) show({ text: t('space.tooLate') });
    });

  /** What was to replace another quality is gone, and the lecture is still here: it is asked for again. */
  async function undo(lectureIds: readonly LectureId[], wanted: readonly Wanted[]): Promise<void> {
    await restore(lectureIds);
    for (const { lectureId, quality } of wanted) {
      await attempt(() => ask('downloads.start', { lectureIds: [lectureId], quality }));
    }
  }

  return {
    restore,
    async remove(lectures, cancels = false) {
      const lectureIds = lectures.map(({ lectureId }) => lectureId);
      const [first] = lectures;
      if (!first) return false;
      const before = cancels ? await downloadsOf(lectureIds) : [];
      const removed = await attempt(() => inPieces(lectureIds, (piece) => ask('space.remove', { lectureIds: piece })));
      if (!removed) return false;
      const after = before.length === 0 ? [] : await downloadsOf(lectureIds);
      const wanted = before.filter(({ lectureId }) => after.some((each) => each.lectureId === lectureId));
      const size = format.bytes(lectures.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
      show({
        text:
          lectures.length > 1
            ? t('space.removedMany', { count: lectures.length, size })
            : t(cancels ? 'download.cancelled' : 'space.removed', { title: first.lectureTitle }),
        undo: () => void undo(lectureIds, wanted),
      });
      return true;
    },
    destroy: (lectureIds) =>
      attempt(() =>
        lectureIds === null
          ? ask('bin.empty', { lectureIds })
          : inPieces(lectureIds, (piece) => ask('bin.empty', { lectureIds: piece })),
      ),
  };
}

type Wanted = Pick<DownloadItem, 'lectureId' | 'quality'>;

/** Those of the lectures that have a download. */
async function downloadsOf(lectureIds: readonly LectureId[]): Promise<readonly Wanted[]> {
  const items = await ask('downloads.list', null).catch(() => []);
  return items.filter(({ lectureId }) => lectureIds.includes(lectureId));
}
