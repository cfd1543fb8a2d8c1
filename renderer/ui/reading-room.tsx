import type { ReactNode } from 'react';
import css from './reading-room.module.css';

/** Books as [x, width, height, tone], from left to right. */
const upper = [
  [60, 22, 118, 'soft'],
  [84, 30, 132, 'accent'],
  [116, 18, 104, 'faint'],
  [136, 26, 124, 'amber'],
  [164, 20, 138, 'soft'],
  [186, 34, 112, 'faint'],
  [300, 24, 126, 'faint'],
  [326, 18, 110, 'accent'],
  [346, 32, 134, 'soft'],
] as const;
const lower = [
  [60, 34, 108, 'faint'],
  [96, 20, 130, 'soft'],
  [218, 28, 120, 'amber'],
  [248, 22, 136, 'faint'],
  [272, 30, 114, 'soft'],
  [304, 20, 128, 'accent'],
  [326, 24, 104, 'faint'],
] as const;

/** Two shelves: books, and between them the sign that one of them can be watched. */
export function ReadingRoom(): ReactNode {
  const shelf = (books: typeof upper | typeof lower, floor: number): ReactNode =>
    books.map(([x, width, height, tone]) => (
      <g key={`${String(floor)}-${String(x)}`} className={css[tone]}>
        <rect x={x} y={floor - height} width={width} height={height} rx="3" />
        <rect className={css.band} x={x} y={floor - height + 16} width={width} height="4" />
      </g>
    ));
  return (
    <svg className={css.picture} viewBox="0 0 440 400" role="presentation">
      {shelf(upper, 170)}
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
