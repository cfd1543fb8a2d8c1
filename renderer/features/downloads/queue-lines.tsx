import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DownloadItem } from '../../../contract/domain/download.ts';
import type { LectureId } from '../../../contract/domain/ids.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { refresh } from '../../lib/requests.ts';
import { DownloadLine } from './download-line.tsx';
import css from './downloads.module.css';
import { useDrag } from './use-drag.ts';

/** What is on its way, in its order, which can be changed by dragging. */
export function QueueLines({ items }: { readonly items: readonly DownloadItem[] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const actions = useDownloadActions();
  const list = useRef<HTMLUListElement>(null);
  /** The order that was just asked for, shown until main shows it too or refuses it. */
  const [wished, setWished] = useState<readonly LectureId[] | null>(null);
  const [said, setSaid] = useState('');
  const ordered = wished === null ? items : inOrder(items, wished);
  const ids = ordered.map(({ lectureId }) => lectureId);

  const drop = async (order: readonly LectureId[], id: LectureId): Promise<void> => {
    const item = items.find(({ lectureId }) => lectureId === id);
    if (item === undefined) return;
    const index = order.indexOf(id);
    setWished(order);
    const placed = await actions.placeBefore(item, order[index + 1] ?? null);
    if (placed) await refresh(client, 'downloads.list');
    // Another line may have been dragged meanwhile.
    setWished((now) => (now === order ? null : now));
    if (placed) setSaid(t('queue.moved', { title: item.lectureTitle, place: index + 1, count: order.length }));
  };
  const dragOf = useDrag(list, ids, (order, id) => void drop(order, id));

  return (
    <>
      <ul ref={list} className={css.lines}>
        {ordered.map((item) => (
          <DownloadLine
            key={item.lectureId}
            item={item}
            count={ordered.length}
            {...(ordered.length > 1 ? { drag: dragOf(item.lectureId) } : {})}
          />
        ))}
      </ul>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  );
}

/** The items in the wished order; what came meanwhile stands at the end. */
function inOrder(items: readonly DownloadItem[], wished: readonly LectureId[]): readonly DownloadItem[] {
  const place = (item: DownloadItem): number => {
    const index = wished.indexOf(item.lectureId);
    return index === -1 ? wished.length : index;
  };
  return items.toSorted((one, other) => place(one) - place(other));
}
