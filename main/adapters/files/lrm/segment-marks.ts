/** What the writer knows about one segment's place in the file. */
export type SegmentMark = 'absent' | 'unknown' | 'intact' | 'busy';

/** One mark for each segment of a file. */
export interface SegmentMarks {
  get(segment: number): SegmentMark;
  set(segment: number, mark: SegmentMark): void;
}

const marks = ['absent', 'unknown', 'intact', 'busy'] as const;
const pageSize = 65_536;

/** Marks that all begin as `initial`; one byte each, in pages made when first needed. */
export function createSegmentMarks(initial: SegmentMark): SegmentMarks {
  const pages = new Map<number, Uint8Array>();
  return {
    get: (segment) => marks[pages.get(Math.floor(segment / pageSize))?.[segment % pageSize] ?? -1] ?? initial,
    set: (segment, mark) => {
      const number = Math.floor(segment / pageSize);
      const page = pages.get(number) ?? new Uint8Array(pageSize).fill(marks.indexOf(initial));
      page[segment % pageSize] = marks.indexOf(mark);
      pages.set(number, page);
    },
  };
}
