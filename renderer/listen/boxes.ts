/** What an MP4 file says that cannot be: it is cut, of another kind, or damaged. */
export class UnreadableFile extends Error {}

/** One box of an MP4 file (ISO/IEC 14496-12 §4.2) without its header. */
export interface Box {
  readonly type: string;
  readonly body: DataView;
}

/** The size and kind of a box at the start of some bytes, its header included; a size of null reaches to the end of the file. */
export interface BoxHead {
  readonly type: string;
  readonly headBytes: number;
  readonly sizeBytes: number | null;
}

/** The most bytes that the header of a box takes. */
export const mostHeadBytes = 16;

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** Reads the header of a box. */
export function readHead(view: DataView): BoxHead {
  if (view.byteLength < 8) throw new UnreadableFile('a cut box');
  const short = view.getUint32(0);
  const type = typeAt(view, 4);
  if (short === 0) return { type, headBytes: 8, sizeBytes: null };
  if (short !== 1) {
    if (short < 8) throw new UnreadableFile('a box smaller than its header');
    return { type, headBytes: 8, sizeBytes: short };
  }
  if (view.byteLength < 16) throw new UnreadableFile('a cut box');
  const sizeBytes = Number(view.getBigUint64(8));
  if (sizeBytes < 16 || !Number.isSafeInteger(sizeBytes)) throw new UnreadableFile('a box of no possible size');
  return { type, headBytes: 16, sizeBytes };
}

/** The part of a view from an offset on. */
export function viewFrom(view: DataView, at: number, sizeBytes = view.byteLength - at): DataView {
  if (at < 0 || sizeBytes < 0 || at + sizeBytes > view.byteLength) throw new UnreadableFile('beyond the end of a box');
  return new DataView(view.buffer, view.byteOffset + at, sizeBytes);
}

/** The boxes that lie one after another in a view. */
export function boxesIn(view: DataView): readonly Box[] {
  const boxes: Box[] = [];
  // Less than a header at the end is filling.
  for (let at = 0; at + 8 <= view.byteLength;) {
    const head = readHead(viewFrom(view, at));
    const sizeBytes = head.sizeBytes ?? view.byteLength - at;
    boxes.push({ type: head.type, body: viewFrom(view, at + head.headBytes, sizeBytes - head.headBytes) });
    at += sizeBytes;
  }
  return boxes;
}

/** The first box along a path of types; undefined when there is none. */
export function findBox(view: DataView, ...path: readonly string[]): DataView | undefined {
  let place: DataView | undefined = view;
  for (const type of path) {
    if (place === undefined) return undefined;
    place = boxesIn(place).find((box) => box.type === type)?.body;
  }
  return place;
}
