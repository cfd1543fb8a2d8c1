import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DownloadItem, QueueMove } from '../../../contract/domain/download.ts';
import { useDownloadActions } from '../../lib/downloads.ts';
import { movesFrom } from './move-menu.tsx';

/** Moving one line of the queue, by its menu or with Alt and the arrows. */
export interface LineMove {
  readonly moves: readonly QueueMove[];
  move(to: QueueMove): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  /** Said once the line has arrived; empty before. */
  readonly said: string;
}

/** Moves a line and keeps the focus on it: the browser loses it when the line changes its place in the document. */
export function useMove(item: DownloadItem, count: number): LineMove {
  const { t } = useTranslation();
  const actions = useDownloadActions();
  const focused = useRef<HTMLElement | null>(null);
  const [said, setSaid] = useState('');
  const { place } = item;
  const placeBefore = useRef(place);
  const moves = place === null ? [] : movesFrom(place, count);

  useEffect(() => {
    if (placeBefore.current === place) return;
    placeBefore.current = place;
    const holder = focused.current;
    if (holder === null) return;
    focused.current = null;
    if (document.activeElement === document.body) holder.focus();
    holder.scrollIntoView({ block: 'nearest' });
    setSaid(t('queue.moved', { title: item.lectureTitle, place, count }));
  }, [place, count, item.lectureTitle, t]);

  const move = (to: QueueMove): void => {
    if (!moves.includes(to)) return;
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    void actions.move(item.lectureId, to).then((moved) => {
      // When it goes somewhere later, it is not by this.
      if (!moved) focused.current = null;
    });
  };
  return {
    moves,
    move,
    said,
    onKeyDown(event) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const to = event.key === 'ArrowUp' ? 'earlier' : event.key === 'ArrowDown' ? 'later' : null;
      if (to === null || place === null) return;
      event.preventDefault();
      event.stopPropagation();
      move(to);
    },
  };
}
