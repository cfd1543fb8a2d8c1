import type { ReactNode } from 'react';
import css from './reading-room.module.css';

const books = [
  { x: 60, width: 22, height: 118, tone: 'soft' },
  { x: 84, width: 30, height: 132, tone: 'accent' },
  { x: 116, width: 18, height: 104, tone: 'faint' },
  { x: 136, width: 26, height: 124, tone: 'amber' },
  { x: 164, width: 20, height: 138, tone: 'soft' },
  { x: 186, width: 34, height: 112, tone: 'faint' },
  { x: 300, width: 24, height: 126, tone: 'faint' },
  { x: 326, width: 18, height: 110, tone: 'accent' },
  { x: 346, width: 32, height: 134, tone: 'soft' },
] as const;

const lower = [
  { x: 60, width: 34, height: 108, tone: 'faint' },
  { x: 96, width: 20, height: 130, tone: 'soft' },
  { x: 218, width: 28, height: 120, tone: 'amber' },
  { x: 248, width: 22, height: 136, tone: 'faint' },
  { x: 272, width: 30, height: 114, tone: 'soft' },
  { x: 304, width: 20, height: 128, tone: 'accent' },
  { x: 326, width: 24, height: 104, tone: 'faint' },
] as const;

/** Two shelves: books, and between them the sign that one of them can be watched. */
export function ReadingRoom(): ReactNode {
  const shelf = (items: typeof books | typeof lower, floor: number): ReactNode =>
    items.map((book) => (
      <g key={`${String(floor)}-${String(book.x)}`} className={css[book.tone]}>
        <rect x={book.x} y={floor - book.height} width={book.width} height={book.height} rx="3" />
        <rect className={css.band} x={book.x} y={floor - book.height + 16} width={book.width} height="4" />
      </g>
    ));
  return (
    <svg className={css.picture} viewBox="0 0 440 400" role="presentation">
      {shelf(books, 170)}
      <g className={css.soft} transform="rotate(-14 262 170)">
        <rect x="246" y="50" width="24" height="120" rx="3" />
      </g>
      <rect className={css.plank} x="40" y="170" width="360" height="8" rx="2" />
      {shelf(lower, 340)}
      <g>
        <rect className={css.screen} x="128" y="284" width="78" height="56" rx="6" />
        <path className={css.play} d="M160 301 v22 l19 -11 z" />
      </g>
      <rect className={css.plank} x="40" y="340" width="360" height="8" rx="2" />
    </svg>
  );
}
