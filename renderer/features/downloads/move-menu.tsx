import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type DownloadItem, type QueueMove, queueMoves } from '../../../contract/domain/download.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Chord } from '../../lib/keys/chords.ts';
import { useChordLabel } from '../../lib/keys/labels.ts';
import { Menu } from '../../ui/menu.tsx';

const icons: Readonly<Record<QueueMove, ReactNode>> = {
  first: <ArrowUpToLine size={16} aria-hidden />,
  earlier: <ArrowUp size={16} aria-hidden />,
  later: <ArrowDown size={16} aria-hidden />,
  last: <ArrowDownToLine size={16} aria-hidden />,
};
const keys: Readonly<Partial<Record<QueueMove, Chord>>> = { earlier: 'Alt+ArrowUp', later: 'Alt+ArrowDown' };

/** Where a download can go from its place among so many; nowhere when it is alone. */
export function movesFrom(place: number, count: number): readonly QueueMove[] {
  return queueMoves.filter((move) => (move === 'first' || move === 'earlier' ? place > 1 : place < count));
}

/** A button that opens the ways in which a download can move in the queue. */
export function MoveMenu(props: {
  readonly item: DownloadItem;
  readonly moves: readonly QueueMove[];
  readonly onMove: (to: QueueMove) => void;
}): ReactNode {
  const { t } = useTranslation();
  const write = useChordLabel();
  const label = t('queue.moveNamed', { title: props.item.lectureTitle });
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={
        <IconButton label={label} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown">
          <ChevronsUpDown size={18} aria-hidden />
        </IconButton>
      }
      entries={props.moves.map((move) => {
        const chord = keys[move];
        return {
          id: move,
          label: t(`queue.move.${move}`),
          icon: icons[move],
          ...(chord === undefined ? {} : { detail: write(chord) }),
        };
      })}
      onPick={(id) => {
        const move = props.moves.find((each) => each === id);
        if (move) props.onMove(move);
      }}
    />
  );
}
