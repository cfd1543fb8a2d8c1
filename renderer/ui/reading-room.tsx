import type { ReactNode } from 'react';
import css from './reading-room.module.css';

interface Book {
  readonly width: number;
  readonly height: number;
  readonly tone: 'accent' | 'amber' | 'faint' | 'soft';
}

const book = (tone: Book['tone'], width: number, height: number): Book => ({ tone, width, height });
const spineGap = 2;
/** Books that stand together, from left to right; the first begins at `x`. */
const rows = [
  { x: 60, floor: 170, books: [book('soft', 22, 118), book('accent', 30, 132), book('faint', 18, 104)] },
  { x: 136, floor: 170, books: [book('amber', 26, 124), book('soft', 20, 138), book('faint', 34, 112)] },
  { x: 300, floor: 170, books: [book('faint', 24, 126), book('accent', 18, 110), book('soft', 32, 134)] },
  { x: 60, floor: 340, books: [book('faint', 34, 108), book('soft', 20, 130)] },
  { x: 218, floor: 340, books: [book('amber', 28, 120), book('faint', 22, 136), book('soft', 30, 114)] },
  { x: 304, floor: 340, books: [book('accent', 20, 128), book('faint', 24, 104)] },
];

/** Two shelves: books, and between them the sign that one of them can be watched. */
export function ReadingRoom(): ReactNode {
  return (
    <svg className={css.picture} viewBox="0 0 440 400" role="presentation">
      {rows.map(({ x, floor, books }) => (
        <Row key={`${String(floor)}-${String(x)}`} x={x} floor={floor} books={books} />
      ))}
      <g className={css.soft} transform="rotate(-14 262 170)">
        <rect x="246" y="50" width="24" height="120" rx="3" />
      </g>
      <rect className={css.plank} x="40" y="170" width="360" height="8" rx="2" />
      <g>
        <rect className={css.screen} x="128" y="284" width="78" height="56" rx="6" />
        <path className={css.play} d="M160 301 v22 l19 -11 z" />
      </g>
      <rect className={css.plank} x="40" y="340" width="360" height="8" rx="2" />
    </svg>
  );
}

function Row({ x, floor, books }: (typeof rows)[number]): ReactNode {
  return books.map(({ width, height, tone }, index) => {
    const left = books.slice(0, index).reduce((at, before) => at + before.width + spineGap, x);
    return (
      <g key={left} className={css[tone]}>
        <rect x={left} y={floor - height} width={width} height={height} rx="3" />
        <rect className={css.band} x={left} y={floor - height + 16} width={width} height="4" />
      </g>
    );
  });
}
